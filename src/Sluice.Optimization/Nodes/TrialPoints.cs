namespace Sluice.Optimization;

/// <summary>The most recent states at which the stages after one were evaluated; shared by the nodes of that stage for choosing cuts.</summary>
internal sealed class TrialPoints(int states, int capacity)
{
    private readonly int width = Vectors.Width(states);
    private double[] values = [];

    /// <summary>Points ever added.</summary>
    internal int Count { get; private set; }

    /// <summary>Largest number kept; older ones make room.</summary>
    internal int Capacity => capacity;

    /// <summary>Number kept now.</summary>
    internal int Kept => Math.Min(Count, capacity);

    /// <summary>A point with its 1.</summary>
    internal ReadOnlySpan<double> this[int slot] => values.AsSpan(slot * width, width);

    /// <summary>The points with their 1s, [slot × width].</summary>
    internal ReadOnlySpan<double> All => values;

    /// <summary>The most recent points, at most so many, oldest first.</summary>
    internal IEnumerable<double[]> Recent(int most)
    {
        for (var k = Math.Max(Count - Kept, Count - most); k < Count; k++) yield return this[k % capacity].ToArray();
    }

    /// <summary>Keeps a point given with its 1.</summary>
    internal void Add(ReadOnlySpan<double> point)
    {
        var slot = Count++ % capacity;
        if ((slot + 1) * width > values.Length) Array.Resize(ref values, Math.Min(capacity, Math.Max(16, 2 * (slot + 1))) * width);
        point.CopyTo(values.AsSpan(slot * width, width));
    }
}
