using Sluice.Planning.Answers;

namespace Sluice.Planning.BreakEvens;

/// <summary>
/// Where the decision now turns, number by number, for those of the highest rank by influence over the range or by what they open. Budget: for each of
/// six numbers nine values a side and three more at a crossing, each from twenty refreshed points and twice three passes, or eight and twice one where those find
/// next to no regret.
/// </summary>
sealed class BreakEvensAnswer : IAnswer
{
    /// <summary>How finely.</summary>
    public BreakEvenOptions Search { get; init; } = new();

    public AnswerName Name => AnswerName.BreakEvens;

    public PlanAnswers Compute(AnswerContext context, PlanAnswers soFar, CancellationToken cancellation)
    {
        // Ranks are found where they were not asked for; the answer to that question stays unasked.
        if ((soFar.Influence ?? new InfluenceAnswer().Compute(context, PlanAnswers.Empty, cancellation).Influence) is not { } influence)
            return soFar.Without(Name, "candidates are ranked by influence, which was not found");
        var candidates = influence.Where(i => i.Touches).Take(Search.Full).ToList();
        var search = new BreakEvenSearch(context, Search, new PlanDecisions(context.Policy));
        search.Prepare();
        // Sides of numbers that leave the paths as they are are scanned in turns side by side, the others after them one by one.
        var sides = candidates.SelectMany(i => new[] { (Of: i, End: i.From), (Of: i, End: i.To) }).ToList();
        List<SideScan> Scans(bool movePaths) => [.. sides.Where(s => BreakEvenSearch.MovesPaths(s.Of.Assumption) == movePaths)
            .Select(s => search.Scan(s.Of.Assumption, s.End, movePaths ? context.Options.Threads : 1))];
        var (apart, after) = (Scans(false), Scans(true));
        string Title(SideScan scan) => $"looking where {scan.Assumption.Path} turns the decision, value {scan.Looked + 1}";
        var whole = context.InTurns(apart, Title, s => s.Advance(cancellation), cancellation);
        whole = whole && context.Each(after, Title, s =>
        {
            while (s.Advance(cancellation))
                context.Report(Title(s));
            return s;
        }, cancellation).Whole;
        var found = candidates.Select(i => (Influence: i, Scans: apart.Concat(after).Where(s => s.Assumption == i.Assumption && s.IsDone).ToList())).Where(f => f.Scans.Count == 2)
            .Select(f => BreakEvenSearch.Of(context, f.Influence, f.Scans[0].Found, f.Scans[1].Found)).ToList();
        var answers = soFar with { BreakEvens = [.. found.OrderBy(b => b.Distance ?? double.PositiveInfinity)] };
        return whole ? answers : answers.Without(Name, $"cancelled after {found.Count} of {candidates.Count} numbers");
    }
}
