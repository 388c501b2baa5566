using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Reading;

namespace Sluice.Evidence;

/// <summary>A weight from 0 to 1 for each of certain grades, none left out.</summary>
/// <param name="grades">The grades as written.</param>
sealed class WeightTableKind(ImmutableArray<string> grades) : Kind<WeightTable>
{
    static readonly Kind<double> weight = Kinds.Number(0, 1);

    readonly Field<double>[] fields = [.. grades.Select(grade => new Field<double>(grade, weight, "weight, 0 to 1", "0.5"))];

    /// <inheritdoc/>
    public override string Words => $"a weight from 0 to 1 for each of {string.Join(", ", fields.Select(f => f.Name))}";

    /// <inheritdoc/>
    public override JsonObject Schema() => Shape().Schema();

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out WeightTable value) => Shape().TryRead(node, reader, out value);

    Shape<WeightTable> Shape() => new("table of weights", "Weights by grade.", fields, row => new(grades, [.. fields.Select(row.At)]));
}
