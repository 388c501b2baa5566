using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>Kinds of facts: <c>{value: 4000 GB/s, grade: vendor, src: [tweak-h20]}</c>, or a bound, or a plain value.</summary>
public static class Facts
{
    static readonly Field<Grade> grade = new Field<Grade>("grade",
        Kinds.Choice(("official", Grade.Official), ("vendor", Grade.Vendor), ("press", Grade.Press), ("estimate", Grade.Estimate), ("inferred", Grade.Inferred)),
        "how it is known", "vendor").Optional(Grade.Unstated, "not said");
    static readonly Field<ImmutableArray<Ref>> src = new Field<ImmutableArray<Ref>>("src", Kinds.ListOf(Kinds.Name("reference")), "who gives it", "[tweak-h20]").Optional([]);
    static readonly Field<ImmutableArray<Keyed<string>>> others = new Field<ImmutableArray<Keyed<string>>>("others",
        Kinds.MapBy("reference", Kinds.Text), "what other references say", "{cctv: 550 W}").Optional([]);
    static readonly Field<string?> note = Fields.Maybe("note", Kinds.Text, "remark for readers", "half of the sparse rate");
    static readonly Field<Basis> basis = new Field<Basis>("basis", new BasisKind(), "claims it rests on, where a case states it", "[h20-board-power]").Optional(Basis.None);
    static readonly Field<string> judgement = new Field<string>("judgement", Kinds.Text, "why the author of a case judges so", "as the H20").Optional("");
    static readonly Field<bool> hindsight = new Field<bool>("hindsight", Kinds.Flag, "whether its basis is later than the as-of date", "yes").Optional(false, "no");

    static readonly Field[] backing = [grade, src, others, note, basis, judgement, hindsight];

    /// <summary>A number, or a bound on one: <c>below</c>, <c>at-least</c>, <c>between</c>.</summary>
    public static Kind<Fact> Of(Kind<double> kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var example = kind is MeasureKind ? kind.Example : "148";
        var value = Fields.MaybeValue("value", kind, "the figure", example);
        var below = Fields.MaybeValue("below", kind, "it stays below this", example);
        var atLeast = Fields.MaybeValue("at-least", kind, "it reaches this", example);
        var between = Fields.Maybe("between", new AnyNodeKind().Map(node => node!), "its range", $"{example} to {example}");
        var shape = new Shape<Fact>("figure", "A figure that sources give.", [value, below, atLeast, between, .. backing], row =>
        {
            var range = row.At(between) is { } ends ? Ranges.Read(ends, row.Map["value"], kind, row.Reader) : null;
            if (row.Has(between) && range is null) row.Reject(between, "a range such as 100 to 200", "its ends cannot be read");
            if (!row.Has(value) && !row.Has(below) && !row.Has(atLeast) && !row.Has(between)) row.Reject(value, "a value or a bound", "the figure has neither");
            return new(row.At(value), range?.Low ?? row.At(atLeast), range?.High ?? row.At(below)) { Backing = Read(row) };
        });
        return new FactKind<Fact>(kind.Map(plain => new Fact(plain, null, null)), shape, static (fact, node) => fact with { Backing = Backing.None with { Provenance = Provenance.Of(node) } },
            static fact => fact.Value is null ? null : fact.Backing);
    }

    /// <summary>A date, span or text.</summary>
    public static Kind<Stated<T>> Stated<T>(Kind<T> kind)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var value = new Field<T>("value", kind, "the value", kind.Example);
        var shape = new Shape<Stated<T>>("fact", "Something that sources give.", [value, .. backing], row => new(row.At(value), Read(row)));
        return new FactKind<Stated<T>>(kind.Map(plain => new Stated<T>(plain, Backing.None)), shape,
            static (fact, node) => fact with { Backing = Backing.None with { Provenance = Provenance.Of(node) } }, static _ => null);
    }

    static Backing Read(Row row)
    {
        var stated = row.At(basis);
        var why = row.At(judgement);
        return new(row.At(grade), row.At(src), row.At(others), row.At(note), why.Length == 0 ? stated : stated.IsStated ? stated with { Remark = why } : new Judgement(why), row.At(hindsight), row.Provenance);
    }
}
