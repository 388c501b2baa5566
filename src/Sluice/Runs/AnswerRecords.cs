using System.Collections.Immutable;

namespace Sluice.Runs;

/// <summary>What waiting with an offer costs: V(nothing of it during the wait) − V; where nothing is advised, V(the planned amount now) − V.</summary>
/// <param name="Offer">Offer.</param>
/// <param name="Price">Paired estimate, money, 0 or more; null where there is none.</param>
/// <param name="Low">Low end of what the bounds allow, money, 0 or more.</param>
/// <param name="High">High end; null where there is no bound.</param>
/// <param name="Against">What the advice is held against: <c>nothing</c> or <c>planned</c>.</param>
/// <param name="Settled">Whether the interval is narrower than the indifference.</param>
public sealed record WaitingRecord(string Offer, double? Price, double Low, double? High, string Against, bool Settled);

/// <summary>What it would be worth to know a driver's level at the end of the wait before deciding.</summary>
/// <param name="Driver">Driver.</param>
/// <param name="Price">Paired estimate, money, 0 or more; null where there is none.</param>
/// <param name="Low">Low end of what the bounds allow, money, 0 or more.</param>
/// <param name="High">High end; null where there is no bound.</param>
/// <param name="Settled">Whether the interval is narrower than the indifference.</param>
public sealed record NewsRecord(string Driver, double? Price, double Low, double? High, bool Settled);

/// <summary>The value of an assumption at which the decision now stops being right.</summary>
/// <param name="Assumption">Path in the case.</param>
/// <param name="Title">Words for it.</param>
/// <param name="Today">Value in the case.</param>
/// <param name="Unit">Unit of the values.</param>
/// <param name="Below">Interval of the nearest crossing under today's value; null where there is none in the range.</param>
/// <param name="Above">Interval of the nearest crossing over today's value; null where there is none in the range.</param>
/// <param name="TakesOver">What is done instead beyond the nearer crossing; null where nothing crosses.</param>
/// <param name="Distance">Distance of the nearer crossing, in the assumption's own range (1: the width of the range); null where nothing crosses.</param>
/// <param name="Settled">Whether the crossing is known to half the range or better.</param>
public sealed record BreakEvenRecord(
    string Assumption, string Title, double Today, string Unit, SpanRecord? Below, SpanRecord? Above, string? TakesOver, double? Distance, bool Settled);

/// <summary>An interval of values.</summary>
/// <param name="From">Low end.</param>
/// <param name="To">High end.</param>
public sealed record SpanRecord(double From, double To);

/// <summary>How much the optimal cost moves with an assumption.</summary>
/// <param name="Assumption">Path in the case.</param>
/// <param name="Title">Words for it.</param>
/// <param name="PerUnit">Money per unit of it; one-sided where <paramref name="Kink"/> says so.</param>
/// <param name="Unit">Unit of the assumption.</param>
/// <param name="OverRange">Money over the assumption's own range.</param>
/// <param name="Kink">Whether the two sides differ, or the plan stands where several slopes meet and the figure is one of them.</param>
public sealed record InfluenceRecord(string Assumption, string Title, double PerUnit, string Unit, double OverRange, bool Kink);

/// <summary>Whether the decision now depends on something that is not settled.</summary>
/// <param name="About">The question, for example <c>dispute asked-or-paused: asked</c>.</param>
/// <param name="Verdict"><c>robust</c>, <c>hinges</c> or <c>not settled</c>.</param>
/// <param name="Regret">Interval of the regret of today's decision in that world, money.</param>
/// <param name="Changes">What the decision would be there, where it differs.</param>
public sealed record HingeRecord(string About, string Verdict, StakeRecord Regret, ImmutableArray<ChangeRecord> Changes);

/// <summary>One quantity that differs between two worlds.</summary>
/// <param name="Offer">Offer.</param>
/// <param name="Here">Quantity in the plan.</param>
/// <param name="There">Quantity in the other world.</param>
/// <param name="Unit">Unit.</param>
public sealed record ChangeRecord(string Offer, double Here, double There, string Unit);

/// <summary>A limit that holds the plan back.</summary>
/// <param name="Offer">Offer; null for a limit of the whole, such as power or a budget.</param>
/// <param name="Period">Label of the period.</param>
/// <param name="Limit">The limit, in words.</param>
/// <param name="Probability">Share of paths on which it binds, 0 to 1.</param>
/// <param name="ValueOfOneMore">Money that one more unit of it saves, mean over all paths.</param>
/// <param name="Unit">Unit of the limit.</param>
public sealed record WhyRecord(string? Offer, string Period, string Limit, double Probability, double ValueOfOneMore, string Unit);

/// <summary>Who pays whom.</summary>
/// <param name="Payer">Who pays.</param>
/// <param name="Payee">Who is paid.</param>
/// <param name="Kind">Kind of cost, for example <c>price</c> or <c>rent</c>; credits and penalties that no cash stands behind say so.</param>
/// <param name="Expected">Expected discounted money.</param>
/// <param name="IsCash">Whether money moves; false for credits and prices of shortage.</param>
public sealed record FlowRecord(string Payer, string Payee, string Kind, double Expected, bool IsCash);

/// <summary>What following an ask costs.</summary>
/// <param name="Driver">Driver whose authority asked; null for all asks together and for what only their joint removal frees.</param>
/// <param name="Ask">The ask, in words; <c>all asks</c>; or <c>only jointly</c>.</param>
/// <param name="Cost">V(case) − V(the world in which it had not been asked), money: the middle of the interval; null where it is not settled.</param>
/// <param name="Low">Low end.</param>
/// <param name="High">High end; null where there is no bound.</param>
/// <param name="Unserved">Service lost over the horizon, by workload.</param>
public sealed record FollowingRecord(string? Driver, string Ask, double? Cost, double Low, double? High, ImmutableArray<LossRecord> Unserved);

/// <summary>Service lost.</summary>
/// <param name="Workload">Workload.</param>
/// <param name="Equivalents">Equivalent-months lost over the horizon, mean.</param>
/// <param name="Share">Of demand.</param>
public sealed record LossRecord(string Workload, double Equivalents, double Share);

/// <summary>Something the case does not know.</summary>
/// <param name="Assumption">Path in the case.</param>
/// <param name="Title">Words for it.</param>
/// <param name="Matters"><c>yes</c>: its range crosses a break-even; <c>no</c>; <c>not settled</c>; <c>not tried</c>.</param>
/// <param name="Why">Why it is unknown and what makes it matter.</param>
public sealed record UnknownRecord(string Assumption, string Title, string Matters, string Why);

/// <summary>The plan beside simpler ways, on common paths.</summary>
/// <param name="Policy"><c>sluice</c>, <c>two-stage</c>, <c>average</c> or <c>habit</c>.</param>
/// <param name="Mean">Mean discounted cost.</param>
/// <param name="Tail90">One path in ten costs more.</param>
/// <param name="Difference">Mean cost over Sluice's on the same paths.</param>
/// <param name="IntervalLow">Low end of the 95 % interval of the difference.</param>
/// <param name="IntervalHigh">High end.</param>
/// <param name="PerturbedDifference">The difference where the true rates are draws from the ranges of those stated; null where none has a range.</param>
/// <param name="Realised">Cost along the levels that came true; null where the atlas does not know them.</param>
/// <param name="RootRegret">V(its decision now) − V, interval; null where not computed.</param>
/// <param name="PerturbedInterval">95 % interval of the difference under other rates, over the draws of rates; null where there is none.</param>
public sealed record RivalRecord(
    string Policy, double Mean, double Tail90, double Difference, double IntervalLow, double IntervalHigh, double? PerturbedDifference,
    double? Realised, StakeRecord? RootRegret, StakeRecord? PerturbedInterval = null);

/// <summary>A day that presses.</summary>
/// <param name="Day">Day.</param>
/// <param name="Kind"><c>decide</c>, <c>cancel</c>, <c>quote</c>, <c>arrives</c> or <c>event</c>.</param>
/// <param name="Offer">Offer; null for an event.</param>
/// <param name="What">What must be done by then, or happens then.</param>
public sealed record CalendarRecord(DateOnly Day, string Kind, string? Offer, string What);

/// <summary>An answer that was asked for and not given, or not in full.</summary>
/// <param name="Answer">Its key in the result.</param>
/// <param name="Why">Why.</param>
public sealed record UnansweredRecord(string Answer, string Why);
