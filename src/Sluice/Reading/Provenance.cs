namespace Sluice.Reading;

/// <summary>Where a value came from, and what it replaced.</summary>
/// <param name="Path">Its path.</param>
/// <param name="At">Where it stands: the case's own file, a what-if, an overlay, the atlas.</param>
/// <param name="Replaces">The provenance of the value that a patch covered with this one, or null.</param>
public sealed record Provenance(string Path, Place At, Provenance? Replaces)
{
    /// <summary>The value as written there; for a map what its <c>value</c> entry says, else a few words about it.</summary>
    public string Written { get; init; } = "";

    /// <summary>The provenance of a node, with everything it covered.</summary>
    public static Provenance Of(Node node)
    {
        ArgumentNullException.ThrowIfNull(node);
        return new(node.Path, node.At, node.Covers is { } covered ? Of(covered) : null) { Written = Text(node) };
    }

    private static string Text(Node node) => node switch
    {
        Scalar scalar => Excerpts.Short(scalar.Text),
        Map map when map["value"] is Scalar value => Excerpts.Short(value.Text),
        _ => node.Words,
    };
}
