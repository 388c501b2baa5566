using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Sluice.Reading;

/// <summary>The files of another source as they are when they are first read: each is read and parsed once, however often the case is loaded. For use by many threads.</summary>
/// <param name="files">Where they come from.</param>
/// <param name="earlier">Files whose trees are taken over where the bytes are the very same; none by default.</param>
sealed class HeldSource(IFileSource files, HeldSource? earlier = null) : IFileSource
{
    readonly Lazy<ImmutableArray<string>> paths = new(() => files.Paths);
    readonly ConcurrentDictionary<string, Lazy<byte[]?>> bytesOf = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<(string Path, string Shown, string Root), Lazy<(Map? Root, Diagnostics? Faults)>> trees = new();

    public ImmutableArray<string> Paths => paths.Value;

    public bool TryRead(string path, [MaybeNullWhen(false)] out byte[] bytes) =>
        (bytes = bytesOf.GetOrAdd(path, p => new(() => files.TryRead(p, out var read) ? read : null)).Value) is not null;

    /// <summary>The outermost map of a file in YAML and what is wrong with it, as <see cref="YamlFiles"/> reads it.</summary>
    public (Map? Root, Diagnostics? Faults) Tree(string path, string shown, string root) =>
        trees.GetOrAdd((path, shown, root), key => new(() => Read(key.Path, key.Shown, key.Root))).Value;

    (Map? Root, Diagnostics? Faults) Read(string path, string shown, string root)
    {
        if (!TryRead(path, out var bytes)) return (null, null);
        return earlier is not null && earlier.TryRead(path, out var same) && ReferenceEquals(bytes, same) ? earlier.Tree(path, shown, root) : YamlFiles.ReadOne(bytes, shown, root);
    }
}
