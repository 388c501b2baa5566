using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Gates;

/// <summary>How what is stated about an offer is written.</summary>
public static class VerdictShape
{
    static readonly Field<StatedVerdict?> usExport = Fields.Maybe("us-export", StatedVerdictShape.Shape, "what may leave the United States, or be used under its law", "{verdict: licence, why: A licence is needed for China.}", "unknown");
    static readonly Field<StatedVerdict?> cnImport = Fields.Maybe("cn-import", StatedVerdictShape.Shape, "what may enter China, or be used there", "{verdict: no-requirement, why: Made and sold in China.}", "unknown");
    static readonly Field<string?> conflict = Fields.Maybe("conflict", Kinds.Text, "why the laws conflict, where they do: the plan marks it and chooses neither", "\"laws conflict: counsel\"");

    /// <summary>The shape.</summary>
    public static Shape<OfferVerdict> Shape { get; } = new("stated verdict", "What may pass of one offer, gate by gate, as the case states it.", [usExport, cnImport, conflict], row =>
    {
        var verdicts = ImmutableArray.CreateBuilder<StatedVerdict>(2);
        if (row.At(cnImport) is { } import) verdicts.Add(import with { Gate = "cn-import" });
        if (row.At(usExport) is { } export) verdicts.Add(export with { Gate = "us-export" });
        return new(row.Name, verdicts.ToImmutable(), row.At(conflict));
    });
}

/// <summary>How a <see cref="StatedVerdict"/> is written; the gate is its name.</summary>
public static class StatedVerdictShape
{
    static readonly Field<VerdictWord> verdict = new("verdict",
        Kinds.Choice(("no-requirement", VerdictWord.NoRequirement), ("licence", VerdictWord.Licence), ("guided", VerdictWord.Guided), ("barred", VerdictWord.Barred), ("unknown", VerdictWord.Unknown)),
        "what may pass", "licence");
    static readonly Field<string?> @class = Fields.Maybe("class", Kinds.Name("class").Map(name => name.Id), "class of the rule that decides", "3A090.a");
    static readonly Field<string?> policy = Fields.Maybe("policy",
        Kinds.Choice(("denial", "denial"), ("case-by-case", "case-by-case"), ("approval", "approval"), ("notice", "notice")), "how licences are reviewed", "case-by-case");
    static readonly Field<ImmutableArray<Ref>> rules = new Field<ImmutableArray<Ref>>("rules", Kinds.ListOf(Kinds.Name("rule")), "rules and measures of the atlas that it rests on", "[us-2025-04-09-letters]").Optional([]);
    static readonly Field<Ref?> driver = Fields.Maybe("driver", Kinds.Name("driver"), "driver whose level sets the quantity where a licence is needed", "us-export");
    static readonly Field<string> why = new("why", Kinds.Text, "one sentence for the reader", "A licence is needed for China.");

    /// <summary>The shape.</summary>
    public static Shape<StatedVerdict> Shape { get; } = new("verdict", "What may pass at one gate.", [verdict, @class, policy, rules, driver, why],
        row => new(row.Name, row.At(verdict), row.At(@class), row.At(policy), [.. row.At(rules).Select(r => r.Id)], row.At(driver), row.At(why)));
}
