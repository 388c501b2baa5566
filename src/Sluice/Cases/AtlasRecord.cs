using System.Collections.Immutable;
using Sluice.Gates;
using Sluice.Market.Reported;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>What a case uses of the atlas beside parts, sources and weights.</summary>
/// <param name="Version">Version.</param>
/// <param name="Horizons">Day up to which each section was filled.</param>
/// <param name="Rules">American rules, letters, licences and guidance.</param>
/// <param name="Measures">Measures of Chinese authorities.</param>
/// <param name="Events">What happened.</param>
/// <param name="BuyerGroups">Groups of buyers; empty where the index of the atlas could not be read.</param>
/// <param name="Ladder">Strength by level.</param>
/// <param name="Parties">Parties with names; empty where names were not chosen.</param>
public sealed record AtlasRecord(
    string Version, ImmutableArray<Named<DateOnly>> Horizons, ImmutableArray<DatedEntry> Rules, ImmutableArray<DatedEntry> Measures, ImmutableArray<DatedEntry> Events,
    ImmutableArray<string> BuyerGroups, ImmutableArray<Named<int>> Ladder, ImmutableArray<string> Parties)
{
    /// <summary>Figures reported of the market; empty where they were not chosen.</summary>
    public ImmutableArray<MarketFigure> Figures { get; init; } = [];

    /// <summary>Series of reported numbers, without their rows; empty where they were not chosen.</summary>
    public ImmutableArray<ReportedSeries> Series { get; init; } = [];

    /// <summary>How far the files used know.</summary>
    /// <param name="sections">Sections that the case chose.</param>
    /// <param name="today">Today; null where changes since are not counted.</param>
    public AtlasUsed Used(ImmutableArray<string> sections, DateOnly? today)
    {
        var horizon = DateOnly.MaxValue;
        foreach (var (section, _, day) in Horizons)
            if (day < horizon && sections.Contains(section)) horizon = day;
        return new(Version, horizon, today is { } until ? Rules.Concat(Measures).Count(r => Changes(r, horizon, until)) : 0);
    }

    /// <summary>Strength of a level on the ladder; null where it is not on it.</summary>
    public int? StrengthOf(string level)
    {
        foreach (var (id, _, strength) in Ladder)
            if (id == level) return strength;
        return null;
    }

    static bool Changes(DatedEntry rule, DateOnly after, DateOnly until) => (rule.Effective is { } effective && Between(effective.From, after, until)) || (rule.Ended is { } ended && Between(ended.From, after, until));

    static bool Between(DateOnly day, DateOnly after, DateOnly until) => day > after && day <= until;
}
