using System.Globalization;
using Sluice.Runs;
using Spectre.Console;

namespace Sluice.Cli.Screens;

/// <summary>The console answer of <c>sluice simulate</c>: bands, what was changed, who gains and loses, and what was reported. Reads the record and nothing else.</summary>
static class MarketScreen
{
    public static void Write(IAnsiConsole console, MarketRecord record, string folder)
    {
        foreach (var line in ScreenText.Wrap(Header(record), console.Profile.Width - 1))
            console.WriteLine(line);
        console.MarkupLineInterpolated($"[bold]{record.Replications:N0} replications × {record.Months} months · seed {record.Seed} · conserved to {record.Conservation.UnitsError} units, {record.Conservation.MoneyError} cents[/]");
        console.WriteLine();
        Bands(console, record);
        Trial(console, record);
        Changes(console, record);
        Policies(console, record);
        Reported(console, record);
        var rests = record.Rests;
        console.WriteLine();
        foreach (var line in ScreenText.Wrap($"Rests   {rests.Numbers} numbers of habits, {rests.Drawn} of them drawn from a range: {rests.Cited} cite claims, {rests.Judgements} are judgement, {rests.WithoutBasis} have no basis, {rests.Hindsight} are hindsight", console.Profile.Width - 1))
            console.WriteLine(line);
        foreach (var line in record.Without.IsEmpty ? [] : ScreenText.Wrap(record.Notes.First(n => n.StartsWith("With", StringComparison.Ordinal)), console.Profile.Width - 1))
            console.WriteLine(line);
        console.WriteLine($"Saved   {folder}   cite as {record.Run}");
        console.WriteLine("Not legal or investment advice.");
    }

    static string Header(MarketRecord record)
    {
        var parties = $"{record.Parties.Count(p => p.Kind == "buyer")} kinds of buyers, {record.Parties.Count(p => p.Kind == "maker")} makers";
        var options = string.Concat(record.With.Select(w => $" · with {w}").Concat(record.Without.Select(w => $" · without {w}")).Concat(record.Path.Select(p => $" · {p}")).Concat(record.Policy.Select(p => $" · {p}")));
        return $"{record.Case} · the market: {parties} · as of {Day(record.AsOf)} · atlas knows to {Day(record.AtlasHorizon)} · drawn from {Day(record.DrawnFrom)}{options}";
    }

    // A few months tell the story: the month of the as-of date, and the Decembers after it, as many as fit.
    static void Bands(IAnsiConsole console, MarketRecord record)
    {
        var asOf = (record.AsOf.Year - record.Start.Year) * 12 + record.AsOf.Month - record.Start.Month;
        var shown = Enumerable.Range(0, record.Months).Where(t => t == asOf || record.Start.AddMonths(t).Month == 12 || t == record.Months - 1).Take(console.Profile.Width >= 110 ? 3 : 2).ToList();
        var table = Grid(shown.Count + 1);
        table.AddRow([Bold("mean (1 in 10 … 9 in 10)"), .. shown.Select(t => Bold(record.Start.AddMonths(t).ToString("MMM yyyy", CultureInfo.InvariantCulture)))]);
        void Add(string title, MarketBand? band)
        {
            if (band is not null)
                table.AddRow([new Text(title), .. shown.Select(t => new Text($"{Value(band.Mean[t], band.Unit)} ({Value(band.P10[t], band.Unit)} … {Value(band.P90[t], band.Unit)})"))]);
        }
        MarketBand? Find(string name, string? line = null, string? workload = null) =>
            record.Series.FirstOrDefault(s => s.Name == name && s.Line == line && s.Workload == workload && (s.Party is null || line is not null));
        var lines = record.Series.Where(s => s is { Name: "deliveries", Line: not null }).OrderByDescending(s => s.Mean.Sum()).Take(5).Select(s => s.Line!).ToList();
        foreach (var line in lines)
            Add($"{line} delivered", Find("deliveries", line));
        if (lines.Count > 0 && record.Series.Where(s => s.Name == "written-down").MaxBy(s => s.Mean.Sum()) is { Line: { } written } writtenDown)
        {
            Add($"{written} wished for", Find("wishes", written));
            Add($"{written} in stock", Find("stock", written));
            Add($"{written} written down", writtenDown);
        }
        foreach (var workload in record.Series.Where(s => s is { Name: "demand", Party: null }).Select(s => s.Workload))
        {
            Add($"domestic share of {workload}", Find("domestic-share", workload: workload));
            Add($"{workload} unserved, {Find("unserved", workload: workload)?.Unit}", Find("unserved", workload: workload));
        }
        console.Write(table);
    }

    // The plan beside the same buyer by habit: what it costs and leaves unserved, then who else feels it.
    static void Trial(IAnsiConsole console, MarketRecord record)
    {
        if (record.Trial is not { } trial)
            return;
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]{trial.Party} by its plan, against the same buyer by the habits of {trial.Kind} (paired, 95 %)[/]");
        var table = Grid(4);
        table.AddRow(new Text(""), Bold("by plan"), Bold("by habit"), Bold("difference"));
        foreach (var d in trial.Differences.Where(d => d.Party == trial.Party && d.Line is null && d.Name is "cost" or "outlay" or "unserved" or "orders" or "deliveries" && d.Party == trial.Party))
            table.AddRow(new Text($"{d.Name}{(d.Workload is null ? "" : $", {d.Workload}")}{(d.Name == "unserved" ? $", {d.Unit}, mean" : "")}"), new Text(Value(d.Plain + d.Mean, d.Unit)), new Text(Value(d.Plain, d.Unit)),
                new Text($"{Signed(d.Mean, d.Unit)} ({Signed(d.IntervalLow, d.Unit)} … {Signed(d.IntervalHigh, d.Unit)})"));
        console.Write(table);
        var others = trial.Differences.Where(d => d.Party is not null && d.Party != trial.Party && d is { Line: null, Name: "deliveries" or "revenue" } && d.Plain != 0 && (d.IntervalLow > 0 || d.IntervalHigh < 0))
            .OrderByDescending(d => Math.Abs(d.Mean / d.Plain)).Take(4).Select(d => $"{d.Party} {d.Name} {Signed(d.Mean, d.Unit)} ({(d.Mean / d.Plain).ToString("+0.0 %;−0.0 %", CultureInfo.InvariantCulture)})").ToList();
        var own = $"In its own model the plan costs {MoneyWords.Of(trial.Lower, record.Currency)} to {(trial.Upper is { } upper ? MoneyWords.Of(upper, record.Currency) : "an unknown end")} and leaves {string.Join(" and ", trial.OwnUnserved.Select(u => $"{Value(u.Mean, "units")} {u.Unit} of {u.Workload}"))} unserved on average; energy, holding and porting count there and not here. Others: {(others.Count == 0 ? "nothing that these replications tell from chance" : string.Join("; ", others))}.";
        foreach (var line in ScreenText.Wrap(own, console.Profile.Width - 1))
            console.WriteLine(line);
    }

    static void Changes(IAnsiConsole console, MarketRecord record)
    {
        if (record.With.IsEmpty && record.Without.IsEmpty && record.Path.IsEmpty)
            return;
        console.WriteLine();
        var told = record.Differences.Where(d => d.Mean != 0 && (d.IntervalLow > 0 || d.IntervalHigh < 0) && d.Plain != 0)
            .OrderByDescending(d => Math.Abs(d.Mean / d.Plain)).Take(10).ToList();
        console.MarkupLineInterpolated($"[bold]Changed against the case as it stands, over all months (95 % interval)[/]");
        if (told.Count == 0)
            console.WriteLine(record.Differences.All(d => d.Mean == 0) ? "nothing: every series is the same in every replication" : "nothing that these replications tell from chance");
        var table = Grid(3);
        foreach (var d in told)
            table.AddRow(new Text($"{d.Line ?? d.Party ?? "market"} {d.Name}{(d.Workload is null ? "" : $", {d.Workload}")}"), new Text($"{Signed(d.Mean, d.Unit)} ({Signed(d.IntervalLow, d.Unit)} … {Signed(d.IntervalHigh, d.Unit)})"), new Text($"from {Value(d.Plain, d.Unit)}"));
        console.Write(table);
    }

    // For each driver the parties that gain and lose most, each by what it is there for.
    static void Policies(IAnsiConsole console, MarketRecord record)
    {
        if (record.Policies.IsEmpty)
            return;
        console.WriteLine();
        console.MarkupLineInterpolated($"[bold]What each driver does (against one that does nothing; {record.PolicyReplications} replications)[/]");
        foreach (var policy in record.Policies.GroupBy(p => p.Policy))
        {
            var told = policy.Where(p => p.Name is "deliveries" or "revenue" && p.Idle != 0 && (p.IntervalLow > 0 || p.IntervalHigh < 0)).OrderByDescending(p => Math.Abs(p.Mean / p.Idle)).Take(5)
                .Select(p => $"{p.Party} {p.Name} {Signed(p.Mean, p.Unit)} ({(p.Mean / p.Idle).ToString("+0 %;−0 %", CultureInfo.InvariantCulture)})").ToList();
            var text = $"{policy.Key}: {(told.Count == 0 ? "nothing that these replications tell from chance" : string.Join("; ", told))}";
            foreach (var line in ScreenText.Wrap(text, console.Profile.Width - 1))
                console.WriteLine(line);
        }
    }

    static void Reported(IAnsiConsole console, MarketRecord record)
    {
        if (record.Record.IsEmpty)
            return;
        console.WriteLine();
        var inside = record.Inside;
        console.MarkupLineInterpolated($"[bold]Beside the record: {inside.Test} of {inside.OfTest} inside that nothing was set by, {inside.Calibration} of {inside.OfCalibration} that habits were set by[/]");
        var table = Grid(5);
        foreach (var r in record.Record)
            table.AddRow(new Text($"{r.Name}{(r.Use == "calibration" ? " *" : "")}"), new Text(Number(r.Reported)), new Text($"{Number(r.P10)} … {Number(r.P90)}"), new Text(r.Inside ? "inside" : r.Reported < r.P10 ? "below" : "above"), new Text(r.Unit));
        console.Write(table);
        console.WriteLine("* habits were set by looking at it");
    }

    static Grid Grid(int columns)
    {
        var grid = new Grid();
        for (var i = 0; i < columns; i++)
            grid.AddColumn(new GridColumn { Padding = new Padding(0, 0, 2, 0), NoWrap = i > 0, Alignment = i == 0 ? Justify.Left : Justify.Right });
        return grid;
    }

    static Markup Bold(string text) => new($"[bold]{Markup.Escape(text)}[/]");

    static string Signed(double value, string unit) => (value > 0 ? "+" : "") + Value(value, unit);

    static string Value(double value, string unit) => unit switch
    {
        "share" => (value * 100).ToString("0", CultureInfo.InvariantCulture) + " %",
        { Length: 3 } => MoneyWords.Of(value, unit),
        _ => Count(value),
    };

    static string Count(double value) => Math.Abs(value) switch
    {
        >= 999_500 => (value / 1e6).ToString("0.00", CultureInfo.InvariantCulture) + " M",
        >= 1_000 => (value / 1e3).ToString("0", CultureInfo.InvariantCulture) + "k",
        _ => value.ToString("0", CultureInfo.InvariantCulture),
    };

    static string Number(double value) => value.ToString(Math.Abs(value) >= 100 ? "N0" : "0.##", CultureInfo.InvariantCulture);

    static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
