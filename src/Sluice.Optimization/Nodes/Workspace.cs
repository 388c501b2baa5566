namespace Sluice.Optimization;

/// <summary>Room of one worker, reused from solve to solve.</summary>
internal sealed class Workspace
{
    private double[] function = [], products = [], weights = [], values = [];
    private int[] order = [];
    private (double, int)[] keys = [];

    internal RuleEdit Edit { get; } = new();

    /// <summary>Token of the job at hand: long pieces ask it between solves.</summary>
    internal CancellationToken Cancellation { get; set; }

    internal Span<double> Function(int width) => Take(ref function, width);

    internal Span<double> Products(int count) => Take(ref products, count);

    internal Span<double> Weights(int count) => Take(ref weights, count);

    internal Span<double> Values(int count) => Take(ref values, count);

    internal Span<int> Order(int count) => Take(ref order, count);

    internal Span<(double, int)> Keys(int count) => Take(ref keys, count);

    private static Span<T> Take<T>(ref T[] room, int size)
    {
        if (room.Length < size) room = new T[2 * size];
        return room.AsSpan(0, size);
    }
}
