using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market.Reported;

/// <summary>Numbers that sources reported over time. Their basis changes; the series says where, and warns of what must not be compared.</summary>
/// <param name="Id">Name.</param>
/// <param name="What">What it tells, in words.</param>
/// <param name="Unit">Unit in words.</param>
/// <param name="Parties">Parties that it is about.</param>
/// <param name="File">File with the rows, beside the one that describes it.</param>
/// <param name="Roots">Sources whose own reports they are.</param>
/// <param name="ChangeOfBasis">Where its numbers stop meaning the same.</param>
/// <param name="Warning">What must not be done with it.</param>
/// <param name="At">Where it stands in its file.</param>
public sealed record ReportedSeries(string Id, string What, string Unit, ImmutableArray<string> Parties, string File, ImmutableArray<string> Roots, string ChangeOfBasis, string Warning, Place At)
{
    /// <summary>Reads its rows, in the order of the file; those that are unsound are reported and left out.</summary>
    /// <param name="atlas">Files of the atlas.</param>
    /// <param name="reader">Receives faults: diagnostics SLU0008, SLU0009, SLU0020 to SLU0028, and those of single cells.</param>
    public ImmutableArray<SeriesRow> Rows(IFileSource atlas, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        ArgumentNullException.ThrowIfNull(reader);
        var file = "series/" + File;
        if (!atlas.TryRead(file, out var bytes))
        {
            reader.Diagnostics.Add(MarketMessages.NoRows(At, file));
            return [];
        }

        var rows = ImmutableArray.CreateBuilder<SeriesRow>();
        if (Tables.ReadCsv("atlas/" + file, bytes, $"series.{Id}.rows", ["period", "known", "item?", "basis?", "note?"], reader.Diagnostics) is { } table)
            foreach (var entry in table.Entries)
                if (SeriesRowShape.Shape.TryRead(entry.Value, reader, out var row)) rows.Add(row);
        return rows.ToImmutable();
    }
}

/// <summary>One reported number of a series.</summary>
/// <param name="Period">Period that it covers, as written.</param>
/// <param name="Until">Last day of the period.</param>
/// <param name="Known">Earliest publication or report.</param>
/// <param name="Item">What of the series it is about; null where the series has one thing.</param>
/// <param name="Amount">The number or its bounds.</param>
/// <param name="Basis">What it rests on, in words.</param>
/// <param name="Grade">How it is known.</param>
/// <param name="Note">Remark for readers.</param>
public sealed record SeriesRow(string Period, DateOnly Until, VagueDate Known, string? Item, ReportedAmount Amount, string? Basis, Grade Grade, string? Note);
