using System.Collections.Immutable;
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
        var search = new BreakEvenSearch(context, Search);
        var (found, whole) = context.Each(candidates, i => $"looking where {i.Assumption.Path} turns the decision", i => search.Of(i, cancellation), cancellation);
        var answers = soFar with { BreakEvens = [.. found.OrderBy(b => b.Distance ?? double.PositiveInfinity)] };
        return whole ? answers : answers.Without(Name, $"cancelled after {found.Length} of {candidates.Count} numbers");
    }
}
