namespace Sluice.Optimization;

/// <summary>What two graphs must share for states of one to be states of the other: stages, nodes and states.</summary>
internal static class GraphShape
{
    /// <summary>The first difference in words, null when there is none.</summary>
    internal static string? Difference(PolicyGraph a, PolicyGraph b) =>
        StateDifference(a, b) ?? a.Stages.Select((stage, t) => (Here: stage.Nodes.Length, There: b.Stages[t].Nodes.Length, Stage: t)).Where(s => s.Here != s.There)
            .Select(s => $"{s.There} nodes in stage {s.Stage} where there were {s.Here}").FirstOrDefault();

    /// <summary>The same for stages and states alone: a state of one is a state of the other, whatever their nodes.</summary>
    internal static string? StateDifference(PolicyGraph a, PolicyGraph b)
    {
        if (a.Stages.Length != b.Stages.Length) return $"{b.Stages.Length} stages where there were {a.Stages.Length}";
        for (var t = 0; t < a.Stages.Length; t++)
        {
            var (x, y) = (a.Stages[t].Nodes, b.Stages[t].Nodes);
            if (x[0].Subproblem.IncomingStates != y[0].Subproblem.IncomingStates)
                return $"{y[0].Subproblem.IncomingStates} states enter stage {t} where there were {x[0].Subproblem.IncomingStates}";
            if (x[0].Subproblem.OutgoingStates != y[0].Subproblem.OutgoingStates)
                return $"{y[0].Subproblem.OutgoingStates} states leave stage {t} where there were {x[0].Subproblem.OutgoingStates}";
        }
        return null;
    }
}
