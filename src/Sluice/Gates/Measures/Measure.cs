using System.Collections.Immutable;
using Sluice.Gates.Rules;
using Sluice.Market;
using Sluice.Reading;

namespace Sluice.Gates.Measures;

/// <summary>A measure of a Chinese authority: what it asks of whom, how firmly, and how well that is known.</summary>
sealed record Measure(string Id, Place At)
{
    /// <summary>Who issued it.</summary>
    public required string Issuer { get; init; }

    /// <summary>Form: law, published-rule, customs-step, official-notice, window-guidance, oral-instruction, draft, …</summary>
    public required string Form { get; init; }

    /// <summary>State as written: in-force, draft, not-enforced, superseded, …</summary>
    public required string State { get; init; }

    /// <summary>Strength on the ladder by group of buyers; empty: nothing is asked of buyers in general.</summary>
    public required ImmutableSortedDictionary<string, int> Audience { get; init; }

    /// <summary>Parts, makers, countries of makers and workloads that it is about; each empty: any.</summary>
    public required MeasureTarget On { get; init; }

    /// <summary>When it holds, and since when that is known.</summary>
    public required Validity Validity { get; init; }

    /// <summary>Whether the authority neither printed nor confirmed it.</summary>
    public required bool Deniable { get; init; }

    /// <summary>One or two sentences for the reader.</summary>
    public required string Note { get; init; }

    /// <summary>Whether it is law, a published rule or a step of customs that keeps goods out, rather than a request.</summary>
    /// <param name="strength">Strength for the buyer at hand.</param>
    public bool Bars(int strength) => Form is "law" or "published-rule" ? strength >= Stop : (Form == "customs-step" || Issuer == "china-customs") && strength >= AtCustoms;

    /// <summary>Whether it is a plan, a comment, not enforced, or replaced on an unknown day: shown, and deciding nothing.</summary>
    public bool OnlyShown => Form is "draft" or "commentary" || State is "draft" or "not-enforced" || (State == "superseded" && Validity.End != KnownEnd.Dated);

    const int Stop = 4;
    const int AtCustoms = 5;
}

/// <summary>What a measure is about. Keys combine by <em>and</em>, values of one key by <em>or</em>.</summary>
sealed record MeasureTarget(ImmutableArray<string> Parts, ImmutableArray<string> Makers, ImmutableArray<string> Countries, ImmutableArray<string> Workloads)
{
    /// <summary>Whether it is about a part.</summary>
    public bool Meets(Part part) =>
        (Parts.IsEmpty || Parts.Contains(part.Id)) && (Makers.IsEmpty || Makers.Contains(part.Maker)) && (Countries.IsEmpty || Countries.Contains(part.Country));
}
