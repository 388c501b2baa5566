using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market.Habits;

/// <summary>How <see cref="MarketHabits"/> are written.</summary>
public static class MarketHabitsShape
{
    static readonly Field<DateOnly> start = new("start", Kinds.Date, "first month that is simulated", "2025-01-01");
    static readonly Field<ImmutableArray<Keyed<string>>> stands = new Field<ImmutableArray<Keyed<string>>>("stands",
        Kinds.MapBy("driver", Kinds.Id), "level of a driver before the first entry of its history", "{us-export: licensed}").Optional([], "its first level");
    static readonly Field<ImmutableArray<Named<BuyerHabits>>> buyers = new("buyers", Kinds.MapOf(BuyerHabitsShape.Shape), "kinds of buyers", BuyerHabitsShape.Sample);
    static readonly Field<ImmutableArray<Named<MakerHabits>>> makers = new("makers", Kinds.MapOf(MakerHabitsShape.Shape), "makers", "{nvidia: {}}");
    static readonly Field<ImmutableArray<Named<SharedCapacity>>> capacities = new Field<ImmutableArray<Named<SharedCapacity>>>("capacities",
        Kinds.MapOf(SharedCapacityShape.Shape), "foundries and memory that lines share", "{smic: {kind: foundry, rate: {2025-01-01: 90k units per month}}}").Optional([], "none is shared");
    static readonly Field<ImmutableArray<Named<ProductLine>>> lines = new("lines", Kinds.MapOf(ProductLineShape.Shape), "parts on sale, each with its line", ProductLineShape.Sample);
    static readonly Field<ImmutableArray<Named<ReportedRow>>> record = new Field<ImmutableArray<Named<ReportedRow>>>("record",
        Kinds.MapOf(ReportedRowShape.Shape), "reported figures to set beside the simulation", "{h20-q1: {series: nvda-licensed-parts, item: H20, period: FY2026-Q3, measure: revenue, lines: [h20], from: 2025-08-01, to: 2025-10-01}}").Optional([], "none");

    /// <summary>The shape.</summary>
    public static Shape<MarketHabits> Shape { get; } = new("habits", "How the parties of the market act by habit.", [start, stands, buyers, makers, capacities, lines, record], row =>
    {
        foreach (var (field, count) in new (Field, int)[] { (buyers, row.At(buyers).Length), (makers, row.At(makers).Length), (lines, row.At(lines).Length) })
            if (count == 0) row.Reject(field, "at least one entry", "it is empty");
        if (row.At(start).Day != 1) row.Reject(start, "the first day of a month", "ticks are whole months");
        return new(row.At(start), [.. row.At(stands).Select(s => (s.Key, s.Value))], [.. row.At(buyers).Select(b => b.Value)], [.. row.At(makers).Select(m => m.Value)],
            [.. row.At(capacities).Select(c => c.Value)], [.. row.At(lines).Select(l => l.Value)], [.. row.At(record).Select(r => r.Value)], row.Place);
    });
}

/// <summary>How <see cref="BuyerHabits"/> are written.</summary>
public static class BuyerHabitsShape
{
    internal const string Sample = "{platforms: {groups: [large-platform], demand: {inference: {level: 200k H20e, growth: 5 % per month}}}}";

    static readonly Field<Bilingual?> name = Fields.Maybe("name", Bilingual.Kind, "its name, or names in English and Chinese", "{en: platforms, zh: 平台企业}", "its id");
    static readonly Field<ImmutableArray<string>> groups = new Field<ImmutableArray<string>>("groups", Kinds.ListOf(Kinds.Name("buyer group").Map(g => g.Id)), "groups that effects and asks select by", "[large-platform]").Optional([]);
    static readonly Field<Given<double>> firms = new Field<Given<double>>("firms", Given.Of(Kinds.Number(1, 100_000)), "firms of this kind: what an effect grants each counts so many times", "4").Optional(Given.Default(1.0), "1");
    static readonly Field<string> country = new Field<string>("country", Countries.Code, "country of the ultimate parent, ISO 3166 alpha-2", "CN").Optional("CN", "CN");
    static readonly Field<ImmutableArray<Keyed<DemandHabit>>> demand = new("demand", Kinds.MapBy("workload", DemandHabitShape.Shape), "work to keep running, by workload", "{inference: {level: 200k H20e, growth: 5 % per month}}");
    static readonly Field<ImmutableArray<Keyed<Given<double>>>> fleet = new Field<ImmutableArray<Keyed<Given<double>>>>("fleet",
        Kinds.MapBy("part", Given.Of(Measures.Units)), "units in service at the start, by part", "{nvidia-h20: 200k units}").Optional([], "none");
    static readonly Field<Given<double>> foresight = new Field<Given<double>>("foresight", Given.Of(Measures.Duration), "how far ahead it orders", "1 quarter").Optional(Given.Default(3.0), "1 quarter");
    static readonly Field<Given<double>> patience = new Field<Given<double>>("patience", Given.Of(Measures.Duration), "most that it keeps on order with a line, as time of the deliveries that it expects of it", "9 months").Optional(Given.Default(9.0), "9 months");
    static readonly Field<Given<double>> compliance = new Field<Given<double>>("compliance", Given.Of(Measures.Share), "share of its firms that do what guidance asks of them", "90 %").Optional(Given.Default(1.0), "100 %");
    static readonly Field<AskedHabit> asked = new Field<AskedHabit>("when-asked", AskedHabitShape.Shape, "what those do with what is on order while orders are stopped", "{cut: 10 %, defer: 40 %}").Optional(AskedHabitShape.Pause, "they pause: orders stop, and what is on order comes");
    static readonly Field<Given<double>> foreign = new Field<Given<double>>("foreign", Given.Of(Measures.Share), "most of its need that it meets with foreign parts", "50 %").Optional(Given.Default(1.0), "100 %");
    static readonly Field<Given<double>> premium = new Field<Given<double>>("premium", Given.Of(Measures.Surcharge), "how much dearer a domestic part may be and still come first", "20 %").Optional(Given.Default(0.0), "0 %");
    static readonly Field<ImmutableArray<Keyed<PortingHabit>>> porting = new Field<ImmutableArray<Keyed<PortingHabit>>>("porting",
        Kinds.MapBy("workload", PortingHabitShape.Shape), "how work moves to domestic stacks, by workload", "{inference: {ported: 10k H20e, rate: 2k H20e per month, learning: 8 %}}").Optional([], "it never moves");
    static readonly Field<ImmutableArray<Named<WaitHabit>>> waits = new Field<ImmutableArray<Named<WaitHabit>>>("waits",
        Kinds.MapOf(WaitHabitShape.Shape), "parts that it waits for", "{blackwell: {line: b30a, share: 25 %, until: 2026-06-30, claims: [trump-may-allow]}}").Optional([], "none");

    /// <summary>The shape.</summary>
    public static Shape<BuyerHabits> Shape { get; } = new("buyer kind", "Buyers that act alike: one party of the market.",
        [name, groups, firms, country, demand, fleet, foresight, patience, compliance, asked, foreign, premium, porting, waits], row =>
        {
            if (row.At(demand).IsEmpty) row.Reject(demand, "at least one workload", "it is empty");
            return new(row.Name, row.At(name), row.At(groups), row.At(firms), row.At(country), [.. row.At(demand).Select(d => (d.Key, d.Value))], [.. row.At(fleet).Select(f => (f.Key, f.Value))],
                row.At(foresight), row.At(patience), row.At(compliance), row.At(asked), row.At(foreign), row.At(premium), [.. row.At(porting).Select(p => (p.Key, p.Value))],
                [.. row.At(waits).Select(w => w.Value)], row.Place);
        });
}

/// <summary>How a <see cref="DemandHabit"/> is written.</summary>
public static class DemandHabitShape
{
    static readonly Kind<double> monthly = Measures.Growth.Map(growth => growth.Factor(1) - 1);

    static readonly Field<Given<double>> level = new("level", Given.Of(Measures.Equivalents), "equivalents in the first month", "200k H20e");
    static readonly Field<Given<double>> growth = new Field<Given<double>>("growth", Given.Of(monthly), "growth in the first month", "5 % per month").Optional(Given.Default(0.0), "none");
    static readonly Field<Given<double>> slowing = new Field<Given<double>>("slowing", Given.Of(Measures.Share), "share by which the growth falls each month", "2 %").Optional(Given.Default(0.0), "0 %");

    /// <summary>The shape.</summary>
    public static Shape<DemandHabit> Shape { get; } = new("demand habit", "Demand of one workload.", [level, growth, slowing], row => new(row.At(level), row.At(growth), row.At(slowing)));
}

/// <summary>How an <see cref="AskedHabit"/> is written.</summary>
public static class AskedHabitShape
{
    static readonly Field<Given<double>> cut = new Field<Given<double>>("cut", Given.Of(Measures.Share), "share of open orders cancelled per month", "10 %").Optional(Given.Default(0.0), "0 %");
    static readonly Field<Given<double>> defer = new Field<Given<double>>("defer", Given.Of(Measures.Share), "share of deliveries put off", "40 %").Optional(Given.Default(0.0), "0 %");

    /// <summary>Orders stop, and what is on order comes.</summary>
    public static AskedHabit Pause { get; } = new(Given.Default(0.0), Given.Default(0.0));

    /// <summary>The shape.</summary>
    public static Shape<AskedHabit> Shape { get; } = new("answer to an ask", "What complying buyers do, while orders are stopped, with what is on order.", [cut, defer], row => new(row.At(cut), row.At(defer)));
}

/// <summary>How a <see cref="PortingHabit"/> is written.</summary>
public static class PortingHabitShape
{
    static readonly Field<Given<double>> ported = new Field<Given<double>>("ported", Given.Of(Measures.Equivalents), "equivalents ported at the start", "10k H20e").Optional(Given.Default(0.0), "none");
    static readonly Field<Given<double>> rate = new Field<Given<double>>("rate", Given.Of(Measures.RatePerMonth(Dimension.Equivalent)), "equivalents ported per time without experience", "2k H20e per month").Optional(Given.Default(0.0), "none");
    static readonly Field<Given<double>> learning = new Field<Given<double>>("learning", Given.Of(Measures.Share), "further equivalents ported in a month for each that runs on domestic parts", "8 %").Optional(Given.Default(0.0), "0 %");

    /// <summary>The shape.</summary>
    public static Shape<PortingHabit> Shape { get; } = new("porting habit", "How work of one workload moves to domestic stacks.", [ported, rate, learning], row => new(row.At(ported), row.At(rate), row.At(learning)));
}

/// <summary>How a <see cref="WaitHabit"/> is written.</summary>
public static class WaitHabitShape
{
    static readonly Field<Ref> line = new("line", Kinds.Name("line"), "line that is waited for", "b30a");
    static readonly Field<Given<double>> share = new("share", Given.Of(Measures.Share), "share of foreign orders held back, where a claim is fully supported", "25 %");
    static readonly Field<DateOnly> until = new("until", Kinds.Date, "last day of waiting", "2026-06-30");
    static readonly Field<ImmutableArray<Ref>> because = new Field<ImmutableArray<Ref>>("claims", Kinds.ListOf(Kinds.Name("claim")), "claims that announce it; the best supported counts, from its date on", "[trump-may-allow]").Optional([], "none: nobody waits");

    /// <summary>The shape.</summary>
    public static Shape<WaitHabit> Shape { get; } = new("wait", "A share of foreign orders held back for a part that is announced, until it comes or a date passes.", [line, share, until, because],
        row => new(row.At(line), row.At(share), row.At(until), row.At(because)));
}

/// <summary>How <see cref="MakerHabits"/> are written.</summary>
public static class MakerHabitsShape
{
    static readonly Field<Given<double>> memory = new Field<Given<double>>("memory", Given.Of(Measures.Duration), "time over which it averages net orders to expect the next", "1 quarter").Optional(Given.Default(3.0), "1 quarter");
    static readonly Field<Given<double>> cover = new Field<Given<double>>("cover", Given.Of(Measures.Duration), "expected orders that it keeps ahead, beyond its lead times", "2 months").Optional(Given.Default(2.0), "2 months");
    static readonly Field<Given<double>> patience = new Field<Given<double>>("patience", Given.Of(Measures.Duration), "time without need after which it halts a stage", "1 month").Optional(Given.Default(1.0), "1 month");
    static readonly Field<Given<double>?> returns = Fields.Maybe("returns", Given.Of(Measures.Duration), "time of a shut gate after which it gives open orders back with their deposits", "2 months", "never");
    static readonly Field<Given<double>> writeDown = new Field<Given<double>>("write-down", Given.Of(Measures.Duration), "what stock may hold, in time of expected orders, before the rest is written down at a quarter's end", "4 quarters").Optional(Given.Default(12.0), "4 quarters");
    static readonly Field<int> quarterEnds = new Field<int>("quarter-ends", Kinds.Integer(1, 12), "a month in which a quarter ends", "4").Optional(3, "3");

    /// <summary>The shape.</summary>
    public static Shape<MakerHabits> Shape { get; } = new("maker", "A maker's habits.", [memory, cover, patience, returns, writeDown, quarterEnds],
        row => new(row.Name, row.At(memory), row.At(cover), row.At(patience), row.At(returns), row.At(writeDown), row.At(quarterEnds), row.Place));
}

/// <summary>How a <see cref="SharedCapacity"/> is written.</summary>
public static class SharedCapacityShape
{
    static readonly Field<CapacityKind> kind = new("kind", Kinds.Choice(("foundry", CapacityKind.Foundry), ("memory", CapacityKind.Memory)), "what it does", "foundry");
    static readonly Field<ImmutableArray<SupplyStep>> rate = new("rate", new SupplyKind(Given.Of(Measures.RatePerMonth(Dimension.Unit))), "units of capacity per time, by the first day on which the rate holds", "{2025-01-01: 90k units per month}");

    /// <summary>The shape.</summary>
    public static Shape<SharedCapacity> Shape { get; } = new("shared capacity", "Capacity that several lines share.", [kind, rate], row => new(row.Name, row.At(kind), row.At(rate), row.Place));
}

/// <summary>How a <see cref="ProductLine"/> is written.</summary>
public static class ProductLineShape
{
    internal const string Sample = "{h20: {part: nvidia-h20, maker: nvidia, price: 11 500 USD, wafers: " + ProductionStageShape.Sample + ", back-end: " + ProductionStageShape.Sample + "}}";

    static readonly Field<Ref> part = new("part", Kinds.Name("part"), "what is sold", "nvidia-h20");
    static readonly Field<string> maker = new("maker", Kinds.Id, "who sells it; one of 'makers'", "nvidia");
    static readonly Field<Ref?> offer = Fields.Maybe("offer", Kinds.Name("offer"), "offer of the case through whose terms it is sold", "h20-stock");
    static readonly Field<ImmutableArray<Ref>> buyers = new Field<ImmutableArray<Ref>>("for", Kinds.ListOf(Kinds.Name("buyer kind")), "buyers that may buy it", "[own-chip-platforms]").Optional([], "all");
    static readonly Field<DateOnly?> from = Fields.MaybeValue("from", Kinds.Date, "first day of orders", "2026-04-01", "from the start");
    static readonly Field<Given<double>?> price = Fields.Maybe("price", Given.Of(Measures.Price), "money per unit", "11 500 USD", "as the offer says");
    static readonly Field<Given<double>?> fitOut = Fields.Maybe("fit-out", Given.Of(Measures.Surcharge), "server, network and racks on top, as a share of the price", "60 %", "as the offer says");
    static readonly Field<Given<double>?> deposit = Fields.Maybe("deposit", Given.Of(Measures.Share), "share of the price paid at the order", "30 %", "as the offer says");
    static readonly Field<Given<double>> refund = new Field<Given<double>>("refund", Given.Of(Measures.Share), "share of the deposit given back on cancelling", "70 %").Optional(Given.Default(1.0), "100 %");
    static readonly Field<Given<double>> clearance = new Field<Given<double>>("clearance", Given.Of(Measures.Duration), "time from the opening of a gate to the first delivery", "1 quarter").Optional(Given.Default(0.0), "0 months");
    static readonly Field<bool> running = new Field<bool>("running", Kinds.Flag, "whether its stages run at the start", "yes").Optional(true, "yes");
    static readonly Field<Given<double>> stock = new Field<Given<double>>("stock", Given.Of(Measures.Units), "finished units at the start", "100k units").Optional(Given.Default(0.0), "none");
    static readonly Field<Given<double>> dies = new Field<Given<double>>("dies", Given.Of(Measures.Units), "dies in the bank at the start, in units", "50k units").Optional(Given.Default(0.0), "none");
    static readonly Field<ProductionStage> wafers = new("wafers", ProductionStageShape.Shape, "first stage: wafers, to the die bank", ProductionStageShape.Sample);
    static readonly Field<ProductionStage> backEnd = new("back-end", ProductionStageShape.Shape, "second stage: memory, packaging, module, to stock", ProductionStageShape.Sample);

    /// <summary>The shape.</summary>
    public static Shape<ProductLine> Shape { get; } = new("line", "A part on sale, and the line that makes it.",
        [part, maker, offer, buyers, from, price, fitOut, deposit, refund, clearance, running, stock, dies, wafers, backEnd], row =>
        {
            if (!row.Has(price) && !row.Has(offer)) row.Reject(price, "'price' or 'offer'", "the line has neither");
            return new(row.Name, row.At(part), row.At(maker), row.At(offer), row.At(buyers), row.At(from), row.At(price), row.At(fitOut), row.At(deposit), row.At(refund),
                row.At(clearance), row.At(running), row.At(stock), row.At(dies), row.At(wafers), row.At(backEnd), row.Place);
        });
}

/// <summary>How a <see cref="ProductionStage"/> is written.</summary>
public static class ProductionStageShape
{
    internal const string Sample = "{rate: {2025-01-01: 40k units per month}, lead: 3 months, cost: 2 000 USD}";

    static readonly Field<Ref?> capacity = Fields.Maybe("capacity", Kinds.Name("shared capacity"), "shared capacity that it draws on", "smic", "its own alone");
    static readonly Field<Given<double>> takes = new Field<Given<double>>("takes", Given.Of(Kinds.Number(0, 1000)), "units of that capacity for each unit made", "2").Optional(Given.Default(1.0), "1");
    static readonly Field<ImmutableArray<SupplyStep>> rate = new("rate", new SupplyKind(Given.Of(Measures.RatePerMonth(Dimension.Unit))), "most units started per time, by the first day on which the rate holds", "{2025-01-01: 40k units per month}");
    static readonly Field<Given<double>> lead = new("lead", Given.Of(Measures.Duration), "time from start to end", "3 months");
    static readonly Field<Given<double>> stop = new Field<Given<double>>("stop", Given.Of(Measures.Duration), "time for which starts go on after a decision to halt", "51 days").Optional(Given.Default(0.0), "0 months");
    static readonly Field<Given<double>> restart = new Field<Given<double>>("restart", Given.Of(Measures.Duration), "time from a decision to restart to the first start", "4 months").Optional(Given.Default(0.0), "0 months");
    static readonly Field<Given<double>> cost = new Field<Given<double>>("cost", Given.Of(Measures.Price), "money per unit started", "2 000 USD").Optional(Given.Default(0.0), "none");

    /// <summary>The shape.</summary>
    public static Shape<ProductionStage> Shape { get; } = new("stage", "A stage of a line.", [capacity, takes, rate, lead, stop, restart, cost],
        row => new(row.At(capacity), row.At(takes), row.At(rate), row.At(lead), row.At(stop), row.At(restart), row.At(cost)));
}

/// <summary>How a <see cref="ReportedRow"/> is written.</summary>
public static class ReportedRowShape
{
    static readonly Field<string> series = new("series", Kinds.Id, "series of the atlas", "nvda-licensed-parts");
    static readonly Field<string> item = new("item", Kinds.Text, "item of the row, as written there", "H20");
    static readonly Field<string> period = new("period", Kinds.Text, "period of the row, as written there", "FY2026-Q3");
    static readonly Field<ReportedMeasure> measure = new("measure", Kinds.Choice(("revenue", ReportedMeasure.Revenue), ("units", ReportedMeasure.Units), ("made", ReportedMeasure.Made),
        ("write-down", ReportedMeasure.WriteDown), ("share-of-units", ReportedMeasure.ShareOfUnits), ("share-of-revenue", ReportedMeasure.ShareOfRevenue)), "what of the simulation is compared", "revenue");
    static readonly Field<ImmutableArray<Ref>> lines = new Field<ImmutableArray<Ref>>("lines", Kinds.ListOf(Kinds.Name("line")), "lines that count", "[h20]").Optional([], "all");
    static readonly Field<DateOnly> from = new("from", Kinds.Date, "first month", "2025-08-01");
    static readonly Field<DateOnly> to = new("to", Kinds.Date, "last month", "2025-10-01");
    static readonly Field<ReportedUse> use = new Field<ReportedUse>("use", Kinds.Choice(("calibration", ReportedUse.Calibration), ("test", ReportedUse.Test)), "whether habits were set by looking at it", "test").Optional(ReportedUse.Test, "test");
    static readonly Field<string?> note = Fields.Maybe("note", Kinds.Text, "what differs in scope", "the report counts small cards too");

    /// <summary>The shape.</summary>
    public static Shape<ReportedRow> Shape { get; } = new("reported figure", "A figure of a series of the atlas, and what of the simulation stands beside it.",
        [series, item, period, measure, lines, from, to, use, note], row =>
        {
            if (row.At(to) < row.At(from)) row.Reject(to, "a month not before 'from'", "the span is empty");
            return new(row.Name, row.At(series), row.At(item), row.At(period), row.At(measure), row.At(lines), row.At(from), row.At(to), row.At(use), row.At(note), row.Place);
        });
}
