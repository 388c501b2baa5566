using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market.Reported;

/// <summary>How a <see cref="MarketFigure"/> is written.</summary>
public static class MarketFigureShape
{
    static readonly Kind<double> number = Kinds.Number();

    static readonly Field<string> what = new("what", Kinds.Text, "what it tells, in words", "card price");
    static readonly Field<ImmutableArray<string>> party = Names("party", "party", "parties that it is about", "[nvidia]");
    static readonly Field<string?> product = Fields.Maybe("product", Kinds.Text, "product as the source names it", "H20");
    static readonly Field<ImmutableArray<string>> parts = Names("parts", "part", "parts that it is about", "[nvidia-h20]");
    static readonly Field<string?> against = Fields.Maybe("against", Kinds.Name("part").Map(n => n.Id), "part that it is measured against", "nvidia-a100-sxm4-80gb");
    static readonly Field<string?> period = Fields.Maybe("period", Kinds.Text, "time that it covers, in words", "2024-07");
    static readonly Field<VagueDate> known = new("known", Kinds.VagueDate, "earliest publication or report", "2024-07-05");
    static readonly Field<double?> value = Fields.MaybeValue("value", number, "the number", "12000");
    static readonly Field<ImmutableArray<double>> between = new Field<ImmutableArray<double>>("between", Kinds.ListOf(number), "both ends of what it may be", "[12000, 13000]").Optional([]);
    static readonly Field<double?> atLeast = Fields.MaybeValue("at-least", number, "it reaches this", "10000");
    static readonly Field<double?> atMost = Fields.MaybeValue("at-most", number, "it stays within this", "80");
    static readonly Kind<ReportedPoint> point = Kinds.ParsedValue("a number or a day", "30", static (Scalar scalar, out ReportedPoint read) =>
    {
        read = Numerals.TryParse(scalar.Text, out var parsed) ? new(parsed, null) : VagueDate.TryParse(scalar.Text, out var day) ? new(null, day) : default;
        return read != default;
    });

    static readonly Field<ImmutableArray<Named<ReportedPoint>>> values = new Field<ImmutableArray<Named<ReportedPoint>>>("values", Kinds.MapOf(point, MapOrder.AsWritten), "several numbers or days by name", "{2024: 30, 2025: 100}").Optional([]);
    static readonly Field<string?> says = Fields.Maybe("says", Kinds.Id, "sort of what it says without a number", "statement");
    static readonly Field<string?> kind = Fields.Maybe("kind", Kinds.Choice(("claimed", "claimed"), ("computed", "computed"), ("measured", "measured")), "how a speed came about", "measured");
    static readonly Field<string?> measure = Fields.Maybe("measure", Kinds.Text, "what was measured, and how", "2062 input tokens/s per GPU");
    static readonly Field<string?> unit = Fields.Maybe("unit", Kinds.Text, "unit in words", "USD");
    static readonly Field<string?> basis = Fields.Maybe("basis", Kinds.Text, "how it was got, in words", "SemiAnalysis");
    static readonly Field<Grade> grade = new("grade",
        Kinds.Choice(("official", Grade.Official), ("vendor", Grade.Vendor), ("press", Grade.Press), ("estimate", Grade.Estimate), ("inferred", Grade.Inferred)), "how it is known", "estimate");
    static readonly Field<ImmutableArray<string>> root = Names("root", "source", "sources whose own report it is", "[semianalysis]");
    static readonly Field<ImmutableArray<string>> addresses = new Field<ImmutableArray<string>>("addresses", Kinds.ListOf(Kinds.Text), "where it can be read", "[https://example.org]").Optional([]);
    static readonly Field<ImmutableArray<string>> src = Names("src", "reference", "references that give it", "[zak-s5000]");
    static readonly Field<ImmutableArray<string>> from = Names("from", "market figure", "figures from which it was worked out", "[su-yield-ms-2025]");
    static readonly Field<ImmutableArray<string>> claims = Names("claims", "claim", "claims made of it", "[mk-by-ali-plan]");
    static readonly Field<ImmutableArray<string>> conflicts = Names("conflicts", "market figure", "figures that answer the same question otherwise; both stand", "[by-ali-plan]");

    /// <summary>The shape.</summary>
    public static Shape<MarketFigure> Shape { get; } = new("market figure", "A figure or statement about the market.",
        [what, party, product, parts, against, period, known, value, between, atLeast, atMost, values, says, kind, measure, unit, basis, grade, root, addresses, src, from, claims, conflicts], row =>
        {
            var forms = new[] { row.Has(value), row.Has(between), row.Has(atLeast) || row.Has(atMost), row.Has(values), row.Has(says) }.Count(h => h);
            if (forms != 1) row.Reject(value, "one of value, between, at-least or at-most, values, says", forms == 0 ? "it says nothing" : "it says several things");
            if (row.Has(between) && row.At(between) is not [var low, var high] || row.At(between) is [var first, var second] && first > second) row.Reject(between, "two numbers, the smaller first", "it is no range");
            if (!row.Has(says) && !row.Has(unit)) row.Reject(unit, "a unit", "a number without unit says nothing");
            var range = row.At(between);
            return new(row.Name, row.At(what), row.At(known), row.At(grade),
                new(row.At(value), range is [var least, _] ? least : row.At(atLeast), range is [_, var most] ? most : row.At(atMost), [.. row.At(values).Select(v => (v.Id, v.Value))]), row.At(unit) ?? "", row.Place)
            {
                Parties = row.At(party), Parts = row.At(parts), Against = row.At(against), Period = row.At(period), Roots = row.At(root), References = row.At(src), Claims = row.At(claims), From = row.At(from),
                Conflicts = row.At(conflicts), Basis = row.At(basis),
            };
        });

    static Field<ImmutableArray<string>> Names(string key, string list, string meaning, string example) =>
        new Field<ImmutableArray<string>>(key, Kinds.ListOf(Kinds.Name(list).Map(name => name.Id)), meaning, example).Optional([]);
}
