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
sealed class FixedWait(AnswerContext context)
{
    // Millions per thousand units: large against any price, so that the quantities of the plan are reached wherever they can be.
    const double Reward = 1_000;

    /// <summary>Cost of a world along a path: what is paid during the wait and what that world's policy makes of the rest, in the programme's millions.</summary>
    /// <param name="world">Its programme.</param>
    /// <param name="policy">Its policy.</param>
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
            if (follow == Follow.ThePlan)
            {
                var own = context.Policy.Solve(t, n, planned.AsSpan(), w);
                edit = EditOf(context.Programme.Programme.Legends[t][n], own.Columns, world.Legends[t][n]);
                planned = own.OutgoingState;
            }
            var solution = policy.Solve(t, n, state.AsSpan(), w, edit);
            Tally(tally, world.Legends[t][n], solution.Columns, path.Weight, t == context.Terms.Waits - 1);
            (cost, state) = (cost + solution.StageCost, solution.OutgoingState);
        }
        return context.Terms.Waits < world.Graph.Stages.Length ? cost + policy.Value(context.Terms.Waits, path.Nodes[context.Terms.Waits], state.AsSpan()).Value : cost;
    }

    /// <summary>Stages that a path must have.</summary>
    public int Stages => Math.Min(context.Terms.Waits + 1, context.Terms.Stages);

    static void Tally(Dictionary<string, double>? tally, Legend legend, ImmutableArray<double> columns, double weight, bool last)
    {
        for (var j = 0; tally is not null && j < columns.Length; j++)
            if (legend.Columns[j] is var choice && (choice.Kind == ChoiceKind.Order || (last && choice.Kind == ChoiceKind.Rent)))
                tally[choice.Subject] = tally.GetValueOrDefault(choice.Subject) + weight * columns[j];
    }

    static RuleEdit EditOf(Legend plan, ImmutableArray<double> decided, Legend world)
    {
        var quantities = new Dictionary<(ChoiceKind, string, int), double>();
        for (var j = 0; j < decided.Length; j++)
            if (IsCommitment(plan.Columns[j].Kind))
                quantities[KeyOf(plan.Columns[j])] = decided[j];
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
}
