namespace Sluice.Evidence.Intake;

/// <summary>A deed found in a sentence.</summary>
/// <param name="Start">Where its verb begins.</param>
/// <param name="End">Where its verb ends.</param>
/// <param name="Deed">The deed.</param>
/// <param name="Form">Form of the verb.</param>
readonly record struct FoundDeed(int Start, int End, Deed Deed, VerbForm Form);

/// <summary>A sentence with all that was found in it.</summary>
/// <param name="Text">Its text.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Mentions">Names.</param>
/// <param name="Dates">Dates.</param>
/// <param name="Said">Attribution.</param>
sealed record Sentence(string Text, SentencePlace Place, List<Mention> Mentions, List<FoundDate> Dates, Attribution Said);

/// <summary>A deed with its parts, before it is put into words.</summary>
/// <param name="Deed">The deed.</param>
/// <param name="Asked">What is asked for, where the deed asks; null: it does not, or it is not said.</param>
/// <param name="Who">Who acts.</param>
/// <param name="Also">Others who do the same.</param>
/// <param name="To">Whom it is asked of.</param>
/// <param name="About">Part or party that it is about.</param>
/// <param name="Noun">orders, production, …: what of it.</param>
/// <param name="Lead">Words before the verb, from the subject on.</param>
/// <param name="At">Where the verb stands.</param>
/// <param name="Turn">How the sentence turns the deed.</param>
sealed record Scene(Deed Deed, Deed? Asked, Named? Who, ImmutableArray<Named> Also, Named? To, Named? About, string Noun, string Lead, int At, Turn Turn)
{
    /// <summary>Whether what is asked is not to do it.</summary>
    public bool AsksNot { get; init; }
}

/// <summary>How a sentence turns a deed.</summary>
[Flags]
enum Turn
{
    /// <summary>It is done.</summary>
    Active = 0,

    /// <summary>It is not done.</summary>
    Not = 1,

    /// <summary>It is suffered; nobody is said to do it.</summary>
    Suffered = 2,
}
