using System.Diagnostics.CodeAnalysis;

namespace Sluice.Reading;

/// <summary>A plain value read by a function.</summary>
internal sealed class ParsedKind<T>(string words, string example, TryReadScalar<T> read) : ScalarKind<T>
{
    /// <inheritdoc/>
    public override string Words => words;

    /// <inheritdoc/>
    public override string Example => example;

    /// <inheritdoc/>
    /// <remarks>Said again here, so that it is compiled ahead for every type of value.</remarks>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out T value) => base.TryRead(node, reader, out value);

    /// <inheritdoc/>
    protected override bool TryReadText(Scalar scalar, Reader reader, [MaybeNullWhen(false)] out T value) =>
        read(scalar, out value) || reader.Reject(scalar, Words, Example);
}
