namespace Sluice.Optimization;

/// <summary>Foresees how long the rounds of a decomposition will go on, from those before.</summary>
/// <remarks>
/// The logarithm of the gap is taken to go on falling as in the later half of the rounds. Decompositions often end at one blow, when the right basis is met: until as many
/// rounds as usual are done, the rest of them may be less, but not less than half. The first round also builds the programmes, so it tells little of the others' time.
/// </remarks>
/// <param name="tolerance">Relative gap wanted.</param>
/// <param name="usual">Rounds that such a problem takes as a rule.</param>
internal sealed class Foresight(double tolerance, int usual)
{
    private const int FewestRounds = 4;
    private const int Recent = 5;
    private const double OfTheFirst = 1.0 / 3;

    private readonly List<double> logarithms = [], ends = [];

    /// <summary>Seconds left after a round.</summary>
    /// <param name="elapsed">Seconds for all rounds until now.</param>
    /// <param name="lower">Lower bound; may be −∞.</param>
    /// <param name="upper">Upper bound; may be +∞.</param>
    internal double After(double elapsed, double lower, double upper)
    {
        var gap = (upper - lower) / Math.Max(1e-10, Math.Abs(upper));
        logarithms.Add(double.IsFinite(gap) && gap > 0 ? Math.Log(gap) : double.PositiveInfinity);
        var rounds = logarithms.Count;
        double rest = rounds < usual ? usual - rounds : double.PositiveInfinity;
        if (rounds >= FewestRounds && ByRate() is var falling && double.IsFinite(falling)) rest = Math.Min(falling, Math.Max(double.IsFinite(rest) ? rest : falling, falling / 2));
        ends.Add(elapsed);
        var since = Math.Max(0, rounds - 1 - Recent);
        var round = rounds == 1 ? OfTheFirst * elapsed : (elapsed - ends[since]) / (rounds - 1 - since);
        return round * Math.Max(1, rest);
    }

    private double ByRate()
    {
        var (last, half) = (logarithms.Count - 1, (logarithms.Count - 1) / 2);
        var rate = (logarithms[half] - logarithms[last]) / (last - half);
        return rate > 0 && double.IsFinite(rate) ? Math.Max(0, logarithms[last] - Math.Log(tolerance)) / rate : double.PositiveInfinity;
    }
}
