using System.Collections.Immutable;
using Sluice.Gates.Rules;
using Sluice.Reading;

namespace Sluice.Gates.Measures;

/// <summary>How a <see cref="Measure"/> is written.</summary>
static class MeasureShape
{
    static readonly Field<string> issuer = new("issuer", Kinds.Id, "who issued it", "cac");
    static readonly Field<string> form = new("form", Kinds.Id, "form: law, published-rule, customs-step, purchase-preference, official-notice, summons, window-guidance, oral-instruction, draft or commentary", "window-guidance");
    static readonly Field<string> state = new Field<string>("state", Kinds.Id, "where it stands: in-force, draft, open, not-enforced, eased, superseded or unknown", "in-force").Optional("in-force", "in-force");
    static readonly Field<ImmutableArray<Named<int>>> audience = new Field<ImmutableArray<Named<int>>>("audience", Kinds.MapOf(Kinds.Integer(0, 6)),
        "strength on the ladder by group of buyers", "{large-platform: 3, state-funded: 4}").Optional([], "nobody in general");
    static readonly Field<MeasureTarget> on = new Field<MeasureTarget>("on", Target(), "what it is about", "{part: nvidia-h20}").Optional(new([], [], [], []), "anything");
    static readonly Field<bool> deniable = new Field<bool>("deniable", Kinds.Flag, "whether the authority neither printed nor confirmed it", "yes").Optional(false, "no");
    static readonly Field<string?> note = Fields.Maybe("note", Kinds.Text, "one or two sentences for the reader", "Asks large platforms to pause H20 orders.");

    static readonly Field<ImmutableArray<string>> named = new Field<ImmutableArray<string>>("named", Kinds.ListOf(Kinds.Name("party").Map(p => p.Id)), "single firms that were told; nobody else is asked by that", "[bytedance]").Optional([], "none");
    static readonly Field<int> strength = new Field<int>("strength", Kinds.Integer(0, 6), "strength on the ladder for the firms named", "4").Optional(0, "0");
    static readonly Field<string?> quantity = Fields.Maybe("quantity", Kinds.Text, "amount that it speaks of, in words", "10000 units per firm (about)");
    static readonly Field<string?> ground = Fields.Maybe("ground", Kinds.Id, "stated ground", "security", "none stated");
    static readonly Field<string?> endedBecause = Fields.Maybe("ended-because", Kinds.Text, "why it ended", "replaced by a stronger order");
    static readonly Field<ImmutableArray<string>> claims = new Field<ImmutableArray<string>>("claims", Kinds.ListOf(Kinds.Name("claim").Map(c => c.Id)), "claims that tell of it", "[cac-asked-to-pause]").Optional([]);

    /// <summary>The shape.</summary>
    public static Shape<Measure> Shape { get; } = new("measure", "A measure of a Chinese authority, with its two dates.",
        [issuer, form, state, audience, named, strength, on, quantity, ground, deniable, claims, note, ValidityShape.Known, ValidityShape.Effective, ValidityShape.Ended, ValidityShape.EndedKnown, endedBecause, ValidityShape.Spans],
        row =>
        {
            if (row.Has(named) != row.Has(strength)) row.Reject(named, "'named' and 'strength' together", "strength without audience is that for the firms named");
            return new(row.Name, row.Place)
            {
                Issuer = row.At(issuer), Form = row.At(form), State = row.At(state), On = row.At(on), Validity = ValidityShape.Of(row), Deniable = row.At(deniable), Note = Words(row),
                Audience = row.At(audience).ToImmutableSortedDictionary(a => a.Id, a => a.Value, StringComparer.Ordinal),
                Named = row.At(named), NamedStrength = row.At(strength), Claims = row.At(claims), Ground = row.At(ground), EndedBecause = row.At(endedBecause),
            };
        });

    static string Words(Row row) => string.Join(' ', new[] { row.At(note), row.At(quantity) is { } amount ? $"Quantity: {amount}." : null }.OfType<string>());

    static Shape<MeasureTarget> Target()
    {
        var (part, maker, country, workload) = (Names("part", "parts", "nvidia-h20"), Names("maker", "makers", "nvidia"), Names("country", "countries of makers", "US"), Names("workload", "workloads", "inference"));
        return new("target", "What a measure is about. Keys combine by and, values of one key by or.", [part, maker, country, workload], row => new(row.At(part), row.At(maker), row.At(country), row.At(workload)));
    }

    static Field<ImmutableArray<string>> Names(string key, string meaning, string example) => new Field<ImmutableArray<string>>(key, Kinds.ListOf(Kinds.Id), meaning, example).Optional([], "any");
}
