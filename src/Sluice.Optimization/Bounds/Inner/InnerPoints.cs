namespace Sluice.Optimization;

/// <summary>The states at which the stages after one are valued from above: recent trial points, and points at the bounds of states.</summary>
internal static class InnerPoints
{
    // Corners are added for so many states without any limit on their slopes; beyond, recent points must reach far enough.
    private const int MostCornerStates = 6;

    internal static List<double[]> Of(StageSolver from, SlopeLimits limits, InnerOptions options)
    {
        var recent = Recent(from, options.Points);
        var (low, high) = Bounds(from, options.UnlimitedFrom);
        var seen = new HashSet<double[]>(recent, Same.Instance);
        foreach (var point in Corners(from, limits, low, high).Concat(Edges(limits, low, high, recent.TakeLast(options.EdgePoints))))
            if (seen.Add(point)) recent.Add(point);
        return recent;
    }

    // Oldest first: neighbours in the list are neighbours in time, which suits warm starts.
    private static List<double[]> Recent(StageSolver from, int count)
    {
        var (points, kept) = (from.Leaving!, new List<double[]>());
        var seen = new HashSet<double[]>(Same.Instance);
        for (var k = points.Count - 1; k >= points.Count - points.Kept && kept.Count < count; k--)
        {
            var point = points[k % points.Capacity][..from.Outgoing].ToArray();
            if (seen.Add(point)) kept.Add(point);
        }
        kept.Reverse();
        return kept;
    }

    private static (double[] Low, double[] High) Bounds(StageSolver from, double unlimited)
    {
        var (low, high) = (new double[from.Outgoing], new double[from.Outgoing]);
        for (var i = 0; i < low.Length; i++)
        {
            (low[i], high[i]) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var node in from.Nodes)
            {
                var column = node.Programme.Outgoing[i];
                (low[i], high[i]) = (Math.Min(low[i], node.Programme.ColumnLower[column]), Math.Max(high[i], node.Programme.ColumnUpper[column]));
                foreach (var change in node.Programme.Outcomes.SelectMany(outcome => outcome.Bounds).Where(change => change.Column == column))
                    (low[i], high[i]) = (Math.Min(low[i], change.First), Math.Max(high[i], change.Second));
            }
            if (low[i] <= -unlimited) low[i] = double.NaN;
            if (high[i] >= unlimited) high[i] = double.NaN;
        }
        return (low, high);
    }

    private static IEnumerable<double[]> Corners(StageSolver from, SlopeLimits limits, double[] low, double[] high)
    {
        var corner = new double[from.Outgoing];
        var both = new List<int>();
        for (var i = 0; i < corner.Length; i++)
        {
            var (down, up) = (limits.IsOpenDown(i), limits.IsOpenUp(i));
            if (down && up) both.Add(i);
            corner[i] = !down && up ? high[i] : double.IsNaN(low[i]) ? 0 : low[i];
        }
        if (both.Count > MostCornerStates || corner.Length == 0) yield break;
        for (var choice = 0; choice < 1 << both.Count; choice++)
        {
            for (var b = 0; b < both.Count; b++) corner[both[b]] = (choice >> b & 1) == 0 ? low[both[b]] : high[both[b]];
            if (!corner.Any(double.IsNaN)) yield return (double[])corner.Clone();
        }
    }

    private static IEnumerable<double[]> Edges(SlopeLimits limits, double[] low, double[] high, IEnumerable<double[]> bases)
    {
        foreach (var point in bases.ToList())
            for (var i = 0; i < point.Length; i++)
            {
                if (!double.IsNaN(low[i]) && point[i] > low[i] && limits.IsOpenDown(i)) yield return With(point, i, low[i]);
                if (!double.IsNaN(high[i]) && point[i] < high[i] && limits.IsOpenUp(i)) yield return With(point, i, high[i]);
            }
    }

    private static double[] With(double[] point, int state, double value)
    {
        var moved = (double[])point.Clone();
        moved[state] = value;
        return moved;
    }

    private sealed class Same : IEqualityComparer<double[]>
    {
        internal static Same Instance { get; } = new();

        public bool Equals(double[]? x, double[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(double[] point)
        {
            var code = new HashCode();
            foreach (var value in point) code.Add(value);
            return code.ToHashCode();
        }
    }
}
