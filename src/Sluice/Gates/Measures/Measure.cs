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

    /// <summary>Single firms that were told; nobody else is asked by that.</summary>
    public required ImmutableArray<string> Named { get; init; }

    /// <summary>Strength on the ladder for the firms named.</summary>
    public required int NamedStrength { get; init; }

    /// <summary>Stated ground: security, self-reliance, …; null where none is.</summary>
    public required string? Ground { get; init; }

    /// <summary>Why it ended; null where it did not, or none is known.</summary>
    public required string? EndedBecause { get; init; }

    /// <summary>Claims that tell of it.</summary>
    public required ImmutableArray<string> Claims { get; init; }

    /// <summary>Strength for a buyer: the greatest over its groups, and over all groups where they are not known; that for named firms where it is one.</summary>
    public int StrengthFor(Buyer buyer)
    {
        var asked = buyer.Groups.IsEmpty ? Audience.Values.DefaultIfEmpty(0).Max() : buyer.Groups.Max(g => Audience.GetValueOrDefault(g));
        return buyer.Firm is { } firm && Named.Contains(firm) ? Math.Max(asked, NamedStrength) : asked;
    }

    /// <summary>Parts, makers, countries of makers and workloads that it is about; each empty: any.</summary>
    public required MeasureTarget On { get; init; }

    /// <summary>When it holds, and since when that is known.</summary>
    public required Validity Validity { get; init; }

    /// <summary>Whether the authority neither printed nor confirmed it.</summary>
    public required bool Deniable { get; init; }

    /// <summary>One or two sentences for the reader.</summary>
    public required string Note { get; init; }

    /// <summary>Whether it is law, a published rule or a step of customs, rather than a request.</summary>
    public bool Bars => Form is "law" or "published-rule" or "customs-step" || Issuer == "china-customs";

    /// <summary>Whether it is a plan, a comment, not enforced, or replaced on an unknown day: shown, and deciding nothing.</summary>
    public bool OnlyShown => Form is "draft" or "commentary" || State is "draft" or "not-enforced" || (State == "superseded" && Validity.End != KnownEnd.Dated);
}

/// <summary>What a measure is about. Keys combine by <em>and</em>, values of one key by <em>or</em>.</summary>
sealed record MeasureTarget(ImmutableArray<string> Parts, ImmutableArray<string> Makers, ImmutableArray<string> Countries, ImmutableArray<string> Workloads)
{
    /// <summary>Whether it is about a part.</summary>
    public bool Meets(Part part) =>
        (Parts.IsEmpty || Parts.Contains(part.Id)) && (Makers.IsEmpty || Makers.Contains(part.Maker)) && (Countries.IsEmpty || Countries.Contains(part.Country));
}
