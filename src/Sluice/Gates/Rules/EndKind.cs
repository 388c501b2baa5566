using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Reading;

namespace Sluice.Gates.Rules;

/// <summary>A day, or a word for why there is none.</summary>
sealed class EndKind(params ImmutableArray<(string Word, KnownEnd End)> words) : Kind<(VagueDate? Day, KnownEnd End)>
{
    /// <inheritdoc/>
    public override string Words => $"{Kinds.VagueDate.Words}, or {string.Join(" or ", words.Select(w => w.Word))}";

    /// <inheritdoc/>
    public override string Example => Kinds.VagueDate.Example;

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "string", ["description"] = Words };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out (VagueDate? Day, KnownEnd End) value)
    {
        value = default;
        foreach (var (word, end) in words)
            if (node is Scalar plain && plain.Text == word)
            {
                value = (null, end);
                return true;
            }

        if (node is not Scalar { Text.Length: > 0 } text || !VagueDate.TryParse(text.Text, out var day)) return reader.Reject(node, Words, Example);
        value = (day, KnownEnd.Dated);
        return true;
    }
}
