namespace Sluice.Evidence.Intake;

/// <summary>What a page gives: an entry for a report and proposals. Nothing of it is in a case.</summary>
/// <param name="Report">The entry.</param>
/// <param name="Proposals">Proposals, in the order of the text.</param>
/// <param name="Page">The page.</param>
/// <param name="Digest">SHA-256 of the extracted text, in hexadecimal: places of sentences hold for this text alone.</param>
public sealed record IntakeResult(ReportEntry Report, ImmutableArray<Proposal> Proposals, Page Page, string Digest);

/// <summary>A report, as far as its page tells.</summary>
/// <param name="Id">Proposed name.</param>
/// <param name="Title">Title as the page gives it; null: none.</param>
/// <param name="Source">Source by id, else its name as the page gives it; null: the page does not say.</param>
/// <param name="Published">Day of publication, perhaps vague; null: the page does not say.</param>
/// <param name="PublishedFrom">Where the day was found: a meta tag, JSON-LD, a byline, the address, teasers beside the article, …</param>
/// <param name="Origin">Known report that the page retells; null: none was recognised.</param>
public sealed record ReportEntry(string Id, string? Title, string? Source, string? Published, string? PublishedFrom, string? Origin)
{
    /// <summary>Address that the page gives.</summary>
    public string? Address { get; init; }

    /// <summary>A report of the case that is this page itself; null: none.</summary>
    public string? Known { get; init; }

    /// <summary>Whether the source is one of the case or atlas.</summary>
    public bool SourceKnown { get; init; }

    /// <summary>Why the origin was recognised, and other outlets that the page names.</summary>
    public ImmutableArray<string> OriginWhy { get; init; } = [];

    /// <summary>Outlets that the page names as its sources, by id.</summary>
    public ImmutableArray<string> Outlets { get; init; } = [];

    /// <summary>Other days that the page gives, each with where.</summary>
    public ImmutableArray<string> OtherDays { get; init; } = [];
}
