using System.Collections.Immutable;
using Sluice.Gates;
using Sluice.Gates.Rules;
using Sluice.Outlooks;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>
/// Reads where a driver stood from dated measures of the atlas: on each day the level that the strongest of them has on the ladder, for the
/// viewpoint's groups, among those in force as far as known that day. Where none asks so much as the lowest level, it stands at the lowest.
/// </summary>
static class MeasuredHistory
{
    /// <summary>The history of a driver: its own entries, and those of its measures.</summary>
    public static ImmutableArray<HistoryEntry> Of(Driver driver, GateBook book, Buyer viewpoint, Func<string, int?> strengthOf, IReadOnlySet<string> claims)
    {
        var measures = driver.Measures.Select(m => (Name: m, Measure: book.Measure(m.Id))).Where(m => m.Measure is { OnlyShown: false, Validity.From: not null }).ToList();
        var rungs = driver.Levels.Select(l => (l.Id, Strength: strengthOf(l.Id))).Where(l => l.Strength is not null).ToList();
        if (measures.Count == 0 || rungs.Count == 0) return driver.History;
        var entries = driver.History.ToBuilder();
        var last = "";
        foreach (var day in measures.SelectMany(m => Days(m.Measure!.Validity)).Distinct().Order())
        {
            var top = measures.Where(m => m.Measure!.Validity.InForce(day, day) == Truth.True).Select(m => (m.Name, Measure: m.Measure!, Strength: m.Measure!.StrengthFor(viewpoint)))
                .OrderByDescending(m => m.Strength).ThenBy(m => m.Measure.Id, StringComparer.Ordinal).FirstOrDefault();
            var level = rungs.Where(r => r.Strength <= top.Strength).DefaultIfEmpty(rungs[0]).MaxBy(r => r.Strength).Id;
            if (level == last) continue;
            last = level;
            var from = top.Measure?.Validity is { From: { } first } && first < day && top.Measure.Validity.Known == day ? first : day;
            entries.Add(new(VagueDate.On(from), level, day, null, [.. top.Measure?.Claims.Where(claims.Contains).Select(c => new Ref(c, top.Name.At, "claim")) ?? []], (top.Measure is null ? measures[0].Name : top.Name).At));
        }

        return entries.Sorted(HistoryEntry.AsKnown);
    }

    static IEnumerable<DateOnly> Days(Validity validity) =>
        new[] { validity.Known, validity.From!.Value > validity.Known ? validity.From.Value : validity.Known }
            .Concat(validity.Ended is { } ended ? [validity.EndedKnown > ended ? validity.EndedKnown : ended.AddDays(1)] : Array.Empty<DateOnly>());
}
