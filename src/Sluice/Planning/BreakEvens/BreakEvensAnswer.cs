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
        // Sides of numbers that leave the paths as they are go on side by side, the others after them one by one.
        var sides = candidates.SelectMany(i => new[] { (Of: i, Above: 0), (Of: i, Above: 1) }).ToList();
        string Title((Influence Of, int Above) side) => $"looking where {side.Of.Assumption.Path} turns the decision";
        BreakEvenSearch.Side Look((Influence Of, int Above) side) => search.Crossing(side.Of.Assumption, side.Above == 1 ? side.Of.To : side.Of.From, cancellation);
        var (apart, after) = (sides.FindAll(s => !BreakEvenSearch.MovesPaths(s.Of.Assumption)), sides.FindAll(s => BreakEvenSearch.MovesPaths(s.Of.Assumption)));
        var (first, firstWhole) = context.EachApart(apart, Title, Look, cancellation);
        var (second, secondWhole) = firstWhole ? context.Each(after, Title, Look, cancellation) : ([], false);
        var looked = apart.Zip(first).Concat(after.Zip(second)).ToDictionary(p => (p.First.Of.Assumption.Path, p.First.Above), p => p.Second);
        var found = candidates.Where(i => looked.ContainsKey((i.Assumption.Path, 0)) && looked.ContainsKey((i.Assumption.Path, 1)))
            .Select(i => BreakEvenSearch.Of(context, i, looked[(i.Assumption.Path, 0)], looked[(i.Assumption.Path, 1)])).ToList();
        var answers = soFar with { BreakEvens = [.. found.OrderBy(b => b.Distance ?? double.PositiveInfinity)] };
        return firstWhole && secondWhole ? answers : answers.Without(Name, $"cancelled after {found.Count} of {candidates.Count} numbers");
    }
}
