using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Planning.BreakEvens;
using Sluice.Planning.Buyer;
using Sluice.Planning.Rivals;

namespace Sluice.Runs;

/// <summary>Turns the answers about news, numbers and simpler ways into records. Each gives null where its question was not answered.</summary>
static class RateAnswersInWords
{
    /// <summary>Influences that are listed; the rest is named by nothing that a reader could act on.</summary>
    const int MostInfluences = 40;

    public static ImmutableArray<NewsRecord>? News(BuyerPlan plan) =>
        plan.Answers.News is not { } news ? null
            : [.. news.Select(n => new NewsRecord(n.Driver, Rounding.Money(n.Price), Rounding.Money(n.Low), Rounding.Money(n.High), n.High - n.Low <= plan.Indifference))];

    public static ImmutableArray<InfluenceRecord>? Influence(Case world, BuyerPlan plan) =>
        plan.Answers.Influence is not { } influence ? null
            : [.. influence.OrderByDescending(i => Math.Abs(i.OverRange)).ThenBy(i => i.Assumption.Path, StringComparer.Ordinal).Take(MostInfluences)
                .Select(i => new InfluenceRecord(i.Assumption.Path, AssumptionTitle.Of(world, i.Assumption.Path), Rounding.Three(i.PerUnit), i.Assumption.Unit, Rounding.Money(i.OverRange), i.Kink))];

    public static ImmutableArray<BreakEvenRecord>? BreakEvens(Case world, BuyerPlan plan) =>
        plan.Answers.BreakEvens is not { } breakEvens ? null
            : [.. breakEvens.Select(b => new BreakEvenRecord(b.Influence.Assumption.Path, AssumptionTitle.Of(world, b.Influence.Assumption.Path), b.Influence.Assumption.Value,
                b.Influence.Assumption.Unit, Span(b.Below), Span(b.Above), b.Nearer is null ? null : InsteadOf(world, b), b.Distance is { } d ? Rounding.Share(d) : null, b.Settled))];

    public static ImmutableArray<RivalRecord>? Rivals(BuyerPlan plan) =>
        plan.Answers.Rivals is not { } rivals ? null
            : [.. rivals.Select(r => new RivalRecord(Word(r.Policy), Rounding.Money(r.Mean), Rounding.Money(r.Tail90), Rounding.Money(r.Difference), Rounding.Money(r.Interval.Low),
                Rounding.Money(r.Interval.High), r.Perturbed is { } p ? Rounding.Money(p) : null, r.Realised is { } c ? Rounding.Money(c) : null,
                r.RootRegret is { } q ? new StakeRecord(Rounding.Money(q.Low), Rounding.Money(q.High)) : null,
                r.PerturbedInterval is { } i ? new StakeRecord(Rounding.Money(i.Low), Rounding.Money(i.High)) : null))];

    static SpanRecord? Span(Bracket? crossing) => crossing is { } c ? new SpanRecord(Rounding.Three(c.Low), Rounding.Three(c.High)) : null;

    static string InsteadOf(Case world, BreakEven found) => found.TakesOver.IsEmpty ? "not settled"
        : string.Join("; ", found.TakesOver.Take(2).Select(i => $"{i.Offer} {Rounding.Quantity(i.Quantity):N0} {DecisionRecords.UnitOf(world, world.Market.Offer(i.Offer))} instead of {Rounding.Quantity(i.Otherwise):N0}"));

    static string Word(RivalPolicy policy) => policy switch
    {
        RivalPolicy.Sluice => "sluice",
        RivalPolicy.TwoStage => "two-stage",
        RivalPolicy.Average => "average",
        _ => "habit",
    };
}
