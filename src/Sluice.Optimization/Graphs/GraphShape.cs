namespace Sluice.Optimization;

/// <summary>What two graphs must share for states of one to be states of the other: stages, nodes and states.</summary>
internal static class GraphShape
{
    /// <summary>The first difference in words, null when there is none.</summary>
    internal static string? Difference(PolicyGraph a, PolicyGraph b)
    {
        if (a.Stages.Length != b.Stages.Length) return $"{b.Stages.Length} stages where there were {a.Stages.Length}";
        for (var t = 0; t < a.Stages.Length; t++)
        {
            var (x, y) = (a.Stages[t].Nodes, b.Stages[t].Nodes);
            if (x.Length != y.Length) return $"{y.Length} nodes in stage {t} where there were {x.Length}";
            if (x[0].Subproblem.IncomingStates != y[0].Subproblem.IncomingStates)
                return $"{y[0].Subproblem.IncomingStates} states enter stage {t} where there were {x[0].Subproblem.IncomingStates}";
            if (x[0].Subproblem.OutgoingStates != y[0].Subproblem.OutgoingStates)
                return $"{y[0].Subproblem.OutgoingStates} states leave stage {t} where there were {x[0].Subproblem.OutgoingStates}";
        }
        return null;
    }
}
