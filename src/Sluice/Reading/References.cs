namespace Sluice.Reading;

/// <summary>Every name that was read and refers to an entry of some list: a service of the <see cref="Reader"/>, filled while values are read.
/// Linking a case goes through it once, so that no reference can be forgotten.</summary>
public sealed class References
{
    private readonly List<Reference> all = [];

    /// <summary>All references, in the order of reading.</summary>
    public IReadOnlyList<Reference> All => all;

    /// <summary>Adds one.</summary>
    /// <param name="name">The name and its place.</param>
    /// <param name="path">Path of the value that holds it.</param>
    public void Add(Ref name, string path) => all.Add(new(name, path));

    internal void AddRange(References other) => all.AddRange(other.all);
}

/// <summary>A name that was read.</summary>
/// <param name="Name">The name, its place, and the list it belongs to.</param>
/// <param name="Path">Path of the value that holds it.</param>
public sealed record Reference(Ref Name, string Path);
