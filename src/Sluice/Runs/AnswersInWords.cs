using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Planning;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;
using Sluice.Planning.Unknowns;

namespace Sluice.Runs;

/// <summary>Turns what was answered into records: rounded, in the user's words. Each gives null where its question was not answered.</summary>
static class AnswersInWords
{
    public static ImmutableArray<UnansweredRecord>? Missing(BuyerPlan plan) =>
        plan.Answers.Missing.IsEmpty ? null : [.. plan.Answers.Missing.Select(m => new UnansweredRecord(AnswerNames.Of(m.Name), m.Why))];

    public static ImmutableArray<FlowRecord>? Flows(Case world, BuyerPlan plan) =>
        plan.Answers.Flows is not { } flows ? null
            : [.. flows.Select(f => new FlowRecord(Names.OfParty(world, f.Payer), Names.OfParty(world, f.Payee), Word(f.Kind), Rounding.Money(f.Expected), IsCash(f.Kind)))];

    public static ImmutableArray<UnknownRecord>? Unknowns(Case world, BuyerPlan plan) =>
        plan.Answers.Unknowns is not { } unknowns ? null
            : [.. unknowns.Select(u => new UnknownRecord(u.Assumption, AssumptionTitle.Of(world, u.Assumption), Word(u.Matters), Word(u.Gap)))];

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
