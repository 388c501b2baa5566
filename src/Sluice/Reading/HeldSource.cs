using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Sluice.Reading;

/// <summary>The files of another source as they are when they are first read: each is read and parsed once, however often the case is loaded. For use by many threads.</summary>
/// <param name="files">Where they come from.</param>
sealed class HeldSource(IFileSource files) : IFileSource
{
    readonly Lazy<ImmutableArray<string>> paths = new(() => files.Paths);
    readonly ConcurrentDictionary<string, Lazy<byte[]?>> bytesOf = new(StringComparer.Ordinal);
    readonly ConcurrentDictionary<(string Path, string Shown, string Root), Lazy<(Map? Root, Diagnostics? Faults)>> trees = new();

    public ImmutableArray<string> Paths => paths.Value;

    public bool TryRead(string path, [MaybeNullWhen(false)] out byte[] bytes) =>
        (bytes = bytesOf.GetOrAdd(path, p => new(() => files.TryRead(p, out var read) ? read : null)).Value) is not null;

    /// <summary>The outermost map of a file in YAML and what is wrong with it, as <see cref="YamlFiles"/> reads it.</summary>
    public (Map? Root, Diagnostics? Faults) Tree(string path, string shown, string root) =>
        trees.GetOrAdd((path, shown, root), key => new(() => TryRead(key.Path, out var bytes) ? YamlFiles.ReadOne(bytes, key.Shown, key.Root) : (null, null))).Value;
}
