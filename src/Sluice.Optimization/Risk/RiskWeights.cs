namespace Sluice.Optimization;

/// <summary>The weights that a measure gives to events: those of its envelope under which the cost is largest.</summary>
/// <remarks>
/// Events in descending order of value, ties by index so that results repeat; an event that reaches from cumulative probability a to b takes
/// (min(b, tail) − min(a, tail)) ÷ tail of each part, the first event all of a worst case. Whatever the order, the weights lie in the envelope: a cut made with
/// them is valid even where the values are only bounds.
/// </remarks>
internal static class RiskWeights
{
    /// <summary>Fills the weights; they sum to as much as the probabilities.</summary>
    internal static void Fill(RiskMeasure measure, ReadOnlySpan<double> probabilities, ReadOnlySpan<double> values, Span<double> weights, Workspace room)
    {
        var order = room.Order(values.Length);
        var keys = room.Keys(values.Length);
        var total = 0.0;
        for (var k = 0; k < order.Length; k++)
        {
            (order[k], keys[k]) = (k, (-values[k], k));
            total += probabilities[k];
        }
        keys.Sort(order);
        weights.Clear();
        foreach (var part in measure.Parts)
        {
            if (part.Tail == 1)
            {
                for (var k = 0; k < weights.Length; k++) weights[k] += part.Weight * probabilities[k];
                continue;
            }
            var left = part.Tail * total;
            foreach (var k in order)
            {
                if (probabilities[k] == 0) continue;
                var share = left > 0 ? Math.Min(probabilities[k], left) / part.Tail : total;
                weights[k] += part.Weight * share;
                left -= probabilities[k];
                if (left <= 0) break;
            }
        }
    }

    /// <summary>The measure itself.</summary>
    internal static double Value(RiskMeasure measure, ReadOnlySpan<double> probabilities, ReadOnlySpan<double> values, Workspace room)
    {
        var weights = room.Weights(values.Length);
        Fill(measure, probabilities, values, weights, room);
        var sum = 0.0;
        for (var k = 0; k < weights.Length; k++)
            if (weights[k] != 0) sum += weights[k] * values[k];
        return sum;
    }
}
