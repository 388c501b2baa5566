namespace Sluice.Optimization;

/// <summary>Affine lower bounds on a node's expected value as a function of its incoming state, the most recent ones in a ring.</summary>
internal sealed class Supports(int states, int capacity)
{
    private readonly int width = Vectors.Width(states);
    private double[] values = [];
    private int added;

    internal int Count => Math.Min(added, capacity);

    /// <summary>Keeps an affine function, given as slopes, intercept, zeros.</summary>
    internal void Add(ReadOnlySpan<double> function)
    {
        var slot = added++ % capacity;
        if ((slot + 1) * width > values.Length) Array.Resize(ref values, Math.Min(capacity, Math.Max(8, 2 * (slot + 1))) * width);
        function.CopyTo(values.AsSpan(slot * width, width));
    }

    /// <summary>The most recent functions, at most so many, oldest first.</summary>
    internal IEnumerable<double[]> Recent(int most)
    {
        for (var k = Math.Max(added - Count, added - most); k < added; k++) yield return values.AsSpan(k % capacity * width, width).ToArray();
    }

    /// <summary>The largest bound at a point given with its 1, and, unless empty, its function; −∞ when there is none.</summary>
    internal double Best(ReadOnlySpan<double> point, Span<double> function, Workspace room)
    {
        var products = room.Products(Count);
        Vectors.Products(values, point, products);
        var (best, at) = (double.NegativeInfinity, -1);
        for (var k = 0; k < products.Length; k++)
            if (products[k] > best) (best, at) = (products[k], k);
        if (at >= 0 && !function.IsEmpty) values.AsSpan(at * width, width).CopyTo(function);
        return best;
    }
}
