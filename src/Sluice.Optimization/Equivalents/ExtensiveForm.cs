using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace Sluice.Optimization;

/// <summary>
/// One programme over all histories of a problem: a block of columns and rows for each, tied to its parent's outgoing columns. What follows a node may be
/// measured otherwise than by its mean.
/// </summary>
internal sealed class ExtensiveForm
{
    private readonly StochasticProblem problem;
    private readonly LinearBlock[] blocks;
    private readonly List<double> costs = [], columnLower = [], columnUpper = [], rowLower = [], rowUpper = [], values = [];
    private readonly List<int> starts = [], indices = [], integers = [];
    private readonly CostLedger ledger;
    private readonly Func<int, RiskMeasure>? riskAfter;

    internal ExtensiveForm(StochasticProblem problem, Func<int, RiskMeasure>? riskAfter = null)
    {
        (this.problem, this.riskAfter) = (problem, riskAfter);
        ledger = new CostLedger(AddColumn, (column, cost) => costs[column] += cost);
        blocks = LinearBlock.All(problem);
        foreach (var first in problem.Root)
            if (first.Probability > 0) Visit(first.Node, first.Probability, ledger.Follow(CostLedger.Objective, RiskMeasure.Expectation), null, 0);
        foreach (var (entries, lower) in ledger.Rows) AddRow(entries, lower);
        starts.Add(indices.Count);
    }

    internal int Columns => costs.Count;
    internal bool HasIntegers => integers.Count > 0;

    /// <summary>Cost that no decision moves.</summary>
    internal double Constant => ledger.Constant;

    /// <summary>First column of each block without a parent, in order; those of a block stand together.</summary>
    internal List<int> Roots { get; } = [];

    /// <summary>Columns of the first block.</summary>
    internal int FirstColumns => blocks[problem.Root.First(next => next.Probability > 0).Node].Columns;

    internal void LoadInto(Highs solver)
    {
        solver.Load(Span(costs), Span(columnLower), Span(columnUpper), Span(rowLower), Span(rowUpper), Span(starts), Span(indices), Span(values));
        if (integers.Count > 0) solver.SetInteger(Span(integers));
    }

    private void Visit(int n, double weight, Func<double, CostLedger.Account> open, LinearBlock? parent, int parentFirst)
    {
        var (node, block) = (problem.Nodes[n], blocks[n]);
        foreach (var outcome in node.Outcomes())
        {
            var chance = weight * outcome.Probability;
            if (chance == 0) continue;
            block.Apply(outcome.Changes);
            if (parent is null) Roots.Add(costs.Count);
            var account = open(chance);
            var first = Append(block, account, parent, parentFirst);
            block.Undo(outcome.Changes);
            var follow = ledger.Follow(account, riskAfter?.Invoke(n) ?? RiskMeasure.Expectation);
            foreach (var next in node.Successors)
                if (next.Probability > 0) Visit(next.Node, next.Probability, follow, block, first);
        }
    }

    private int Append(LinearBlock block, CostLedger.Account account, LinearBlock? parent, int parentFirst)
    {
        var first = costs.Count;
        CollectionsMarshal.SetCount(costs, first + block.Columns);
        Span(costs)[first..].Clear();
        for (var j = 0; j < block.Columns; j++)
            if (block.Costs[j] != 0) ledger.Charge(account, first + j, block.Costs[j]);
        columnLower.AddRange(block.ColumnLower);
        columnUpper.AddRange(block.ColumnUpper);
        foreach (var column in block.Source.Integers) integers.Add(first + column);
        for (var i = 0; i < block.Rows; i++)
        {
            starts.Add(indices.Count);
            for (var k = block.MatrixStart[i]; k < block.MatrixStart[i + 1]; k++) Entry(first + block.MatrixIndex[k], block.Matrix[k]);
            var shift = 0.0;
            for (var k = block.IncomingStart[i]; k < block.IncomingStart[i + 1]; k++)
            {
                var state = block.IncomingIndex[k];
                if (parent is null) shift += block.T[k] * problem.InitialState[state];
                else Entry(parentFirst + parent.Source.Outgoing[state], block.T[k]);
            }
            rowLower.Add(block.RowLower[i] - shift);
            rowUpper.Add(block.RowUpper[i] - shift);
        }
        for (var i = 0; i < block.Incoming; i++)
        {
            var cost = block.Source.IncomingCosts[i];
            if (cost == 0) continue;
            if (parent is null) ledger.Charge(account, cost * problem.InitialState[i]);
            else ledger.Charge(account, parentFirst + parent.Source.Outgoing[i], cost);
        }
        return first;
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
        foreach (var same in entries.GroupBy(entry => entry.Column)) Entry(same.Key, same.Sum(entry => entry.Coefficient));
        rowLower.Add(lower);
        rowUpper.Add(double.PositiveInfinity);
    }

    private void Entry(int column, double value)
    {
        if (value == 0) return;
        indices.Add(column);
        values.Add(value);
    }

    private static Span<T> Span<T>(List<T> list) => CollectionsMarshal.AsSpan(list);
}
