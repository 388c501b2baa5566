using System.Collections.Immutable;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using Sluice.Optimization;
using Sluice.Planning.Answers;
using Sluice.Planning.BreakEvens;
using Sluice.Planning.Buyer;

namespace Sluice.Planning.Rivals;

/// <summary>
/// The plan beside simpler ways on common paths with one control variate, which has mean zero under any policy: on its own rates, on rates drawn from their
/// ranges, and on the levels that came true. Budget: no pass; thirty-two paths, six draws of rates with four paths each and eight paths along what came true, at
/// each of whose nodes the two rivals that solve anew solve one programme over the rest of the horizon.
/// </summary>
sealed class RivalsAnswer : IAnswer
{
    /// <summary>Paths on the plan's own rates.</summary>
    public int Paths { get; init; } = 32;

    /// <summary>Draws of rates.</summary>
    public int Draws { get; init; } = 6;

    /// <summary>Paths for each draw.</summary>
    public int PathsPerDraw { get; init; } = 4;

    /// <summary>Paths along what came true.</summary>
    public int RealisedPaths { get; init; } = 8;

    public AnswerName Name => AnswerName.Rivals;

    public PlanAnswers Compute(AnswerContext context, PlanAnswers soFar, CancellationToken cancellation)
    {
        if (!context.Bounds.IsBound)
            return soFar.Without(Name, "the plan is averse to risk: mean costs along paths do not compare ways under a nested measure");
        context.Report("drawing rates from their ranges");
        var perturbed = Perturbed(context, cancellation);
        var world = context.Programme.World;
        var knownTo = CameTrue.KnownTo(world);
        var realised = CameTrue.IsTold(world, knownTo) ? CameTrue.Transitions(context.Terms, context.Programme.Programme, knownTo) : default;
        var ways = Enum.GetValues<RivalPolicy>().ToList();
        var runs = new Dictionary<RivalPolicy, Run>();
        // Where a way's programmes resist the solver the others still stand beside each other.
        var resisted = new List<string>();
        var (_, whole) = context.Each(ways, p => $"walking the paths as {Word(p)} would", p =>
        {
            try
            {
                runs[p] = RunOf(context, p, perturbed, realised, cancellation);
            }
            catch (Exception e) when (e is SubproblemException || (e is InvalidOperationException && p is RivalPolicy.TwoStage or RivalPolicy.Average))
            {
                resisted.Add($"{Word(p).TrimEnd(',')}: {e.Message}");
            }
            return p;
        }, cancellation);
        if (!runs.TryGetValue(RivalPolicy.Sluice, out var own))
            return soFar.Without(Name, resisted.Count > 0 ? resisted[0] : "cancelled before the paths were walked");
        var answers = soFar with { Rivals = [.. runs.OrderBy(r => r.Key).Select(r => Of(r.Key, r.Value, own))] };
        foreach (var why in resisted)
            answers = answers.Without(Name, why);
        return whole ? answers : answers.Without(Name, $"cancelled after {runs.Count} of {ways.Count} ways");
    }

    /// <summary>Costs of one way, in the programme's millions.</summary>
    sealed record Run(ImmutableArray<double> Costs, double Tail90, ImmutableArray<double> Perturbed, double? Realised, Bracket? RootRegret);

    Run RunOf(AnswerContext context, RivalPolicy way, List<ImmutableArray<double[][]>> perturbed, ImmutableArray<double[][]> realised, CancellationToken cancellation)
    {
        var rule = RuleOf(context, way);
        var by = new BoundOptions { Paths = Paths, MaximumPaths = Paths, Seed = context.BoundSeed, Rule = rule };
        var costs = context.Policy.CostsAlongPaths(by, cancellation: cancellation);
        var plain = new double[Paths];
        context.Policy.Simulate(Paths, context.BoundSeed, (in SimulationStep step) => plain[step.Path] += step.StageCost, new SimulationOptions { Rule = rule }, cancellation);
        var few = by with { Paths = PathsPerDraw, MaximumPaths = PathsPerDraw };
        var drawn = perturbed.SelectMany((p, d) => context.Policy.CostsAlongPaths(few with { Seed = context.BoundSeed + 1 + (ulong)d }, p, cancellation)).ToImmutableArray();
        var along = by with { Paths = RealisedPaths, MaximumPaths = RealisedPaths };
        return new Run(costs, plain.Quantile(0.9), drawn, realised.IsDefault ? null : context.Policy.CostsAlongPaths(along, realised, cancellation).Average(),
            RootRegret(context, rule, cancellation));
    }

    static DecisionRule? RuleOf(AnswerContext context, RivalPolicy way) => RuleOf(context.Programme, way);

    /// <summary>The rule of a way; null for the plan itself.</summary>
    public static DecisionRule? RuleOf(BuyerProgramme programme, RivalPolicy way) => way switch
    {
        RivalPolicy.TwoStage => new ResolvedRule(programme.Terms, programme.Programme, Foresight.TwoStage).Decide,
        RivalPolicy.Average => new ResolvedRule(programme.Terms, programme.Programme, Foresight.Average).Decide,
        RivalPolicy.Habit => new AsPlannedHabit(programme.Terms, programme.Programme).Decide,
        _ => null,
    };

    static string Word(RivalPolicy way) => way switch
    {
        RivalPolicy.TwoStage => "a two-stage plan, solved anew,",
        RivalPolicy.Average => "a plan for the average future, solved anew,",
        RivalPolicy.Habit => "the plan of before",
        _ => "this plan",
    };

    Rival Of(RivalPolicy way, Run run, Run own)
    {
        var (mean, interval) = Differences([.. run.Costs.Zip(own.Costs, (a, b) => a - b)]);
        // Paths of one draw share its rates: the draws are the trials.
        var (perturbed, between) = run.Perturbed.IsEmpty ? default
            : Differences([.. run.Perturbed.Zip(own.Perturbed, (a, b) => a - b).Chunk(PathsPerDraw).Select(draw => draw.Average())]);
        return new Rival(way, run.Costs.Average() * Programme.MoneyScale, run.Tail90 * Programme.MoneyScale, mean, interval,
            run.Perturbed.IsEmpty ? null : perturbed, run.Perturbed.Length < 2 * PathsPerDraw ? null : between, run.Realised * Programme.MoneyScale, run.RootRegret, run.Costs.Length);
    }

    /// <summary>Mean and its 95 % interval, money.</summary>
    static (double Mean, Bracket Interval) Differences(double[] differences)
    {
        var (n, mean) = (differences.Length, differences.Mean());
        var half = n < 2 ? double.PositiveInfinity : StudentT.InvCDF(0, 1, n - 1, 0.975) * differences.StandardDeviation() / Math.Sqrt(n);
        return (mean * Programme.MoneyScale, new Bracket((mean - half) * Programme.MoneyScale, (mean + half) * Programme.MoneyScale));
    }

    /// <summary>Transition probabilities under rates drawn evenly from the ranges of those stated.</summary>
    List<ImmutableArray<double[][]>> Perturbed(AnswerContext context, CancellationToken cancellation)
    {
        var rates = context.Programme.World.Assumptions
            .Where(a => a is { Low: not null, High: not null } && double.IsFinite(a.Value) && a.Path.StartsWith("drivers.", StringComparison.Ordinal) && a.Path.Contains(".moves.", StringComparison.Ordinal))
            .ToList();
        var drawn = new List<ImmutableArray<double[][]>>();
        if (rates.Count == 0 || context.Source is null)
            return drawn;
        var worlds = new NearbyWorlds(context);
#pragma warning disable CA5394 // The sequence under a seed is what makes runs repeatable.
        var random = new Random(unchecked((int)context.PathSeed));
        for (var d = 0; d < Draws; d++)
        {
            cancellation.ThrowIfCancellationRequested();
            var set = rates.Select(a => (a, Math.Round(a.Low!.Value + random.NextDouble() * (a.High!.Value - a.Low.Value), 6))).ToArray();
            if (worlds.Read(set) is { } world)
                drawn.Add([.. world.Terms.Chain.Transition.Select(Rows)]);
        }
#pragma warning restore CA5394
        return drawn;
    }

    static double[][] Rows(double[,] matrix) =>
        [.. Enumerable.Range(0, matrix.GetLength(0)).Select(i => Enumerable.Range(0, matrix.GetLength(1)).Select(j => matrix[i, j]).ToArray())];

    /// <summary>V(the way's decision in the first period) − V; null for the plan itself, and where something is drawn before it.</summary>
    static Bracket? RootRegret(AnswerContext context, DecisionRule? rule, CancellationToken cancellation)
    {
        var graph = context.Programme.Programme.Graph;
        if (rule is null || graph.Stages[0].Nodes[0].Outcomes.Length > 1)
            return null;
        var edit = new RuleEdit();
        rule(0, 0, 0, graph.InitialState.AsSpan(), edit);
        var decided = context.Policy.Solve(0, 0, graph.InitialState.AsSpan(), 0, edit).Columns;
        var legend = context.Programme.Programme.Legends[0][0].Columns;
        ImmutableArray<RootPin> pins = [.. Enumerable.Range(0, decided.Length).Where(j => legend[j].Kind is ChoiceKind.Order or ChoiceKind.Cancel or ChoiceKind.CancelHeld or ChoiceKind.RentMore or ChoiceKind.GiveUp)
            .Select(j => new RootPin(j, Math.Max(0, decided[j] - 1e-7), Math.Min(legend[j].Most, decided[j] + 1e-7)))];
        var least = context.Policy.AskRoot(new RootQuestion { Pins = pins }, cancellation).Value * Programme.MoneyScale;
        void Pin(int stage, int node, int outcome, ReadOnlySpan<double> state, RuleEdit into)
        {
            if (stage == 0)
                foreach (var pin in pins)
                    into.SetBounds(pin.Column, pin.Lower, pin.Upper);
        }
        var most = context.Policy.EstimateUpperBound(new BoundOptions { Seed = context.BoundSeed, Rule = Pin }, cancellation).Value * Programme.MoneyScale;
        var low = Math.Max(0, least - context.Bounds.Upper);
        return new Bracket(low, Math.Max(low, most - context.Bounds.Lower));
    }
}
