namespace Sluice.Optimization;

/// <summary>Affine lower bounds on a node's expected value as a function of its incoming state, the most recent ones in a ring.</summary>
internal sealed class Supports(int states, int capacity)
{
    private readonly int width = states + 1;
    private double[] values = [];
    private int added;

    internal int Count => Math.Min(added, capacity);

    /// <summary>Keeps value + gradient · (x − point).</summary>
    internal void Add(double value, ReadOnlySpan<double> gradient, ReadOnlySpan<double> point)
    {
        var slot = added++ % capacity;
        if ((slot + 1) * width > values.Length) Array.Resize(ref values, Math.Min(capacity, Math.Max(8, 2 * (slot + 1))) * width);
        var row = values.AsSpan(slot * width, width);
        row[0] = value - Vectors.Dot(gradient, point);
        gradient.CopyTo(row[1..]);
    }

    /// <summary>The largest bound at a state and, unless empty, its gradient; −∞ when there is none.</summary>
    internal double Best(ReadOnlySpan<double> point, Span<double> gradient)
    {
        var (best, at) = (double.NegativeInfinity, -1);
        for (var k = 0; k < Count; k++)
        {
            var row = values.AsSpan(k * width, width);
            var value = row[0] + Vectors.Dot(row[1..], point);
            if (value > best) (best, at) = (value, k);
        }
        if (at >= 0 && !gradient.IsEmpty) values.AsSpan(at * width + 1, states).CopyTo(gradient);
        return best;
    }
}
