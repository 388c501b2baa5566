using System.Numerics;
using System.Runtime.InteropServices;

namespace Sluice.Outlooks;

/// <summary>The joint generator Q of one or more months with equal rates; acts on many distributions at once by exp(Q · months).</summary>
/// <remarks>
/// Uniformisation (Jensen 1953): exp(QΔ) = Σₖ Poisson(k; ΛΔ) · Uᵏ with U = I + Q/Λ, Λ the largest exit rate. All terms are positive, so
/// nothing cancels; the sum stops where the rest is under 1e-13 and is divided by what was summed. Long spans are cut so that exp(−ΛΔ)
/// stays far from underflow.
/// </remarks>
internal sealed class Generator
{
    const double Rest = 1e-13;
    const double LongestSpan = 50;

    readonly JointSpace space;
    readonly double[] arc;
    readonly double[] stay;
    readonly double most;

    public Generator(JointSpace space, double[] rates)
    {
        this.space = space;
        var exit = new double[space.States.Count];
        for (var s = 0; s < exit.Length; s++)
            for (var a = space.Start[s]; a < space.Start[s + 1]; a++)
                exit[s] += rates[space.Slot[a]];
        most = exit.Max();
        arc = [.. space.Slot.Select(slot => rates[slot] / most)];
        stay = [.. exit.Select(e => 1 - e / most)];
    }

    /// <summary>Moves distributions forward in time.</summary>
    /// <param name="block">[state · width + column] one distribution per column; replaced.</param>
    /// <param name="width">Columns.</param>
    /// <param name="months">Span.</param>
    public void Advance(double[] block, int width, double months)
    {
        if (most == 0)
            return;
        var cuts = Math.Max(1, (int)Math.Ceiling(most * months / LongestSpan));
        for (var i = 0; i < cuts; i++)
            Sum(block, width, most * months / cuts);
    }

    void Sum(double[] block, int width, double span)
    {
        var term = (double[])block.Clone();
        var next = new double[block.Length];
        var weight = Math.Exp(-span);
        var summed = weight;
        Scale(block, weight);
        for (var k = 1; 1 - summed > Rest && k < 10 * LongestSpan; k++)
        {
            Step(term, next, width);
            (term, next) = (next, term);
            weight *= span / k;
            summed += weight;
            Add(block, term, weight);
        }
        Scale(block, 1 / summed);
    }

    void Step(double[] from, double[] to, int width)
    {
        Array.Clear(to);
        for (var s = 0; s < stay.Length; s++)
        {
            var row = from.AsSpan(s * width, width);
            Add(to.AsSpan(s * width, width), row, stay[s]);
            for (var a = space.Start[s]; a < space.Start[s + 1]; a++)
                Add(to.AsSpan(space.To[a] * width, width), row, arc[a]);
        }
    }

    static void Add(Span<double> to, ReadOnlySpan<double> from, double times)
    {
        var wideTo = MemoryMarshal.Cast<double, Vector<double>>(to);
        var wideFrom = MemoryMarshal.Cast<double, Vector<double>>(from);
        var factor = new Vector<double>(times);
        for (var i = 0; i < wideTo.Length; i++)
            wideTo[i] += wideFrom[i] * factor;
        for (var i = wideTo.Length * Vector<double>.Count; i < to.Length; i++)
            to[i] += from[i] * times;
    }

    static void Scale(double[] block, double times)
    {
        for (var i = 0; i < block.Length; i++)
            block[i] *= times;
    }
}
