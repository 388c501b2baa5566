using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>The codes of the checks: 03xx outlook, 041x to 043x market, 05xx evidence, 07xx gates.</summary>
public static class CheckCodes
{
    /// <summary>SLU0301: a level that the driver does not have.</summary>
    public static readonly DiagnosticCode UnknownLevel = Error("SLU0301", "A level that the driver does not have", "A history, move, condition or option names it.", "moves: {shut: {from: licenced, to: closed, chance: 10 % per quarter}}", "Correct the name, or add the level.");

    /// <summary>SLU0302: a move that the driver does not have.</summary>
    public static readonly DiagnosticCode UnknownMove = Error("SLU0302", "A move that the driver does not have", "The calendar or `recent` names it.", "recent: {after: [opens], window: 2 quarters}", "Correct the name, or add the move.");

    /// <summary>SLU0303: a condition on the driver itself.</summary>
    public static readonly DiagnosticCode WhenOnItself = Error("SLU0303", "A condition on the driver itself", "A move already says which level it leaves; `when` speaks of other drivers.", "when: {cac: pause}", "Remove the condition, or name another driver.");

    /// <summary>SLU0304: a flag that the driver does not have.</summary>
    public static readonly DiagnosticCode NoRecentFlag = Error("SLU0304", "A driver without the flag 'recent'", "The condition waits for a flag that is never set.", "when: {us-export: recent}", "Give that driver `recent: {after: [a move], window: 2 quarters}`.");

    /// <summary>SLU0305: days of a history that cannot follow each other.</summary>
    public static readonly DiagnosticCode HistoryOrder = Error("SLU0305", "A history out of order", "An entry ends before it begins, ends after it became known, or contradicts another of the same days.", "2025-08-08: {level: licensed, known: 2025-08-08, until: 2025-07-01}", "Correct the days.");

    /// <summary>SLU0306: nothing known of a driver.</summary>
    public static readonly DiagnosticCode NothingKnown = Error("SLU0306", "Where a driver stands is not known", "No entry of its history was known by the as-of date, and the viewpoint was told nothing.", "history: {2025-09-25: {level: bar, known: 2025-10-10}}", "Add the entry that was known then, even if it is only `none`.");

    /// <summary>SLU0307: one claim twice in one move.</summary>
    public static readonly DiagnosticCode BasisAndReason = Warning("SLU0307", "A claim is basis and reason of one move", "The base rate is stated without its reasons; the claim would count twice.", "{chance: {value: 20 % per quarter, basis: [remark]}, because: {it: {event: remark, times: 1.5}}}", "Take it out of one of them.");

    /// <summary>SLU0308: levels out of order.</summary>
    public static readonly DiagnosticCode Ladder = Warning("SLU0308", "Levels out of the order of the ladder", "Levels stand from mild to strict, as in the ladder of the atlas; figures show them in that order.", "levels: {pause: {}, ask: {}}", "Put the levels in order.");

    /// <summary>SLU0309: a stance that answers nothing.</summary>
    public static readonly DiagnosticCode NothingAsked = Warning("SLU0309", "A stance on a driver that asks nothing", "No level of the driver has `asks`, so that there is nothing to follow.", "stance: {us-export: follow}", "Remove the stance, or give a level its asks.");

    /// <summary>SLU0310: own judgement.</summary>
    public static readonly DiagnosticCode OwnJudgement = Note("SLU0310", "Guidance is weighed by own judgement", "The case does not follow what is asked. Results say so in their first line.", "stance: {cac: own-judgement}", "Nothing needs to be mended.");

    /// <summary>SLU0311: measures without levels.</summary>
    public static readonly DiagnosticCode NoLadder = Error("SLU0311", "Measures that say nothing of a level", "A driver reads where it stood from measures of the atlas; their strength is turned into a level by the names of the ladder.", "measures: [cn-2025-07-cac-pause], levels: {green: {}, red: {}}", "Name the levels as the ladder does: `none`, `ask`, `discourage`, `pause`, `stop`, `bar`, `enforced`.");

    /// <summary>SLU0410: a period that the clock does not have.</summary>
    public static readonly DiagnosticCode NoPeriod = Error("SLU0410", "A period that the case does not have", "Tables name periods by label or first day.", "inference,2026-Q5,250k H20e", "Write the label of a period of the case.");

    /// <summary>SLU0411: a period twice.</summary>
    public static readonly DiagnosticCode TwoRows = Error("SLU0411", "Two rows for one period", "Two labels mean the same period.", "inference,2026-Q1,250k H20e\ninference,2026-01-01,260k H20e", "Delete one.");

    /// <summary>SLU0412: a period without demand.</summary>
    public static readonly DiagnosticCode DemandMissing = Error("SLU0412", "A period without demand", "Each workload has a demand in each period; no demand is 0.", "(a table that ends in 2026 for a case that runs to 2027)", "Add the rows.");

    /// <summary>SLU0413: rows outside the clock.</summary>
    public static readonly DiagnosticCode DemandOutside = Warning("SLU0413", "Demand outside the periods of the case", "Rows before the as-of date or after the horizon are not used.", "inference,2024-08,165k H20e", "Delete the rows, or correct their years.");

    /// <summary>SLU0414: an order of the past.</summary>
    public static readonly DiagnosticCode DueInThePast = Error("SLU0414", "An order that was due before the as-of date", "It has come, and stands in the fleet, or it is late, and is due later.", "h20-stock,20k,2025-07-15", "Move it to the fleet, or write the day on which it is due now.");

    /// <summary>SLU0415: a plan of the past.</summary>
    public static readonly DiagnosticCode PlannedInThePast = Warning("SLU0415", "A plan for a day that has passed", "What was to be ordered by then is on order, or was not ordered.", "h20-stock,36k,2025-06-30", "Move it to the orders, or write the day on which the plan orders it now.");

    /// <summary>SLU0416: a fleet of the future.</summary>
    public static readonly DiagnosticCode NotYetInstalled = Warning("SLU0416", "Units that are not installed yet", "The fleet is what stands at the as-of date.", "nvidia-h20,mainland,20k,2026-01-31,2030-01-31", "Move the row to the orders.");

    /// <summary>SLU0417: a rental on order.</summary>
    public static readonly DiagnosticCode RentalOnOrder = Error("SLU0417", "A rental among the orders", "Units on order are bought; what is rented at the as-of date is the rental's `opening`.", "rent-mainland,5k,2025-09-15", "Write the amount as `opening` of the rental.");

    /// <summary>SLU0420: a refund above the deposit.</summary>
    public static readonly DiagnosticCode RefundAboveDeposit = Warning("SLU0420", "A refund above the deposit", "Cancelling would give back more than was paid; the deposit is the most that counts.", "{price: 10 000 USD, deposit: 10 %, cancel: {until: 30 days before delivery, refund: 2 000 USD}}", "Correct the refund or the deposit.");

    /// <summary>SLU0421: optional receipt without cancellation.</summary>
    public static readonly DiagnosticCode OptionalWithoutCancel = Warning("SLU0421", "Receipt is optional, and nothing can be cancelled", "Units can be left at a gate only while the order can be cancelled, so that the option does nothing.", "{receipt: optional, cancel: none}", "State the terms of cancelling, or write `receipt: take-or-pay`.");

    /// <summary>SLU0422: a shared draw of nothing.</summary>
    public static readonly DiagnosticCode FillWithNothing = Error("SLU0422", "A draw shared with an offer that has none", "`fill-with` names an offer with a `fill` of its own.", "fill-with: h20-stock", "Name another offer, or state `fill` here.");

    /// <summary>SLU0423: storage cheaper than interest.</summary>
    public static readonly DiagnosticCode HoldingBelowInterest = Error("SLU0423", "Holding costs less than interest", "Leaving units at a gate would earn the difference.", "holding: 0.1 % per month", "Raise it at least to the discount rate.");

    /// <summary>SLU0424: a quote of the past.</summary>
    public static readonly DiagnosticCode QuoteLapsed = Warning("SLU0424", "A quote that has lapsed", "Its last day is before the as-of date, so that no order draws on it.", "quote: {quantity: 18k units, until: 2025-06-30}", "Delete it, or correct the day.");

    /// <summary>SLU0425: an offer that serves nothing.</summary>
    public static readonly DiagnosticCode ServesNothing = Warning("SLU0425", "An offer that can serve no demand", "Its part has no rate in any number format of a workload with demand, no bandwidth, or no efficiency of its stack; or the workloads that it rents have no demand.", "offers: {old: {part: nvidia-a800-sxm4-80gb, …}}", "State a measured speed under `speed`, or remove the offer.");

    /// <summary>SLU0426: a part without power.</summary>
    public static readonly DiagnosticCode DrawsNoPower = Warning("SLU0426", "A part that draws no power", "Power limits the place, and the part has no `drawn`, so that it takes none.", "parts: {nvidia-h20: {}}", "State `drawn` in parts.yaml.");

    /// <summary>SLU0427: least service above demand.</summary>
    public static readonly DiagnosticCode MinimumAboveDemand = Error("SLU0427", "More service at least than is wanted", "The level of `minimum-service` exceeds the demand of a period.", "minimum-service: {level: 400k H20e, price: 20 000 USD per H20e-quarter}", "Lower the level, or correct the demand.");

    /// <summary>SLU0428: a viewpoint that is not described.</summary>
    public static readonly DiagnosticCode NoViewpoint = Error("SLU0428", "The viewpoint is not described", "`parties` says of the viewpoint where it stands and to which groups of buyers it belongs.", "viewpoint: northstar", "Describe it under `parties`, as a buyer.");

    /// <summary>SLU0429: a wait beyond the horizon.</summary>
    public static readonly DiagnosticCode Wait = Error("SLU0429", "A wait beyond the horizon", "`wait` is a time above 0 inside the periods of the case.", "wait: 10 years", "Shorten it.");

    /// <summary>SLU0430: a shared quota without share.</summary>
    public static readonly DiagnosticCode QuotaShare = Error("SLU0430", "A shared quota without a share", "Others draw on the quota too; what the viewpoint gets is a share of it.", "quota: {amount: 100k units, per: country, on: {part: nvidia-h20}}", "Give the quota a `share`, or the viewpoint a `share-of-market`.");

    /// <summary>SLU0431: numbers without basis.</summary>
    public static readonly DiagnosticCode WithoutBasis = Warning("SLU0431", "Numbers without basis", "Nothing says what they rest on. Results count them, and rank those that matter.", "lead: 1 quarter", "Write `{value: …, basis: [claims]}` or `{value: …, judgement: why}`, for those that matter first.");

    /// <summary>SLU0432: hindsight.</summary>
    public static readonly DiagnosticCode Hindsight = Note("SLU0432", "A number that knows what came later", "Its basis is later than the as-of date. It is used, listed, and never scored.", "{value: 20 % per quarter, hindsight: yes}", "Nothing needs to be mended.");

    /// <summary>SLU0433: a line that sells a rental.</summary>
    public static readonly DiagnosticCode LineOfRental = Error("SLU0433", "A line that sells a rental", "The offer of a line lends it price and terms of a purchase; rentals are not simulated.", "lines: {cloud: {part: nvidia-h20, maker: nvidia, offer: rent-mainland, …}}", "Name an offer that sells units, or state the `price` of the line.");

    /// <summary>SLU0434: a comparison that never is made.</summary>
    public static readonly DiagnosticCode BeforeTheHabits = Warning("SLU0434", "A reported figure of months that are not simulated", "It begins before the start of the habits, so that it is never compared.", "start: 2025-01-01 … record: {h20: {from: 2024-11-01, …}}", "Correct the month, or remove the figure.");

    /// <summary>SLU0441: a level that ends before a period does.</summary>
    public static readonly DiagnosticCode TooCoarse = Warning("SLU0441", "A level that lasts under half a period", "The level at a period's start rules the period, so moves inside it are not seen.", "dwell: median 20 days (with periods of a quarter)", "Use shorter periods, or a slower rate.");

    /// <summary>SLU0442: money for nothing.</summary>
    public static readonly DiagnosticCode CycleEarns = Error("SLU0442", "A cycle that earns", "Ordering and giving back, leaving, or keeping to the end must not earn, or a plan orders without limit.", "(a price that doubles at one level, and a refund at the higher one)", "Lower the refund or the residual, or correct the price factors.");

    /// <summary>SLU0443: minimum service out of reach.</summary>
    public static readonly DiagnosticCode MinimumUnmet = Warning("SLU0443", "Minimum service out of reach", "Even with every gate open the minimum service cannot be met.", "minimum-service: {level: 900k H20e, price: 20 000 USD per H20e-quarter}", "Lower it, or add what else could serve.");

    /// <summary>SLU0444: a case without choice.</summary>
    public static readonly DiagnosticCode NothingDecided = Warning("SLU0444", "Nothing is decided here", "With every gate open every offer stands at its cap in every period: whatever is offered is taken, and no choice matters.", "(demand far above all offers)", "Add offers that are left out, or lower the demand; a useful case leaves 5 to 30 % unserved at the margin.");

    /// <summary>SLU0501: a claim that backs nothing.</summary>
    public static readonly DiagnosticCode UnusedClaim = Warning("SLU0501", "A claim that nothing rests on", "No number, reason, history or dispute names it.", "claims: {a-rumour: {…}}", "Use it, remove it, or say in its `note` why it is kept.");

    /// <summary>SLU0502: a report that nobody heard.</summary>
    public static readonly DiagnosticCode UnusedReport = Warning("SLU0502", "A report in which nothing was heard", "No claim names it.", "reports: {a-report: {…}}", "Use it, or remove it.");

    /// <summary>SLU0503: copies that cannot be copies.</summary>
    public static readonly DiagnosticCode Copies = Warning("SLU0503", "A copy that cannot be one", "A report is listed as repeating itself, or one that was published later.", "heard: {ft-2025-08-20: {certainty: reported, in: [ft-2025-08-20]}}", "Correct the list, or the dates.");

    /// <summary>SLU0504: a claim heard nowhere.</summary>
    public static readonly DiagnosticCode HeardNowhere = Error("SLU0504", "A claim that was heard nowhere", "A claim weighs what its origins weigh.", "heard: {}", "Name the report in which it was heard.");

    /// <summary>SLU0505: hindsight that is not marked.</summary>
    public static readonly DiagnosticCode MarkHindsight = Warning("SLU0505", "Hindsight that is not marked", "The number rests only on what was published after the as-of date.", "{value: 20 % per quarter, basis: [later-claim]}", "Mark it `hindsight: yes`, or find an earlier basis.");

    /// <summary>SLU0506: a claim on two sides.</summary>
    public static readonly DiagnosticCode TwoSides = Error("SLU0506", "A claim on two sides of one dispute", "The sides cannot all hold.", "sides: {paused: [a], asked: [a]}", "Take it out of one of them.");

    /// <summary>SLU0701: an offer without verdict.</summary>
    public static readonly DiagnosticCode NoVerdict = Warning("SLU0701", "An offer without a stated verdict", "What may pass is then unknown, and results say so.", "(an offer that verdicts.yaml does not name)", "State it in verdicts.yaml.");

    /// <summary>SLU0702: a licence without driver.</summary>
    public static readonly DiagnosticCode LicenceWithoutDriver = Warning("SLU0702", "A licence whose quantity no driver sets", "Where a licence is needed the level of a driver says what passes; without one nothing does.", "us-export: {verdict: licence, why: A licence is needed.}", "Name the `driver`.");

    /// <summary>All codes of the checks.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        UnknownLevel, UnknownMove, WhenOnItself, NoRecentFlag, HistoryOrder, NothingKnown, BasisAndReason, Ladder, NothingAsked, OwnJudgement, NoLadder,
        NoPeriod, TwoRows, DemandMissing, DemandOutside, DueInThePast, PlannedInThePast, NotYetInstalled, RentalOnOrder, RefundAboveDeposit, OptionalWithoutCancel, FillWithNothing,
        HoldingBelowInterest, QuoteLapsed, ServesNothing, DrawsNoPower, MinimumAboveDemand, NoViewpoint, Wait, QuotaShare, WithoutBasis, Hindsight, LineOfRental, BeforeTheHabits,
        TooCoarse, CycleEarns, MinimumUnmet, NothingDecided,
        UnusedClaim, UnusedReport, Copies, HeardNowhere, MarkHindsight, TwoSides, NoVerdict, LicenceWithoutDriver,
    ];

    static DiagnosticCode Error(string id, string title, string explanation, string example, string mend) => new(id, Severity.Error, title, explanation, example, mend);

    static DiagnosticCode Warning(string id, string title, string explanation, string example, string mend) => new(id, Severity.Warning, title, explanation, example, mend);

    static DiagnosticCode Note(string id, string title, string explanation, string example, string mend) => new(id, Severity.Note, title, explanation, example, mend);
}
