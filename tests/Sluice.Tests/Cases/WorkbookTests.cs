using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Reading;

namespace Sluice.Tests.Cases;

/// <summary>A case whose tables come out of a spreadsheet.</summary>
public class WorkbookTests
{
    static readonly MemorySource text = TestCases.Small.With("on-order.csv", "offer,due,units\nh20,2026-01-31,1k\n");

    static readonly string[][] offers =
    [
        ["offer", "part", "rent", "seller", "place", "price", "between", "judgement", "fit-out", "lead", "rate", "deposit", "cancel", "cancel.until", "cancel.refund", "receipt", "ramp", "notice", "domestic"],
        ["h20", "nvidia-h20", "", "nvidia", "home", "11 500 USD", "10 000 to 13 000 USD", "Replace by your quote.", "60 %", "1 quarter", "3k units per quarter", "30 %", "", "30 days before delivery", "2 300 USD", "optional",
            "70 % in the first month", "", ""],
        ["ascend-910c", "huawei-ascend-910c", "", "huawei", "home", "15 500 USD", "12 000 to 20 000 USD", "Replace by your quote.", "", "1 quarter", "1k units per quarter", "30 %", "none", "", "", "take-or-pay", "", "", "yes"],
        ["rent", "", "[inference]", "", "home", "2 400 USD per H20e-quarter", "", "", "", "", "1k H20e", "", "", "", "", "", "", "1 month", "yes"],
    ];

    static byte[] Book(IEnumerable<string[]> rows)
    {
        var all = rows.ToList();
        using var into = new MemoryStream();
        XlsxBook.Write(into, [("Sheet1", [.. all[0]], [.. all[1..].Select(r => r.Select(c => c.Length > 0 ? (object?)c : null).ToImmutableArray())])]);
        return into.ToArray();
    }

    static MemorySource AsWorkbook(MemorySource files, string table) =>
        files.Without(table + ".csv").With(table + ".xlsx", Book(files.Text(table + ".csv").TrimEnd('\n').Split('\n').Where(l => !l.StartsWith('#')).Select(l => l.Split(','))));

    [Theory]
    [InlineData("fleet")]
    [InlineData("on-order")]
    [InlineData("planned")]
    [InlineData("demand")]
    public void A_table_in_a_workbook_is_the_same_table(string table)
    {
        var loaded = AsWorkbook(text, table).Load();
        Assert.Empty(loaded.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => d.Message));
        Assert.Equal(text.Load().Case!.Digest, loaded.Case!.Digest);
    }

    [Fact]
    public void Offers_in_a_workbook_are_the_same_offers()
    {
        var loaded = text.Without("offers.yaml").With("offers.xlsx", Book(offers)).Load();
        Assert.Empty(loaded.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => $"{d.At} {d.Message}"));
        Assert.Equal(text.Load().Case!.Digest, loaded.Case!.Digest);
    }

    [Fact]
    public void Some_offers_may_stand_in_the_table_and_others_in_the_text_but_none_in_both()
    {
        var both = text.With("offers.xlsx", Book([offers[0], ["spot", .. offers[1][1..]]])).Load();
        Assert.Contains(both.Case!.Market.Offers, o => o.Id == "spot");
        var twice = text.With("offers.xlsx", Book([offers[0], offers[1]])).Load();
        Assert.Contains(twice.Diagnostics, d => d.Code == "SLU0604" && d.At.File == "offers.xlsx");
    }

    [Theory]
    [InlineData("lead", "soon", "(J2)")]
    [InlineData("price", "11500", "(F2)")]
    [InlineData("cancel.refund", "much", "(O2)")]
    [InlineData("deposit", "130 %", "(L2)")]
    public void A_fault_names_its_cell(string column, string wrong, string cell)
    {
        var rows = offers.Select(r => r.ToArray()).ToArray();
        rows[1][Array.IndexOf(rows[0], column)] = wrong;
        var found = text.Without("offers.yaml").With("offers.xlsx", Book(rows)).Load().Diagnostics.Where(d => d.Severity == Severity.Error).ToList();
        Assert.Contains(found, d => d.At.ToString().EndsWith(cell, StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_heading_is_an_error_at_its_column()
    {
        string[][] rows = [[.. offers[0], "colour"], [.. offers[1], "red"]];
        Assert.Contains(text.Without("offers.yaml").With("offers.xlsx", Book(rows)).Load().Diagnostics, d => d.At is { File: "offers.xlsx", Column: 20 } && d.Found.Contains("colour", StringComparison.Ordinal));
    }

    static byte[] Sheets(params (string Name, string[][] Rows)[] sheets)
    {
        using var into = new MemoryStream();
        XlsxBook.Write(into, sheets.Select(s => (s.Name, s.Rows[0].ToImmutableArray(), s.Rows[1..].Select(r => r.Select(c => c.Length > 0 ? (object?)c : null).ToImmutableArray()).ToImmutableArray())));
        return into.ToArray();
    }

    /// <summary>A workbook of some kilobytes that unpacks to 65 megabytes.</summary>
    static byte[] Bomb()
    {
        using var into = new MemoryStream();
        into.Write(NewCase.Workbook());
        using (var zip = new System.IO.Compression.ZipArchive(into, System.IO.Compression.ZipArchiveMode.Update, leaveOpen: true))
        using (var entry = zip.CreateEntry("xl/more.xml", System.IO.Compression.CompressionLevel.Fastest).Open())
            for (var i = 0; i < 65; i++) entry.Write(new byte[1 << 20]);
        return into.ToArray();
    }

    static MemorySource Bookless => TestCases.Small.Without("offers.yaml").Without("fleet.csv").Without("planned.csv").Without("demand.csv");

    static string[][] Csv(string table) => [.. TestCases.Small.Text(table + ".csv").TrimEnd('\n').Split('\n').Where(l => !l.StartsWith('#')).Select(l => l.Split(','))];

    [Fact]
    public void The_workbook_to_fill_in_is_the_small_case()
    {
        var loaded = Bookless.With("book.xlsx", NewCase.Workbook()).Load();
        Assert.Equal(TestCases.Small.Load().Diagnostics.Select(d => d.Code).Order(), loaded.Diagnostics.Select(d => d.Code).Order());
        Assert.Equal(TestCases.Small.With("on-order.csv", "offer,units,due\n").Load().Case!.Digest, loaded.Case!.Digest);
    }

    [Fact]
    public void A_fault_in_a_sheet_of_a_book_names_sheet_and_cell_and_the_nearest_name()
    {
        var demand = Csv("demand").Select(r => r.ToArray()).ToArray();
        (demand[1][0], demand[2][2]) = ("inferense", "much");
        var found = Bookless.With("book.xlsx", Sheets(("Offers", offers), ("fleet", Csv("fleet")), ("planned", Csv("planned")), ("demand", demand), ("on-order", [["offer", "units", "due"]]))).Load().Diagnostics.Where(d => d.Severity == Severity.Error).ToList();
        Assert.Contains(found, d => d.At.ToString() == "book.xlsx:2:1 (demand!A2)" && d.Nearest == "inference");
        Assert.Contains(found, d => d.At.ToString() == "book.xlsx:3:3 (demand!C3)");
    }

    [Fact]
    public void A_table_stands_in_one_place_a_strange_sheet_gets_a_word_and_a_book_that_cannot_be_opened_is_one_fault()
    {
        var twice = TestCases.Small.With("book.xlsx", Sheets(("fleet", Csv("fleet")), ("demnad", [["a"]]), ("planned", [[" "]]))).Load();
        Assert.Contains(twice.Diagnostics, d => d.Code == "SLU0605" && d.Message.Contains("book.xlsx, sheet fleet", StringComparison.Ordinal));
        Assert.Contains(twice.Diagnostics, d => d.Code == "SLU0603" && d.At.Sheet == "demnad" && d.Nearest == "demand");
        var broken = Bookless.With("book.xlsx", [1, 2, 3]).Load().Diagnostics.Where(d => d.Severity == Severity.Error).ToList();
        Assert.Equal(["SLU0027"], broken.Select(d => d.Code));
        Assert.Contains("unpacks to 65 MB", Assert.Single(Bookless.With("book.xlsx", Bomb()).Load().Diagnostics, d => d.Severity == Severity.Error).Message);
    }

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(703, "AAA")]
    public void Cells_are_named_as_a_spreadsheet_names_them(int column, string letters) => Assert.Equal($"book.xlsx:7:{column} ({letters}7)", new Place("book.xlsx", 7, column).ToString());
}
