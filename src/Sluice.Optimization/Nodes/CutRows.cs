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

    private static Span<T> Span<T>(List<T> list) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list);
}
