using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>Lays the histories of a graph out as one programme: a block of columns and rows for each, tied to its parent's outgoing columns.</summary>
internal sealed class HistoryTree
{
    private readonly PolicyGraph graph;
    private readonly Dictionary<StageNode, NodeProgramme> programmes = new(ReferenceEqualityComparer.Instance);
    private readonly List<double> costs = [], columnLower = [], columnUpper = [], rowLower = [], rowUpper = [], values = [];
    private readonly List<int> starts = [], indices = [];
    private readonly List<(int First, int Count)> roots = [];
    private readonly CostLedger ledger;

    internal HistoryTree(PolicyGraph graph)
    {
        this.graph = graph;
        ledger = new CostLedger(AddColumn, (column, cost) => costs[column] += cost);
        Visit(0, 0, 1, ledger.Follow(CostLedger.Objective, RiskMeasure.Expectation), null, 0);
        foreach (var (entries, lower) in ledger.Rows) AddRow(entries, lower);
    }

    internal DeterministicSolution Solve()
    {
        using var lp = new Highs();
        lp.Load([.. costs], [.. columnLower], [.. columnUpper], [.. rowLower], [.. rowUpper], [.. starts, indices.Count], [.. indices], [.. values]);
        var status = lp.Run();
        if (status != ModelStatus.Optimal) throw new InvalidOperationException($"The extensive form ended as {status}.");
        var (columns, reduced, duals) = (new double[lp.Columns], new double[lp.Columns], new double[lp.Rows]);
        lp.Read(columns, reduced, duals);
        return new DeterministicSolution(
            lp.Objective + ledger.Constant,
            [.. roots.Select(root => columns[root.First..(root.First + root.Count)].Select(value => value + 0.0).ToImmutableArray())]);
    }

    private void Visit(int t, int n, double probability, Func<double, CostLedger.Account> open, NodeProgramme? parent, int parentFirst)
    {
        var node = graph.Stages[t].Nodes[n];
        if (!programmes.TryGetValue(node, out var programme)) programmes.Add(node, programme = new NodeProgramme(node.Subproblem, node.Outcomes));
        foreach (var outcome in programme.Outcomes)
        {
            if (outcome.Probability == 0)
            {
                if (t == 0) roots.Add((0, 0));
                continue;
            }
            var (account, first) = (open(probability * outcome.Probability), costs.Count);
            if (t == 0) roots.Add((first, programme.Columns));
            AddColumns(programme, outcome, account);
            AddRows(programme, outcome, first, parent, parentFirst);
            AddIncomingCosts(programme, account, parent, parentFirst);
            if (t == graph.Stages.Length - 1) continue;
            var row = graph.Stages[t].Transitions[n];
            var follow = ledger.Follow(account, graph.Stages[t].Risk);
            for (var to = 0; to < row.Length; to++)
                if (row[to] > 0) Visit(t + 1, to, row[to], follow, programme, first);
        }
    }

    private void AddColumns(NodeProgramme programme, NodeOutcome outcome, CostLedger.Account account)
    {
        var first = costs.Count;
        costs.AddRange(new double[programme.Columns]);
        columnLower.AddRange(programme.ColumnLower);
        columnUpper.AddRange(programme.ColumnUpper);
        foreach (var change in outcome.Bounds) (columnLower[first + change.Column], columnUpper[first + change.Column]) = (change.First, change.Second);
        var own = (double[])programme.Costs.Clone();
        foreach (var change in outcome.Costs) own[change.Column] = change.First;
        for (var j = 0; j < own.Length; j++)
            if (own[j] != 0) ledger.Charge(account, first + j, own[j]);
    }

    private void AddRows(NodeProgramme programme, NodeOutcome outcome, int first, NodeProgramme? parent, int parentFirst)
    {
        for (var i = 0; i < programme.Rows; i++)
        {
            starts.Add(indices.Count);
            for (var k = programme.Matrix.Start[i]; k < programme.Matrix.Start[i + 1]; k++)
            {
                if (outcome.Coefficients.Any(change => change.Row == i && change.Column == programme.Matrix.Index[k])) continue;
                Append(first + programme.Matrix.Index[k], programme.Matrix.Value[k]);
            }
            foreach (var change in outcome.Coefficients.Where(change => change.Row == i)) Append(first + change.Column, change.First);
            var moving = Array.BinarySearch(outcome.Rows, i);
            if (moving < 0)
            {
                rowLower.Add(programme.Source.RowLower[i]);
                rowUpper.Add(programme.Source.RowUpper[i]);
                continue;
            }
            var shift = AddIncoming(outcome, moving, parent, parentFirst);
            rowLower.Add(outcome.Lower[moving] - shift);
            rowUpper.Add(outcome.Upper[moving] - shift);
        }
    }

    private double AddIncoming(NodeOutcome outcome, int moving, NodeProgramme? parent, int parentFirst)
    {
        var shift = 0.0;
        for (var k = outcome.Incoming.Start[moving]; k < outcome.Incoming.Start[moving + 1]; k++)
        {
            if (parent is null) shift += outcome.Incoming.Value[k] * graph.InitialState[outcome.Incoming.Index[k]];
            else Append(parentFirst + parent.Outgoing[outcome.Incoming.Index[k]], outcome.Incoming.Value[k]);
        }
        return shift;
    }

    private void AddIncomingCosts(NodeProgramme programme, CostLedger.Account account, NodeProgramme? parent, int parentFirst)
    {
        for (var i = 0; i < programme.Incoming; i++)
        {
            var cost = programme.IncomingCosts[i];
            if (parent is null) ledger.Charge(account, cost * graph.InitialState[i]);
            else if (cost != 0) ledger.Charge(account, parentFirst + parent.Outgoing[i], cost);
        }
    }

    private int AddColumn(double lower, double upper)
    {
        costs.Add(0);
        columnLower.Add(lower);
        columnUpper.Add(upper);
        return costs.Count - 1;
    }

    // A row may name a column twice: a cost of its own and one of the state that leaves it.
    private void AddRow(List<(int Column, double Coefficient)> entries, double lower)
    {
        starts.Add(indices.Count);
        foreach (var same in entries.GroupBy(entry => entry.Column)) Append(same.Key, same.Sum(entry => entry.Coefficient));
        rowLower.Add(lower);
        rowUpper.Add(double.PositiveInfinity);
    }

    private void Append(int column, double value)
    {
        indices.Add(column);
        values.Add(value);
    }
}
