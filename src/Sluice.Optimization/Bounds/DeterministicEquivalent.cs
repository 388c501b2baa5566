using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>The extensive form of a small graph: one programme over all histories of nodes and outcomes; whole-number columns are obeyed.</summary>
public static class DeterministicEquivalent
{
    /// <summary>Columns beyond which a graph is refused unless the caller says otherwise.</summary>
    public const int DefaultMaximumColumns = 200_000;

    /// <summary>Solves a graph exactly, measures of risk included.</summary>
    /// <param name="graph">The problem.</param>
    /// <param name="maximumColumns">Largest number of columns of the extensive form, ≥ 1. Default 200,000.</param>
    /// <param name="cancellation">Stops the solver.</param>
    /// <exception cref="ArgumentException">The extensive form is larger; the message gives its size.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="InvalidOperationException">It has no optimal solution.</exception>
    public static DeterministicSolution Solve(PolicyGraph graph, int maximumColumns = DefaultMaximumColumns, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfLessThan(maximumColumns, 1);
        var size = Columns(graph);
        if (size > maximumColumns)
            throw new ArgumentException($"The extensive form has {size:0} columns; at most {maximumColumns} are allowed.", nameof(graph));
        cancellation.ThrowIfCancellationRequested();
        var form = new ExtensiveForm(StochasticProblem.Unmeasured(graph, "graph"), Risks(graph));
        using var solver = new Highs();
        solver.SetOption("presolve", "on");
        solver.SetOption("solver", "choose");
        form.LoadInto(solver);
        var status = solver.Run(cancellation);
        cancellation.ThrowIfCancellationRequested();
        if (status != ModelStatus.Optimal) throw new InvalidOperationException($"The extensive form ended as {status}.");
        var (columns, reduced, duals) = (new double[solver.Columns], new double[solver.Columns], new double[solver.Rows]);
        solver.Read(columns, reduced, duals);
        var (first, roots) = (graph.Stages[0].Nodes[0], new Queue<int>(form.Roots));
        return new DeterministicSolution(
            solver.Objective + form.Constant,
            [.. first.Outcomes.Select(outcome => outcome.Probability == 0
                ? []
                : columns.AsSpan(roots.Dequeue(), first.Subproblem.Columns).ToArray().Select(value => value + 0.0).ToImmutableArray())]);
    }

    /// <summary>Number of columns of the extensive form.</summary>
    /// <param name="graph">The problem.</param>
    public static double Columns(PolicyGraph graph)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var histories = new double[] { 1 };
        var columns = 0.0;
        for (var t = 0; t < graph.Stages.Length; t++)
        {
            var stage = graph.Stages[t];
            for (var n = 0; n < histories.Length; n++)
            {
                histories[n] *= stage.Nodes[n].Outcomes.Count(outcome => outcome.Probability > 0);
                columns += histories[n] * (stage.Nodes[n].Subproblem.Columns + ForRisk(graph, t));
            }
            if (t == graph.Stages.Length - 1) break;
            var next = new double[graph.Stages[t + 1].Nodes.Length];
            for (var n = 0; n < histories.Length; n++)
                for (var to = 0; to < next.Length; to++)
                    if (stage.Transitions[n][to] > 0) next[to] += histories[n];
            histories = next;
        }
        return columns;
    }

    // Nodes of the problem are numbered through the stages.
    private static Func<int, RiskMeasure>? Risks(PolicyGraph graph)
    {
        if (!graph.MeasuresRisk) return null;
        RiskMeasure[] after = [.. graph.Stages.SelectMany((stage, t) => Enumerable.Repeat(t == graph.Stages.Length - 1 ? RiskMeasure.Expectation : stage.Risk, stage.Nodes.Length))];
        return node => after[node];
    }

    // A value and an excess for each part, for a history that risk is measured over; levels for what follows it.
    private static int ForRisk(PolicyGraph graph, int t)
    {
        var before = t == 0 || graph.Stages[t - 1].Risk.IsNeutral ? 0 : 1 + graph.Stages[t - 1].Risk.Parts.Length;
        var after = t == graph.Stages.Length - 1 || graph.Stages[t].Risk.IsNeutral ? 0 : graph.Stages[t].Risk.Parts.Length;
        return before + after;
    }
}

/// <summary>Solution of an extensive form.</summary>
/// <param name="Value">Optimal expected cost, or nested measure of its risk.</param>
/// <param name="RootColumns">[outcome][column]: decision of the first stage under each of its outcomes; empty for an outcome of probability 0.</param>
public sealed record DeterministicSolution(double Value, ImmutableArray<ImmutableArray<double>> RootColumns);
