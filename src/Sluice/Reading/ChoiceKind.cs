using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>One of a few words.</summary>
/// <param name="words">The words with what they mean.</param>
/// <param name="shown">How many of them are shown to people; the rest are understood all the same.</param>
internal sealed class ChoiceKind<T>(ImmutableArray<(string Word, T Value)> words, int shown) : ScalarKind<T>
{
    /// <inheritdoc/>
    public override string Words => Grammar.OneOf(Shown);

    /// <inheritdoc/>
    public override string Example => words[0].Word;

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["enum"] = new JsonArray([.. words.Select(w => (JsonNode)w.Word)]) };

    /// <inheritdoc/>
    protected override bool TryReadText(Scalar scalar, Reader reader, [MaybeNullWhen(false)] out T value)
    {
        foreach (var (word, meant) in words)
            if (word == scalar.Text)
            {
                value = meant;
                return true;
            }

        value = default;
        return reader.Report(ReadingMessages.UnknownWord(scalar.At, scalar.Text, Shown));
    }

    private IReadOnlyList<string> Shown => [.. words.Take(shown).Select(w => w.Word)];
}
