using System.Collections.Immutable;
using System.Globalization;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>One row of a series of the atlas.</summary>
/// <param name="Series">Name of the series.</param>
/// <param name="Unit">Unit of its values, in words, for example <c>million USD</c>.</param>
/// <param name="Item">What of the series.</param>
/// <param name="Period">When, as written.</param>
/// <param name="Known">Since when it is known, as written.</param>
/// <param name="Value">Value; null where only a range is known.</param>
/// <param name="Low">Low end of what is known.</param>
/// <param name="High">High end.</param>
/// <param name="Basis">What is counted.</param>
/// <param name="Grade">Grade of the source.</param>
/// <param name="Sources">Who stands behind the series.</param>
/// <param name="Warning">What a reader must know before using it.</param>
public sealed record SeriesRow(
    string Series, string Unit, string Item, string Period, string Known, double? Value, double? Low, double? High, string Basis, string Grade,
    ImmutableArray<string> Sources, string Warning)
{
    /// <summary>Day by which the row was known: the last day of what is written.</summary>
    public DateOnly? KnownBy => VagueDate.TryParse(Known, out var day) ? day.To : null;
}

/// <summary>Reads rows of the series of the atlas, for what is compared with a simulation. No case needs them to be planned.</summary>
public static class AtlasSeries
{
    /// <summary>The row of an item and period; the first of several. Null where there is none, which is then reported with the nearest name.</summary>
    /// <param name="atlas">Files of the atlas.</param>
    /// <param name="series">Name of the series.</param>
    /// <param name="item">Item as written there.</param>
    /// <param name="period">Period as written there.</param>
    /// <param name="at">Where the case names it.</param>
    /// <param name="into">Receives the faults.</param>
    public static SeriesRow? Find(IFileSource atlas, string series, string item, string period, Place at, Diagnostics into)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        ArgumentNullException.ThrowIfNull(into);
        var (about, table) = ($"series/{series}.yaml", $"series/{series}.csv");
        if (!atlas.TryRead(about, out var words) || !atlas.TryRead(table, out var cells))
        {
            into.Add(CaseMessages.UnknownName(new(series, at, "series"), [.. atlas.Paths.Where(p => p.StartsWith("series/", StringComparison.Ordinal) && p.EndsWith(".yaml", StringComparison.Ordinal)).Select(p => Path.GetFileNameWithoutExtension(p))]));
            return null;
        }

        var stated = (Yaml.Read("atlas/" + about, words, "", into)?["series"] as Map)?[series] as Map;
        if (Tables.ReadCsv("atlas/" + table, cells, series, ["period", "item", "basis?", "known"], into) is not { } rows) return null;
        var all = rows.Entries.Select(e => e.Value).OfType<Map>().ToList();
        var found = all.FirstOrDefault(r => Text(r, "item") == item && Text(r, "period") == period);
        if (found is null)
        {
            var named = all.Where(r => Text(r, "period") == period).ToList();
            into.Add(named.Count == 0 ? CaseMessages.UnknownName(new(period, at, $"period of {series}"), [.. all.Select(r => Text(r, "period")).Distinct()])
                : CaseMessages.UnknownName(new(item, at, $"item of {series}"), [.. named.Select(r => Text(r, "item")).Distinct()]));
            return null;
        }

        return new(series, Text(stated, "unit"), item, period, Text(found, "known"), Number(found, "value"), Number(found, "low"), Number(found, "high"), Text(found, "basis"), Text(found, "grade"),
            [.. (stated?["root"] as Sequence)?.Items.OfType<Scalar>().Select(s => s.Text) ?? []], Text(stated, "warning"));
    }

    static string Text(Map? map, string key) => (map?[key] as Scalar)?.Text ?? "";

    static double? Number(Map map, string key) => map[key] is Scalar cell && double.TryParse(cell.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
