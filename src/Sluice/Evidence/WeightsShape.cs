using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Evidence;

/// <summary>How <see cref="Weights"/> are written: a standard table with its reasons, and alternates.</summary>
public static class WeightsShape
{
    static readonly Kind<double> weight = Kinds.Number(0, 1);

    static readonly Kind<WeightTable> reliabilities = new WeightTableKind(["A", "B", "C", "D", "E", "F"]);
    static readonly Kind<WeightTable> credibilities = new WeightTableKind(["1", "2", "3", "4", "5", "6"]);
    static readonly Kind<WeightTable> certainties = new WeightTableKind(Weights.Certainties);
    static readonly Kind<double> own = new OwnKind();

    static readonly Field<string> reason = new("reason", Kinds.Text, "why these values", "How often a source of this grade turned out right.");

    static readonly Field<WeightTable> reliability = new("reliability", reliabilities, "by grade of the source", "{A: 0.95, B: 0.8, C: 0.6, D: 0.4, E: 0.2, F: 0.4}");
    static readonly Field<WeightTable> credibility = new("credibility", credibilities, "by grade of the thing said", "{1: 1, 2: 0.85, 3: 0.65, 4: 0.4, 5: 0.15, 6: 0.5}");
    static readonly Field<WeightTable> certainty = new("certainty", certainties, "by how firmly it is said", "{firm: 1, reported: 0.85, planned: 0.7, estimate: 0.6, opinion: 0.45, unverified: 0.3}");
    static readonly Field<double> interest = new("interest", own, "factor where a speaker speaks on its own behalf", "{own: 0.6, none: 1}");
    static readonly Field<double> discount = new("discount", weight, "each further origin counts by this factor less", "0.6");
    static readonly Field<double> cap = new("cap", Kinds.Number(0, 0.999), "most that any number of origins can support", "0.95");
    static readonly Field<double> timesAtMost = new("times-at-most", Kinds.Number(1, 1000), "most that all reasons together may multiply or divide a rate by", "4");

    static readonly Shape<Weights> alternate = new("alternate", "Another table of weights.", [reason, reliability, credibility, certainty, interest, discount, cap],
        row => new(row.Name, row.At(reliability), row.At(credibility), row.At(certainty), row.At(interest), row.At(discount), row.At(cap)) { Reason = row.At(reason) });

    static readonly Field<Tables> tables = new("tables", TablesShape(), "weights by grade",
        "{reliability: {reason: As checked., values: {A: 0.95, B: 0.8, C: 0.6, D: 0.4, E: 0.2, F: 0.4}}, credibility: {reason: As checked., values: {1: 1, 2: 0.85, 3: 0.65, 4: 0.4, 5: 0.15, 6: 0.5}}, "
        + "certainty: {reason: As checked., values: {firm: 1, reported: 0.85, planned: 0.7, estimate: 0.6, opinion: 0.45, unverified: 0.3}}, interest: {reason: As checked., values: {own: 0.6, none: 1}}}");
    static readonly Field<(double Discount, double Cap)> origins = new("origins", new Shape<(double, double)>("origins", "How several origins add up.", [reason, discount, cap],
        row => (row.At(discount), row.At(cap))), "how several origins add up", "{reason: Reporters share sources., discount: 0.6, cap: 0.95}");
    static readonly Field<double> reasons = new("reasons", new Shape<double>("reasons", "How several reasons add up.", [reason, timesAtMost], row => row.At(timesAtMost)), "how several reasons add up", "{reason: Whatever is claimed., times-at-most: 4}");
    static readonly Field<ImmutableArray<Named<Weights>>> alternates = new Field<ImmutableArray<Named<Weights>>>("alternates", Kinds.MapOf(alternate), "other tables, tried as a standing hinge", "{}").Optional([]);

    static readonly Field<string> use = new Field<string>("use", Kinds.Id, "name of the table that counts: standard, or an alternate", "cautious").Optional(Standard, Standard);

    /// <summary>The table that counts first, then the others.</summary>
    public static Shape<ImmutableArray<Weights>> Shape { get; } = new("weights", "How much a statement weighs: stated judgement, never a probability.", [use, tables, origins, reasons, alternates], row =>
    {
        var (by, (less, most)) = (row.At(tables), row.At(origins));
        ImmutableArray<Weights> all = [new Weights(Standard, by.Reliability, by.Credibility, by.Certainty, by.Own, less, most) { MostTimes = row.At(reasons) },
            .. row.At(alternates).Select(a => a.Value with { MostTimes = row.At(reasons) })];
        if (all.All(w => w.Name != row.At(use))) row.Reject(use, Grammar.OneOf([.. all.Select(w => w.Name)]), "no table of weights has that name");
        return [.. all.OrderBy(w => w.Name == row.At(use) ? 0 : 1)];
    });

    const string Standard = "standard";

    static Shape<Tables> TablesShape()
    {
        var r = Table("reliability", reliabilities, "by grade of the source", "{reason: As checked., values: {A: 0.95, B: 0.8, C: 0.6, D: 0.4, E: 0.2, F: 0.4}}");
        var c = Table("credibility", credibilities, "by grade of the thing said", "{reason: As checked., values: {1: 1, 2: 0.85, 3: 0.65, 4: 0.4, 5: 0.15, 6: 0.5}}");
        var f = Table("certainty", certainties, "by how firmly it is said", "{reason: As checked., values: {firm: 1, reported: 0.85, planned: 0.7, estimate: 0.6, opinion: 0.45, unverified: 0.3}}");
        var i = Table("interest", own, "by interest", "{reason: As checked., values: {own: 0.6, none: 1}}");
        return new("tables of weights", "Weights by grade, each table with its reason.", [r, c, f, i], row => new(row.At(r), row.At(c), row.At(f), row.At(i)));
    }

    static Field<T> Table<T>(string name, Kind<T> kind, string meaning, string example)
    {
        var values = new Field<T>("values", kind, meaning, example);
        return new(name, new Shape<T>($"table of {name}", $"Weights {meaning}.", [reason, values], row => row.At(values)), meaning, example);
    }

    sealed record Tables(WeightTable Reliability, WeightTable Credibility, WeightTable Certainty, double Own);

    sealed class OwnKind : Kind<double>
    {
        static readonly WeightTableKind both = new(["own", "none"]);

        public override string Words => both.Words;

        public override System.Text.Json.Nodes.JsonObject Schema() => both.Schema();

        public override bool TryRead(Node node, Reader reader, out double value)
        {
            value = 1;
            if (!both.TryRead(node, reader, out var read)) return false;
            value = read["own"];
            return true;
        }
    }
}
