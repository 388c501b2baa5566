using System.Globalization;
using System.Text;

namespace Sluice.Bench;

/// <summary>The page growth.md with its figures, written from measured rows.</summary>
internal sealed class GrowthPage(IReadOnlyList<GrowthBench.Row> rows, double ceiling, string peer)
{
    private static readonly (string Family, string Title, string Across, string Words)[] Families =
    [
        ("4node", "4node, two stages", "scenarios",
            "The public instance `4node` with 8 to 512 scenarios; the larger ones split further of its independent right-hand sides (one value v into 0.9 v and 1.1 v, then two values into four)."),
        ("stormg2", "stormg2, two stages", "scenarios", "The public instance `stormg2`; its second stage of 528 rows is too large for a tableau of its own."),
        ("lattice", "Lattices", "nodes", "Four goods bought at a price that moves among 10 to 200 levels, over 2 to 40 stages (`StockLattice` in the bench), by stochastic dual dynamic programming to a gap of 1 %, bound included. The equivalent has a block for each of levels^(stages − 1) histories."),
    ];

    public void Write(string folder)
    {
        var page = new StringBuilder("# How time and memory grow\n\n");
        page.Append(CultureInfo.InvariantCulture, $"Written by `dotnet run -c Release --project bench/Sluice.Bench -- growth FOLDER --docs docs/explanation` on {Environment.ProcessorCount} processors; each run is a process of its own ");
        page.Append(CultureInfo.InvariantCulture, $"and is stopped after {ceiling:0} s. Public instances are solved to 1e-6. Memory is the peak of the process, about 60 MB of which are the runtime's.\n\n");
        foreach (var (family, title, across, words) in Families)
        {
            var mine = rows.Where(row => row.Family == family).ToList();
            page.Append(CultureInfo.InvariantCulture, $"## {title}\n\n{words}\n\n");
            foreach (var (kind, up, pick) in ((string, string, Func<GrowthBench.Row, double?>)[])[("time", "seconds", row => row.Seconds), ("memory", "MB", row => row.Seconds is null ? null : row.Megabytes)])
            {
                var file = $"growth-{family}-{kind}.svg";
                var curves = mine.GroupBy(row => row.Method).Select(group => (group.Key, (IReadOnlyList<(double, double)>)[.. group.Where(row => pick(row) is > 0).OrderBy(row => row.Size).Select(row => (row.Size, pick(row)!.Value))]))
                    .Where(curve => curve.Item2.Count > 0).ToList();
                GrowthFigure.Write(Path.Combine(folder, file), title, across, up, curves);
                page.Append(CultureInfo.InvariantCulture, $"![{title}: {up} over {across}]({file})\n");
            }
            page.Append('\n').Append(Crossing(mine, family == "lattice" ? "levels × stages" : across)).Append("\n\n");
            Table(page, family == "lattice" ? "levels × stages" : across, mine);
        }
        page.Append("## Beside a peer's published logs\n\n").Append(peer);
        File.WriteAllText(Path.Combine(folder, "growth.md"), page.ToString());
    }

    private static string Crossing(List<GrowthBench.Row> mine, string unit)
    {
        var pairs = mine.GroupBy(row => (row.Size, row.Name)).Select(group => (group.Key.Name, Ours: group.First(row => row.Method != "equivalent"), Whole: group.First(row => row.Method == "equivalent"))).OrderBy(pair => pair.Ours.Size).ToList();
        var faster = pairs.Where(pair => pair.Ours.Seconds is { } ours && pair.Whole.Seconds is { } whole && ours < whole).Select(pair => pair.Name).ToList();
        var gone = pairs.Where(pair => pair.Whole.Seconds is null).Select(pair => pair.Name).ToList();
        if (!pairs.Exists(pair => pair.Whole.Seconds is not null)) return "The equivalent ends at none of these sizes.";
        return (faster.Count > 0 ? $"The decomposition is faster at {string.Join(", ", faster)} {unit}" : "The equivalent is faster wherever it ends")
            + (gone.Count > 0 ? $"; the equivalent does not end or does not fit at {string.Join(", ", gone)}." : ".");
    }

    private static void Table(StringBuilder page, string across, List<GrowthBench.Row> mine)
    {
        page.Append(CultureInfo.InvariantCulture, $"| {across} | method | s | MB | value | |\n|---|---|---|---|---|---|\n");
        foreach (var row in mine.OrderBy(row => row.Size).ThenBy(row => row.Name, StringComparer.Ordinal).ThenBy(row => row.Method == "equivalent"))
            page.Append(CultureInfo.InvariantCulture, $"| {row.Name} | {row.Method} | {row.Seconds:F3} | {row.Megabytes:F0} | {row.Value:G8} | {row.Note} |\n");
        page.Append('\n');
    }
}
