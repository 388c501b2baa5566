using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Planning;

/// <summary>
/// What the columns and rows of one period's linear programme mean. The programme is built from it: a column's cost is the sum of its cost
/// items, a row or bound is a limit. "Who pays" is the sum of items; "why" is the dual of a limit. The optimiser sees only integers.
/// </summary>
/// <param name="Columns">Choices, by column.</param>
/// <param name="Rows">Limits, by row.</param>
public sealed record Legend(ImmutableArray<Choice> Columns, ImmutableArray<Limit> Rows);

/// <summary>One column: something that can be chosen, or a state that results.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Subject">Offer, asset, workload, stack or quota that it concerns.</param>
/// <param name="With">Workload or step that it concerns besides; empty where none.</param>
/// <param name="Period">Period that it concerns: the present one, or the one in which units fall due.</param>
/// <param name="Costs">Cost items per thousand units or equivalents, millions, discounted to the as-of date.</param>
/// <param name="Most">Its upper bound, thousands; infinite where it has none.</param>
/// <param name="Upper">The limit that the upper bound stands for; null where it has none.</param>
public sealed record Choice(
    ChoiceKind Kind, string Subject, string With, int Period, ImmutableArray<CostItem> Costs, double Most, Limit? Upper);

/// <summary>One payment that a choice causes.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Payer">Party that pays.</param>
/// <param name="Payee">Party that receives.</param>
/// <param name="PerUnit">Money from payer to payee: millions per thousand units or equivalents, discounted to the as-of date; 0 or more.</param>
/// <param name="From">Where the figures come from.</param>
public sealed record CostItem(CostKind Kind, string Payer, string Payee, double PerUnit, ImmutableArray<Provenance> From);

/// <summary>One row, or the upper bound of a column: something that limits choices.</summary>
/// <param name="Kind">Kind.</param>
/// <param name="Subject">Offer, asset, workload, place or stack that it concerns.</param>
/// <param name="With">Workload or step that it concerns besides; empty where none.</param>
/// <param name="Period">Period that it concerns.</param>
/// <param name="From">Where it is stated: figures, effects, measures.</param>
public sealed record Limit(LimitKind Kind, string Subject, string With, int Period, ImmutableArray<Provenance> From);

/// <summary>Kinds of choices.</summary>
public enum ChoiceKind
{
    /// <summary>Units ordered.</summary>
    Order,

    /// <summary>Units on order that are given back before they fall due.</summary>
    Cancel,

    /// <summary>Held units that are given back.</summary>
    CancelHeld,

    /// <summary>Units that lapse at the refund.</summary>
    Lapse,

    /// <summary>Units that pass and whose balance falls due whether they are taken or not.</summary>
    Pass,

    /// <summary>Units received.</summary>
    Receive,

    /// <summary>Units that wait at a gate, left there or stopped (state).</summary>
    Held,

    /// <summary>Units that pass a gate which stops others, and are left.</summary>
    Left,

    /// <summary>Units that fall due in a later period (state).</summary>
    Due,

    /// <summary>Due units of the last period that do not come.</summary>
    Unfilled,

    /// <summary>Units received and free to use (state).</summary>
    Stock,

    /// <summary>Units received that may not be used for some workloads (state).</summary>
    Barred,

    /// <summary>Free units at work.</summary>
    Use,

    /// <summary>Barred units at work that is still allowed.</summary>
    UseBarred,

    /// <summary>Equivalents rented more.</summary>
    RentMore,

    /// <summary>Equivalents given up.</summary>
    GiveUp,

    /// <summary>Equivalents rented (state).</summary>
    Rent,

    /// <summary>Rented equivalents that serve a workload, where the rental can serve several.</summary>
    Serve,

    /// <summary>Equivalents ported.</summary>
    Port,

    /// <summary>Equivalents ported and usable (state).</summary>
    Ported,

    /// <summary>Equivalents whose porting ends in a later period (state).</summary>
    PortDue,

    /// <summary>Demand left unserved.</summary>
    Unserved,

    /// <summary>Units left of a quote (state).</summary>
    QuoteLeft,

    /// <summary>Units left of a quota (state).</summary>
    QuotaLeft,

    /// <summary>Domestic units that foreign ones may still be set against (state).</summary>
    Credit,

    /// <summary>Units that may still be delivered under a cap in all (state).</summary>
    DeliveryLeft,

    /// <summary>Money left of the budget (state).</summary>
    BudgetLeft,

    /// <summary>Money above the budget.</summary>
    Overrun,

    /// <summary>Units that may still be ordered during the wait (state of a question, not of the case).</summary>
    Allowance,
}

/// <summary>Kinds of cost items.</summary>
public enum CostKind
{
    /// <summary>Share of the price paid at the order.</summary>
    Deposit,

    /// <summary>Rest of the price.</summary>
    Balance,

    /// <summary>Server, network and racks.</summary>
    FitOut,

    /// <summary>Money given back for a cancelled unit.</summary>
    Refund,

    /// <summary>Cost of leaving units at an open gate.</summary>
    Holding,

    /// <summary>Levy on the price.</summary>
    Levy,

    /// <summary>Power.</summary>
    Energy,

    /// <summary>Rent, and notice of what is given up.</summary>
    Rent,

    /// <summary>Porting.</summary>
    Porting,

    /// <summary>Demand left unserved.</summary>
    Shortage,

    /// <summary>Demand left unserved below the minimum service.</summary>
    MinimumService,

    /// <summary>Money above the budget.</summary>
    Overrun,

    /// <summary>Worth of a unit beyond the horizon: a credit, not cash.</summary>
    Residual,
}

/// <summary>Kinds of limits.</summary>
public enum LimitKind
{
    /// <summary>What the seller supplies.</summary>
    Supply,

    /// <summary>What is left of a quote.</summary>
    Quote,

    /// <summary>Orders stopped or capped by a gate.</summary>
    Gate,

    /// <summary>What is left of a quota.</summary>
    Quota,

    /// <summary>Domestic units needed for foreign ones.</summary>
    Bundle,

    /// <summary>Units due and passing.</summary>
    Delivery,

    /// <summary>What an earlier decision leaves: a balance of units.</summary>
    Balance,

    /// <summary>Units that stand and may be used.</summary>
    Stock,

    /// <summary>Power of a place.</summary>
    Power,

    /// <summary>Racks of a place.</summary>
    Racks,

    /// <summary>Demand of a workload.</summary>
    Demand,

    /// <summary>Width of a step of shortage.</summary>
    Step,

    /// <summary>What is ported to a stack.</summary>
    Ported,

    /// <summary>How fast porting goes.</summary>
    PortingRate,

    /// <summary>What can be rented.</summary>
    RentLimit,

    /// <summary>Money.</summary>
    Budget,

    /// <summary>What a question allows during the wait.</summary>
    Question,
}
