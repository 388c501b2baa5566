namespace Sluice.Optimization;

/// <summary>Room of one worker, reused from solve to solve.</summary>
internal sealed class Workspace
{
    private double[] function = [], products = [];

    internal RuleEdit Edit { get; } = new();

    internal Span<double> Function(int width) => Take(ref function, width);

    internal Span<double> Products(int count) => Take(ref products, count);

    private static Span<double> Take(ref double[] room, int size)
    {
        if (room.Length < size) room = new double[2 * size];
        return room.AsSpan(0, size);
    }
}
