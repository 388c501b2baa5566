using System.Collections.Immutable;
using Sluice.Planning.Answers;

namespace Sluice.Planning.Causes;

/// <summary>A limit that holds the plan back.</summary>
/// <param name="Limit">The limit, with its provenance.</param>
/// <param name="Probability">Share of paths on which it binds, 0 to 1.</param>
/// <param name="OneMoreSaves">Money that one more unit of it saves, mean over all paths, discounted; of a budget, money per money.</param>
/// <param name="Weight">Money at stake, by which causes are ranked: that saving times the size of the limit.</param>
public sealed record Cause(Limit Limit, double Probability, double OneMoreSaves, double Weight);

/// <summary>
/// Why: limits of the legend with the share of paths on which they bind and their dual. A dual is one-sided where an optimum is degenerate.
/// Budget: nothing beyond the plan's own paths.
/// </summary>
sealed class WhyAnswer : IAnswer
{
    public AnswerName Name => AnswerName.Why;

    public PlanAnswers Compute(AnswerContext context, PlanAnswers soFar, CancellationToken cancellation) =>
        soFar with { Causes = context.Causes.Means(context.Options.Paths) };
}
