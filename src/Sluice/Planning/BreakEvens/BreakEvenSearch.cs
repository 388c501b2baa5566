using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Optimization;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;

namespace Sluice.Planning.BreakEvens;

/// <summary>How finely break-evens are looked for.</summary>
sealed record BreakEvenOptions
{
    /// <summary>Numbers that are scanned in full, those of the highest rank.</summary>
    public int Full { get; init; } = 6;

    /// <summary>Values on each side of today's.</summary>
    public int Scan { get; init; } = 9;

    /// <summary>Values between the two neighbours of a crossing.</summary>
    public int Refinements { get; init; } = 3;

    /// <summary>Trial points at which the plan's knowledge is made good for another value.</summary>
    public int Points { get; init; } = 20;

    /// <summary>Nodes rarer than this are made good at a few points only.</summary>
    public double RareBelow { get; init; } = 2e-3;

    /// <summary>Points at which the rare ones are.</summary>
    public int RarePoints { get; init; } = 4;

    /// <summary>Passes after that.</summary>
    public int Passes { get; init; } = 3;

    /// <summary>
    /// Where a first look finds less regret than this share of the indifference, that is enough; else the value is looked at in full. 0: always in full.
    /// </summary>
    public double Doubt { get; init; } = 0.25;

    /// <summary>Trial points of a first look; one pass follows.</summary>
    public int FirstPoints { get; init; } = 8;

    /// <summary>Points of a first look at which rare nodes are made good.</summary>
    public int FirstRarePoints { get; init; } = 2;

    /// <summary>Passes where another value gives the periods other states, so that nothing carries over.</summary>
    public int PassesFromNothing { get; init; } = 24;

    /// <summary>Paths through the wait.</summary>
    public int Paths { get; init; } = 60;

    /// <summary>Most sequences through the wait that are all walked.</summary>
    public int Fewest { get; init; } = 400;
}

/// <summary>
/// Regret of today's decision as one number moves: R(θ) = V(θ | what the plan commits to during the wait) − V(θ), from a policy that is refreshed at
/// every value and paths that all values share.
/// </summary>
/// <param name="context">What it may look at; of the plan's policy only what it has learnt.</param>
/// <param name="options">How finely.</param>
/// <param name="plan">What the plan does during the wait; searches that go on side by side share it.</param>
sealed class BreakEvenSearch(AnswerContext context, BreakEvenOptions options, PlanDecisions plan)
{
    const double Quantile = 1.96;

    readonly NearbyWorlds worlds = new(context);
    readonly FixedWait wait = new(context, plan);

    /// <summary>Regret at a value: money, as an interval that holds 95 % of what the sample of paths leaves open.</summary>
    /// <param name="Value">Value of the number.</param>
    /// <param name="Mean">Mean over the paths.</param>
    /// <param name="Low">Low end, 0 or more.</param>
    /// <param name="High">High end.</param>
    /// <param name="Orders">What the policy of that world does of each offer, thousands.</param>
    public sealed record Regret(double Value, double Mean, double Low, double High, Dictionary<string, double> Orders);

    /// <summary>
    /// Has the plan decide along its own paths. A number that moves no chance is looked at along these alone: sides of such numbers may then be searched side by side,
    /// and find the same whoever is first.
    /// </summary>
    public void Prepare() => wait.Prepare(PathSample.Of(context.Programme.Programme.Graph, wait.Stages, options.Paths, options.Fewest, context.PathSeed));

    /// <summary>Whether a number may change along which paths the wait is walked: a rate, or the chance of a fill.</summary>
    public static bool MovesPaths(Assumption assumption) => NearbyWorlds.MovesChances(assumption.Path) || assumption.Path.Contains(".fill", StringComparison.Ordinal);

    /// <summary>One side of a number: where the decision turns, the regret just beyond, and whether the side was scanned in full.</summary>
    public sealed record Side(Bracket? At, Regret? Beyond, bool Whole);

    /// <summary>Puts the two sides of a number together.</summary>
    public static BreakEven Of(AnswerContext context, Influence influence, Side below, Side above)
    {
        var today = influence.Assumption.Value;
        var nearer = below.Beyond is null || (above.Beyond is { } a && a.Value - today < today - below.Beyond.Value) ? above.Beyond : below.Beyond;
        return new BreakEven(influence, below.At, above.At, nearer is null ? [] : Differences(context, nearer.Orders), below.Whole && above.Whole);
    }

    /// <summary>Scans from today's value to an end of the range, then halves the step that crosses: the nearest crossing of the indifference on that side.</summary>
    public Side Crossing(Assumption assumption, double end, CancellationToken cancellation)
    {
        var scan = new SideScan(this, assumption, end, 1);
        while (scan.Advance(cancellation))
        {
        }
        return scan.Found;
    }

    /// <summary>A side to be scanned value by value, so that several are scanned in turns.</summary>
    /// <param name="assumption">The number.</param>
    /// <param name="end">End of its range.</param>
    /// <param name="threads">Threads on which each value is looked at.</param>
    public SideScan Scan(Assumption assumption, double end, int threads) => new(this, assumption, end, threads);

    /// <summary>How finely.</summary>
    public BreakEvenOptions Options => options;

    /// <summary>What is enough to change the decision, money.</summary>
    public double Indifference => context.Indifference;

    /// <summary>A first look, where it finds next to no regret; else null.</summary>
    public Regret? Unsuspicious(Assumption assumption, double value, int threads, CancellationToken cancellation) =>
        options.Doubt > 0 && At(assumption, value, options.FirstPoints, options.FirstRarePoints, 1, threads, cancellation) is { } regret && regret.High <= options.Doubt * context.Indifference ? regret : null;

    /// <summary>Regret at a value; null where the case is not sound with it, or resists the solver twice.</summary>
    public Regret? At(Assumption assumption, double value, CancellationToken cancellation, int threads = 1) =>
        At(assumption, value, options.Points, options.RarePoints, options.Passes, threads, cancellation);

    Regret? At(Assumption assumption, double value, int points, int rarePoints, int passes, int threads, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (worlds.Read((assumption, value)) is not { } world)
            return null;
        var programme = NearbyWorlds.Compile(world).Programme;
        for (var warm = world.SameShape; ; warm = false)
            try
            {
                return At(world, programme, warm ? points : 0, rarePoints, warm ? passes : options.PassesFromNothing, threads, value, cancellation);
            }
            catch (SubproblemException) when (warm)
            {
            }
            catch (SubproblemException)
            {
                return null;
            }
    }

    /// <summary>With the plan's knowledge made good at so many points, or, with none, from nothing.</summary>
    Regret At(NearbyWorld world, Programme programme, int points, int rarePoints, int passes, int threads, double value, CancellationToken cancellation)
    {
        using var policy = Policy(programme.Graph, points, rarePoints, passes, threads, cancellation);
        var paths = PathSample.Of(programme.Graph, wait.Stages, options.Paths, options.Fewest, context.PathSeed);
        // What follows the plan's decisions must be known as well as what follows the world's own, or keeping to them looks cheaper than it is.
        using var kept = context.Terms.Waits < programme.Graph.Stages.Length
            ? policy.Branch(wait.Taught(world, programme, paths), programme.Graph.InitialState, cancellation) : null;
        kept?.Train(new StoppingRules { Passes = passes, Bound = null }, cancellation: cancellation);
        var orders = new Dictionary<string, double>(StringComparer.Ordinal);
        var differences = new double[paths.Length];
        for (var p = 0; p < differences.Length; p++)
        {
            cancellation.ThrowIfCancellationRequested();
            differences[p] = wait.Cost(programme, kept ?? policy, paths[p], kept is null ? Follow.ThePlan : Follow.ThePlanAsTaught) - wait.Cost(programme, policy, paths[p], Follow.ThePolicy, orders);
        }
        var mean = differences.Zip(paths).Sum(p => p.First * p.Second.Weight);
        // Where all sequences were walked the mean is no sample's.
        var sampled = paths.Length > 1 && paths.All(p => p.Weight == paths[0].Weight) && paths.Length == options.Paths;
        var error = sampled ? Math.Sqrt(differences.Sum(d => (d - mean) * (d - mean)) / (paths.Length - 1.0) / paths.Length) : 0;
        var (money, spread) = (Math.Max(0, mean) * Programme.MoneyScale, Quantile * error * Programme.MoneyScale);
        return new Regret(value, money, Math.Max(0, money - spread), money + spread, orders);
    }

    Sddp Policy(PolicyGraph graph, int points, int rarePoints, int passes, int threads, CancellationToken cancellation)
    {
        var policy = points > 0
            ? context.Policy.Refreshed(graph, new RefreshOptions { Points = points, RareBelow = options.RareBelow, RarePoints = rarePoints, Threads = threads }, cancellation)
            : new Sddp(graph, context.Training with { Threads = threads });
        policy.Train(new StoppingRules { Passes = passes, Bound = null }, cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        return policy;
    }

    static ImmutableArray<Instead> Differences(AnswerContext context, Dictionary<string, double> orders)
    {
        var found = context.Plan.Offers.Select(o =>
        {
            var isRental = context.Programme.World.Market.Offer(o.Offer) is Market.Rental;
            return new Instead(o.Offer, orders.GetValueOrDefault(o.Offer) * Programme.UnitScale, isRental ? o.RentLevel : o.Quantity);
        }).ToList();
        var largest = found.Max(i => Math.Max(i.Quantity, i.Otherwise));
        return [.. found.Where(i => Math.Abs(i.Quantity - i.Otherwise) > Math.Max(0.5, 0.02 * largest)).OrderByDescending(i => Math.Abs(i.Quantity - i.Otherwise))];
    }
}
