using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>One of a few words.</summary>
/// <param name="words">The words.</param>
/// <param name="values">What each of them means, in the same order.</param>
/// <param name="shown">How many of them are shown to people; the rest are understood all the same.</param>
/// <remarks>Two plain arrays: as pairs, every enumeration would bring generic collections of its own into the start of the process.</remarks>
internal sealed class ChoiceKind<T>(string[] words, T[] values, int shown) : ScalarKind<T>
{
    /// <inheritdoc/>
    public override string Words => Grammar.OneOf(Shown);

    /// <inheritdoc/>
    public override string Example => words[0];

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };

    /// <inheritdoc/>
    /// <remarks>Said again here, so that it is compiled ahead for every type of value.</remarks>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out T value) => base.TryRead(node, reader, out value);

    /// <inheritdoc/>
    protected override bool TryReadText(Scalar scalar, Reader reader, [MaybeNullWhen(false)] out T value)
    {
        var at = Array.IndexOf(words, scalar.Text);
        value = at >= 0 ? values[at] : default;
        return at >= 0 || reader.Report(ReadingMessages.UnknownWord(scalar.At, scalar.Text, Shown));
    }

    private string[] Shown => words[..shown];
}
