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
    readonly ConcurrentDictionary<YamlFile, Lazy<YamlRead>> trees = new();

    public ImmutableArray<string> Paths => paths.Value;

    public bool TryRead(string path, [MaybeNullWhen(false)] out byte[] bytes) =>
        (bytes = bytesOf.GetOrAdd(path, p => new(() => files.TryRead(p, out var read) ? read : null)).Value) is not null;

    /// <summary>What stands in a file, as <see cref="YamlFiles"/> reads it.</summary>
    public YamlRead Tree(YamlFile file) => trees.GetOrAdd(file, key => new(() => Read(key))).Value;

    YamlRead Read(YamlFile file)
    {
        if (!TryRead(file.Path, out var bytes)) return YamlRead.Nothing;
        return earlier is not null && earlier.TryRead(file.Path, out var same) && ReferenceEquals(bytes, same) ? earlier.Tree(file) : YamlFiles.ReadOne(bytes, file);
    }
}
