using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Planning.Answers;

namespace Sluice.Planning.BreakEvens;

/// <summary>
/// What moves the cost: ∂V/∂θ of every number that has a range or is judgement, greatest over its range first. Budget: no pass; eighty paths of the
/// plan, and two readings of the case for each number.
/// </summary>
sealed class InfluenceAnswer : IAnswer
{
    public AnswerName Name => AnswerName.Influence;

    public PlanAnswers Compute(AnswerContext context, PlanAnswers soFar, CancellationToken cancellation)
    {
        if (context.Source is null)
            return soFar.Without(Name, "the case was not read from files, so that none of its numbers can be set to another");
        if (!context.Bounds.IsBound)
            return soFar.Without(Name, "the plan is averse to risk: its paths are weighted by the measure, which their mean is not");
        var assumptions = InfluenceSearch.Varied(context.Programme.World).ToList();
        context.Report("walking the plan for its prices");
        var search = new InfluenceSearch(context, cancellation);
        var found = new Influence?[assumptions.Count];
        var done = 0;
        try
        {
            Parallel.For(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = context.Options.Threads, CancellationToken = cancellation }, i =>
            {
                found[i] = search.Of(assumptions[i]);
                if (Interlocked.Increment(ref done) is var n && n % 10 == 0)
                    lock (found)
                        context.Report($"weighing numbers ({n} of {found.Length})");
            });
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return soFar.Without(Name, "cancelled before every number was weighed, so that no rank can be given");
        }
        var influence = found.OfType<Influence>().Where(i => i.Touches).OrderByDescending(i => i.Rank).ThenBy(i => i.Assumption.Path, StringComparer.Ordinal).ToImmutableArray();
        var unread = found.Count(i => i is null);
        var answers = soFar with { Influence = influence };
        return unread == 0 ? answers : answers.Without(Name,
            $"{unread} numbers were not weighed: a little more or less of them gives the periods other states or choices, for example {assumptions.Where((_, i) => found[i] is null).First().Path}");
    }
}
