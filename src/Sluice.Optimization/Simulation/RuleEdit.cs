namespace Sluice.Optimization;

/// <summary>What a decision rule changes in a node's subproblem for one solve; the subproblem is restored afterwards.</summary>
public sealed class RuleEdit
{
    private readonly List<(int Column, double Lower, double Upper)> bounds = [];
    private readonly List<(int Column, double Cost)> costs = [];
    private bool withoutCostToGo;

    /// <summary>Replaces the bounds of a column for this solve.</summary>
    /// <exception cref="ArgumentException">The bounds cross.</exception>
    public void SetBounds(int column, double lower, double upper)
    {
        Checks.Bounds(lower, upper);
        bounds.Add((column, lower, upper));
    }

    /// <summary>Replaces the cost of a column for this solve. Stage costs are still reported at the node's own costs.</summary>
    /// <exception cref="ArgumentException">The cost is not finite.</exception>
    public void SetCost(int column, double cost)
    {
        Checks.Finite(cost, nameof(cost));
        costs.Add((column, cost));
    }

    /// <summary>Leaves the cost-to-go out of this solve: the rule looks no further than its stage.</summary>
    public void IgnoreCostToGo() => withoutCostToGo = true;

    internal bool IsEmpty => bounds.Count + costs.Count == 0 && !withoutCostToGo;

    internal bool LooksNoFurther => withoutCostToGo;

    internal void Clear()
    {
        bounds.Clear();
        costs.Clear();
        withoutCostToGo = false;
    }

    internal void Apply(Highs lp, int theta, bool hasCostToGo)
    {
        foreach (var (column, lower, upper) in bounds) lp.SetColumnBounds(column, lower, upper);
        foreach (var (column, cost) in costs) lp.SetCost(column, cost);
        if (withoutCostToGo && hasCostToGo) lp.SetCost(theta, 0);
    }

    internal void Restore(Highs lp, NodeProgramme programme, NodeOutcome outcome, bool hasCostToGo)
    {
        foreach (var (column, _, _) in bounds) lp.SetColumnBounds(column, programme.ColumnLower[column], programme.ColumnUpper[column]);
        foreach (var change in outcome.Bounds) lp.SetColumnBounds(change.Column, change.First, change.Second);
        foreach (var (column, _) in costs) lp.SetCost(column, programme.Costs[column]);
        foreach (var change in outcome.Costs) lp.SetCost(change.Column, change.First);
        if (withoutCostToGo && hasCostToGo) lp.SetCost(programme.Columns, 1);
    }

    internal void ApplyBounds(Span<double> lowers, Span<double> uppers)
    {
        foreach (var (column, lower, upper) in bounds) (lowers[column], uppers[column]) = (lower, upper);
    }

    internal void ApplyCosts(Span<double> target, int theta, bool hasCostToGo)
    {
        foreach (var (column, cost) in costs) target[column] = cost;
        if (withoutCostToGo && hasCostToGo) target[theta] = 0;
    }

    /// <summary>Bounds that hold for a column while the edit is in force, given those of the node.</summary>
    internal (double Lower, double Upper) BoundsOf(int column, double lower, double upper)
    {
        foreach (var change in bounds)
            if (change.Column == column) (lower, upper) = (change.Lower, change.Upper);
        return (lower, upper);
    }
}
