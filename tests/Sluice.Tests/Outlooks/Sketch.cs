using System.Collections.Immutable;
using Sluice.Evidence;
using Sluice.Market;
using Sluice.Outlooks;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Tests.Outlooks;

/// <summary>Short words for the records that tests are made of.</summary>
internal static class Sketch
{
    public static readonly Place Nowhere = new("test.yaml", 1, 1);
    public static readonly DateOnly AsOf = new(2025, 8, 21);
    public static readonly ImmutableSortedDictionary<string, string> Nothing = ImmutableSortedDictionary<string, string>.Empty;

    public static Provenance At(string path) => new(path, Nowhere, null);

    public static Given<T> Given<T>(T value) => new(value, null, Basis.None, false, At("test"));

    public static Ref To(string id) => new(id, Nowhere, "");

    public static VagueDate On(DateOnly day) => new(day, day, false);

    public static DateOnly Day(string day) => DateOnly.ParseExact(day, "yyyy-MM-dd");

    public static double PerQuarter(double chance) => -Math.Log(1 - chance) / 3;

    public static Driver Driver(string id, string levels, IEnumerable<Move> moves, Recent? recent = null, IEnumerable<HistoryEntry>? history = null) =>
        new(id, null, [.. levels.Split(' ').Select(l => Level(l))], [.. moves], [.. history ?? []], recent, Nowhere);

    public static Level Level(string id, Keep keep = Keep.IfLikely, IEnumerable<Effect>? effects = null, IEnumerable<Effect>? asks = null) =>
        new(id, keep, [.. effects ?? []], [.. asks ?? []], Nowhere);

    public static Move Move(string name, string from, string to, double rate, IEnumerable<When>? when = null, IEnumerable<Reason>? because = null) =>
        new(name, from, to, Given(rate), [.. when ?? []], [.. because ?? []], Nowhere);

    public static When When(string driver, params string[] levels) => new(To(driver), [.. levels]);

    public static Recent Recent(double window, params string[] after) => new([.. after], Given(window));

    public static HistoryEntry History(string effective, string level, string known, string? until = null, params string[] claims) =>
        new(On(Day(effective)), level, Day(known), until is null ? null : Day(until), [.. claims.Select(To)], Nowhere);

    public static EventJump Jump(string driver, string from, string to, double chance) => new(driver, from, to, Given(chance));

    public static CalendarEvent Event(string id, string on, IEnumerable<EventFactor>? times = null, IEnumerable<EventJump>? jumps = null) =>
        new(id, Day(on), null, [.. times ?? []], [.. jumps ?? []]);

    public static EventFactor Factor(string driver, string move, double times, double months) => new(driver, move, Given(times), months);

    /// <summary>Periods that start on the days given; only the starts matter to an outlook.</summary>
    public static ImmutableArray<Period> Periods(params DateOnly[] starts) => [.. starts.Select((s, i) => new Period(i, s, s, 0, 0, $"period {i}"))];

    /// <summary>Months to December 2025, then eight quarters: thirteen periods from 21 August 2025.</summary>
    public static ImmutableArray<Period> FoundingPeriods() =>
        Periods([AsOf, .. Enumerable.Range(9, 4).Select(m => new DateOnly(2025, m, 1)), .. Enumerable.Range(0, 8).Select(q => new DateOnly(2026 + q / 4, 1 + q % 4 * 3, 1))]);

    public static SupportTable NoEvidence() => Weigh([], [], []);

    public static SupportTable Weigh(IEnumerable<Report> reports, IEnumerable<Claim> claims, IEnumerable<Dispute> disputes, IEnumerable<(string, string)>? resolved = null) =>
        Supports.Weigh(
            Record(reports, claims, disputes), StandardWeights, AsOf,
            (resolved ?? []).ToImmutableSortedDictionary(r => r.Item1, r => r.Item2));

    public static EvidenceRecord Record(IEnumerable<Report> reports, IEnumerable<Claim> claims, IEnumerable<Dispute> disputes) =>
        new([.. "ABCDEF".Select(g => new Source($"source-{g}", $"Source {g}", g, [], Nowhere))], [.. reports], [.. claims], [.. disputes], [StandardWeights]);

    public static Report Report(string id, char grade, string published = "2025-08-20") =>
        new(id, To($"source-{grade}"), Day(published), null, null, Nowhere);

    public static Claim Claim(string id, int credibility, params (string Origin, Certainty Certainty)[] heard) =>
        new(id, "somebody", "says", On(new(2025, 7, 15)), credibility, [.. heard.Select(h => Heard(h.Origin, h.Certainty))], null, Nowhere);

    public static Heard Heard(string origin, Certainty certainty, Behalf behalf = Behalf.Others, params string[] copies) =>
        new(To(origin), null, certainty, behalf, [.. copies.Select(To)]);

    public static Dispute Dispute(string id, params (string Side, string[] Claims)[] sides) =>
        new(id, [.. sides.Select(s => new Side(s.Side, [.. s.Claims.Select(To)]))], Nowhere);

    /// <summary>The stated table of MODEL 2.</summary>
    public static Weights StandardWeights { get; } = new(
        "standard",
        WeightTable.Of(("A", .95), ("B", .80), ("C", .60), ("D", .40), ("E", .20), ("F", .40)),
        WeightTable.Of(("1", 1), ("2", .85), ("3", .65), ("4", .40), ("5", .15), ("6", .50)),
        WeightTable.Of(("firm", 1), ("reported", .85), ("planned", .70), ("estimate", .60), ("opinion", .45), ("unverified", .30)),
        .6, .6, .95);

    public static Standing StandingOf(ImmutableArray<Driver> drivers, params (string Driver, string Level)[] told) =>
        Standings.At(drivers, AsOf, told.ToImmutableSortedDictionary(t => t.Driver, t => t.Level), NoEvidence());

    public static MoveRates RatesOf(ImmutableArray<Driver> drivers, params CalendarEvent[] calendar) =>
        MoveRates.Of(drivers, NoEvidence(), [.. calendar]);

    public static OutlookChain Build(ImmutableArray<Driver> drivers, Standing standing, ImmutableArray<Period> periods, OutlookOptions? options = null, params CalendarEvent[] calendar) =>
        Outlook.Build(drivers, standing, RatesOf(drivers, calendar), periods, [.. calendar], options ?? OutlookOptions.Default);

    /// <summary>Distribution over the levels of a driver at the start of a period.</summary>
    public static double[] LevelsAt(this OutlookChain chain, int period, string driver)
    {
        var d = chain.Drivers.IndexOf(chain.Drivers.First(x => x.Id == driver));
        var shares = new double[chain.Drivers[d].Levels.Length];
        for (var i = 0; i < chain.Alive[period].Length; i++)
            shares[chain.States[chain.Alive[period][i]].Levels[d]] += chain.Probability[period][i];
        return shares;
    }
}
