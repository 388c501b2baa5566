using System.Runtime.InteropServices;
using Sluice.Optimization;

namespace Sluice.Planning.BreakEvens;

/// <summary>
/// What the plan does in a node at a state, found once and kept: searches that go on side by side see the same decision where several are equally good, and none
/// touches the plan's nodes while another does.
/// </summary>
/// <param name="policy">The plan's policy.</param>
sealed class PlanDecisions(Sddp policy)
{
    readonly Dictionary<(int Stage, int Node, int Outcome, string State), NodeSolution> found = [];

    /// <summary>The plan's solution of a node.</summary>
    public NodeSolution Solve(int stage, int node, ReadOnlySpan<double> state, int outcome)
    {
        var key = (stage, node, outcome, Convert.ToHexString(MemoryMarshal.AsBytes(state)));
        lock (found)
            return found.TryGetValue(key, out var known) ? known : found[key] = policy.Solve(stage, node, state, outcome);
    }
}
