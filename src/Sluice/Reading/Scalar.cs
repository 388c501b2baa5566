namespace Sluice.Reading;

/// <summary>A plain value: one word, number, date or sentence, exactly as written. An empty text means that nothing was written.</summary>
/// <param name="Text">The text, without quotation marks.</param>
/// <param name="Quoted">Whether it stood in quotation marks (or in a block of text).</param>
/// <param name="At">Where it begins.</param>
/// <param name="Path">Its path.</param>
public sealed record Scalar(string Text, bool Quoted, Place At, string Path) : Node(At, Path)
{
    /// <inheritdoc/>
    public override string Words => Text.Length == 0 ? "nothing" : $"'{Excerpts.Short(Text)}'";

    /// <inheritdoc/>
    public override Node Moved(string path, string name) => this with { Path = path, Name = name };

    /// <inheritdoc/>
    public override bool Says(Node other) => other is Scalar scalar && scalar.Text == Text;
}
