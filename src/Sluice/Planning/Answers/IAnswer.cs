using System.Collections.Immutable;
using Sluice.Planning.BreakEvens;
using Sluice.Planning.Causes;
using Sluice.Planning.Flows;
using Sluice.Planning.Following;
using Sluice.Planning.Hinges;
using Sluice.Planning.News;
using Sluice.Planning.Rivals;
using Sluice.Planning.Unknowns;
using Sluice.Planning.Waiting;

namespace Sluice.Planning.Answers;

/// <summary>One question that is answered after training.</summary>
interface IAnswer
{
    /// <summary>Its name.</summary>
    AnswerName Name { get; }

    /// <summary>
    /// Computes it and puts it beside the answers so far. What it cannot answer it says with <see cref="PlanAnswers.Without"/>; where it is
    /// cancelled it throws, or keeps what it has and says so.
    /// </summary>
    PlanAnswers Compute(AnswerContext context, PlanAnswers soFar, CancellationToken cancellation);
}

/// <summary>All answers, in the order in which they are computed: what others read comes before them.</summary>
static class AnswerList
{
    public static ImmutableArray<IAnswer> All { get; } =
    [
        new FlowsAnswer(),
        new WhyAnswer(),
        new WaitingAnswer(),
        new FollowingAnswer(),
        new NewsAnswer(),
        new InfluenceAnswer(),
        new BreakEvensAnswer(),
        new HingesAnswer(),
        new RivalsAnswer(),
        new UnknownsAnswer(),
    ];
}
