using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Gates;

/// <summary>When the references of the atlas were published, and of which kind they are.</summary>
public sealed class ReferenceDays
{
    readonly ImmutableDictionary<string, (DateOnly? Day, string Kind)> days;

    ReferenceDays(ImmutableDictionary<string, (DateOnly? Day, string Kind)> days) => this.days = days;

    /// <summary>Nothing is known of any reference.</summary>
    public static ReferenceDays None { get; } = new(ImmutableDictionary<string, (DateOnly? Day, string Kind)>.Empty);

    /// <summary>Reads the section <c>references</c>; faults in it are reported where the section is checked.</summary>
    public static ReferenceDays Read(Map? section)
    {
        var days = ImmutableDictionary.CreateBuilder<string, (DateOnly? Day, string Kind)>(StringComparer.Ordinal);
        foreach (var entry in section?.Entries ?? [])
            if (entry.Value is Map written)
                days[entry.Key] = (written["published"] is Scalar day && VagueDate.TryParse(day.Text, out var published) ? published.To : null, (written["kind"] as Scalar)?.Text ?? "");
        return new(days.ToImmutable());
    }

    /// <summary>The first day on which one of the references was out. One without a day counts from the day its part became known; no reference at all: always.</summary>
    public DateOnly FirstDay(ImmutableArray<Ref> references, VagueDate? partKnown)
    {
        var otherwise = partKnown?.To ?? DateOnly.MinValue;
        return references.IsEmpty ? otherwise : references.Min(r => days.TryGetValue(r.Id, out var known) && known.Day is { } day ? day : otherwise);
    }

    /// <summary>Whether a state body, a filing or the maker itself stands behind one of the references.</summary>
    public bool AreFirm(ImmutableArray<string> references) => references.Any(r => days.TryGetValue(r, out var known) && known.Kind is "official" or "filing" or "vendor");
}
