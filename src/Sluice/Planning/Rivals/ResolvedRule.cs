using System.Collections.Concurrent;
using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Market;
using Sluice.Optimization;
using Sluice.Planning.Buyer;

namespace Sluice.Planning.Rivals;

/// <summary>How a rival that solves anew every period sees what follows it.</summary>
enum Foresight
{
    /// <summary>One average future.</summary>
    Average,

    /// <summary>The likelier joint states of the next period as scenarios, the rest as one more, and an average future after each.</summary>
    TwoStage,
}

/// <summary>
/// A plan that is solved anew at every node for a future without news, or with news in the next period only: its first decisions are carried out, and in the
/// next period all is solved again. It knows the same chances as the plan.
/// </summary>
sealed class ResolvedRule
{
    // As the as-planned habit: quantities are reached wherever they can be.
    const double Reward = 1_000;
    const double KeepReward = 1e-4;
    const int MostScenarios = 5;
    const double LeastScenario = 0.03;

    readonly BuyerTerms terms;
    readonly Programme programme;
    readonly Foresight foresight;
    readonly MeanConditions mean;
    readonly Case meanFill;
    readonly ConcurrentDictionary<(int, int), Lazy<Future>> futures = new();
    readonly ConcurrentDictionary<string, ImmutableArray<double>> solved = new(StringComparer.Ordinal);

    public ResolvedRule(BuyerTerms terms, Programme programme, Foresight foresight)
    {
        (this.terms, this.programme, this.foresight, mean) = (terms, programme, foresight, new MeanConditions(terms));
        meanFill = Filled(f => f.Sum(x => x.Share * x.Chance.Value));
    }

    /// <summary>The rule as the simulator takes it.</summary>
    public void Decide(int stage, int node, int outcome, ReadOnlySpan<double> state, RuleEdit edit)
    {
        var decisions = Decisions(stage, node, outcome, [.. state]);
        var columns = programme.Legends[stage][node].Columns;
        for (var j = 0; j < columns.Length; j++)
        {
            // What may still be drawn on could be thrown away for nothing in a programme that looks no further.
            if (columns[j].Kind is ChoiceKind.QuoteLeft or ChoiceKind.QuotaLeft or ChoiceKind.Credit or ChoiceKind.DeliveryLeft or ChoiceKind.BudgetLeft)
                edit.SetCost(j, -KeepReward);
            if (columns[j].Kind is not (ChoiceKind.Order or ChoiceKind.Cancel or ChoiceKind.CancelHeld or ChoiceKind.Receive or ChoiceKind.RentMore or ChoiceKind.GiveUp or ChoiceKind.Port))
                continue;
            var quantity = Math.Clamp(decisions[j], 0, columns[j].Most);
            edit.SetBounds(j, 0, quantity);
            if (quantity > 0)
                edit.SetCost(j, -Reward);
        }
        edit.IgnoreCostToGo();
    }

    /// <summary>Values of the node's columns in the rival's own programme, whose first period is the node itself.</summary>
    ImmutableArray<double> Decisions(int stage, int node, int outcome, ImmutableArray<double> state)
    {
        var key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{stage} {node} {outcome} ") + string.Join(' ', state.Select(x => x.ToString("R", System.Globalization.CultureInfo.InvariantCulture)));
        return solved.GetOrAdd(key, _ => Solve(stage, node, outcome, state));
    }

    ImmutableArray<double> Solve(int stage, int node, int outcome, ImmutableArray<double> state)
    {
        var future = futures.GetOrAdd((stage, node), key => new Lazy<Future>(() => FutureOf(key.Item1, key.Item2))).Value;
        var joint = terms.Chain.Alive[stage][node];
        var last = stage + 1 == terms.Stages;
        var now = new BuyerTerms(FilledAs(stage, outcome), terms.Chain, terms.Conditions);
        if (foresight == Foresight.Average || last)
        {
            var path = new WholePath(state);
            PeriodProgramme.Write(now, programme.Layouts[stage], last ? null : programme.Layouts[stage + 1], Question.None, stage, joint, path);
            if (!last)
                WriteRest(path, future, stage + 1, future.Scenarios[0].States);
            return DeterministicEquivalent.Solve(new PolicyGraph([new Stage([new StageNode(path.Subproblem, 0)])], [])).RootColumns[0];
        }
        var (first, _, _) = PeriodProgramme.Write(now, programme.Layouts[stage], programme.Layouts[stage + 1], Question.None, stage, joint);
        var graph = new PolicyGraph(
            [new Stage([new StageNode(first, future.Floor)], [[.. future.Scenarios.Select(s => s.Chance)]]), new Stage([.. future.Scenarios.Select(s => s.Node!)])], state);
        return DeterministicEquivalent.Solve(graph).RootColumns[0];
    }

    /// <summary>Writes the periods after the first behind it, one joint state each.</summary>
    void WriteRest(WholePath path, Future future, int from, ImmutableArray<int> states)
    {
        for (var t = from; t < terms.Stages; t++)
            PeriodProgramme.Write(future.Terms, programme.Layouts[t], t + 1 < terms.Stages ? programme.Layouts[t + 1] : null, Question.None, t, states[t - from], path);
    }

    /// <summary>What may follow a node as the rival sees it: its figures with the average states in them, and scenarios.</summary>
    sealed record Future(BuyerTerms Terms, ImmutableArray<Scenario> Scenarios, double Floor);

    /// <summary>One scenario: its chance, the joint state of each later period, and the programme of all of them where it is one of several.</summary>
    sealed record Scenario(double Chance, ImmutableArray<int> States, StageNode? Node);

    Future FutureOf(int stage, int node)
    {
        if (stage + 1 == terms.Stages)
            return new Future(terms, [], 0);
        var distributions = new List<(int, double[])>();
        var scenarios = new List<(double Chance, ImmutableArray<int> States)>();
        foreach (var (chance, start) in Starts(stage, node))
        {
            var states = ImmutableArray.CreateBuilder<int>();
            var at = start;
            for (var t = stage + 1; t < terms.Stages; t++)
            {
                states.Add(terms.Chain.States.Length + distributions.Count);
                distributions.Add((t, OverStates(t, at)));
                if (t + 1 < terms.Stages)
                    at = Next(t, at);
            }
            scenarios.Add((chance, states.ToImmutable()));
        }
        var chain = terms.Chain with { States = [.. terms.Chain.States, .. distributions.Select(_ => terms.Chain.States[terms.Chain.Root])] };
        var future = new Future(new BuyerTerms(meanFill, chain, mean.With(distributions)), [], programme.Graph.Stages[stage].Nodes[node].CostToGoLowerBound);
        return future with
        {
            Scenarios = [.. scenarios.Select(s => new Scenario(s.Chance, s.States, foresight == Foresight.Average ? null : NodeOf(future, stage + 1, s.States)))],
        };
    }

    StageNode NodeOf(Future future, int from, ImmutableArray<int> states)
    {
        var path = new WholePath(default, programme.Layouts[from].Keys.Length);
        WriteRest(path, future, from, states);
        return new StageNode(path.Subproblem, 0);
    }

    /// <summary>Distributions over the next period's nodes that the rival tells apart, with their chances.</summary>
    List<(double Chance, double[] Start)> Starts(int stage, int node)
    {
        var row = programme.Graph.Stages[stage].Transitions[node];
        if (foresight == Foresight.Average)
            return [(1, row)];
        var told = Enumerable.Range(0, row.Length).Where(m => row[m] >= LeastScenario).OrderByDescending(m => row[m]).Take(MostScenarios).ToHashSet();
        var starts = told.Order().Select(m => (row[m], row.Select((_, i) => i == m ? 1.0 : 0).ToArray())).ToList();
        var rest = row.Where((_, m) => !told.Contains(m)).Sum();
        if (rest > 1e-9)
            starts.Add((rest, [.. row.Select((p, m) => told.Contains(m) ? 0 : p / rest)]));
        var sum = starts.Sum(s => s.Item1);
        return [.. starts.Select(s => (s.Item1 / sum, s.Item2))];
    }

    double[] Next(int stage, double[] at)
    {
        var next = new double[programme.Graph.Stages[stage + 1].Nodes.Length];
        for (var n = 0; n < at.Length; n++)
            if (at[n] > 0)
                for (var m = 0; m < next.Length; m++)
                    next[m] += at[n] * programme.Graph.Stages[stage].Transitions[n][m];
        return next;
    }

    double[] OverStates(int stage, double[] nodes)
    {
        var weights = new double[terms.Chain.States.Length];
        for (var n = 0; n < nodes.Length; n++)
            weights[terms.Chain.Alive[stage][n]] += nodes[n];
        return weights;
    }

    /// <summary>The case with one fill for each offer.</summary>
    Case Filled(Func<ImmutableArray<FillShare>, double> share) => terms.World with
    {
        Market = terms.World.Market with
        {
            Offers = [.. terms.World.Market.Offers.Select(o => o is Purchase { Fill.IsEmpty: false } p
                ? p with { Fill = [new FillShare("as seen", share(p.Fill), p.Fill[0].Chance.Map(_ => 1.0))] } : o)],
        },
    };

    /// <summary>The case with the fill of a period's outcome, which stands before anything is decided in it.</summary>
    Case FilledAs(int stage, int outcome)
    {
        var shares = new FillOutcomes(terms, programme.Layouts[stage], stage).SharesOf(outcome);
        return terms.World with
        {
            Market = terms.World.Market with
            {
                Offers = [.. terms.World.Market.Offers.Select(o => o is Purchase { Fill.IsEmpty: false } p
                    ? p with { Fill = [new FillShare("as seen", shares.GetValueOrDefault(p.Id, p.Fill[0].Share), p.Fill[0].Chance.Map(_ => 1.0))] } : o)],
            },
        };
    }
}
