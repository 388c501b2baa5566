using System.Text.Json.Serialization;

namespace Sluice.Evidence.Intake;

/// <summary>A claim proposed to a person. Nothing of it enters a case before it is accepted; the words are the house's own, and the article is pointed at by place.</summary>
/// <param name="Who">Party that acts or speaks; null: the sentence names none.</param>
/// <param name="Does">What it does or says, in own words.</param>
/// <param name="About">Part or party that it is about; null: none is named.</param>
/// <param name="When">When, as a vague date is written; null: the sentence does not say.</param>
/// <param name="WhenFrom">stated, year inferred, relative to publication or after an event; null where <paramref name="When"/> is.</param>
/// <param name="Certainty">firm, reported, planned, estimate, opinion or unverified.</param>
/// <param name="SaidBy">Whom the sentence names as its source: a party, an outlet or unnamed people in the house's words; null: the page itself.</param>
/// <param name="Numbers">Numbers in the sentence.</param>
/// <param name="Sentence">Where the sentence stands in the extracted text.</param>
public sealed record Proposal(
    string? Who, string Does, [property: JsonPropertyName("object")] string? About, string? When, string? WhenFrom, string Certainty, string? SaidBy, ImmutableArray<FoundNumber> Numbers, SentencePlace Sentence)
{
    /// <summary>Name of the deed.</summary>
    public string Deed { get; init; } = "";

    /// <summary>Others who do the same.</summary>
    public ImmutableArray<string> Also { get; init; } = [];

    /// <summary>Whom it is asked of or done to.</summary>
    public string? To { get; init; }

    /// <summary>Places named.</summary>
    public ImmutableArray<string> Places { get; init; } = [];

    /// <summary>Whether the sentence says that it is not so.</summary>
    public bool Negated { get; init; }

    /// <summary>A claim of the case that says much the same; null: none was found.</summary>
    public string? Like { get; init; }
}

/// <summary>Place of a sentence in the extracted text, in UTF-16 units.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Its length.</param>
public readonly record struct SentencePlace(int Start, int Length);
