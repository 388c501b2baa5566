using System.Collections.Immutable;

namespace Sluice.Reading;

/// <summary>A list. Lists of cases and atlas hold only plain values; things that have parts are maps with names.</summary>
/// <param name="Items">The items in the order of the file; each carries the path of the list.</param>
/// <param name="At">Where the list begins.</param>
/// <param name="Path">Its path.</param>
public sealed record Sequence(ImmutableArray<Node> Items, Place At, string Path) : Node(At, Path)
{
    /// <inheritdoc/>
    public override string Words => Items.Length == 0 ? "an empty list" : $"a list of {Items.Length}";

    /// <inheritdoc/>
    public override Node Moved(string path, string name) =>
        this with { Path = path, Name = name, Items = [.. Items.Select(item => item.Moved(path, name))] };

    /// <inheritdoc/>
    public override bool Says(Node other) =>
        other is Sequence list && list.Items.Length == Items.Length && Items.Zip(list.Items).All(pair => pair.First.Says(pair.Second));
}
