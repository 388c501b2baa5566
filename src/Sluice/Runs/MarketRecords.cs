using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Sluice.Cases;
using Sluice.Market.Habits;
using Sluice.Market.Reported;
using Sluice.Planning.Buyer;
using Sluice.Quantities;
using Sluice.Reading;
using Sluice.Simulation;

namespace Sluice.Runs;

/// <summary>What a simulation is called with, as far as it belongs to the result.</summary>
/// <param name="Version">Version of Sluice.</param>
/// <param name="With">What-ifs.</param>
/// <param name="Without">Events that did not happen.</param>
/// <param name="Path">Levels that drivers were put to, as written.</param>
public sealed record MarketHeader(string Version, ImmutableArray<string> With, ImmutableArray<string> Without, ImmutableArray<string> Path)
{
    /// <summary>How the viewpoint stands on its own, as written; empty where it is one of its kind.</summary>
    public ImmutableArray<string> Policy { get; init; } = [];

    /// <summary>Claims left out (<c>--mute</c>).</summary>
    public ImmutableArray<string> Muted { get; init; } = [];

    /// <summary>Disputes of which one side was taken for true (<c>--resolve</c>): <c>DISPUTE=SIDE</c>.</summary>
    public ImmutableArray<string> Resolved { get; init; } = [];

    /// <summary>The plan by which the viewpoint acted; null: by habit.</summary>
    public BuyerPlan? Plan { get; init; }

    /// <summary>Claims that go with the events which did not happen.</summary>
    public ImmutableArray<string> TakenOut { get; init; } = [];

    /// <summary>The run in which the viewpoint acted by habit instead; null where it has no plan.</summary>
    public MarketRun? ByHabit { get; init; }
}

/// <summary>Turns runs of a market into the record that is saved, printed and drawn.</summary>
public static class MarketRecords
{
    /// <summary>Makes the record.</summary>
    /// <param name="world">The case.</param>
    /// <param name="run">Its run.</param>
    /// <param name="plain">Run of the case without what-ifs, removed events and forced paths; null where nothing was changed.</param>
    /// <param name="idle">Runs in which one driver does nothing, by driver.</param>
    /// <param name="reported">Rows of the atlas, by name of the comparison.</param>
    /// <param name="header">Options.</param>
    public static MarketRecord Of(
        Case world, MarketRun run, MarketRun? plain, ImmutableArray<(string Driver, MarketRun Run)> idle, IReadOnlyDictionary<string, (ReportedSeries Series, SeriesRow Row)> reported, MarketHeader header)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(header);
        var model = run.Model;
        var figures = Figures(world, run, reported);
        return new MarketRecord
        {
            Run = RunId(world, run, header),
            Case = world.Header.Title,
            AsOf = world.Header.AsOf,
            AtlasHorizon = world.Atlas.Horizon,
            DrawnFrom = run.Options.DrawnFrom ?? world.Header.AsOf,
            With = header.With,
            Without = header.Without,
            Muted = header.Muted,
            Resolved = header.Resolved,
            Path = header.Path,
            Policy = header.Policy,
            Version = header.Version,
            Seed = run.Options.Seed,
            InputDigest = world.MarketDigest,
            Stopped = run.Done < run.Options.Replications || plain is { } p && p.Done < p.Options.Replications ? "cancelled" : "done",
            Replications = run.Done,
            Months = model.Months,
            Start = model.Start,
            Currency = model.Currency,
            Parties = Parties(world, run.Model),
            Series = [.. run.Bands().Select(BandOf)],
            Conservation = new(Math.Max(run.UnitsError, plain?.UnitsError ?? 0), Math.Max(run.MoneyError, plain?.MoneyError ?? 0)),
            Differences = plain is null ? [] : [.. PairedDifferences.Of(run, plain).Select(DifferenceOf)],
            Policies = [.. idle.SelectMany(i => PolicyOf(header.ByHabit ?? run, i.Driver, i.Run))],
            Trial = TrialOf(world, run, header),
            PolicyReplications = idle.IsEmpty ? 0 : idle[0].Run.Done,
            Record = figures,
            Inside = new(figures.Count(f => f is { Use: "calibration", Inside: true }), figures.Count(f => f.Use == "calibration"),
                figures.Count(f => f is { Use: "test", Inside: true }), figures.Count(f => f.Use == "test")),
            Rests = Rests(world),
            Notes = Notes(world.Habits!, run, header),
        };
    }

    static string RunId(Case world, MarketRun run, MarketHeader header)
    {
        var text = string.Join('\n', world.MarketDigest, header.Version, run.Options.Seed, run.Done, run.Options.Months, run.Options.DrawnFrom,
            string.Join(',', header.With), string.Join(',', header.Without), string.Join(',', header.Path), string.Join(',', header.Policy));
        return "market-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
    }

    static TrialRecord? TrialOf(Case world, MarketRun run, MarketHeader header) =>
        header is not { Plan: { } plan, ByHabit: { } byHabit } ? null : new(
            world.Header.Viewpoint.Id, ViewpointEntry.KindOf(world)!.Id, Math.Round(plan.Bounds.Lower) + 0.0, double.IsFinite(plan.Bounds.Upper) ? Math.Round(plan.Bounds.Upper) + 0.0 : null,
            plan.Bounds.UpperKind, Math.Round(plan.Indifference), plan.Passes, plan.Stopped, OwnUnserved(world, plan, run.Model), [.. PairedDifferences.Of(run, byHabit).Select(DifferenceOf)]);

    // On the footing of the market's series: a mean over all of its months.
    static ImmutableArray<OwnUnserved> OwnUnserved(Case world, BuyerPlan plan, MarketModel model) =>
        [.. world.Market.Workloads.Select((w, i) => new OwnUnserved(w.Id, w.Equivalent, Math.Round(plan.Unserved[i].Select((u, t) => u.Mean * world.Header.Clock.Periods[t].Months).Sum() / model.Months)))];

    static ImmutableArray<MarketParty> Parties(Case world, MarketModel model)
    {
        var habits = world.Habits!;
        return
        [
            .. habits.Buyers.Select(b => new MarketParty(b.Id, b.Name?.English ?? b.Id, "buyer", b.Name?.Chinese)),
            .. model.Viewpoint is { } own ? [new MarketParty(model.Buyers[own], NameOf(world, model.Buyers[own])?.English ?? model.Buyers[own], "buyer", NameOf(world, model.Buyers[own])?.Chinese)] : ImmutableArray<MarketParty>.Empty,
            .. habits.Makers.Select(m => new MarketParty(m.Id, m.Id, "maker")),
            .. habits.Capacities.Select(c => new MarketParty(c.Id, c.Id, c.Kind == CapacityKind.Foundry ? "foundry" : "memory")),
            .. world.Drivers.SelectMany(d => d.Gate?.Authorities ?? []).Distinct().Order(StringComparer.Ordinal).Select(a => new MarketParty(a, a, "authority")),
        ];
    }

    static Bilingual? NameOf(Case world, string party) => world.Parties.FirstOrDefault(p => p.Id == party)?.Name;

    static MarketBand BandOf(Band band)
    {
        var s = band.Series;
        ImmutableArray<double> Rounded(ImmutableArray<double> values) => [.. values.Select(v => Round(v, s.Unit))];
        return new(s.Name, s.Party, s.Line, s.Part, s.Workload, s.Unit, Rounded(band.Mean), Rounded(band.P10), Rounded(band.P50), Rounded(band.P90));
    }

    // Shares to four decimals, everything else to whole units.
    static double Round(double value, string unit) => unit == "share" ? Rounding.Share(value) : Math.Round(value) + 0.0;

    static MarketDifference DifferenceOf(Difference d) => new(
        d.Series.Name, d.Series.Party, d.Series.Line, d.Series.Part, d.Series.Workload, d.Series.Unit, Round(d.Plain, d.Series.Unit), Round(d.Mean, d.Series.Unit),
        Round(d.Low, d.Series.Unit), Round(d.High, d.Series.Unit));

    static IEnumerable<PolicyDifference> PolicyOf(MarketRun run, string driver, MarketRun idle) =>
        from pair in run.Series.Select((s, i) => (Series: s, Index: i))
        where pair.Series is { Line: null, Party: not null, Name: "deliveries" or "outlay" or "unserved" or "revenue" or "write-down" or "levy" }
        let d = PairedDifferences.Of(run, pair.Index, idle, pair.Index)
        select new PolicyDifference(driver, pair.Series.Party!, pair.Series.Name, pair.Series.Workload, pair.Series.Unit, Round(d.Plain, pair.Series.Unit),
            Round(d.Mean, pair.Series.Unit), Round(d.Low, pair.Series.Unit), Round(d.High, pair.Series.Unit));

    static ImmutableArray<ReportedFigure> Figures(Case world, MarketRun run, IReadOnlyDictionary<string, (ReportedSeries Series, SeriesRow Row)> reported)
    {
        var figures = ImmutableArray.CreateBuilder<ReportedFigure>();
        foreach (var row in world.Habits!.Record)
        {
            if (!reported.TryGetValue(row.Id, out var known))
                continue;
            var (from, to) = (MonthOf(run.Model, row.From), MonthOf(run.Model, row.To));
            if (from < 0 || to >= run.Model.Months)
                continue;
            var (unit, amount) = (known.Series.Unit, known.Row.Amount);
            var worth = Worth(world, unit);
            var values = new float[run.Done];
            var sum = 0.0;
            for (var r = 0; r < values.Length; r++)
            {
                var value = Measured(run, row, from, to, r) / worth;
                values[r] = (float)value;
                sum += value;
            }
            var (low, high) = (amount.Value ?? amount.Low ?? 0, amount.Value ?? amount.High ?? amount.Low ?? 0);
            var (p10, p50, p90) = (Quantiles.Of(values, .1), Quantiles.Of(values, .5), Quantiles.Of(values, .9));
            figures.Add(new(row.Id, row.Series, row.Item, row.Period, $"{row.From:yyyy-MM} to {row.To:yyyy-MM}", unit, Digits((low + high) / 2), low, high, Digits(sum / values.Length),
                Digits(p10), Digits(p50), Digits(p90), high >= p10 && low <= p90, row.Use == ReportedUse.Calibration ? "calibration" : "test", known.Row.Known.ToString(), known.Series.Roots, row.Note));
        }
        return figures.ToImmutable();
    }

    static double Digits(double value) => Math.Round(value, Math.Abs(value) >= 1000 ? 0 : Math.Abs(value) >= 10 ? 1 : 3) + 0.0;

    static int MonthOf(MarketModel model, DateOnly day) => (day.Year - model.Start.Year) * 12 + day.Month - model.Start.Month;

    static double Measured(MarketRun run, ReportedRow row, int from, int to, int replication)
    {
        var name = row.Measure switch
        {
            ReportedMeasure.Revenue or ReportedMeasure.ShareOfRevenue => "revenue",
            ReportedMeasure.WriteDown => "write-down",
            ReportedMeasure.Made => "made",
            _ => "deliveries",
        };
        double counted = 0, all = 0;
        for (var l = 0; l < run.Model.Lines.Length; l++)
        {
            var series = run.Find(name, line: run.Model.Lines[l]);
            for (var t = from; t <= to; t++)
            {
                var value = run.Value(series, t, replication);
                all += value;
                if (row.Lines.IsEmpty || row.Lines.Any(x => x.Id == run.Model.Lines[l]))
                    counted += value;
            }
        }
        return row.Measure is not (ReportedMeasure.ShareOfUnits or ReportedMeasure.ShareOfRevenue) ? counted : all > 0 ? counted / all : 0;
    }

    /// <summary>What one of a series' unit is worth in units, money of the case, or shares.</summary>
    static double Worth(Case world, string unit)
    {
        var words = unit.Split(' ');
        var scale = words[0] switch { "million" => 1e6, "billion" => 1e9, "percent" => 0.01, _ => 1 };
        return words.Length > 1 && world.Currencies.TryWorth(words[^1], out var worth) ? scale * worth : scale;
    }

    static HabitRests Rests(Case world)
    {
        var numbers = world.HabitAssumptions;
        return new(numbers.Length, numbers.Count(n => n.Low is not null), numbers.Count(n => n.Basis is Claims), numbers.Count(n => n.Basis is Judgement),
            numbers.Count(n => !n.Basis.IsStated), numbers.Count(n => n.Hindsight));
    }

    static ImmutableArray<string> Notes(MarketHabits habits, MarketRun run, MarketHeader header)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        notes.Add("Kinds of buyers are archetypes; how parties act is judgement unless a claim is named. Bands hold what gates and numbers with a range may do, not what the habits leave out.");
        notes.Add("Rentals, energy and places are not simulated; a driver answers another's move from the next month on.");
        if (header.Without.Length > 0)
            notes.Add(header.TakenOut.IsEmpty ? "Without the events no claim of the case goes; a scheduled day may." : $"With the events go the claims {string.Join(", ", header.TakenOut)}, every reference to them and every standing that they brought about.");
        if (habits.Record.Count(r => MonthOf(run.Model, r.To) >= run.Model.Months || MonthOf(run.Model, r.From) < 0) is > 0 and var beyond)
            notes.Add($"Not compared, because their months are not simulated: {beyond} reported figures.");
        if (run.Model.Viewpoint is { } own)
            notes.Add($"{run.Model.Buyers[own]} enters in the as-of month with the fleet, orders and demand of the case; its kind is smaller by one firm from then on. Cost counts outlay and unserved work at the case's prices, less what units are worth beyond the horizon, discounted; energy, holding and porting are left out.");
        if (header.Plan is not null)
            notes.Add("The plan is trained without rentals, which the market does not have; in the market it meets supply, competitors and delays that its own model does not hold. What each driver does is told with all buyers acting by habit.");
        if (run.Done < run.Options.Replications)
            notes.Add($"Cancelled after {run.Done.ToString("N0", CultureInfo.InvariantCulture)} of {run.Options.Replications.ToString("N0", CultureInfo.InvariantCulture)} replications.");
        return notes.ToImmutable();
    }
}
