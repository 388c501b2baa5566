using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Reading;

namespace Sluice.Evidence;

/// <summary>A weight from 0 to 1 for each of certain grades, none left out.</summary>
/// <param name="grades">The grades as written.</param>
/// <param name="make">Makes a grade.</param>
class WeightMapKind<T>(IEnumerable<string> grades, Func<string, T> make) : Kind<ImmutableSortedDictionary<T, double>> where T : notnull
{
    static readonly Kind<double> weight = Kinds.Number(0, 1);

    readonly Field<double>[] fields = [.. grades.Select(grade => new Field<double>(grade, weight, "weight, 0 to 1", "0.5"))];

    /// <inheritdoc/>
    public override string Words => $"a weight from 0 to 1 for each of {string.Join(", ", fields.Select(f => f.Name))}";

    /// <inheritdoc/>
    public override JsonObject Schema() => Shape().Schema();

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out ImmutableSortedDictionary<T, double> value) => Shape().TryRead(node, reader, out value);

    Shape<ImmutableSortedDictionary<T, double>> Shape() => new("table of weights", "Weights by grade.", fields, row =>
    {
        var weights = ImmutableSortedDictionary.CreateBuilder<T, double>();
        foreach (var field in fields) weights[make(field.Name)] = row.At(field);
        return weights.ToImmutable();
    });
}
