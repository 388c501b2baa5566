using Sluice.Cases;
using Sluice.Optimization;
using Sluice.Planning.Answers;

namespace Sluice.Planning.BreakEvens;

/// <summary>
/// Where the decision now turns, number by number, for those of the highest rank by influence over the range or by what they open. Budget: for each of
/// six numbers nine values a side and three more at a crossing, each from twenty refreshed points and twice three passes.
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
        var graph = context.Programme.Programme.Graph;
        // Each side decides during the wait by nodes of its own: the plan's would give another of several equally good decisions where another side had asked before.
        var shares = context.Terms.Waits < graph.Stages.Length;
        var sides = candidates.SelectMany(i => new[] { (Of: i, End: i.From), (Of: i, End: i.To) }).ToList();
        var deciders = sides.ConvertAll(_ => shares ? context.Policy.Branch(graph.Stages[..context.Terms.Waits], graph.InitialState, cancellation) : context.Policy);
        try
        {
            var numbered = sides.Zip(deciders, (s, d) => (s.Of.Assumption, s.End, Plan: d)).ToList();
            string Title((Assumption Assumption, double End, Sddp Plan) side) => $"looking where {side.Assumption.Path} turns the decision";
            BreakEvenSearch.Side Look((Assumption Assumption, double End, Sddp Plan) side) => new BreakEvenSearch(context, Search, side.Plan).Crossing(side.Assumption, side.End, cancellation);
            var (looked, whole) = shares ? context.EachApart(numbered, Title, Look, cancellation) : context.Each(numbered, Title, Look, cancellation);
            var found = candidates.Take(looked.Length / 2).Select((i, k) => BreakEvenSearch.Of(context, i, looked[2 * k], looked[2 * k + 1])).ToList();
            var answers = soFar with { BreakEvens = [.. found.OrderBy(b => b.Distance ?? double.PositiveInfinity)] };
            return whole ? answers : answers.Without(Name, $"cancelled after {found.Count} of {candidates.Count} numbers");
        }
        finally
        {
            if (shares)
                deciders.ForEach(d => d.Dispose());
        }
    }
}
