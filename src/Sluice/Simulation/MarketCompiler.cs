using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Evidence;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Market.Habits;
using Sluice.Outlooks;
using Sluice.Policies;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Simulation;

/// <summary>Makes a market ready to be simulated from a case with habits.</summary>
public sealed class MarketCompiler
{
    static readonly Given<double> nothing = Given.Default(0.0);

    readonly Case world;
    readonly MarketHabits habits;
    readonly MarketOptions options;
    readonly DrawnNumbers numbers = new();
    readonly ImmutableArray<Driver> drivers;
    readonly ImmutableArray<string> legacy;

    MarketCompiler(Case world, MarketHabits habits, MarketOptions options)
    {
        (this.world, this.options) = (world, options);
        this.habits = options.Viewpoint == ViewpointRole.OnItsOwn ? habits with { Buyers = habits.Buyers.Add(OnItsOwn()) } : habits;
        drivers = [.. world.Drivers.Select(d => options.Idle.Contains(d.Id) ? d with { Levels = [.. d.Levels.Select(l => l with { Effects = [], Asks = [] })] } : d)];
        var owned = options.Viewpoint == ViewpointRole.OnItsOwn ? world.Market.Fleet.Select(f => f.Part.Id) : [];
        legacy = [.. habits.Buyers.SelectMany(b => b.Fleet).Select(f => f.Part.Id).Concat(owned).Distinct().Except(habits.Lines.Select(l => l.Part.Id)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Makes the model.</summary>
    /// <param name="world">A case that has habits.</param>
    /// <param name="options">How it is simulated; only <see cref="MarketOptions.Months"/>, the path, what is idle, and the viewpoint's role matter here.</param>
    /// <exception cref="ArgumentException">The case has no habits, the options name a driver or level that it does not have, or the viewpoint cannot stand on its own.</exception>
    /// <exception cref="OutlookTooLargeException">The drivers together have too many joint states.</exception>
    public static MarketModel Compile(Case world, MarketOptions options)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(options);
        return new MarketCompiler(world, world.Habits ?? throw new ArgumentException("The case has no habits.", nameof(world)), options).Compile();
    }

    // The viewpoint acts by the habits of its kind; what it has and needs comes from the case when it enters, and it answers asks by its stance.
    BuyerHabits OnItsOwn()
    {
        var viewpoint = world.Header.Viewpoint;
        var kind = ViewpointEntry.KindOf(world) ?? throw new ArgumentException(
            $"{viewpoint.Id} cannot stand on its own in the market: no buyer of habits.yaml shares a group with it ({string.Join(", ", viewpoint.Groups)}).");
        if (world.Header.AsOf < world.Habits!.Start)
            throw new ArgumentException($"{viewpoint.Id} cannot stand on its own in the market: the habits start {world.Habits.Start:yyyy-MM-dd}, after the as-of date.");
        if (world.Habits.Buyers.Any(b => b.Id == viewpoint.Id))
            throw new ArgumentException($"{viewpoint.Id} is a buyer of habits.yaml already; the viewpoint stands on its own beside its kind.");
        return kind with { Id = viewpoint.Id, Name = null, Groups = viewpoint.Groups, Country = viewpoint.Headquarters, Firms = Given.Default(1.0), Compliance = Given.Default(1.0), Demand = [], Fleet = [] };
    }

    MarketModel Compile()
    {
        var (supports, standing, rates) = CaseOutlook.Weighed(world);
        var months = options.Months;
        var steps = DriverSteps.Of(drivers, rates, world.Calendar, habits.Start, months, OutlookOptions.Default);
        var asOf = world.Header.AsOf;
        var drawnFrom = options.DrawnFrom ?? asOf;
        var history = DriverCourse.OfHistory(drivers, [.. habits.Stands.Select(s => (s.Driver.Id, s.Level))], supports, asOf, habits.Start, months, drawnFrom);
        var drawnMonth = history.Levels.TakeWhile(l => l.IsEmpty || l[0] >= 0).Count();
        if (drivers.IsEmpty)
            drawnMonth = months;
        var opening = drivers.Aggregate(0, (state, d) => steps.Put(state, drivers.IndexOf(d), Math.Max(0, habits.Stands.Where(s => s.Driver.Id == d.Id).Select(s => d.IndexOf(s.Level)).FirstOrDefault(0))));
        opening = steps.Of(steps.Combinations[steps.LevelsOf[opening]]);
        var drawnState = drawnFrom == asOf ? steps.Of(standing.State) : Replayed(steps, history, opening, drawnMonth);
        var course = options.Path.OrderBy(p => p.From).Aggregate(history, (c, p) => c.With(DriverIndex(p.Driver), p.Level is null ? -1 : LevelIndex(p), MonthOf(p.From)));

        var (workloads, lines) = (world.Market.Workloads, habits.Lines);
        var reference = workloads.Select(w => world.Market.Part(w.Reference.Id)).ToArray();
        ImmutableArray<string> assets = [.. lines.Select(l => l.Part.Id), .. legacy];
        var speed = new double[workloads.Length * assets.Length];
        for (var w = 0; w < workloads.Length; w++)
            for (var a = 0; a < assets.Length; a++)
                speed[w * assets.Length + a] = Speed.Of(world.Market.Part(assets[a]), workloads[w], reference[w]) ?? 0;

        ImmutableArray<int> movesFirst =
        [
            .. Enumerable.Range(0, workloads.Length).OrderByDescending(w => habits.Buyers.Sum(b =>
                b.Porting.Where(p => p.Workload.Id == workloads[w].Id).Sum(p => p.Habit.Rate.Value + p.Habit.Ported.Value))),
        ];
        var desks = habits.Buyers.Select(b => new BuyerDesk(
            b.Id, [.. lines.Select(l => l.Id)], [.. workloads.Select(w => w.Id)], speed,
            [.. assets.Select(a => world.Market.Part(a).Country == b.Country)],
            [.. lines.Select(l => l.For.IsEmpty || l.For.Any(f => f.Id == (IsOwn(b) ? ViewpointEntry.KindOf(world)!.Id : b.Id)))], movesFirst)).ToImmutableArray();
        var own = habits.Buyers.FirstOrDefault(IsOwn) is { } viewpoint ? habits.Buyers.IndexOf(viewpoint) : -1;

        return new MarketModel
        {
            Start = habits.Start,
            Months = months,
            Currency = world.Header.Currency,
            Buyers = [.. habits.Buyers.Select(b => b.Id)],
            Makers = [.. habits.Makers.Select(m => m.Id)],
            Capacities = [.. habits.Capacities.Select(c => c.Id)],
            Lines = [.. lines.Select(l => l.Id)],
            Parts = [.. lines.Select(l => l.Part.Id)],
            Workloads = [.. workloads.Select(w => w.Id)],
            Equivalents = [.. workloads.Select(w => w.Equivalent)],
            Drivers = drivers,
            Desks = desks,
            IsDomestic = [.. desks[0].IsDomestic.Take(lines.Length)],
            Arrays = new MarketArrays
            {
                Steps = steps,
                Course = course,
                DriverKey = [.. drivers.Select(d => CounterRandom.KeyOf("driver:" + d.Id))],
                OpeningState = opening,
                DrawnMonth = drawnMonth,
                DrawnState = drawnState,
                Terms = Terms(steps, assets),
                Firms = Each(habits.Buyers, b => b.Firms),
                Foresight = Each(habits.Buyers, b => b.Foresight),
                Patience = Each(habits.Buyers, b => b.Patience),
                Compliance = Each(habits.Buyers, b => b.Compliance),
                Cut = Each(habits.Buyers, b => b.Asked.Cut),
                Defer = Each(habits.Buyers, b => b.Asked.Defer),
                Foreign = Each(habits.Buyers, b => b.Foreign),
                Premium = Each(habits.Buyers, b => b.Premium),
                Level = Each(habits.Buyers, workloads, (b, w) => Demand(b, w)?.Level),
                Growth = Each(habits.Buyers, workloads, (b, w) => Demand(b, w)?.Growth),
                Slowing = Each(habits.Buyers, workloads, (b, w) => Demand(b, w)?.Slowing),
                Ported = Each(habits.Buyers, workloads, (b, w) => Porting(b, w)?.Ported),
                PortRate = Each(habits.Buyers, workloads, (b, w) => Porting(b, w)?.Rate),
                Learning = Each(habits.Buyers, workloads, (b, w) => Porting(b, w)?.Learning),
                Fleet = Each(habits.Buyers, assets, (b, a) => FirstOf(assets, a) ? b.Fleet.Where(f => f.Part.Id == a.Id).Select(f => f.Units).FirstOrDefault() : null),
                Waits = [.. habits.Buyers.SelectMany((b, i) => b.Waits.Select(w => Wait(i, w, supports)).OfType<WaitTerms>())],
                Entry = own < 0 ? null : ViewpointEntry.Of(world, own, habits.Buyers.IndexOf(ViewpointEntry.KindOf(world)!), desks[own], assets, months),
                MakerMemory = Each(habits.Makers, m => m.Memory),
                MakerCover = Each(habits.Makers, m => m.Cover),
                MakerPatience = Each(habits.Makers, m => m.Patience),
                MakerReturns = Each(habits.Makers, m => m.Returns ?? Given.Default(1e6)),
                MakerWriteDown = Each(habits.Makers, m => m.WriteDown),
                QuarterEnds = [.. habits.Makers.SelectMany(m => Enumerable.Range(0, months).Select(t => (habits.Start.AddMonths(t).Month - m.QuarterEnds + 12) % 3 == 0))],
                CapacityRate = Steps(habits.Capacities.Select(c => c.Rate)),
                LineMaker = [.. lines.Select(l => habits.Makers.Select(m => m.Id).ToList().IndexOf(l.Maker))],
                SaleFrom = [.. lines.Select(l => l.From is { } day ? Math.Max(0, MonthOf(day)) : 0)],
                Running = [.. lines.Select(l => l.Running)],
                Price = Each(lines, l => l.Price ?? OfferOf(l)!.Price),
                FitOut = Each(lines, l => l.FitOut ?? OfferOf(l)?.FitOut ?? nothing),
                Deposit = Each(lines, l => l.Deposit ?? OfferOf(l)?.Deposit ?? nothing),
                Refund = Each(lines, l => l.Refund),
                Clearance = Each(lines, l => l.Clearance),
                OpeningStock = Each(lines, l => l.Stock),
                OpeningDies = Each(lines, l => l.Dies),
                Wafers = Stage(l => l.Wafers),
                BackEnd = Stage(l => l.BackEnd),
                Numbers = numbers,
            },
        };
    }

    bool IsOwn(BuyerHabits buyer) => options.Viewpoint == ViewpointRole.OnItsOwn && buyer.Id == world.Header.Viewpoint.Id;

    // A state at the start of drawing with the flags that the history has set.
    int Replayed(DriverSteps steps, DriverCourse history, int opening, int drawnMonth)
    {
        var state = opening;
        var lastMove = new int[drivers.Length];
        Array.Fill(lastMove, int.MinValue / 2);
        for (var t = 0; t < drawnMonth; t++)
            for (var d = 0; d < drivers.Length; d++)
            {
                var (from, to) = (steps.Level(state, d), history.Levels[t][d]);
                if (steps.SetsFlagOn(d, from, to))
                    lastMove[d] = t;
                state = steps.Put(state, d, to);
            }
        var standing = steps.Combinations[steps.LevelsOf[state]];
        return steps.Of(standing with
        {
            Recent = [.. drivers.Select((d, i) => d.Recent is { } recent && drawnMonth - lastMove[i] < recent.Window.Value)],
        });
    }

    int DriverIndex(string id) => drivers.Select(d => d.Id).ToList().IndexOf(id) is var i and >= 0 ? i : throw new ArgumentException($"There is no driver '{id}'.");

    int LevelIndex(ForcedLevel forced) => drivers[DriverIndex(forced.Driver)].IndexOf(forced.Level!) is var i and >= 0 ? i : throw new ArgumentException($"Driver '{forced.Driver}' has no level '{forced.Level}'.");

    int MonthOf(DateOnly day) => (day.Year - habits.Start.Year) * 12 + day.Month - habits.Start.Month;

    static DemandHabit? Demand(BuyerHabits buyer, Workload workload) => buyer.Demand.Where(d => d.Workload.Id == workload.Id).Select(d => d.Habit).FirstOrDefault();

    static PortingHabit? Porting(BuyerHabits buyer, Workload workload) => buyer.Porting.Where(p => p.Workload.Id == workload.Id).Select(p => p.Habit).FirstOrDefault();

    // Of two lines that make one part the first holds the fleet of the start.
    static bool FirstOf(ImmutableArray<string> assets, (string Id, int Index) asset) => assets.IndexOf(asset.Id) == asset.Index;

    Purchase? OfferOf(ProductLine line) => line.Offer is { } offer ? world.Market.Offers.OfType<Purchase>().FirstOrDefault(o => o.Id == offer.Id) : null;

    WaitTerms? Wait(int buyer, WaitHabit wait, SupportTable supports)
    {
        var best = wait.Because.Select(c => supports.SupportOf(c.Id)).OrderByDescending(s => s.Value).FirstOrDefault();
        if (best is null || best.Value <= 0)
            return null;
        var when = best.Claim.When;
        return new(buyer, habits.Lines.Select(l => l.Id).ToList().IndexOf(wait.Line.Id), numbers.Add(wait.Share), best.Value, MonthOf(when.From), MonthOf(wait.Until) + 1);
    }

    int[] Each<T>(ImmutableArray<T> things, Func<T, Given<double>> number) => [.. things.Select(t => numbers.Add(number(t)))];

    int[] Each(ImmutableArray<BuyerHabits> buyers, ImmutableArray<Workload> workloads, Func<BuyerHabits, Workload, Given<double>?> number) =>
        [.. buyers.SelectMany(b => workloads.Select(w => numbers.Add(number(b, w) ?? nothing)))];

    int[] Each(ImmutableArray<BuyerHabits> buyers, ImmutableArray<string> assets, Func<BuyerHabits, (string Id, int Index), Given<double>?> number) =>
        [.. buyers.SelectMany(b => assets.Select((a, i) => numbers.Add(number(b, (a, i)) ?? nothing)))];

    StageTerms Stage(Func<ProductLine, ProductionStage> stage)
    {
        var lines = habits.Lines;
        return new(
            [.. lines.Select(l => stage(l).Capacity is { } c ? habits.Capacities.Select(x => x.Id).ToList().IndexOf(c.Id) : -1)],
            Each(lines, l => stage(l).Takes), Steps(lines.Select(l => stage(l).Rate)), Each(lines, l => stage(l).Lead), Each(lines, l => stage(l).Stop),
            Each(lines, l => stage(l).Restart), Each(lines, l => stage(l).Cost));
    }

    // [thing · months + month] index of the number of the step in force; −1 before the first.
    int[] Steps(IEnumerable<ImmutableArray<SupplyStep>> things)
    {
        var table = new List<int>();
        foreach (var steps in things)
        {
            var index = steps.Select(s => numbers.Add(s.Value)).ToArray();
            for (var t = 0; t < options.Months; t++)
            {
                var first = habits.Start.AddMonths(t);
                var at = -1;
                for (var i = 0; i < steps.Length; i++)
                    if (steps[i].From is not { } from || from <= first)
                        at = index[i];
                table.Add(at);
            }
        }
        return [.. table];
    }

    // One purchase per line carries the conditions; its id is that of the offer it stands for, so that effects on offers find it.
    TermsTable Terms(DriverSteps steps, ImmutableArray<string> assets)
    {
        var (buyers, lines, workloads) = (habits.Buyers, habits.Lines, world.Market.Workloads);
        var terms = new TermsTable(steps.Combinations.Length, buyers.Length, lines.Length, assets.Length, workloads.Length);
        var home = world.Market.Sites.FirstOrDefault(s => s.Country == world.Header.Viewpoint.Headquarters) ?? world.Market.Sites[0];
        var site = new Ref(home.Id, home.At, "place");
        var offers = lines.Select(l => new Purchase(
            l.Offer?.Id ?? l.Id, l.Part, l.Maker, OfferOf(l)?.Site ?? site, nothing, nothing, nothing, [new(null, nothing)], null, nothing, null, Receipt.Optional, null, nothing, [], null,
            nothing, world.Market.Part(l.Part.Id).Country == home.Country, null, OfferOf(l)?.Launch ?? Launch.Open, l.At)).OrderBy(o => o.Id, StringComparer.Ordinal).ToImmutableArray();
        var market = world.Market with
        {
            Offers = [.. offers],
            Fleet = [.. assets.Select(a => new FleetRow(new(a, habits.At, "part"), site, nothing, null, null))],
            OnOrder = [],
            Planned = [],
            Demand = [],
        };
        var chain = new OutlookChain(drivers, steps.Combinations, 0, [], [], [], []);
        int[] offerOf = [.. lines.Select(l => offers.Select(o => o.Id).ToList().IndexOf(l.Offer?.Id ?? l.Id))];
        string[] makerOf = [.. lines.Select(l => l.Maker)];
        var made = new Dictionary<string, (Conditions Asked, Conditions Unasked)>(StringComparer.Ordinal);
        for (var b = 0; b < buyers.Length; b++)
        {
            var key = string.Join(' ', buyers[b].Groups.Order(StringComparer.Ordinal)) + "|" + buyers[b].Country + (IsOwn(buyers[b]) ? "|" + buyers[b].Id : "");
            if (!made.TryGetValue(key, out var both))
                made[key] = both = (Build(buyers[b], IsOwn(buyers[b]) ? null : Answer.Follow), Build(buyers[b], Answer.OwnJudgement));
            int[] assetOf = [.. assets.Select(a => both.Asked.Assets.ToList().FindIndex(x => x.Part == a))];
            terms.Enter(b, both.Asked, both.Unasked, offerOf, makerOf, assetOf);
            terms.Quotas = terms.Quotas.Add(both.Asked.Quotas);
        }
        terms.LineOf = [.. Enumerable.Range(0, lines.Length).Select(o => Array.IndexOf(offerOf, o))];
        terms.EnterMakers(Build(null, Answer.OwnJudgement), offerOf, makerOf);
        return terms;

        // No answer: that of the case.
        Conditions Build(BuyerHabits? buyer, Answer? answer) => ConditionsTable.Build(
            chain, market, buyer is null ? new("", [], home.Country) : new(buyer.Id, buyer.Groups, buyer.Country),
            answer is { } given ? [.. drivers.Select(d => new Stance(new(d.Id, d.At, "driver"), given, 1, null))] : world.Header.Stances, ImmutableSortedDictionary<string, OfferVerdict>.Empty, world.Classes);
    }
}
