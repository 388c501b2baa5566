using System.Collections.Immutable;
using Sluice.Evidence;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Market.Habits;
using Sluice.Outlooks;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>One world, one viewpoint, one as-of date: everything linked, filtered to what was known, immutable.</summary>
/// <param name="Header">Whose view, as of when.</param>
/// <param name="Evidence">What was said.</param>
/// <param name="Market">What can be bought and what must be served.</param>
/// <param name="Drivers">What is outside the viewpoint's control, in ordinal order of ids.</param>
/// <param name="Calendar">Scheduled events.</param>
/// <param name="Assumptions">Every number read, by path, but those of the habits.</param>
/// <param name="Atlas">Versions and horizons of the atlas files used.</param>
public sealed record Case(
    CaseHeader Header, EvidenceRecord Evidence, MarketFacts Market, ImmutableArray<Driver> Drivers, ImmutableArray<CalendarEvent> Calendar,
    ImmutableArray<Assumption> Assumptions, AtlasUsed Atlas)
{
    /// <summary>The viewpoint and others that the case describes.</summary>
    public ImmutableArray<Party> Parties { get; init; } = [];

    /// <summary>What came of holding its offers against the rules; found when it is first asked for, since most checks do without.</summary>
    internal Lazy<CaseScreening> Screening { get; init; } = new(CaseScreening.Nothing);

    /// <summary>What may pass, by offer: gate by gate as the case states it, else as the rules of the atlas say on the as-of date.</summary>
    public ImmutableSortedDictionary<string, OfferVerdict> Verdicts => Screening.Value.Verdicts;

    /// <summary>Classes of export rules by part, as of the as-of date; empty where the case chooses no rules.</summary>
    public ImmutableSortedDictionary<string, PartClasses> Classes => Screening.Value.Classes;

    /// <summary>What screening found wrong: faults in the rules themselves, and offers of which nothing passes.</summary>
    internal ImmutableArray<Diagnostic> ScreeningFaults => Screening.Value.Faults;

    /// <summary>How the parties of the market act by habit; null where the case says nothing of it. Only a simulation reads it.</summary>
    public MarketHabits? Habits { get; init; }

    /// <summary>Every number of the habits, by path; no plan rests on them.</summary>
    public ImmutableArray<Assumption> HabitAssumptions { get; init; } = [];

    /// <summary>What currencies are worth in that of the case.</summary>
    public CurrencyTable Currencies { get; init; } = new("USD", ImmutableSortedDictionary<string, CurrencyRate>.Empty);

    /// <summary>SHA-256 of all input text but the habits, patches included, in hexadecimal.</summary>
    public string Digest => Digests.Plan.Value;

    /// <summary>SHA-256 of all input text, habits included.</summary>
    public string MarketDigest => Digests.Whole.Value;

    /// <summary>Both digests, made when they are first asked for.</summary>
    internal (Lazy<string> Plan, Lazy<string> Whole) Digests { get; init; } = (new(""), new(""));

    /// <summary>The driver of that id. Linking has made sure that it exists.</summary>
    public Driver Driver(string id) => Drivers.First(d => d.Id == id);
}

/// <summary>A number read, with what it rests on.</summary>
/// <param name="Path">Dotted path, for example <c>offers.h20-stock.price</c>.</param>
/// <param name="Text">As written.</param>
/// <param name="Value">The number as written, suffix applied; NaN where the value is a word or a date.</param>
/// <param name="Low">Low end of its range in the same unit; null where none is stated.</param>
/// <param name="High">High end of its range.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Hindsight">Whether its basis is later than the as-of date.</param>
public sealed record Assumption(string Path, string Text, double Value, double? Low, double? High, Basis Basis, bool Hindsight)
{
    /// <summary>Words before the number, for example <c>median</c>.</summary>
    public string Lead { get; init; } = "";

    /// <summary>Words after the number, for example <c>% per quarter</c>.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Where it stands.</summary>
    public Place At { get; init; }

    /// <summary>The text that sets it to another number of the same unit.</summary>
    public string With(double number) => $"{Lead} {Numerals.Print(number)} {Unit}".Trim();
}

/// <summary>How far the atlas knows.</summary>
/// <param name="Version">Version of the atlas.</param>
/// <param name="Horizon">Earliest horizon among the files used.</param>
/// <param name="RulesChanging">Rules that lapse or change between that horizon and now.</param>
public sealed record AtlasUsed(string Version, DateOnly Horizon, int RulesChanging);
