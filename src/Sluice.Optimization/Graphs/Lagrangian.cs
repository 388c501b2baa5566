namespace Sluice.Optimization;

/// <summary>
/// The Lagrangian of a node's programme at decisions and prices that were found under other data: how it moves with the data is how the optimum moves, to first
/// order, without a solve (envelope theorem).
/// </summary>
/// <remarks>
/// L = c'y + k's + Σᵢ πᵢ (rᵢ − Aᵢy − Tᵢs) + Σⱼ dⱼ (bⱼ − yⱼ), where rᵢ is the bound of row i that its dual πᵢ names, lower for a positive one, and bⱼ that of column j
/// that its reduced cost dⱼ names. What follows the node is left out: it does not depend on the node's data. At the optimum of the same data L is the stage cost.
/// </remarks>
public static class Lagrangian
{
    /// <summary>Value of the Lagrangian.</summary>
    /// <param name="node">The node with the data that count.</param>
    /// <param name="outcome">Outcome in it, from 0.</param>
    /// <param name="columns">[column] decisions.</param>
    /// <param name="rowDuals">[row] ∂(objective)/∂(bound that holds).</param>
    /// <param name="reducedCosts">[column] ∂(objective)/∂(bound that holds).</param>
    /// <param name="state">Incoming state.</param>
    /// <exception cref="ArgumentException">A size differs from the node's, or the outcome is out of range.</exception>
    public static double At(
        StageNode node, int outcome, ReadOnlySpan<double> columns, ReadOnlySpan<double> rowDuals, ReadOnlySpan<double> reducedCosts, ReadOnlySpan<double> state)
    {
        var data = Check(node, outcome, rowDuals);
        if (columns.Length != data.Columns || reducedCosts.Length != data.Columns)
            throw new ArgumentException($"There are {columns.Length} decisions and {reducedCosts.Length} reduced costs; the node has {data.Columns} columns.", nameof(columns));
        Checks.State(state, data.IncomingStates);
        var changes = node.Outcomes[outcome].Changes;
        double[] costs = [.. data.Costs], columnLower = [.. data.ColumnLower], columnUpper = [.. data.ColumnUpper], rowLower = [.. data.RowLower], rowUpper = [.. data.RowUpper];
        foreach (var change in changes)
            switch (change.Kind)
            {
                case ChangeKind.ColumnCost: costs[change.Column] = change.First; break;
                case ChangeKind.ColumnBounds: (columnLower[change.Column], columnUpper[change.Column]) = (change.First, change.Second); break;
                case ChangeKind.RowBounds: (rowLower[change.Row], rowUpper[change.Row]) = (change.First, change.Second); break;
                default: break;
            }
        var value = Vectors.Dot(data.IncomingCosts, state);
        for (var j = 0; j < columns.Length; j++) value += costs[j] * columns[j] + AtBound(reducedCosts[j], columnLower[j], columnUpper[j]) - reducedCosts[j] * columns[j];
        for (var i = 0; i < rowDuals.Length; i++) value += AtBound(rowDuals[i], rowLower[i], rowUpper[i]);
        return value - Weighed(data.Matrix, ChangeKind.MatrixCoefficient, node.Outcomes[outcome], rowDuals, columns)
            - Weighed(data.Incoming, ChangeKind.IncomingCoefficient, node.Outcomes[outcome], rowDuals, state);
    }

    /// <summary>[column] its cost less what its entries are worth at the rows' prices: c − A'π. Cuts count in no entry.</summary>
    /// <param name="node">The node with the data that count.</param>
    /// <param name="outcome">Outcome in it, from 0.</param>
    /// <param name="rowDuals">[row] ∂(objective)/∂(bound that holds).</param>
    /// <exception cref="ArgumentException">A size differs from the node's, or the outcome is out of range.</exception>
    public static double[] Price(StageNode node, int outcome, ReadOnlySpan<double> rowDuals)
    {
        var data = Check(node, outcome, rowDuals);
        double[] prices = [.. data.Costs];
        foreach (var change in node.Outcomes[outcome].Changes)
            if (change.Kind == ChangeKind.ColumnCost) prices[change.Column] = change.First;
        foreach (var (row, column, value) in Entries(data.Matrix, ChangeKind.MatrixCoefficient, node.Outcomes[outcome])) prices[column] -= rowDuals[row] * value;
        return prices;
    }

    private static Subproblem Check(StageNode node, int outcome, ReadOnlySpan<double> rowDuals)
    {
        ArgumentNullException.ThrowIfNull(node);
        Checks.Index(outcome, node.Outcomes.Length, nameof(outcome));
        if (rowDuals.Length != node.Subproblem.Rows) throw new ArgumentException($"There are {rowDuals.Length} duals; the node has {node.Subproblem.Rows} rows.", nameof(rowDuals));
        return node.Subproblem;
    }

    // A price at a bound that is not there is noise of the solver.
    private static double AtBound(double price, double lower, double upper) =>
        (price > 0 ? lower : price < 0 ? upper : 0) is var bound && double.IsFinite(bound) ? price * bound : 0;

    private static double Weighed(IReadOnlyList<Subproblem.Entry> entries, ChangeKind kind, Outcome outcome, ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        foreach (var (row, column, value) in Entries(entries, kind, outcome)) sum += left[row] * value * right[column];
        return sum;
    }

    // Of the entries that an outcome names the last word holds.
    private static IEnumerable<Subproblem.Entry> Entries(IReadOnlyList<Subproblem.Entry> entries, ChangeKind kind, Outcome outcome)
    {
        Dictionary<(int, int), double>? replaced = null;
        foreach (var change in outcome.Changes)
            if (change.Kind == kind) (replaced ??= [])[(change.Row, change.Column)] = change.First;
        foreach (var entry in entries)
            if (replaced is null || !replaced.ContainsKey((entry.Row, entry.Column))) yield return entry;
        if (replaced is null) yield break;
        foreach (var (place, value) in replaced) yield return new Subproblem.Entry(place.Item1, place.Item2, value);
    }
}
