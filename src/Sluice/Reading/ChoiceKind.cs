using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>One of a few words.</summary>
internal sealed class ChoiceKind<T>(ImmutableArray<(string Word, T Value)> words) : ScalarKind<T>
{
    /// <inheritdoc/>
    public override string Words => Grammar.OneOf([.. words.Select(w => w.Word)]);

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
        return reader.Report(ReadingMessages.UnknownWord(scalar.At, scalar.Text, [.. words.Select(w => w.Word)]));
    }
}
