using System.Collections.Immutable;
using Sluice.Gates.Rules;
using Sluice.Reading;

namespace Sluice.Gates.Measures;

/// <summary>How a <see cref="Measure"/> is written. Keys for readers (claims, ground, why it ended) are not read here.</summary>
static class MeasureShape
{
    static readonly Field<string> issuer = new("issuer", Kinds.Id, "who issued it", "cac");
    static readonly Field<string> form = new("form", Kinds.Id, "form: law, published-rule, customs-step, official-notice, summons, window-guidance, oral-instruction, draft or commentary", "window-guidance");
    static readonly Field<string> state = new Field<string>("state", Kinds.Id, "where it stands: in-force, draft, open, not-enforced, eased, superseded or unknown", "in-force").Optional("in-force", "in-force");
    static readonly Field<ImmutableArray<Named<int>>> audience = new Field<ImmutableArray<Named<int>>>("audience", Kinds.MapOf(Kinds.Integer(0, 6)),
        "strength on the ladder by group of buyers", "{large-platform: 3, state-funded: 4}").Optional([], "nobody in general");
    static readonly Field<MeasureTarget> on = new Field<MeasureTarget>("on", Target(), "what it is about", "{part: nvidia-h20}").Optional(new([], [], [], []), "anything");
    static readonly Field<bool> deniable = new Field<bool>("deniable", Kinds.Flag, "whether the authority neither printed nor confirmed it", "yes").Optional(false, "no");
    static readonly Field<string?> note = Fields.Maybe("note", Kinds.Text, "one or two sentences for the reader", "Asks large platforms to pause H20 orders.");

    /// <summary>The shape.</summary>
    public static Shape<Measure> Shape { get; } = new("measure", "A measure of a Chinese authority, with its two dates.",
        [issuer, form, state, audience, on, deniable, note, ValidityShape.Known, ValidityShape.Effective, ValidityShape.Ended, ValidityShape.EndedKnown, ValidityShape.Spans],
        row => new(row.Name, row.Place)
        {
            Issuer = row.At(issuer), Form = row.At(form), State = row.At(state), On = row.At(on), Validity = ValidityShape.Of(row), Deniable = row.At(deniable), Note = row.At(note) ?? "",
            Audience = row.At(audience).ToImmutableSortedDictionary(a => a.Id, a => a.Value, StringComparer.Ordinal),
        });

    /// <summary>Reads an entry, leaving aside the keys that are for other readers.</summary>
    public static bool TryRead(Node node, Reader reader, out Measure? measure)
    {
        var keys = Shape.Fields.Select(f => f.Name).ToHashSet(StringComparer.Ordinal);
        var known = node is Map map ? map with { Entries = [.. map.Entries.Where(e => keys.Contains(e.Key))] } : node;
        return Shape.TryRead(known, reader, out measure);
    }

    static Shape<MeasureTarget> Target()
    {
        var (part, maker, country, workload) = (Names("part", "parts", "nvidia-h20"), Names("maker", "makers", "nvidia"), Names("country", "countries of makers", "US"), Names("workload", "workloads", "inference"));
        return new("target", "What a measure is about. Keys combine by and, values of one key by or.", [part, maker, country, workload], row => new(row.At(part), row.At(maker), row.At(country), row.At(workload)));
    }

    static Field<ImmutableArray<string>> Names(string key, string meaning, string example) => new Field<ImmutableArray<string>>(key, Kinds.ListOf(Kinds.Id), meaning, example).Optional([], "any");
}
