using System.Collections.Immutable;
using System.Text;
using MiniExcelLibs;
using Sluice.Cases;
using Sluice.Reading;

namespace Sluice.Tests.Cases;

public class OrderTests
{
    [Fact]
    public void Permuting_entries_and_rows_changes_neither_digest_nor_record()
    {
        var files = TestCases.Founding;
        foreach (var table in new[] { "fleet.csv", "on-order.csv", "planned.csv", "demand.csv" })
        {
            var lines = files.Text(table).TrimEnd('\n').Split('\n');
            files = files.With(table, string.Join('\n', lines[..1].Concat(lines[1..].Reverse())) + "\n");
        }

        files = Reversed(Reversed(files, "places.yaml", ""), "calendar.yaml", "");
        var (before, after) = (TestCases.Founding.Load().Case!, files.Load().Case!);
        Assert.Equal(before.Digest, after.Digest);
        Assert.Equal(before.Market.Demand.Select(d => (d.Workload.Id, d.Period, d.Amount.Value)), after.Market.Demand.Select(d => (d.Workload.Id, d.Period, d.Amount.Value)));
        Assert.Equal(before.Market.Sites.Select(s => s.Id), after.Market.Sites.Select(s => s.Id));
        Assert.Equal(before.Assumptions.Select(a => (a.Path, a.Text)), after.Assumptions.Select(a => (a.Path, a.Text)));
    }

    [Fact]
    public void Sections_may_move_between_files()
    {
        var files = TestCases.Small;
        var moved = files.With("case.yaml", files.Text("case.yaml") + files.Text("offers.yaml")).Without("offers.yaml");
        Assert.Equal(files.Load().Case!.Digest, moved.Load().Case!.Digest);
    }

    [Fact]
    public void Comments_quotation_marks_and_layout_do_not_count()
    {
        var files = TestCases.Small.Edit("places.yaml", "  country: CN ", "  country: \"CN\"   # home\n\n");
        Assert.Equal(TestCases.Small.Load().Case!.Digest, files.Load().Case!.Digest);
    }

    [Fact]
    public void The_order_of_levels_counts_since_it_is_a_ladder()
    {
        var files = TestCases.Small;
        var text = files.Text("drivers.yaml");
        var pause = text.Split('\n').Single(l => l.StartsWith("      pause:", StringComparison.Ordinal)) + "\n";
        var turned = files.With("drivers.yaml", text.Replace(pause, "", StringComparison.Ordinal).Replace("      none: {}\n", pause + "      none: {}\n", StringComparison.Ordinal));
        Assert.NotEqual(files.Load().Case!.Digest, turned.Load().Case!.Digest);
    }

    [Fact]
    public void A_workbook_equals_the_table_with_the_same_cells()
    {
        var csv = TestCases.Small.Text("demand.csv").TrimEnd('\n').Split('\n').Select(l => l.Split(',')).ToArray();
        var rows = csv[1..].Select(cells => csv[0].Zip(cells).ToDictionary(p => p.First, p => (object)p.Second)).ToList();
        using var workbook = new MemoryStream();
        workbook.SaveAs(rows);
        var files = TestCases.Small.Without("demand.csv").With("demand.xlsx", workbook.ToArray());
        Assert.Equal(TestCases.Small.Load().Case!.Digest, files.Load().Case?.Digest);
    }

    static MemorySource Reversed(MemorySource files, string file, string indent)
    {
        var blocks = new List<StringBuilder>();
        foreach (var line in files.Text(file).Split('\n').Where(l => !l.StartsWith('#') && l.Length > 0))
        {
            if (!line.StartsWith(indent + " ", StringComparison.Ordinal)) blocks.Add(new());
            blocks[^1].Append(line).Append('\n');
        }

        blocks.Reverse();
        return files.With(file, string.Concat(blocks));
    }
}
