using System.Collections.Immutable;

namespace Sluice.Planning;

/// <summary>Finds columns by what they mean, node by node; each legend is indexed when it is first asked for.</summary>
/// <param name="legends">[stage][node] meaning of the node's programme.</param>
public sealed class LegendIndex(ImmutableArray<ImmutableArray<Legend>> legends)
{
    readonly Dictionary<Legend, ILookup<(ChoiceKind, string), int>> known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The choice that a column stands for.</summary>
    public Choice Choice(int stage, int node, int column) => legends[stage][node].Columns[column];

    /// <summary>Columns of a kind and subject in a node, in order.</summary>
    public IEnumerable<int> Columns(int stage, int node, ChoiceKind kind, string subject)
    {
        var legend = legends[stage][node];
        if (!known.TryGetValue(legend, out var lookup))
        {
            var columns = legend.Columns;
            known[legend] = lookup = Enumerable.Range(0, columns.Length).ToLookup(j => (columns[j].Kind, columns[j].Subject));
        }
        return lookup[(kind, subject)];
    }

    /// <summary>Sum of the values of all columns of a kind and subject in a node.</summary>
    public double Sum(int stage, int node, ChoiceKind kind, string subject, ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var column in Columns(stage, node, kind, subject))
            sum += values[column];
        return sum;
    }
}
