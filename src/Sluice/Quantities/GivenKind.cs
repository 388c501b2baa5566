using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>A plain value, or a map with value, range and basis.</summary>
internal sealed class GivenKind<T> : Kind<Given<T>>
{
    private static readonly ImmutableArray<string> keys = ["value", "between", "basis", "confidence", "judgement", "hindsight"];

    private readonly Kind<T> kind;
    private readonly Shape<GivenParts<T>> shape;

    public GivenKind(Kind<T> kind)
    {
        this.kind = kind;
        var value = new Field<T>("value", kind, "the value", kind.Example);
        var between = new Field<Node?>("between", new AnyNodeKind(), "the lowest and highest value held possible; ends may leave out the unit", "[1 400, 2 400]").Optional(null);
        var basis = new Field<Basis>("basis", new BasisKind(), "the claims it rests on, or a source in words", "[h20-price]").Optional(Basis.None);
        var confidence = new Field<string>("confidence", Kinds.Choice(Citation.Confidences), "what sort of source it is", "vendor").Optional("", "not stated");
        var judgement = new Field<string>("judgement", Kinds.Text, "why the author judges so, when nothing can be cited", "no list price found").Optional("");
        var hindsight = new Field<bool>("hindsight", Kinds.Flag, "whether the author knew what came after the as-of date", "yes").Optional(false, "no");
        shape = new("given value", "A value with its range and what it rests on.", [value, between, basis, confidence, judgement, hindsight], row =>
        {
            var stated = row.At(basis) is Citation citation ? citation with { Confidence = row.At(confidence) } : row.At(basis);
            return new(row.At(value), Together(stated, row.At(judgement)), row.At(hindsight));
        });
    }

    /// <inheritdoc/>
    public override string Words => kind.Words;

    /// <inheritdoc/>
    public override string Example => kind.Example;

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(kind.Schema(), shape.Schema()) };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out Given<T> value)
    {
        value = null;
        if (node is not Map map || !IsGiven(map))
        {
            if (!kind.TryRead(node, reader, out var plain)) return false;
            value = Given.Plain(plain, Provenance.Of(node));
        }
        else
        {
            var isSound = shape.TryRead(map, reader, out var parts);
            Interval<T>? between = null;
            if (map["between"] is { } range) isSound &= TryRange(range, map["value"], reader, out between);
            if (!isSound || parts is null) return false;
            if (between is { } ends && !Holds(ends, parts.Value)) return reader.Report(QuantityMessages.OutsideRange(map["value"]!, map["between"]!));
            value = new(parts.Value, between, parts.Basis, parts.Hindsight, Provenance.Of(map));
        }

        reader.Get<GivenIndex>().Add(GivenEntry.Of(node, value.Basis, value.Hindsight));
        return true;
    }

    private static Basis Together(Basis stated, string judgement) =>
        judgement.Length == 0 ? stated : stated.IsStated ? stated with { Remark = judgement } : new Judgement(judgement);

    private static bool IsGiven(Map map) => map.Find("value") is not null || map.Keys.Any(key => Nearest.To(key, keys) is not null);

    private bool TryRange(Node range, Node? value, Reader reader, out Interval<T>? between)
    {
        between = null;
        if (Ranges.Ends(range, value) is not [var first, var second]) return reader.Report(QuantityMessages.NotARange(range));
        var isSound = kind.TryRead(first, reader, out var low) & kind.TryRead(second, reader, out var high);
        if (!isSound) return false;
        if (low is IComparable<T> ordered && ordered.CompareTo(high) > 0) return reader.Report(QuantityMessages.RangeUpsideDown(range, first, second));
        between = new(low!, high!);
        return true;
    }

    private static bool Holds(Interval<T> ends, T value) => value is not IComparable<T> ordered || (ordered.CompareTo(ends.Low) >= 0 && ordered.CompareTo(ends.High) <= 0);
}
