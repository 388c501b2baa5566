using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Planning;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;
using Sluice.Planning.Hinges;
using Sluice.Planning.Unknowns;
using Sluice.Planning.Waiting;

namespace Sluice.Runs;

/// <summary>Turns what was answered into records: rounded, in the user's words. Each gives null where its question was not answered.</summary>
static class AnswersInWords
{
    public static ImmutableArray<UnansweredRecord>? Missing(BuyerPlan plan) =>
        plan.Answers.Missing.IsEmpty ? null : [.. plan.Answers.Missing.Select(m => new UnansweredRecord(AnswerNames.Of(m.Name), m.Why))];

    public static ImmutableArray<FlowRecord>? Flows(Case world, BuyerPlan plan) =>
        plan.Answers.Flows is not { } flows ? null
            : [.. flows.Select(f => new FlowRecord(Names.OfParty(world, f.Payer), Payee(world, f.Payee), Word(f.Kind), Rounding.Money(f.Expected), IsCash(f.Kind)))];

    public static ImmutableArray<UnknownRecord>? Unknowns(Case world, BuyerPlan plan) =>
        plan.Answers.Unknowns is not { } unknowns ? null
            : [.. unknowns.Select(u => new UnknownRecord(u.Assumption, AssumptionTitle.Of(world, u.Assumption), Word(u.Matters), Word(u.Gap)))];

    public static ImmutableArray<WaitingRecord>? Waiting(BuyerPlan plan) =>
        plan.Answers.Waiting is not { } prices ? null
            : [.. prices.Select(p => new WaitingRecord(p.Offer, p.Estimate is { } estimate ? Rounding.Money(estimate) : null, Rounding.Money(p.Between.Low),
                double.IsFinite(p.Between.High) ? Rounding.Money(p.Between.High) : null, p.Against == Against.Nothing ? "nothing" : "planned",
                p.Between.High - p.Between.Low <= plan.Indifference))];

    public static ImmutableArray<WhyRecord>? Why(Case world, BuyerPlan plan) =>
        plan.Answers.Causes is not { } causes ? null
            : [.. causes.Select(c => new WhyRecord(world.Market.Offers.Any(o => o.Id == c.Limit.Subject) ? c.Limit.Subject : null,
                world.Header.Clock.Periods[c.Limit.Period].Label, LimitWords.Of(world, c.Limit), Rounding.Share(c.Probability), Math.Round(c.OneMoreSaves, 2), LimitWords.UnitOf(world, c.Limit)))];

    public static ImmutableArray<FollowingRecord>? Following(Case world, BuyerPlan plan) =>
        plan.Answers.Following is not { } costs ? null
            : [.. costs.Select((c, i) => new FollowingRecord(c.Driver, c.Asks.IsEmpty ? "only jointly" : c.Driver is { } driver ? AskOf(world, driver, c.Asks) : "all asks",
                Settled(c.Cost, plan.Indifference) ? Rounding.Money((c.Cost.Low + c.Cost.High) / 2) : null,
                Rounding.Money(c.Cost.Low), double.IsFinite(c.Cost.High) ? Rounding.Money(c.Cost.High) : null,
                [.. c.Lost.Select(l => new LossRecord(l.Workload, Rounding.Quantity(l.Equivalents), Rounding.Share(l.Share)))]))];

    public static ImmutableArray<HingeRecord>? Hinges(Case world, BuyerPlan plan) =>
        plan.Answers.Hinges is not { } hinges ? null
            : [.. hinges.Select(h => new HingeRecord(h.About, h.Verdict switch { HingeVerdict.Hinges => "hinges", HingeVerdict.Robust => "robust", _ => "not settled" },
                new StakeRecord(Rounding.Money(h.Regret.Low), double.IsFinite(h.Regret.High) ? Rounding.Money(h.Regret.High) : null),
                [.. h.Changes.Select(c => new ChangeRecord(c.Offer, Rounding.Quantity(c.Here), Rounding.Quantity(c.There), DecisionRecords.UnitOf(world, world.Market.Offer(c.Offer))))]))];

    static bool Settled(Bracket cost, double indifference) => cost.High - cost.Low <= Math.Max(indifference, Math.Abs(cost.Low + cost.High) / 2);

    static string AskOf(Case world, string driver, ImmutableArray<string> asks)
    {
        var authority = world.Driver(driver).Gate?.Authorities.FirstOrDefault()?.ToUpperInvariant() ?? driver;
        return $"{authority}: {string.Join(", ", asks.Select(a => a[(a.LastIndexOf(".asks.", StringComparison.Ordinal) + 6)..].Replace('-', ' ')))}";
    }

    /// <summary>A levy goes to whoever sets the gate that raises it.</summary>
    static string Payee(Case world, string id) =>
        world.Drivers.FirstOrDefault(d => d.Id == id) is { } driver ? $"{driver.Gate?.Authorities.FirstOrDefault() ?? "government"} ({id})" : Names.OfParty(world, id);

    static string Word(CostKind kind) => kind switch
    {
        CostKind.Deposit => "deposit",
        CostKind.Balance => "balance of the price",
        CostKind.FitOut => "server, network and racks",
        CostKind.Refund => "refund",
        CostKind.Holding => "holding what waits",
        CostKind.Levy => "levy",
        CostKind.Energy => "power",
        CostKind.Rent => "rent",
        CostKind.Porting => "porting",
        CostKind.Shortage => "shortage (a price, not cash)",
        CostKind.MinimumService => "shortage below the minimum service (a price, not cash)",
        CostKind.Overrun => "over the budget (a price, not cash)",
        CostKind.Residual => "worth beyond the horizon (a credit, not cash)",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    static bool IsCash(CostKind kind) => kind is not (CostKind.Shortage or CostKind.MinimumService or CostKind.Overrun or CostKind.Residual);

    static string Word(Matters matters) => matters switch
    {
        Matters.Yes => "yes",
        Matters.No => "no",
        Matters.NotSettled => "not settled",
        _ => "not tried",
    };

    static string Word(Gap gap) => gap switch
    {
        Gap.NoBasis => "nothing says where it comes from",
        Gap.NoRange => "judgement without a range",
        Gap.Hindsight => "known only after the as-of date",
        _ => "missing, and what needs it is left out",
    };
}
