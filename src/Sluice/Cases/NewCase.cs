using System.Collections.Immutable;
using System.Text;
using Sluice.Evidence;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Market.Habits;
using Sluice.Outlooks;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>Writes the small case of <c>sluice new</c>: one workload, two parts and a rental, one gate. Comments come from the meanings of the fields.</summary>
public static class NewCase
{
    /// <summary>File of the workbook that may hold the tables.</summary>
    public const string Book = CaseFiles.Book;

    /// <summary>The files by path.</summary>
    /// <param name="title">Title of the case.</param>
    public static ImmutableSortedDictionary<string, string> Files(string title) => new Dictionary<string, string>
    {
        ["case.yaml"] = Text("A small case to start from. Each line says what its key means; docs/reference/case-format.md has them all.", page => page
            .Keys(0, HeaderShape.Shape, ("case", title), ("as-of", "2025-10-01"), ("periods", "4 quarters"), ("currency", "USD"), ("viewpoint", "us"))
            .Line(0, "parties:").Line(1, "us:")
            .Keys(2, PartyShape.Shape, ("country", "CN"), ("groups", "[large-platform]"))
            .Keys(0, HeaderShape.Shape, ("stance", "{import-gate: follow}"), ("wait", "1 quarter"), ("indifference", "0.25 % of planned outlay"), ("discount", "10 % per year"), ("atlas", "[parts, sources]"))),
        ["workloads.yaml"] = Text("Work to keep running.", page => page
            .Line(0, "workloads:").Line(1, "inference:")
            .Keys(2, WorkloadShape.Shape, ("equivalent", "H20e"), ("reference", "nvidia-h20"), ("compute-bound", "30 %"), ("precision", "[fp8, int8, fp16]"), ("efficiency", "{cuda: 1, cann: {value: 0.7, between: 0.5 to 1, judgement: \"A new stack in its first year.\"}}"))
            .Line(2, "shortage:")
            .Line(3, "little: {up-to: 10 %, price: 900 USD per H20e-quarter}").Line(3, "much: {price: 4 000 USD per H20e-quarter}")),
        ["offers.yaml"] = Text("On what terms you can buy or rent. Replace the numbers by those of your suppliers.", page => page
            .Line(0, "offers:").Line(1, "h20:")
            .Keys(2, PurchaseShape.Shape, ("part", "nvidia-h20"), ("seller", "nvidia"), ("place", "home"), ("price", "{value: 11 500 USD, between: 10 000 to 13 000 USD, judgement: \"Replace by your quote.\"}"), ("fit-out", "60 %"),
                ("lead", "1 quarter"), ("rate", "3k units per quarter"), ("deposit", "30 %"), ("cancel", "{until: 30 days before delivery, refund: 2 300 USD}"), ("receipt", "optional"), ("ramp", "70 % in the first month"))
            .Line(1, "ascend-910c:")
            .Keys(2, PurchaseShape.Shape, ("part", "huawei-ascend-910c"), ("seller", "huawei"), ("place", "home"), ("price", "{value: 15 500 USD, between: 12 000 to 20 000 USD, judgement: \"Replace by your quote.\"}"),
                ("lead", "1 quarter"), ("rate", "1k units per quarter"), ("deposit", "30 %"), ("cancel", "none"), ("receipt", "take-or-pay"), ("domestic", "yes"))
            .Line(1, "rent:")
            .Keys(2, RentalShape.Shape, ("rent", "[inference]"), ("place", "home"), ("price", "2 400 USD per H20e-quarter"), ("rate", "1k H20e"), ("notice", "1 month"), ("domestic", "yes"))),
        ["places.yaml"] = Text("Where it stands.", page => page.Line(0, "home:").Keys(1, SiteShape.Shape, ("country", "CN"), ("power", "20 MW"), ("energy", "0.08 USD per kWh"))),
        ["parts.yaml"] = Text("What you know of parts beside the atlas.", page => page.Line(0, "parts:")
            .Line(1, "nvidia-h20:").Keys(2, PartShape.Shape, ("drawn", "0.72 kW")).Line(1, "huawei-ascend-910c:").Keys(2, PartShape.Shape, ("drawn", "1.8 kW"))),
        ["drivers.yaml"] = Text("What you do not control: here one gate, which may ask you to pause.", page => page
            .Line(0, "drivers:").Line(1, "import-gate:").Line(2, "gate: {authorities: [cac], form: guidance, side: import, ground: security}")
            .Line(2, "history:").Line(3, "2025-08-01: {level: none, known: 2025-08-01}")
            .Line(2, "levels:").Line(3, "none: {}").Line(3, "pause: {asks: {pause-h20: {stop-orders: {on: {part: nvidia-h20, buyers: large-platform}}}}}")
            .Line(2, "moves:").Line(3, "tighten:")
            .Keys(4, MoveShape.Shape, ("from", "none"), ("to", "pause"), ("chance", "{value: 20 % per quarter, between: 5 to 40 % per quarter, judgement: \"Your own odds.\"}"))
            .Line(4, "because:").Line(5, "notices:").Keys(6, ReasonShape.Shape, ("event", "notices-sent"), ("times", "1.3"))
            .Line(3, "ease:").Keys(4, MoveShape.Shape, ("from", "pause"), ("to", "none"), ("chance", "10 % per quarter"))),
        ["evidence.yaml"] = Text("Who said what, and how firmly.", page => page
            .Line(0, "reports:").Line(1, "bloomberg-2025-08-12:").Keys(2, ReportShape.Shape, ("source", "bloomberg"), ("published", "2025-08-12"))
            .Line(0, "claims:").Line(1, "notices-sent:")
            .Keys(2, ClaimShape.Shape, ("who", "chinese-authorities"), ("does", "send notices that advise against the H20"), ("when", "2025-08"), ("credibility", "3"), ("heard", "{bloomberg-2025-08-12: {said-by: people familiar, certainty: reported}}"))),
        ["verdicts.yaml"] = Text("What may pass, as far as you know. Ask counsel.", page => page
            .Line(0, "h20:").Line(1, "us-export:").Keys(2, StatedVerdictShape.Shape, ("verdict", "unknown"), ("why", "Write what your counsel says."))
            .Line(0, "ascend-910c:").Line(1, "cn-import:").Keys(2, StatedVerdictShape.Shape, ("verdict", "no-requirement"), ("why", "Made and sold in China."))
            .Line(0, "rent:").Line(1, "cn-import:").Keys(2, StatedVerdictShape.Shape, ("verdict", "no-requirement"), ("why", "Nothing is imported."))),
        ["habits.yaml"] = Text("How buyers and makers act by habit: what `sluice simulate` runs, month by month. No plan reads it. Replace the numbers by your own judgement.", page => page
            .Keys(0, MarketHabitsShape.Shape, ("start", "2025-07-01"))
            .Line(0, "buyers:").Line(1, "platforms:")
            .Keys(2, BuyerHabitsShape.Shape, ("groups", "[large-platform]"), ("firms", "5"), ("demand", "{inference: {level: 28k H20e, growth: 5 % per month, slowing: 2 %}}"), ("fleet", "{nvidia-h20: 24k units}"),
                ("compliance", "{value: 90 %, between: 70 to 100 %, judgement: \"Most do as they are asked.\"}"), ("when-asked", "{cut: 10 %, defer: 40 %}"), ("premium", "10 %"),
                ("porting", "{inference: {ported: 1k H20e, rate: 300 H20e per month, learning: 8 %}}"))
            .Line(1, "others:").Keys(2, BuyerHabitsShape.Shape, ("demand", "{inference: {level: 10k H20e, growth: 3 % per month}}"), ("fleet", "{nvidia-h20: 9k units}"))
            .Line(0, "makers:")
            .Line(1, "nvidia:").Keys(2, MakerHabitsShape.Shape, ("cover", "2 months"), ("write-down", "12 months"))
            .Line(1, "huawei:").Keys(2, MakerHabitsShape.Shape, ("cover", "1 month"))
            .Line(0, "lines:")
            .Line(1, "h20:").Keys(2, ProductLineShape.Shape, ("part", "nvidia-h20"), ("maker", "nvidia"), ("offer", "h20"), ("stock", "3k units"),
                ("wafers", "{rate: {2025-01-01: 6k units per month}, lead: 4 months, restart: 4 months, cost: 3 000 USD}"), ("back-end", "{rate: {2025-01-01: 4k units per month}, lead: 1 month, cost: 2 500 USD}"))
            .Line(1, "ascend-910c:").Keys(2, ProductLineShape.Shape, ("part", "huawei-ascend-910c"), ("maker", "huawei"), ("offer", "ascend-910c"), ("stock", "200 units"),
                ("wafers", "{rate: {2025-01-01: 1k units per month, 2026-01-01: 2k units per month}, lead: 3 months, cost: 4 500 USD}"), ("back-end", "{rate: {2025-01-01: 2k units per month}, lead: 1 month, cost: 4 000 USD}"))),
        ["fleet.csv"] = "part,place,units,installed,retires\nnvidia-h20,home,6k,2025-01-31,2029-12-31\n",
        ["planned.csv"] = "offer,units,order-by\nh20,2k,2025-12-31\nascend-910c,500,2026-03-31\n",
        ["demand.csv"] = "workload,period,amount,between\ninference,2025-Q4,7k H20e,6k to 8k H20e\ninference,2026-Q1,8k H20e,7k to 10k H20e\ninference,2026-Q2,10k H20e,8k to 13k H20e\ninference,2026-Q3,12k H20e,9k to 17k H20e\n",
        ["whatifs/gate-shut.yaml"] = "# What if the pause is asked today?\ntitle: Paused today\nset:\n  drivers.import-gate.moves.tighten.chance: 60 % per quarter\n",
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>The same with its tables, offers among them, as sheets of a workbook.</summary>
    /// <param name="title">Title of the case.</param>
    /// <param name="workbook">The workbook, such as <see cref="Workbook"/>.</param>
    public static ImmutableSortedDictionary<string, byte[]> Files(string title, byte[] workbook) =>
        Files(title).ToImmutableSortedDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value), StringComparer.Ordinal)
            .RemoveRange(CaseFiles.Tables.Select(t => CaseFiles.Of(t.Name))).SetItem(CaseFiles.Book, workbook);

    /// <summary>The small case with the tables of a workbook that was filled in. Its own verdicts and habits go where the workbook has no such offers.</summary>
    /// <param name="title">Title of the case.</param>
    /// <param name="workbook">The workbook.</param>
    /// <param name="atlas">The atlas.</param>
    /// <returns>The files, and what they are when read; no case where the workbook does not fit.</returns>
    public static (ImmutableSortedDictionary<string, byte[]> Files, Loaded Read) Of(string title, byte[] workbook, IFileSource atlas)
    {
        var files = Files(title, workbook);
        var read = Read(files);
        ImmutableArray<string> own = [CaseFiles.Of("verdicts"), CaseFiles.Habits];
        if (read.Case is null && read.Diagnostics.Where(d => d.Severity == Severity.Error).All(d => own.Contains(d.At.File)))
        {
            files = files.RemoveRange(own);
            read = Read(files);
        }

        return (files, read);

        Loaded Read(ImmutableSortedDictionary<string, byte[]> written) => CaseReader.Load(new MemorySource(written), atlas, LoadOptions.None);
    }

    /// <summary>The tables of the small case as a workbook to fill in: a sheet each, offers among them. It stands in a case as <c>book.xlsx</c>.</summary>
    public static byte[] Workbook()
    {
        var files = Files("");
        using var into = new MemoryStream();
        XlsxBook.Write(into,
        [
            Sheet("offers",
            [
                ["offer", "part", "rent", "seller", "place", "price", "between", "judgement", "fit-out", "lead", "rate", "quote.quantity", "quote.until", "deposit", "cancel", "cancel.until", "cancel.refund", "receipt", "ramp", "notice", "domestic"],
                ["h20", "nvidia-h20", "", "nvidia", "home", "11 500 USD", "10 000 to 13 000 USD", "Replace by your quote.", "60 %", "1 quarter", "3k units per quarter", "", "", "30 %", "", "30 days before delivery", "2 300 USD", "optional", "70 % in the first month", "", ""],
                ["ascend-910c", "huawei-ascend-910c", "", "huawei", "home", "15 500 USD", "12 000 to 20 000 USD", "Replace by your quote.", "", "1 quarter", "1k units per quarter", "", "", "30 %", "none", "", "", "take-or-pay", "", "", "yes"],
                ["rent", "", "[inference]", "", "home", "2 400 USD per H20e-quarter", "", "", "", "", "1k H20e", "", "", "", "", "", "", "", "", "1 month", "yes"],
            ]),
            .. new[] { "fleet", "planned", "demand" }.Select(t => Sheet(t, [.. files[t + ".csv"].TrimEnd('\n').Split('\n').Select(l => l.Split(','))])),
            Sheet("on-order", [["offer", "units", "due", "basis", "judgement"]]),
        ]);
        return into.ToArray();

        static (string, ImmutableArray<string>, ImmutableArray<ImmutableArray<object?>>) Sheet(string name, string[][] rows) =>
            (name, [.. rows[0]], [.. rows[1..].Select(r => r.Select(c => c.Length > 0 ? (object?)c : null).ToImmutableArray())]);
    }

    static string Text(string says, Action<CommentedYaml> write)
    {
        var page = new CommentedYaml(says);
        write(page);
        return page.ToString();
    }
}
