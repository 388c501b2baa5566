using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Market;
using Sluice.Outlooks;
using Sluice.Planning.Answers;
using Sluice.Planning.BreakEvens;
using Sluice.Quantities;

namespace Sluice.Planning.Unknowns;

/// <summary>Something the case does not know.</summary>
/// <param name="Assumption">Path in the case.</param>
/// <param name="Matters">Whether its range crosses a break-even.</param>
/// <param name="Gap">What is missing about it.</param>
public sealed record Unknown(string Assumption, Matters Matters, Gap Gap);

/// <summary>Whether something unknown matters to the decision now.</summary>
public enum Matters
{
    /// <summary>Its range crosses a break-even.</summary>
    Yes,

    /// <summary>The bounds are too wide to say.</summary>
    NotSettled,

    /// <summary>No break-even was looked for.</summary>
    NotTried,

    /// <summary>Its range crosses none.</summary>
    No,
}

/// <summary>What is missing about a number.</summary>
public enum Gap
{
    /// <summary>It is missing, and what needs it is left out.</summary>
    Missing,

    /// <summary>Nothing says where it comes from.</summary>
    NoBasis,

    /// <summary>It is judgement, and no range is stated.</summary>
    NoRange,

    /// <summary>It rests on what was known only after the as-of date.</summary>
    Hindsight,
}

/// <summary>
/// What the case does not know, ranked by whether it matters: numbers without basis, judgement without range, hindsight. Budget: no pass; it
/// reads what the break-evens found, and says "not tried" where none were looked for.
/// </summary>
sealed class UnknownsAnswer : IAnswer
{
    public AnswerName Name => AnswerName.Unknowns;

    public PlanAnswers Compute(AnswerContext context, PlanAnswers soFar, CancellationToken cancellation) => soFar with
    {
        Unknowns = [.. Missing(context).Concat(context.Programme.World.Assumptions.Select(Of).OfType<Unknown>()).Select(u => u with { Matters = MattersOf(u, soFar.BreakEvens) })
            .OrderBy(u => u.Matters).ThenBy(u => u.Gap).ThenBy(u => u.Assumption, StringComparer.Ordinal)],
    };

    /// <summary>By the break-even that was looked for, where one was.</summary>
    static Matters MattersOf(Unknown unknown, ImmutableArray<BreakEven>? breakEvens) =>
        breakEvens?.FirstOrDefault(b => b.Influence.Assumption.Path == unknown.Assumption) is not { } found ? Matters.NotTried
        : !found.Settled ? Matters.NotSettled : found.Nearer is null ? Matters.No : Matters.Yes;

    static Unknown? Of(Assumption assumption) =>
        !assumption.Basis.IsStated ? new Unknown(assumption.Path, Matters.NotTried, Gap.NoBasis)
        : assumption.Hindsight ? new Unknown(assumption.Path, Matters.NotTried, Gap.Hindsight)
        : assumption is { Basis: Judgement, Low: null } ? new Unknown(assumption.Path, Matters.NotTried, Gap.NoRange) : null;

    /// <summary>Figures that an effect asks for, and speeds of what is offered or stands, that nothing states or lets compute.</summary>
    static IEnumerable<Unknown> Missing(AnswerContext context)
    {
        var terms = context.Terms;
        foreach (var subject in terms.Conditions.Notes.Where(n => n.What == ConditionConcern.UnknownFigure).Select(n => n.Subject).Distinct(StringComparer.Ordinal))
            yield return new Unknown($"parts.{subject.Replace(' ', '.')}", Matters.NotTried, Gap.Missing);
        foreach (var part in terms.Assets.Select(a => terms.World.Market.Part(a.Part)).DistinctBy(p => p.Id))
            foreach (var workload in terms.Workloads)
                if (Speed.Of(part, workload, terms.World.Market.Part(workload.Reference.Id)) is null)
                    yield return new Unknown($"workloads.{workload.Id}.speed.{part.Id}", Matters.NotTried, Gap.Missing);
    }
}
