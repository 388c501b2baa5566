namespace Sluice.Optimization;

/// <summary>What may follow a node: parts of the next stage and their probabilities.</summary>
internal sealed class Successors
{
    private readonly int[] parts;
    private readonly double[] chances;

    private Successors(int[] parts, double[] chances) => (this.parts, this.chances) = (parts, chances);

    /// <summary>Parts of positive probability, ascending.</summary>
    internal ReadOnlySpan<int> Parts => parts;

    /// <summary>Their probabilities.</summary>
    internal ReadOnlySpan<double> Chances => chances;

    /// <summary>Those of every node of a stage.</summary>
    internal static Successors[] All(Transitions chances, StageSolver next) => [.. Enumerable.Range(0, chances.From).Select(from => Of(chances, from, next))];

    /// <summary>The function that combines those of the parts with the weights that a measure gives to their values at a point.</summary>
    internal void Combine(RiskMeasure risk, ReadOnlySpan<double> functions, ReadOnlySpan<double> point, Span<double> target, Workspace room)
    {
        if (risk.IsNeutral)
        {
            Vectors.Combine(chances, parts, functions, target);
            return;
        }
        var values = room.Values(parts.Length);
        var weights = room.Weights(parts.Length);
        for (var k = 0; k < parts.Length; k++) values[k] = Vectors.Dot(functions.Slice(parts[k] * target.Length, target.Length), point);
        RiskWeights.Fill(risk, chances, values, weights, room);
        Vectors.Combine(weights, parts, functions, target);
    }

    /// <summary>The measure of values of the parts of the next stage; +∞ when one that may follow is infinite.</summary>
    internal double Measure(RiskMeasure risk, ReadOnlySpan<double> ofParts, Workspace room)
    {
        var sum = 0.0;
        var values = room.Values(parts.Length);
        for (var k = 0; k < parts.Length; k++)
        {
            values[k] = ofParts[parts[k]];
            sum += chances[k] * values[k];
        }
        return risk.IsNeutral || double.IsInfinity(sum) ? sum : RiskWeights.Value(risk, chances, values, room);
    }

    private static Successors Of(Transitions chances, int from, StageSolver next)
    {
        if (next.Parts == next.Nodes.Length) return new Successors(chances.Reachable(from), chances.Chances(from));
        var (parts, each) = (new List<int>(), new List<double>());
        foreach (var to in chances.Reachable(from))
            for (var w = 0; w < next.Nodes[to].Parts; w++)
            {
                var chance = chances[from, to] * next.Nodes[to].Programme.Outcomes[w].Probability;
                if (chance == 0) continue;
                parts.Add(next.FirstPart(to) + w);
                each.Add(chance);
            }
        return new Successors([.. parts], [.. each]);
    }
}
