namespace Sluice.Optimization;

/// <summary>Walks plain paths stage by stage, nodes in parallel, and hands each step to a visitor.</summary>
internal sealed class Simulator(StageSolver[] stages, WorkerPool pool)
{
    private PathBatch batch = null!;
    private DecisionRule? rule;
    private double[] figures = [], columns = [], reducedCosts = [], rowDuals = [];
    private int columnRoom, rowRoom;

    internal void Run(int paths, ulong seed, ReadOnlySpan<double> initialState, SimulationOptions options, StepVisitor visitor, CancellationToken cancellation)
    {
        var chances = options.Transitions.IsDefault ? null : options.Transitions.Select(rows => new Transitions(rows)).ToList();
        batch = new PathBatch(stages, seed, 0, paths, initialState, chances);
        rule = options.Rule;
        columnRoom = stages.Max(stage => stage.Nodes.Max(node => node.Programme.Columns));
        rowRoom = stages.Max(stage => stage.Nodes.Max(node => node.Programme.Rows));
        figures = new double[3 * paths];
        (columns, reducedCosts, rowDuals) = (new double[paths * columnRoom], new double[paths * columnRoom], new double[paths * rowRoom]);
        do
        {
            if (!pool.Run(stages[batch.Stage].Nodes.Length, Visit, cancellation)) cancellation.ThrowIfCancellationRequested();
            for (var j = 0; j < paths; j++) Show(j, visitor);
        }
        while (batch.Advance());
    }

    private void Visit(int n, Workspace room)
    {
        var node = stages[batch.Stage].Nodes[n];
        foreach (var j in batch.At(n))
        {
            room.Cancellation.ThrowIfCancellationRequested();
            room.Edit.Clear();
            rule?.Invoke(batch.Stage, n, batch.Outcome[j], batch.State(j), room.Edit);
            if (room.Edit.IsEmpty) node.Solve(batch.State(j), batch.Outcome[j], null, room.Cancellation);
            else node.Solve(batch.State(j), batch.Outcome[j], room.Edit, room.Cancellation);
            node.CopyOutgoing(batch.Outgoing(j), room.Edit);
            (figures[3 * j], figures[3 * j + 1], figures[3 * j + 2]) = (node.Objective, node.StageCost, node.CostToGo);
            node.Columns.CopyTo(columns.AsSpan(j * columnRoom));
            node.ReducedCosts.CopyTo(reducedCosts.AsSpan(j * columnRoom));
            node.RowDuals.CopyTo(rowDuals.AsSpan(j * rowRoom));
        }
    }

    private void Show(int j, StepVisitor visitor)
    {
        var programme = stages[batch.Stage].Nodes[batch.Node[j]].Programme;
        visitor(new SimulationStep
        {
            Path = j,
            Stage = batch.Stage,
            Node = batch.Node[j],
            Outcome = batch.Outcome[j],
            Objective = figures[3 * j],
            StageCost = figures[3 * j + 1],
            CostToGo = figures[3 * j + 2],
            IncomingState = batch.State(j),
            OutgoingState = batch.Outgoing(j),
            Columns = columns.AsSpan(j * columnRoom, programme.Columns),
            ReducedCosts = reducedCosts.AsSpan(j * columnRoom, programme.Columns),
            RowDuals = rowDuals.AsSpan(j * rowRoom, programme.Rows),
        });
    }
}
