using Sluice.Evidence;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Outlooks;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>The wording of what the checks find.</summary>
static class CheckMessages
{
    public static Diagnostic UnknownLevel(Place at, Driver driver, string level)
    {
        var known = driver.Levels.Select(l => l.Id).ToList();
        var nearest = Nearest.To(level, known);
        return CheckCodes.UnknownLevel.At(at, level, Grammar.OneOf(known), nearest: nearest,
            message: $"'{driver.Id}' has no level '{Excerpts.Short(level)}'; it has {And(known)}.{Grammar.DidYouMean(nearest)}");
    }

    public static Diagnostic LineOfRental(Place at, string line, string offer) =>
        CheckCodes.LineOfRental.At(at, offer, "an offer that sells units", $"'{line}' would sell units on the terms of '{offer}', which is rented. Name another offer, or state the line's price.");

    public static Diagnostic BeforeTheHabits(Place at, string name, DateOnly from, DateOnly start) =>
        CheckCodes.BeforeTheHabits.At(at, $"{from:yyyy-MM-dd}", $"{start:yyyy-MM-dd} or later", $"'{name}' begins {from:yyyy-MM}, and the habits begin {start:yyyy-MM}; it is never compared.");

    public static Diagnostic UnknownMove(Place at, Driver driver, string move)
    {
        var known = driver.Moves.Select(m => m.Name).ToList();
        var nearest = Nearest.To(move, known);
        return CheckCodes.UnknownMove.At(at, move, Grammar.OneOf(known), nearest: nearest,
            message: $"'{driver.Id}' has no move '{Excerpts.Short(move)}'; it has {And(known)}.{Grammar.DidYouMean(nearest)}");
    }

    public static Diagnostic WhenOnItself(Ref driver) =>
        CheckCodes.WhenOnItself.At(driver.At, driver.Id, "another driver", $"the condition is on '{driver.Id}' itself; 'from' already says where it stands. Name another driver, or remove the condition.");

    public static Diagnostic NoRecentFlag(Place at, Driver driver) =>
        CheckCodes.NoRecentFlag.At(at, When.Recently, "a level", $"'{driver.Id}' has no flag 'recent'; give it `recent: {{after: [{driver.Moves.FirstOrDefault()?.Name ?? "a-move"}], window: 2 quarters}}`, or name one of its levels.");

    public static Diagnostic UntilBeforeStart(HistoryEntry entry, string driver) =>
        CheckCodes.HistoryOrder.At(entry.At, $"until {entry.Until:yyyy-MM-dd}", "a later day", $"the entry of '{driver}' ends on {entry.Until:yyyy-MM-dd}, before it begins.");

    public static Diagnostic UntilAfterKnown(HistoryEntry entry, string driver) =>
        CheckCodes.HistoryOrder.At(entry.At, $"until {entry.Until:yyyy-MM-dd}", $"a day up to {entry.Known:yyyy-MM-dd}",
            $"the entry of '{driver}' ends on {entry.Until:yyyy-MM-dd}, after it became known on {entry.Known:yyyy-MM-dd}; 'until' is for a past that was over by then. The end of a standing is the entry of the next.");

    public static Diagnostic TwoStandings(HistoryEntry entry, HistoryEntry other, string driver) =>
        CheckCodes.HistoryOrder.At(entry.At, entry.Level, other.Level, $"two entries of '{driver}' begin and became known on the same days, one as '{other.Level}' and one as '{entry.Level}'; one of the days must differ.");

    public static Diagnostic NothingKnown(Driver driver, DateOnly asOf) =>
        CheckCodes.NothingKnown.At(driver.At, "no entry", $"an entry known by {asOf:yyyy-MM-dd}",
            $"nothing was known of '{driver.Id}' on {asOf:yyyy-MM-dd}{(driver.History.IsEmpty ? "" : $": the first entry became known on {driver.History[0].Known:yyyy-MM-dd}")}. Add where it stood, even if that is only '{driver.Levels[0].Id}'.");

    public static Diagnostic BasisAndReason(Ref claim, Move move) =>
        CheckCodes.BasisAndReason.At(claim.At, claim.Id, "one of the two", $"'{claim.Id}' is basis of the rate of '{move.Name}' and one of its reasons, so it counts twice; the rate is stated without its reasons.");

    public static Diagnostic Ladder(Place at, Driver driver, string level, string before) =>
        CheckCodes.Ladder.At(at, level, $"before {before}", $"'{level}' of '{driver.Id}' is milder than '{before}', which stands before it; put the levels in the order of the ladder.");

    public static Diagnostic NothingAsked(Ref driver) =>
        CheckCodes.NothingAsked.At(driver.At, driver.Id, "a driver that asks something", $"no level of '{driver.Id}' asks anything, so the stance does nothing; what its levels do to everybody stands under 'effects'.");

    public static Diagnostic OwnJudgement(Place at, string driver) =>
        CheckCodes.OwnJudgement.At(at, "own-judgement", "follow", $"what '{driver}' asks is not followed but weighed by what it does; results say so.");

    public static Diagnostic NoPeriod(DemandRow row, Clock clock)
    {
        var labels = clock.Periods.Select(Notation).ToList();
        var nearest = Nearest.To(row.Period, labels);
        return CheckCodes.NoPeriod.At(row.At, row.Period, $"{labels[0]} to {labels[^1]}", nearest: nearest,
            message: $"the case has no period '{Excerpts.Short(row.Period)}'; its periods are {And(labels)}.{Grammar.DidYouMean(nearest)}");
    }

    public static Diagnostic TwoRowsOfDemand(DemandRow row, string period, Place first) =>
        CheckCodes.TwoRows.At(row.At, row.Period, "one row", $"a second row for '{row.Workload.Id}' in {period}; the first is line {first.Line}. Delete one.");

    public static Diagnostic DemandOutside(List<DemandRow> rows) =>
        CheckCodes.DemandOutside.At(rows[0].At, rows[0].Period, "a period of the case", $"{Count(rows.Count, "row")} outside the periods of the case, the first for '{rows[0].Period}', {(rows.Count == 1 ? "is" : "are")} not used.");

    public static Diagnostic DemandMissing(Place at, string workload, List<Period> missing) =>
        CheckCodes.DemandMissing.At(at, "no row", Notation(missing[0]),
            $"'{workload}' has no demand in {(missing.Count <= 4 ? And([.. missing.Select(Notation)]) : $"{Notation(missing[0])} and {missing.Count - 1} later periods")}; add the rows, with 0 where nothing is wanted.");

    public static Diagnostic DueInThePast(OnOrderRow row, DateOnly asOf) =>
        CheckCodes.DueInThePast.At(row.At, $"{row.Due:yyyy-MM-dd}", $"a day from {asOf:yyyy-MM-dd} on", $"the order of '{row.Offer.Id}' was due on {row.Due:yyyy-MM-dd}, before the as-of date; what has come stands in the fleet, what is late is due later.");

    public static Diagnostic PlannedInThePast(PlannedRow row, DateOnly asOf) =>
        CheckCodes.PlannedInThePast.At(row.At, $"{row.OrderBy:yyyy-MM-dd}", $"a day from {asOf:yyyy-MM-dd} on", $"'{row.Offer.Id}' was planned for {row.OrderBy:yyyy-MM-dd}, before the as-of date; the row is not used.");

    public static Diagnostic NotYetInstalled(Ref part, DateOnly day) =>
        CheckCodes.NotYetInstalled.At(part.At, $"{day:yyyy-MM-dd}", "a day in the past", $"the fleet holds units of '{part.Id}' that are installed only on {day:yyyy-MM-dd}; what is still to come belongs to the orders.");

    public static Diagnostic RentalOnOrder(Ref offer) =>
        CheckCodes.RentalOnOrder.At(offer.At, offer.Id, "a purchase", $"'{offer.Id}' is a rental and cannot be on order; what is rented now is its 'opening'.");

    public static Diagnostic RefundAboveDeposit(Purchase offer, Cancellation cancel) =>
        CheckCodes.RefundAboveDeposit.At(cancel.Refund.Provenance.At, cancel.Refund.Provenance.Written, $"at most {Numerals.Print(Math.Round(offer.Deposit.Value * offer.Price.Value))}",
            $"the refund of '{offer.Id}' is more than its deposit of {Numerals.Print(Math.Round(offer.Deposit.Value * offer.Price.Value))} a unit; only the deposit counts.");

    public static Diagnostic OptionalWithoutCancel(Place at, string offer) =>
        CheckCodes.OptionalWithoutCancel.At(at, "optional", "terms of cancelling", $"units of '{offer}' can be left only while the order can be cancelled, and it cannot; so the option does nothing.");

    public static Diagnostic FillWithNothing(Ref offer) =>
        CheckCodes.FillWithNothing.At(offer.At, offer.Id, "an offer with a fill of its own", $"'{offer.Id}' has no 'fill' of its own to share; name an offer that has one, or state 'fill' here.");

    public static Diagnostic HoldingBelowInterest(string offer, Given<double> holding, double interest) =>
        CheckCodes.HoldingBelowInterest.At(holding.Provenance.At, holding.Provenance.Written, $"at least {Percent(interest)} per month",
            $"holding units of '{offer}' costs {Percent(holding.Value)} a month, less than the interest of {Percent(interest)}, so leaving them would earn money; raise it.");

    public static Diagnostic QuoteLapsed(Place at, string offer, DateOnly until) =>
        CheckCodes.QuoteLapsed.At(at, $"{until:yyyy-MM-dd}", "a later day", $"the quote of '{offer}' lapsed on {until:yyyy-MM-dd}, before the as-of date; no order draws on it.");

    public static Diagnostic RentalWithoutDemand(Rental offer) =>
        CheckCodes.ServesNothing.At(offer.At, offer.Id, "a workload with demand", $"'{offer.Id}' serves {And([.. offer.Workloads.Select(w => w.Id)])}, and nobody wants that.");

    public static Diagnostic OfferServesNothing(Purchase offer) =>
        CheckCodes.ServesNothing.At(offer.Part.At, offer.Part.Id, "a part that can serve a workload",
            $"'{offer.Part.Id}' can serve no workload with demand: no rate in their number formats, no bandwidth, or no efficiency of its stack. State a measured 'speed', or remove '{offer.Id}'.");

    public static Diagnostic DrawsNoPower(Ref part) =>
        CheckCodes.DrawsNoPower.At(part.At, part.Id, "a part with 'drawn'", $"'{part.Id}' has no 'drawn', so it takes none of the place's power; state it in parts.yaml.");

    public static Diagnostic MinimumAboveDemand(string workload, MinimumService minimum, DemandRow least) =>
        CheckCodes.MinimumAboveDemand.At(minimum.Level.Provenance.At, minimum.Level.Provenance.Written, $"at most {least.Amount.Provenance.Written}",
            $"'{workload}' is to be served at {minimum.Level.Provenance.Written} at least, and in {least.Period} only {least.Amount.Provenance.Written} are wanted.");

    public static Diagnostic NoViewpoint(Ref viewpoint, IEnumerable<string> parties)
    {
        var nearest = Nearest.To(viewpoint.Id, parties);
        return CheckCodes.NoViewpoint.At(viewpoint.At, viewpoint.Id, "a party of the case", nearest: nearest,
            message: $"'{Excerpts.Short(viewpoint.Id)}' is not described under 'parties'.{Grammar.DidYouMean(nearest)} Add `{Excerpts.Short(viewpoint.Id)}: {{country: CN, groups: [large-platform]}}`.");
    }

    public static Diagnostic NoBuyer(Ref viewpoint) =>
        CheckCodes.NoViewpoint.At(viewpoint.At, viewpoint.Id, "a buyer", $"'{viewpoint.Id}' is no buyer; the viewpoint of a case is one.");

    public static Diagnostic Wait(Place at, double months) =>
        CheckCodes.Wait.At(at, "a wait outside the horizon", $"above 0, below {Numerals.Print(Math.Round(months, 1))} months", $"'wait' is a time above 0 and shorter than the case, which runs {Numerals.Print(Math.Round(months, 1))} months.");

    public static Diagnostic QuotaShare(Place at, string effect) =>
        CheckCodes.QuotaShare.At(at, "no share", "a share", $"others draw on the quota '{effect}' too; give it a 'share', or the viewpoint a 'share-of-market'.");

    public static Diagnostic WithoutBasis(List<Assumption> bare) =>
        CheckCodes.WithoutBasis.At(bare[0].At, Count(bare.Count, "number"), "a basis or a judgement",
            $"{Count(bare.Count, "number")} without basis, among them {And([.. bare.Take(3).Select(a => a.Path)])}. Give those that matter a 'basis' or a 'judgement'.");

    public static Diagnostic Hindsight(Assumption assumption) =>
        CheckCodes.Hindsight.At(assumption.At, assumption.Text, "nothing", $"'{assumption.Path}' knows what came after the as-of date; it is used, listed, and never scored.");

    public static Diagnostic UnusedClaim(Place at, string claim) =>
        CheckCodes.UnusedClaim.At(at, claim, "a use", $"nothing rests on '{claim}'; use it, remove it, or say in its 'note' why it is kept.");

    public static Diagnostic UnusedReport(Place at, string report) =>
        CheckCodes.UnusedReport.At(at, report, "a use", $"nothing was heard in '{report}'; use it, or remove it.");

    public static Diagnostic TooCoarse(Place at, string driver, string level, double months, string period) =>
        CheckCodes.TooCoarse.At(at, $"{Numerals.Print(Math.Round(months, 1))} months", "at least half a period",
            $"'{level}' of '{driver}' lasts {Numerals.Print(Math.Round(months, 1))} months on average, under half of {period}; moves inside a period are not seen.");

    public static Diagnostic CycleEarns(Place at, string offer, string cycle, double gain, string currency) =>
        CheckCodes.CycleEarns.At(at, $"{Numerals.Print(Math.Round(gain, 2))} {currency} a unit", "a cost of 0 or more",
            $"a unit of '{offer}' that is {cycle} earns up to {Numerals.Print(Math.Round(gain, 2))} {currency} without being used.");

    public static Diagnostic MinimumUnmet(Place at, string workload, string period, double lacks, string unit) =>
        CheckCodes.MinimumUnmet.At(at, $"{Numerals.Print(Math.Round(lacks))} {unit} short", "a level that open gates can serve",
            $"with every gate open, '{workload}' still lacks {Numerals.Print(Math.Round(lacks))} {unit} of its minimum service in {period}.");

    public static Diagnostic NothingDecided(Place at) =>
        CheckCodes.NothingDecided.At(at, "every offer at its cap", "a choice", "with every gate open every offer stands at its cap in every period, so no choice matters; see the page of this code.");

    public static Diagnostic HeardNowhere(Claim claim) =>
        CheckCodes.HeardNowhere.At(claim.At, "no origin", "a report", $"'{claim.Id}' was heard nowhere; name the report under 'heard'.");

    public static Diagnostic CopyOfItself(Ref copy) =>
        CheckCodes.Copies.At(copy.At, copy.Id, "another report", $"'{copy.Id}' is the origin itself; 'in' lists reports that repeat it.");

    public static Diagnostic CopyBeforeOrigin(Ref copy, Report origin) =>
        CheckCodes.Copies.At(copy.At, copy.Id, "a later report", $"'{copy.Id}' was published before '{origin.Id}', which it is said to repeat; perhaps it is an origin of its own.");

    public static Diagnostic MarkHindsight(Assumption assumption, Ref claim) =>
        CheckCodes.MarkHindsight.At(assumption.At, claim.Id, "hindsight: yes", $"'{assumption.Path}' rests on '{claim.Id}', published after the as-of date; mark it `hindsight: yes`, or find an earlier basis.");

    public static Diagnostic ClaimOnTwoSides(Ref claim, string first, string second) =>
        CheckCodes.TwoSides.At(claim.At, claim.Id, "one side", $"'{claim.Id}' stands on the sides '{first}' and '{second}', which cannot both hold.");

    public static Diagnostic NoVerdict(Place at, string offer) =>
        CheckCodes.NoVerdict.At(at, offer, "a verdict", $"nothing is stated about what may pass of '{offer}', so it is unknown; state it in verdicts.yaml.");

    public static Diagnostic LicenceWithoutDriver(Place at, string offer) =>
        CheckCodes.LicenceWithoutDriver.At(at, "licence", "a driver", $"'{offer}' needs a licence, and no driver sets what passes; name it as 'driver'.");

    public static Diagnostic NoLadder(Place at, Driver driver, IEnumerable<string> ladder) =>
        CheckCodes.NoLadder.At(at, driver.Id, Grammar.OneOf([.. ladder]), $"no level of '{driver.Id}' is named as in the ladder of the atlas ({string.Join(", ", ladder)}), so that its measures say nothing of where it stood.");

    public static Diagnostic NothingPasses(Place at, string offer, StatedVerdict gate) =>
        CheckCodes.LicenceWithoutDriver.At(at, gate.Word == VerdictWord.Barred ? "barred" : "licence", "a driver",
            $"'{offer}' {(gate.Word == VerdictWord.Barred ? "is barred" : "needs a licence")} at {gate.Gate} by {string.Join(", ", gate.Rules)}, and no driver of the case stands for that gate: nothing of it can be ordered.");

    /// <summary>How tables write a period: its month, quarter or year.</summary>
    static string Notation(Period period) => new VagueDate(new(period.Start.Year, period.Start.Month, 1), period.End, false).ToString();

    static string And(IReadOnlyList<string> names) => Grammar.OneOf(names).Replace(" or ", " and ", StringComparison.Ordinal);

    static string Count(int n, string what) => n == 1 ? $"1 {what}" : $"{n} {what}s";

    static string Percent(double share) => $"{Numerals.Print(Math.Round(share * 100, 2))} %";
}
