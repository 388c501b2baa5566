using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>Which units a stop of use touches, and the share where it touches a share.</summary>
sealed record Stop(UseStopped What, Given<double>? Share);

/// <summary><c>new</c>, <c>all</c>, or a share.</summary>
sealed class StopKind : Kind<Stop>
{
    static readonly Kind<Given<double>> share = Given.Of(Measures.Share);

    /// <inheritdoc/>
    public override string Words => "new, all, or a share such as 20 %";

    /// <inheritdoc/>
    public override string Example => "new";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(new JsonObject { ["enum"] = new JsonArray("new", "all") }, share.Schema()) };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out Stop value)
    {
        value = node switch
        {
            Scalar { Text: "new" } => new(UseStopped.New, null),
            Scalar { Text: "all" } => new(UseStopped.All, null),
            _ => null,
        };
        if (value is not null) return true;
        if (node is Scalar { Text: var text } && !text.Contains('%', StringComparison.Ordinal)) return reader.Reject(node, Words, Example);
        if (!share.TryRead(node, reader, out var part)) return false;
        value = new(UseStopped.Share, part);
        return true;
    }
}
