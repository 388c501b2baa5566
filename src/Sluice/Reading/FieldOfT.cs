using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>One key of a map: required as constructed, optional after <see cref="Optional"/>.</summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class Field<T> : Field
{
    private readonly Kind<T> kind;
    private readonly T? fallback;

    /// <summary>A required field.</summary>
    /// <param name="name">The key, in lower case with hyphens.</param>
    /// <param name="kind">What the value may look like.</param>
    /// <param name="meaning">What it means, one clause.</param>
    /// <param name="example">A value that <paramref name="kind"/> accepts, as written in YAML.</param>
    public Field(string name, Kind<T> kind, string meaning, string example) : base(name, meaning, example) =>
        (this.kind, IsRequired, Default) = (kind, true, "");

    private Field(Field<T> required, T fallback, string shown) : base(required.Name, required.Meaning, required.Example) =>
        (kind, this.fallback, Default) = (required.kind, fallback, shown);

    /// <summary>The same key, which may be left out.</summary>
    /// <param name="fallback">The value when it is left out.</param>
    /// <param name="shown">The default as people would write it, for the reference page.</param>
    public Field<T> Optional(T fallback, string shown = "none") => new(this, fallback, shown);

    /// <inheritdoc/>
    public override bool IsRequired { get; }

    /// <inheritdoc/>
    public override string Default { get; }

    /// <inheritdoc/>
    public override string Words => kind.Words;

    internal override object? DefaultValue => fallback;

    internal override bool TryReadValue(Node node, Reader reader, out object? value)
    {
        var sound = kind.TryRead(node, reader, out var read);
        value = read;
        return sound;
    }

    private protected override JsonObject ValueSchema() => kind.Schema();
}
