namespace Sluice.Optimization;

/// <summary>
/// The cuts of one node: θ ≥ intercept + slope · (outgoing state). A cut is held while it is the highest at some stored trial point
/// (level-1 selection); held cuts enter the programme before the node's next solve, others leave it in batches.
/// </summary>
internal sealed class CutPool(int states, TrialPoints points)
{
    // A newcomer must be higher by this share to take a point over: equal cuts would otherwise change places for ever.
    private const double TakeOver = 1e-9;
    private const int AdditionsBetweenDeletions = 6;
    private const double SmallestCoefficient = 1e-10;

    private readonly int width = states + 1;
    private readonly List<int> programme = [];
    private readonly List<int> arriving = [];
    private double[] cuts = [];
    private int[] held = [];
    private readonly Stack<int> free = new();
    private int slots;
    private double[] best = [];
    private int[] holder = [];
    private int seen;
    private int additions;

    /// <summary>Cuts in the programme.</summary>
    internal int InProgramme => programme.Count;

    internal void Add(double intercept, ReadOnlySpan<double> slope)
    {
        var cut = Take();
        cuts[cut * width] = intercept;
        slope.CopyTo(cuts.AsSpan(cut * width + 1, states));
        var known = Math.Min(seen, points.Capacity);
        for (var slot = 0; slot < known; slot++)
        {
            var value = Value(cut, points[slot]);
            if (value > best[slot] + TakeOver * Math.Abs(value)) Hand(slot, cut, value);
        }
        Look();
        if (held[cut] == 0) Release(cut);
        else arriving.Add(cut);
    }

    /// <summary>Brings the programme up to date. Returns whether it changed.</summary>
    internal bool Flush(Highs programmeOfNode, int theta, ReadOnlySpan<int> outgoing, CutRows rows)
    {
        if (arriving.Count == 0) return false;
        if (++additions >= AdditionsBetweenDeletions) Prune(programmeOfNode, rows);
        rows.Clear();
        foreach (var cut in arriving)
        {
            if (held[cut] <= 0)
            {
                Release(cut);
                continue;
            }
            rows.Begin(cuts[cut * width], theta);
            for (var i = 0; i < states; i++)
            {
                var slope = cuts[cut * width + 1 + i];
                if (Math.Abs(slope) > SmallestCoefficient) rows.Append(outgoing[i], -slope);
            }
            programme.Add(cut);
        }
        arriving.Clear();
        if (rows.Count == 0) return false;
        rows.AddTo(programmeOfNode);
        return true;
    }

    private void Prune(Highs programmeOfNode, CutRows rows)
    {
        additions = 0;
        rows.Clear();
        var first = programmeOfNode.Rows - programme.Count;
        var kept = 0;
        for (var k = 0; k < programme.Count; k++)
        {
            if (held[programme[k]] > 0) programme[kept++] = programme[k];
            else
            {
                rows.Doom(first + k);
                Release(programme[k]);
            }
        }
        programme.RemoveRange(kept, programme.Count - kept);
        rows.DeleteFrom(programmeOfNode);
    }

    // Gives points stored since the last look to the highest cut at each.
    private void Look()
    {
        seen = Math.Max(seen, points.Count - points.Capacity);
        for (; seen < points.Count; seen++)
        {
            var slot = seen % points.Capacity;
            if (slot >= best.Length)
            {
                Array.Resize(ref best, Math.Min(points.Capacity, Math.Max(16, 2 * slot)));
                Array.Resize(ref holder, best.Length);
            }
            var (top, at) = (double.NegativeInfinity, -1);
            for (var cut = 0; cut < slots; cut++)
            {
                if (held[cut] < 0) continue;
                var value = Value(cut, points[slot]);
                if (at < 0 || value > top + TakeOver * Math.Abs(value)) (top, at) = (value, cut);
            }
            if (seen >= points.Capacity) held[holder[slot]]--;
            (best[slot], holder[slot]) = (top, at);
            held[at]++;
        }
    }

    private void Hand(int slot, int cut, double value)
    {
        held[holder[slot]]--;
        held[cut]++;
        (best[slot], holder[slot]) = (value, cut);
    }

    private double Value(int cut, ReadOnlySpan<double> point) =>
        cuts[cut * width] + Vectors.Dot(cuts.AsSpan(cut * width + 1, states), point);

    private int Take()
    {
        if (!free.TryPop(out var cut)) cut = slots++;
        if (cut >= held.Length)
        {
            var size = Math.Max(16, 2 * cut);
            Array.Resize(ref held, size);
            Array.Resize(ref cuts, size * width);
        }
        held[cut] = 0;
        return cut;
    }

    private void Release(int cut)
    {
        held[cut] = -1;
        free.Push(cut);
    }
}
