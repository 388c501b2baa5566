using System.Collections.Immutable;
using Sluice.Market;
using Sluice.Optimization;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;

namespace Sluice.Planning.BreakEvens;

/// <summary>
/// What the plan commits to during the wait, node by node: ordered, cancelled, rented, given up. Another world can be walked with these quantities, as
/// far as it lets them pass, and everything else as that world's own policy has it.
/// </summary>
/// <param name="context">The plan.</param>
/// <param name="plan">What the plan does during the wait.</param>
sealed class FixedWait(AnswerContext context, PlanDecisions plan)
{
    // Millions per thousand units: large against any price, so that the quantities of the plan are reached wherever they can be.
    const double Reward = 1_000;

    /// <summary>Cost of a world along a path: what is paid during the wait and what that world's policy makes of the rest, in the programme's millions.</summary>
    /// <param name="world">Its programme.</param>
    /// <param name="policy">Its policy; for <see cref="Follow.ThePlanAsTaught"/> the branch that was taught.</param>
    /// <param name="path">Nodes and outcomes of the wait and the stage after it.</param>
    /// <param name="follow">Whether the plan's quantities are kept or the policy decides.</param>
    /// <param name="tally">Receives what is done of each offer, thousands; null where nobody asks.</param>
    public double Cost(Programme world, Sddp policy, SampledPath path, Follow follow, Dictionary<string, double>? tally = null)
    {
        var (state, planned, cost) = (world.Graph.InitialState, context.Programme.Programme.Graph.InitialState, 0.0);
        for (var t = 0; t < context.Terms.Waits; t++)
        {
            var (n, w) = (path.Nodes[t], path.Outcomes[t]);
            RuleEdit? edit = null;
            if (follow != Follow.ThePolicy)
            {
                var own = plan.Solve(t, n, planned.AsSpan(), w);
                edit = EditOf(context.Programme.Programme.Legends[t][n], own.Columns, world.Legends[t][n]);
                planned = own.OutgoingState;
            }
            var solution = policy.Solve(t, n, state.AsSpan(), w, edit);
            Tally(tally, world.Legends[t][n], solution.Columns, path.Weight, t == context.Terms.Waits - 1);
            (cost, state) = (cost + solution.StageCost, solution.OutgoingState);
            if (follow == Follow.ThePlanAsTaught)
                cost += Reward * Quantities(world.Legends[t][n], solution.Columns).Values.Sum();
        }
        return context.Terms.Waits < world.Graph.Stages.Length ? cost + policy.Value(context.Terms.Waits, path.Nodes[context.Terms.Waits], state.AsSpan()).Value : cost;
    }

    /// <summary>
    /// The stages of the wait with the plan's quantities, mean over the paths that come by, priced so that they are reached wherever they can be: a policy that shares
    /// the later stages learns from them what follows the plan's decisions as well as its own.
    /// </summary>
    public ImmutableArray<Stage> Taught(NearbyWorld world, Programme programme, ImmutableArray<SampledPath> paths)
    {
        var means = Means(paths);
        // What is to come of these prices, at most: the bound from below on later stages must allow for it.
        var rewards = Reward * means.Sum(m => m.Value.Values.Sum());
        return [.. programme.Graph.Stages[..context.Terms.Waits].Select((stage, t) => stage with
        {
            Nodes = [.. stage.Nodes.Select((node, n) => TaughtNode(world, programme, t, n, node.CostToGoLowerBound - rewards, means.GetValueOrDefault((t, n))))],
        })];
    }

    Dictionary<(int Stage, int Node), Dictionary<(ChoiceKind, string, int), double>> Means(ImmutableArray<SampledPath> paths)
    {
        var (means, weights) = (new Dictionary<(int, int), Dictionary<(ChoiceKind, string, int), double>>(), new Dictionary<(int, int), double>());
        foreach (var path in paths)
        {
            var planned = context.Programme.Programme.Graph.InitialState;
            for (var t = 0; t < context.Terms.Waits; t++)
            {
                var (n, own) = (path.Nodes[t], plan.Solve(t, path.Nodes[t], planned.AsSpan(), path.Outcomes[t]));
                if (!means.TryGetValue((t, n), out var sums))
                    means[(t, n)] = sums = [];
                weights[(t, n)] = weights.GetValueOrDefault((t, n)) + path.Weight;
                foreach (var (key, quantity) in Quantities(context.Programme.Programme.Legends[t][n], own.Columns))
                    sums[key] = sums.GetValueOrDefault(key) + path.Weight * quantity;
                planned = own.OutgoingState;
            }
        }
        foreach (var (place, sums) in means)
            foreach (var key in sums.Keys.ToList())
                sums[key] /= weights[place];
        return means;
    }

    /// <summary>Has the plan decide along its own paths, before searches that follow them go on side by side.</summary>
    public void Prepare(ImmutableArray<SampledPath> paths) => _ = Means(paths);

    static StageNode TaughtNode(NearbyWorld world, Programme programme, int stage, int node, double floor, Dictionary<(ChoiceKind, string, int), double>? quantities)
    {
        // Where no path comes by there is nothing to teach.
        if (quantities is null)
            return programme.Graph.Stages[stage].Nodes[node] with { CostToGoLowerBound = floor };
        var written = world.Node(programme.Layouts, stage, node, floor);
        var columns = programme.Legends[stage][node].Columns;
        for (var j = 0; j < columns.Length; j++)
            if (IsCommitment(columns[j].Kind))
            {
                var quantity = Math.Clamp(quantities.GetValueOrDefault(KeyOf(columns[j])), 0, columns[j].Most);
                written.Subproblem.SetBounds(j, 0, quantity);
                if (quantity > 0)
                    written.Subproblem.AddCost(j, -Reward);
            }
        return written;
    }

    static Dictionary<(ChoiceKind, string, int), double> Quantities(Legend legend, ImmutableArray<double> decided)
    {
        var quantities = new Dictionary<(ChoiceKind, string, int), double>();
        for (var j = 0; j < decided.Length; j++)
            if (IsCommitment(legend.Columns[j].Kind))
                quantities[KeyOf(legend.Columns[j])] = decided[j];
        return quantities;
    }

    /// <summary>Stages that a path must have.</summary>
    public int Stages => Math.Min(context.Terms.Waits + 1, context.Terms.Stages);

    static void Tally(Dictionary<string, double>? tally, Legend legend, ImmutableArray<double> columns, double weight, bool last)
    {
        for (var j = 0; tally is not null && j < columns.Length; j++)
            if (legend.Columns[j] is var choice && (choice.Kind == ChoiceKind.Order || (last && choice.Kind == ChoiceKind.Rent)))
                tally[choice.Subject] = tally.GetValueOrDefault(choice.Subject) + weight * columns[j];
    }

    static RuleEdit EditOf(Legend own, ImmutableArray<double> decided, Legend world)
    {
        var quantities = Quantities(own, decided);
        var edit = new RuleEdit();
        for (var j = 0; j < world.Columns.Length; j++)
        {
            if (!IsCommitment(world.Columns[j].Kind))
                continue;
            var quantity = Math.Clamp(quantities.GetValueOrDefault(KeyOf(world.Columns[j])), 0, world.Columns[j].Most);
            edit.SetBounds(j, 0, quantity);
            if (quantity > 0)
                edit.SetCost(j, -Reward);
        }
        return edit;
    }

    static (ChoiceKind, string, int) KeyOf(Choice choice) => (choice.Kind, choice.Subject, choice.Period);

    static bool IsCommitment(ChoiceKind kind) =>
        kind is ChoiceKind.Order or ChoiceKind.Cancel or ChoiceKind.CancelHeld or ChoiceKind.RentMore or ChoiceKind.GiveUp;
}

/// <summary>Who decides during the wait.</summary>
enum Follow
{
    /// <summary>The policy of the world that is walked.</summary>
    ThePolicy,

    /// <summary>The plan of today.</summary>
    ThePlan,

    /// <summary>The plan of today, in the branch that was taught what follows it: its programme pays for the plan's quantities, which is taken off again.</summary>
    ThePlanAsTaught,
}
