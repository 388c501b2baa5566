namespace Sluice.Optimization;

/// <summary>Room of one worker, reused from solve to solve.</summary>
internal sealed class Workspace
{
    internal RuleEdit Edit { get; } = new();
    internal double[] Slope { get; private set; } = [];

    internal Span<double> SlopeOf(int states)
    {
        if (Slope.Length < states) Slope = new double[states];
        return Slope.AsSpan(0, states);
    }
}
