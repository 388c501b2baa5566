using System.Collections.Immutable;

namespace Sluice.Optimization;

public sealed partial class Sddp
{
    /// <summary>Answers a question about the first stage without training: other chances of what follows it, or pinned columns. The policy learns nothing by it.</summary>
    /// <param name="question">The question.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="ArgumentException">A weight, column or bound breaks a rule; the message names it.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="SubproblemException">The pins leave no solution, or a node has none at the decision.</exception>
    public RootAnswer AskRoot(RootQuestion question, CancellationToken cancellation = default)
    {
        ObjectDisposedException.ThrowIf(disposed || family.Disposed, this);
        ArgumentNullException.ThrowIfNull(question);
        ArgumentOutOfRangeException.ThrowIfNegative(question.Rounds);
        ArgumentOutOfRangeException.ThrowIfNegative(question.Tolerance);
        if (!question.Weights.IsDefault) GraphRules.CheckRow(question.Weights.AsSpan(), stages.Length > 1 ? stages[1].Nodes.Length : 0, 0, 0);
        var pins = question.Pins.IsDefault ? [] : question.Pins;
        foreach (var pin in pins)
        {
            Checks.Index(pin.Column, Graph.Stages[0].Nodes[0].Subproblem.Columns, "A pinned column");
            Checks.Bounds(pin.Lower, pin.Upper);
        }
        using var search = new RootSearch(Graph, stages, options, family.Pool, question with { Pins = pins }, cancellation);
        return search.Answer(question, cancellation);
    }

    /// <summary>Value of the first stage under other probabilities of what follows it: a lower bound on the optimum of that graph.</summary>
    /// <param name="weights">[node of the second stage]: probabilities, that sum to 1 within 1e-9.</param>
    /// <exception cref="ArgumentException">A weight breaks a rule.</exception>
    public double RootValue(ReadOnlySpan<double> weights) => AskRoot(new RootQuestion { Weights = [.. weights] }).Value;

    /// <summary>The best lower bound on a node's value at a state, averaged over its outcomes, that is stored, and its slopes: no solve. −∞ and zeros where nothing is known of the node.</summary>
    /// <param name="stage">Stage, from 1.</param>
    /// <param name="node">Node in the stage, from 0.</param>
    /// <param name="state">Incoming state.</param>
    /// <exception cref="ArgumentException">An index is out of range or the state has the wrong size.</exception>
    public NodeValue Support(int stage, int node, ReadOnlySpan<double> state)
    {
        ObjectDisposedException.ThrowIf(disposed || family.Disposed, this);
        Checks.Index(stage, stages.Length, nameof(stage));
        Checks.Index(node, stages[stage].Nodes.Length, nameof(node));
        Checks.State(state, stages[stage].Incoming);
        var point = new double[stages[stage].Width];
        state.CopyTo(point);
        point[state.Length] = 1;
        var (solver, width) = (stages[stage].Nodes[node], stages[stage].Width);
        var functions = new double[solver.Parts * width];
        var value = solver.Best(point, functions, family.Pool.Own);
        var slopes = new double[state.Length];
        for (var part = 0; part < solver.Parts; part++)
        {
            var weight = solver.Parts == 1 ? 1 : solver.Programme.Outcomes[part].Probability;
            for (var i = 0; i < slopes.Length; i++) slopes[i] += weight * functions[part * width + i];
        }
        return new NodeValue(value, [.. slopes]);
    }

    /// <summary>Value of a node at a state as the policy knows it, averaged over its outcomes, and its slopes.</summary>
    /// <param name="stage">Stage, from 0.</param>
    /// <param name="node">Node in the stage, from 0.</param>
    /// <param name="state">Incoming state.</param>
    /// <exception cref="ArgumentException">An index is out of range or the state has the wrong size.</exception>
    /// <exception cref="SubproblemException">The node has no optimal solution.</exception>
    public NodeValue Value(int stage, int node, ReadOnlySpan<double> state)
    {
        ObjectDisposedException.ThrowIf(disposed || family.Disposed, this);
        Checks.Index(stage, stages.Length, nameof(stage));
        Checks.Index(node, stages[stage].Nodes.Length, nameof(node));
        Checks.State(state, stages[stage].Incoming);
        var prices = new double[state.Length];
        var value = stages[stage].Nodes[node].Expected(state, prices);
        return new NodeValue(value + 0.0, [.. prices.Select(price => price + 0.0)]);
    }
}

/// <summary>Value of a node at a state: a lower bound on the cost from there to the end.</summary>
/// <param name="Value">Stage cost + cost-to-go, averaged over the outcomes.</param>
/// <param name="StatePrices">∂(value)/∂(incoming state): a subgradient, so that value + prices · (x − state) is a lower bound at every state x.</param>
public sealed record NodeValue(double Value, ImmutableArray<double> StatePrices);
