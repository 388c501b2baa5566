using Sluice.Market.Reported;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>Finds rows of the series of the atlas, for what is compared with a simulation. No case needs them to be planned.</summary>
public static class AtlasSeries
{
    /// <summary>The row of an item and period, the first of several, with its series. Null where there is none, which is then reported with the nearest name.</summary>
    /// <param name="atlas">Files of the atlas.</param>
    /// <param name="series">Name of the series.</param>
    /// <param name="item">Item as written there; empty where the series has one thing.</param>
    /// <param name="period">Period as written there.</param>
    /// <param name="at">Where the case names it.</param>
    /// <param name="into">Receives the faults.</param>
    public static (ReportedSeries Series, SeriesRow Row)? Find(IFileSource atlas, string series, string item, string period, Place at, Diagnostics into)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        ArgumentNullException.ThrowIfNull(into);
        var (file, reader) = ($"series/{series}.yaml", new Reader(into));
        if (!atlas.TryRead(file, out var text) || (Yaml.Read("atlas/" + file, text, "", into)?["series"] as Map)?[series] is not { } written)
        {
            into.Add(CaseMessages.UnknownName(new(series, at, "series"), [.. atlas.Paths.Where(p => p.StartsWith("series/", StringComparison.Ordinal) && p.EndsWith(".yaml", StringComparison.Ordinal)).Select(p => Path.GetFileNameWithoutExtension(p))]));
            return null;
        }

        if (!SeriesShape.Shape.TryRead(written, reader, out var stated)) return null;
        var rows = stated.Rows(atlas, reader);
        var ofPeriod = rows.Where(r => r.Period == period).ToList();
        if (ofPeriod.Find(r => (r.Item ?? "") == item) is { } found) return (stated, found);
        into.Add(ofPeriod.Count == 0 ? CaseMessages.UnknownName(new(period, at, $"period of {series}"), [.. rows.Select(r => r.Period).Distinct()])
            : CaseMessages.UnknownName(new(item, at, $"item of {series}"), [.. ofPeriod.Select(r => r.Item ?? "").Distinct()]));
        return null;
    }
}
