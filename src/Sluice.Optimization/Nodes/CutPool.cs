namespace Sluice.Optimization;

/// <summary>
/// The cuts of one node: θ ≥ intercept + slope · (outgoing state). A cut is held while it is the highest at some stored trial point
/// (level-1 selection); one that is neither held nor used by a solver is forgotten.
/// </summary>
internal sealed class CutPool(int states, TrialPoints points)
{
    // A newcomer must be higher by this share to take a point over: equal cuts would otherwise change places for ever.
    private const double TakeOver = 1e-9;
    private const int Free = -1;

    private readonly int width = states + 1;
    private readonly Stack<int> free = new();
    private double[] cuts = [];
    private int[] held = [], uses = [];
    private double[] best = [];
    private int[] holder = [];
    private int seen;

    /// <summary>Slots ever taken; a slot may be free.</summary>
    internal int Slots { get; private set; }

    /// <summary>Cuts held now.</summary>
    internal int Held { get; private set; }

    /// <summary>Rises whenever the held cuts change.</summary>
    internal int Version { get; private set; }

    internal bool IsHeld(int slot) => held[slot] > 0;

    internal double Intercept(int slot) => cuts[slot * width];

    internal ReadOnlySpan<double> Slope(int slot) => cuts.AsSpan(slot * width + 1, states);

    /// <summary>Keeps a slot from being forgotten while a solver refers to it.</summary>
    internal void Use(int slot) => uses[slot]++;

    internal void EndUse(int slot)
    {
        uses[slot]--;
        ForgetIfIdle(slot);
    }

    /// <summary>The held cut that is highest at an outgoing state, and its value there; slot −1 and −∞ without cuts.</summary>
    internal (int Slot, double Value) Highest(ReadOnlySpan<double> outgoing)
    {
        var (at, top) = (-1, double.NegativeInfinity);
        for (var slot = 0; slot < Slots; slot++)
        {
            if (held[slot] <= 0) continue;
            var value = Value(slot, outgoing);
            if (value > top) (at, top) = (slot, value);
        }
        return (at, top);
    }

    internal void Add(double intercept, ReadOnlySpan<double> slope)
    {
        var cut = Take();
        cuts[cut * width] = intercept;
        slope.CopyTo(cuts.AsSpan(cut * width + 1, states));
        var known = Math.Min(seen, points.Capacity);
        for (var point = 0; point < known; point++)
        {
            var value = Value(cut, points[point]);
            if (value > best[point] + TakeOver * Math.Abs(value)) Hand(point, cut, value);
        }
        Look();
        ForgetIfIdle(cut);
        Version++;
    }

    // Gives points stored since the last look to the highest cut at each.
    private void Look()
    {
        seen = Math.Max(seen, points.Count - points.Capacity);
        for (; seen < points.Count; seen++)
        {
            var point = seen % points.Capacity;
            if (point >= best.Length)
            {
                Array.Resize(ref best, Math.Min(points.Capacity, Math.Max(16, 2 * point)));
                Array.Resize(ref holder, best.Length);
            }
            var (top, at) = (double.NegativeInfinity, -1);
            for (var cut = 0; cut < Slots; cut++)
            {
                if (held[cut] == Free) continue;
                var value = Value(cut, points[point]);
                if (at < 0 || value > top + TakeOver * Math.Abs(value)) (top, at) = (value, cut);
            }
            Hold(at);
            if (seen >= points.Capacity) LetGo(holder[point]);
            (best[point], holder[point]) = (top, at);
        }
    }

    private void Hand(int point, int cut, double value)
    {
        Hold(cut);
        LetGo(holder[point]);
        (best[point], holder[point]) = (value, cut);
    }

    private void Hold(int cut)
    {
        if (held[cut]++ == 0) Held++;
    }

    private void LetGo(int cut)
    {
        if (--held[cut] == 0) Held--;
        ForgetIfIdle(cut);
    }

    private double Value(int cut, ReadOnlySpan<double> point) => cuts[cut * width] + Vectors.Dot(cuts.AsSpan(cut * width + 1, states), point);

    private int Take()
    {
        if (!free.TryPop(out var cut)) cut = Slots++;
        if (cut >= held.Length)
        {
            var size = Math.Max(16, 2 * cut);
            Array.Resize(ref held, size);
            Array.Resize(ref uses, size);
            Array.Resize(ref cuts, size * width);
        }
        (held[cut], uses[cut]) = (0, 0);
        return cut;
    }

    private void ForgetIfIdle(int cut)
    {
        if (held[cut] != 0 || uses[cut] != 0) return;
        held[cut] = Free;
        free.Push(cut);
    }
}
