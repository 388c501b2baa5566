using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Gates;

/// <summary>When the references of the atlas were published, and of which kind they are.</summary>
public sealed class ReferenceDays
{
    readonly ImmutableDictionary<string, (DateOnly? Day, string Kind)> days;

    readonly DateOnly horizon;

    ReferenceDays(ImmutableDictionary<string, (DateOnly? Day, string Kind)> days, DateOnly horizon) => (this.days, this.horizon) = (days, horizon);

    /// <summary>Nothing is known of any reference.</summary>
    public static ReferenceDays None { get; } = new(ImmutableDictionary<string, (DateOnly? Day, string Kind)>.Empty, DateOnly.MaxValue);

    /// <summary>Reads the section <c>references</c>; faults in it are reported where the section is checked.</summary>
    /// <param name="section">The section.</param>
    /// <param name="horizon">Day to which the parts were filled: a vague day (a year, say) is not taken for later than that.</param>
    public static ReferenceDays Read(Map? section, DateOnly horizon)
    {
        var days = ImmutableDictionary.CreateBuilder<string, (DateOnly? Day, string Kind)>(StringComparer.Ordinal);
        foreach (var entry in section?.Entries ?? [])
            if (entry.Value is Map written)
                days[entry.Key] = (written["published"] is Scalar day && VagueDate.TryParse(day.Text, out var published) ? Earlier(published.To, horizon) : null, (written["kind"] as Scalar)?.Text ?? "");
        return new(days.ToImmutable(), horizon);
    }

    /// <summary>The first day on which one of the references was out. One without a day counts from the day its part became known; no reference at all: always.</summary>
    public DateOnly FirstDay(ImmutableArray<Ref> references, VagueDate? partKnown)
    {
        var otherwise = Day(partKnown);
        return references.IsEmpty ? otherwise : references.Min(r => days.TryGetValue(r.Id, out var known) && known.Day is { } day ? day : otherwise);
    }

    /// <summary>The day from which a part was known; always where it has none.</summary>
    public DateOnly Day(VagueDate? partKnown) => partKnown is { } known ? Earlier(known.To, horizon) : DateOnly.MinValue;

    static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    /// <summary>Whether a state body, a filing or the maker itself stands behind one of the references.</summary>
    public bool AreFirm(ImmutableArray<string> references) => references.Any(r => days.TryGetValue(r, out var known) && known.Kind is "official" or "filing" or "vendor");
}
