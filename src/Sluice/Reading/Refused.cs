namespace Sluice.Reading;

/// <summary>Stands for a value that was refused with a diagnostic of its own, so that no second one follows from it.</summary>
internal sealed record Refused(Place At, string Path) : Node(At, Path)
{
    /// <inheritdoc/>
    public override string Words => "a refused value";

    /// <inheritdoc/>
    public override Node Moved(string path, string name) => this with { Path = path, Name = name };

    /// <inheritdoc/>
    public override bool Says(Node other) => other is Refused;
}
