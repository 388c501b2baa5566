using System.Diagnostics.CodeAnalysis;

namespace Sluice.Reading;

/// <summary>A value inside a fixed phrase.</summary>
internal sealed class PhraseKind<T>(string before, Kind<T> kind, string after) : ScalarKind<T>
{
    /// <inheritdoc/>
    public override string Words => $"{kind.Words}, written '{Example}'";

    /// <inheritdoc/>
    public override string Example => Around(kind.Example);

    /// <inheritdoc/>
    protected override bool TryReadText(Scalar scalar, Reader reader, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        var text = scalar.Text.Trim();
        if (before.Length > 0 && !TryStrip(ref text, before, atEnd: false)) return reader.Reject(scalar, Words, "", $"it does not begin with '{before}'");
        if (after.Length > 0 && !TryStrip(ref text, after, atEnd: true)) return reader.Reject(scalar, Words, "", $"it does not end with '{after}'");
        return kind.TryRead(scalar with { Text = text }, reader, out value);
    }

    private string Around(string inner) => $"{before} {inner} {after}".Trim();

    private static bool TryStrip(ref string text, string phrase, bool atEnd)
    {
        if (!(atEnd ? text.EndsWith(" " + phrase, StringComparison.Ordinal) : text.StartsWith(phrase + " ", StringComparison.Ordinal))) return false;
        text = (atEnd ? text[..^phrase.Length] : text[phrase.Length..]).Trim();
        return true;
    }
}
