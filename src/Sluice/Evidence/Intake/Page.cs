namespace Sluice.Evidence.Intake;

/// <summary>A saved page or text, read: its text, the blocks of it that belong to the article, and what it says of itself.</summary>
/// <param name="Text">Extracted text: of a page the article, of a plain text all of it as decoded. Places of sentences count in it, in UTF-16 units.</param>
/// <param name="Blocks">Blocks in the order of the text.</param>
/// <param name="Facts">What the page says of itself.</param>
/// <param name="Notes">What was cut or could not be read as it stood.</param>
public sealed record Page(string Text, ImmutableArray<PageBlock> Blocks, PageFacts Facts, ImmutableArray<string> Notes)
{
    /// <summary>Language of the article.</summary>
    public PageLanguage Language { get; init; }

    /// <summary>The text of a block.</summary>
    public string Of(PageBlock block) => Text.Substring(block.Start, block.Length);
}

/// <summary>Language of an article.</summary>
public enum PageLanguage
{
    /// <summary>English, or another language in Latin letters.</summary>
    English,

    /// <summary>Chinese.</summary>
    Chinese,
}

/// <summary>A paragraph, heading or line.</summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Length">Its length.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Noise">Why it is left out; null: it belongs to the article.</param>
public sealed record PageBlock(int Start, int Length, BlockKind Kind, string? Noise);

/// <summary>What a block is.</summary>
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Prose,

    /// <summary>A title, heading or other line that is no sentence.</summary>
    Heading,
}

/// <summary>What a page says of itself, each with where it was said, the surest first.</summary>
/// <param name="Titles">Titles.</param>
/// <param name="Sources">Names of who publishes it.</param>
/// <param name="Dates">Days of publication.</param>
/// <param name="Address">Its own address; null where it is not said.</param>
public sealed record PageFacts(ImmutableArray<Told> Titles, ImmutableArray<Told> Sources, ImmutableArray<Told> Dates, string? Address)
{
    /// <summary>Nothing.</summary>
    public static PageFacts None { get; } = new([], [], [], null);
}

/// <summary>Something that a page says of itself.</summary>
/// <param name="Text">As written.</param>
/// <param name="From">Where: a meta tag, JSON-LD, the byline, the address, …</param>
public sealed record Told(string Text, string From);
