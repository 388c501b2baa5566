using MiniExcelLibs;
using Sluice.Reading;

namespace Sluice.Tests.Reading;

public class TablesTests
{
    private static readonly string[] key = ["workload", "period"];

    [Fact]
    public void Each_row_is_a_map_under_its_key_columns_and_each_cell_has_its_place()
    {
        var (map, faults) = Read("workload,period,amount\ninference, 2025-09 ,40k H20e\ntraining,2025-09,\"1 000 H20e\"\n");
        Assert.Empty(faults);
        Assert.Equal(["inference@2025-09", "training@2025-09"], map!.Keys);
        var amount = map.FindPath("training@2025-09.amount")!;
        Assert.Equal(("1 000 H20e", "demand.training@2025-09.amount", new Place("demand.csv", 3, 18)), (((Scalar)amount.Value).Text, amount.Value.Path, amount.Value.At));
        Assert.Equal(new Place("demand.csv", 2, 12), map.FindPath("inference@2025-09.period")!.Value.At);
    }

    [Fact]
    public void Blank_lines_comments_a_byte_order_mark_and_line_ends_of_windows_are_passed_over()
    {
        var (map, faults) = Read("\uFEFF# from the spreadsheet\r\nworkload,period,amount\r\n\r\ninference,2025-09,1\r\n,,\r\n");
        Assert.Empty(faults);
        Assert.Equal(4, Assert.Single(map!.Entries).Value.At.Line);
    }

    [Fact]
    public void A_line_break_in_a_cell_moves_the_places_behind_it()
    {
        var (map, faults) = Read("workload,period,note,amount\ninference,2025-09,\"two\nlines\",5\ntraining,2025-09,,6\n");
        Assert.Empty(faults);
        Assert.Equal((3, 8), (map!.FindPath("inference@2025-09.amount")!.Value.At.Line, map.FindPath("inference@2025-09.amount")!.Value.At.Column));
        Assert.Equal(4, map["training@2025-09"]!.At.Line);
    }

    [Fact]
    public void An_empty_cell_is_a_key_left_out()
    {
        var (map, _) = Read("workload,period,amount\ninference,2025-09,\n");
        Assert.Null(map!.FindPath("inference@2025-09.amount"));
    }

    [Theory]
    [InlineData("workload,period,amount\ninference,2025-09,\"40k\ntraining,2025-09,1\n", "2:19 SLU0020")]
    [InlineData("workload,period,amount\ninference,2025-09,\"40k\" H20e\n", "2:19 SLU0020")]
    [InlineData("workload,period,amount\ninference,2025-09,40\"k\n", "2:19 SLU0020")]
    [InlineData("workload,period,amount\ninference,2025-09,1,850\n", "2:21 SLU0021")]
    [InlineData("workload,period,amount\ninference,2025-09\n", "2:1 SLU0028")]
    [InlineData("workload,,period,period\ninference,,2025-09,1\n", "1:10 SLU0022", "1:18 SLU0022")]
    [InlineData("workload,period,amount\na,2025-09,1\nb,2025-09,2\na,2025-09,3\n", "4:1 SLU0023")]
    [InlineData("", "1:1 SLU0024")]
    [InlineData("# only a comment\n", "1:1 SLU0024")]
    [InlineData("wrkload,amount\na,1\n", "1:1 SLU0025", "1:1 SLU0025")]
    [InlineData("workload;period;amount\na;2025-09;1\n", "1:1 SLU0025", "1:1 SLU0025")]
    [InlineData("workload,period,amount\n,2025-09,1\n", "2:1 SLU0026")]
    [InlineData("workload,period\na\0,1\n", "1:1 SLU0009")]
    public void What_a_table_may_not_hold_is_reported_where_it_stands(string text, params string[] faults) => Assert.Equal(faults, Read(text).Faults);

    [Fact]
    public void Two_rows_for_one_key_name_both_lines()
    {
        var into = new Diagnostics();
        Tables.ReadCsv("demand.csv", "workload,period,amount\na,2025-09,1\na,2025-09,3\n", "demand", key, into);
        Assert.Equal("a second row for workload and period 'a@2025-09'; the first is line 2. Delete one, or add them up.", into.Sorted[0].Message);
    }

    [Fact]
    public void Columns_about_the_value_are_folded_into_it()
    {
        var into = new Diagnostics();
        var map = Tables.ReadCsv("demand.csv", "workload,period,amount,between,basis,judgement\na,2025-09,40k H20e,\"[30k, 50k]\",[x],\nb,2025-09,1,,,\n", "demand", key, into, "amount");
        Assert.False(into.HasErrors);
        Assert.Equal("40k H20e", ((Scalar)map!.FindPath("a@2025-09.amount.value")!.Value).Text);
        Assert.Equal(["30k", "50k"], ((Sequence)map.FindPath("a@2025-09.amount.between")!.Value).Items.Cast<Scalar>().Select(s => s.Text));
        Assert.Equal("1", ((Scalar)map.FindPath("b@2025-09.amount")!.Value).Text);
    }

    [Fact]
    public void A_workbook_reads_like_the_table_it_was_saved_as()
    {
        using var workbook = new MemoryStream();
        workbook.SaveAs(new Dictionary<string, object?>[]
        {
            new() { ["workload"] = "inference", ["period"] = "2025-09", ["amount"] = "40k H20e", ["due"] = new DateTime(2025, 9, 30) },
            new() { ["workload"] = null, ["period"] = null, ["amount"] = null, ["due"] = null },
            new() { ["workload"] = "training", ["period"] = "2025-09", ["amount"] = 12.5, ["due"] = null },
        });
        workbook.Position = 0;
        var into = new Diagnostics();
        var map = Tables.ReadXlsx("demand.xlsx", workbook, "demand", key, into)!;
        Assert.False(into.HasErrors);
        Assert.Equal(("40k H20e", new Place("demand.xlsx", 2, 3)), Text(map, "inference@2025-09.amount"));
        Assert.Equal(("2025-09-30", new Place("demand.xlsx", 2, 4)), Text(map, "inference@2025-09.due"));
        Assert.Equal(("12.5", new Place("demand.xlsx", 4, 3)), Text(map, "training@2025-09.amount"));

        static (string, Place) Text(Map map, string path) => map.FindPath(path)!.Value is Scalar scalar ? (scalar.Text, scalar.At) : default;
    }

    [Fact]
    public void What_is_no_workbook_is_said_so()
    {
        foreach (var bytes in new byte[][] { [], [.. "part,units"u8], [0x50, 0x4B, 5, 6, .. new byte[18]] })
        {
            var into = new Diagnostics();
            using var stream = new MemoryStream(bytes);
            Assert.Null(Tables.ReadXlsx("fleet.xlsx", stream, "fleet", key, into));
            Assert.Equal("SLU0027", Assert.Single(into.Sorted).Code);
        }
    }

    private static (Map? Map, string[] Faults) Read(string text)
    {
        var into = new Diagnostics();
        var map = Tables.ReadCsv("demand.csv", text, "demand", key, into);
        return (map, [.. into.Sorted.Select(d => $"{d.At.Line}:{d.At.Column} {d.Code}")]);
    }
}
