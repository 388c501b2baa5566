namespace Sluice.Optimization;

/// <summary>Room in which one worker gathers the rows that enter or leave a programme.</summary>
internal sealed class CutRows
{
    private double[] lower = new double[16], upper = new double[16], value = new double[256];
    private int[] start = new int[16], index = new int[256], doomed = new int[16];
    private int entries, dying;

    internal int Count { get; private set; }

    internal void Clear() => (Count, entries, dying) = (0, 0, 0);

    internal void Begin(double intercept, int theta)
    {
        if (Count == lower.Length)
        {
            Array.Resize(ref lower, 2 * Count);
            Array.Resize(ref upper, 2 * Count);
            Array.Resize(ref start, 2 * Count);
        }
        (lower[Count], upper[Count], start[Count]) = (intercept, double.PositiveInfinity, entries);
        Count++;
        Append(theta, 1);
    }

    internal void Append(int column, double coefficient)
    {
        if (entries == index.Length)
        {
            Array.Resize(ref index, 2 * entries);
            Array.Resize(ref value, 2 * entries);
        }
        (index[entries], value[entries]) = (column, coefficient);
        entries++;
    }

    internal void AddTo(Highs programme) =>
        programme.AddRows(lower.AsSpan(0, Count), upper.AsSpan(0, Count), start.AsSpan(0, Count), index.AsSpan(0, entries), value.AsSpan(0, entries));

    internal void Doom(int row)
    {
        if (dying == doomed.Length) Array.Resize(ref doomed, 2 * dying);
        doomed[dying++] = row;
    }

    internal void DeleteFrom(Highs programme)
    {
        if (dying > 0) programme.DeleteRows(doomed.AsSpan(0, dying));
    }
}
