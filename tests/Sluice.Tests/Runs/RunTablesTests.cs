using System.IO.Compression;
using System.Text;
using Sluice.Reading;
using Sluice.Runs;
using Sluice.Tests.Views;

namespace Sluice.Tests.Runs;

public class RunTablesTests
{
    static byte[] Book(PlanRecord plan)
    {
        using var into = new MemoryStream();
        XlsxBook.Write(into, RunTables.Of(plan).Select(t => (t.Name, t.Headings, t.Rows)));
        return into.ToArray();
    }

    [Fact]
    public void Every_table_of_the_record_is_a_sheet()
    {
        using var book = new ZipArchive(new MemoryStream(Book(SampleRecord.Whole)));
        var tables = RunTables.Of(SampleRecord.Whole);
        Assert.Equal(tables.Length, book.Entries.Count(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)));
        // One table for each list that the record can hold.
        var lists = typeof(PlanRecord).GetProperties().Where(p => p.PropertyType.IsGenericType && p.PropertyType.FullName!.Contains("ImmutableArray", StringComparison.Ordinal) && p.PropertyType.FullName.Contains("Record", StringComparison.Ordinal))
            .Select(p => p.Name).Except([nameof(PlanRecord.Unanswered)]);
        Assert.Empty(lists.Select(l => string.Concat(l.Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()))).Except(tables.Select(t => t.Name)));
    }

    [Fact]
    public void The_first_sheet_read_back_is_the_table_of_decisions()
    {
        var into = new Diagnostics();
        var map = Tables.ReadXlsx("tables.xlsx", new MemoryStream(Book(SampleRecord.Whole)), "decisions", ["title"], into)!;
        Assert.False(into.HasErrors);
        Assert.Equal(SampleRecord.Whole.Decisions.Select(d => d.Title), map.Keys);
        Assert.Equal("27060", ((Scalar)map.FindPath("ascend-910c.quantity")!.Value).Text);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3|cmd")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("＝1")]
    public void Text_that_begins_like_a_formula_is_kept_as_text(string evil)
    {
        var plan = SampleRecord.Whole with { Notes = [], Decisions = [SampleRecord.Whole.Decisions[0] with { Title = evil, Reason = evil }] };
        var cell = RunTables.Of(plan).Single(t => t.Name == "decisions").Rows[0][2];
        Assert.Equal("'" + evil, cell);
        using var book = new ZipArchive(new MemoryStream(Book(plan)));
        foreach (var sheet in book.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(sheet.Open(), Encoding.UTF8);
            Assert.DoesNotContain("<x:f>", reader.ReadToEnd());
        }
    }

    [Fact]
    public void A_negative_number_stays_a_number()
    {
        var plan = SampleRecord.Whole with { Influence = [SampleRecord.Whole.Influence!.Value[1]] };
        Assert.Equal(-2_000_000d, RunTables.Of(plan).Single(t => t.Name == "influence").Rows[0][2]);
    }

    [Fact]
    public void A_run_folder_is_whole_and_its_result_reads_back_to_the_same_bytes()
    {
        var under = Directory.CreateTempSubdirectory("sluice-runs-").FullName;
        try
        {
            var folder = RunFolder.Write(under, SampleRecord.Whole, new TimingRecord(1, 1, 1, 1, 1, "m", DateTimeOffset.UnixEpoch, "c"), "<!DOCTYPE html>");
            Assert.Equal("1970-01-01T000000-plan", Path.GetFileName(folder));
            Assert.Single(Directory.GetFileSystemEntries(under));
            foreach (var file in new[] { "result.json", "run.json", "report.html", "tables.xlsx", "decisions.csv", "unserved.csv", "assumptions.csv" })
                Assert.True(File.Exists(Path.Combine(folder, file)), file);
            Assert.Equal(RunFolder.Json(SampleRecord.Whole), RunFolder.Json(RunFolder.Read(Path.Combine(folder, "result.json"))));
        }
        finally
        {
            Directory.Delete(under, recursive: true);
        }
    }

    [Theory]
    [InlineData("{", ":1:")]
    [InlineData("[]", "no result of sluice plan")]
    [InlineData("{\"case\": 3}", "$.case")]
    public void A_file_that_is_no_result_is_refused_with_its_place(string json, string expected)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, json);
            Assert.Contains(expected, Assert.ThrowsAny<IOException>(() => RunFolder.Read(file)).Message);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
