namespace Sluice.Optimization;

/// <summary>
/// The cuts of one node: θ ≥ slope · (outgoing state) + intercept. A cut is held while it is the highest at some stored trial point
/// (level-1 selection); one that is neither held nor used by a solver is forgotten.
/// </summary>
internal sealed class CutPool(int states, TrialPoints points)
{
    // A newcomer must be higher by this share to take a point over: equal cuts would otherwise change places for ever.
    private const double TakeOver = 1e-9;
    private const int Free = -1;

    private readonly int width = Vectors.Width(states);
    private readonly Stack<int> free = new();
    private double[] cuts = [];
    private int[] held = [], uses = [];
    private double[] best = [];
    private int[] holder = [];
    private double[] products = [];
    private int seen;

    /// <summary>Slots ever taken; a slot may be free.</summary>
    internal int Slots { get; private set; }

    /// <summary>Cuts held now.</summary>
    internal int Held { get; private set; }

    /// <summary>Rises whenever the held cuts change.</summary>
    internal int Version { get; private set; }

    internal bool IsHeld(int slot) => held[slot] > 0;

    internal double Intercept(int slot) => cuts[slot * width + states];

    internal ReadOnlySpan<double> Slope(int slot) => cuts.AsSpan(slot * width, states);

    /// <summary>A cut as slopes, intercept, zeros.</summary>
    internal ReadOnlySpan<double> Function(int slot) => cuts.AsSpan(slot * width, width);

    /// <summary>Keeps a slot from being forgotten while a solver refers to it.</summary>
    internal void Use(int slot) => uses[slot]++;

    internal void EndUse(int slot)
    {
        uses[slot]--;
        ForgetIfIdle(slot);
    }

    /// <summary>The held cut that is highest at an outgoing state given with its 1, and its value there; slot −1 and −∞ without cuts.</summary>
    internal (int Slot, double Value) Highest(ReadOnlySpan<double> outgoing)
    {
        var values = Values(outgoing);
        var (at, top) = (-1, double.NegativeInfinity);
        for (var slot = 0; slot < values.Length; slot++)
            if (values[slot] > top && held[slot] > 0) (at, top) = (slot, values[slot]);
        return (at, top);
    }

    /// <summary>Adds a cut given as slopes, intercept, zeros.</summary>
    internal void Add(ReadOnlySpan<double> function)
    {
        var cut = Take();
        function.CopyTo(cuts.AsSpan(cut * width, width));
        var known = Math.Min(seen, points.Capacity);
        var values = Room(known);
        Vectors.Products(points.All, function, values);
        for (var point = 0; point < values.Length; point++)
            if (values[point] > best[point] + TakeOver * Math.Abs(values[point])) Hand(point, cut, values[point]);
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
            var values = Values(points[point]);
            var (top, at) = (double.NegativeInfinity, -1);
            for (var cut = 0; cut < values.Length; cut++)
                if (held[cut] != Free && (at < 0 || values[cut] > top + TakeOver * Math.Abs(values[cut]))) (top, at) = (values[cut], cut);
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

    private Span<double> Values(ReadOnlySpan<double> point)
    {
        var values = Room(Slots);
        Vectors.Products(cuts, point, values);
        return values;
    }

    private Span<double> Room(int count)
    {
        if (products.Length < count) products = new double[2 * count];
        return products.AsSpan(0, count);
    }

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
