namespace Sluice.Reading;

/// <summary>The name of an entry of some list.</summary>
internal sealed class NameKind(string list) : ScalarKind<Ref>
{
    /// <inheritdoc/>
    public override string Words => $"the name of {Grammar.WithArticle(list)}";

    /// <inheritdoc/>
    public override string Example => $"some-{list.Replace(' ', '-')}";

    /// <inheritdoc/>
    protected override bool TryReadText(Scalar scalar, Reader reader, out Ref value)
    {
        value = new(scalar.Text, scalar.At, list);
        if (!scalar.Text.All(Kinds.IsIdLetter)) return reader.Reject(scalar, Words, Example);
        reader.Get<References>().Add(value, scalar.Path);
        return true;
    }
}
