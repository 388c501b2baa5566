namespace Sluice.Optimization;

/// <summary>Gathers the rows that enter or leave a HiGHS programme.</summary>
internal sealed class CutRows
{
    private readonly List<double> lower = [], upper = [], value = [];
    private readonly List<int> start = [], index = [], doomed = [];

    internal void Clear()
    {
        lower.Clear();
        upper.Clear();
        value.Clear();
        start.Clear();
        index.Clear();
        doomed.Clear();
    }

    internal void Begin(double intercept, int theta)
    {
        lower.Add(intercept);
        upper.Add(double.PositiveInfinity);
        start.Add(index.Count);
        Append(theta, 1);
    }

    /// <summary>Rows gathered.</summary>
    internal int Count => lower.Count;

    /// <summary>A row without a cost-to-go column.</summary>
    internal void Begin(double intercept)
    {
        lower.Add(intercept);
        upper.Add(double.PositiveInfinity);
        start.Add(index.Count);
    }

    internal void Append(int column, double coefficient)
    {
        index.Add(column);
        value.Add(coefficient);
    }

    internal void AddTo(Highs programme)
    {
        if (lower.Count > 0) programme.AddRows(Span(lower), Span(upper), Span(start), Span(index), Span(value));
    }

    internal void Doom(int row) => doomed.Add(row);

    internal void DeleteFrom(Highs programme)
    {
        if (doomed.Count > 0) programme.DeleteRows(Span(doomed));
    }

    /// <summary>Deletes the rows from <paramref name="first"/> on that have been idle for longer than the patience, and their counts.</summary>
    internal void DropFrom(Highs programme, int first, List<int> idle, int patience)
    {
        doomed.Clear();
        var kept = 0;
        for (var k = 0; k < idle.Count; k++)
        {
            if (idle[k] > patience) doomed.Add(first + k);
            else idle[kept++] = idle[k];
        }
        idle.RemoveRange(kept, idle.Count - kept);
        DeleteFrom(programme);
        doomed.Clear();
    }

    private static Span<T> Span<T>(List<T> list) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list);
}
