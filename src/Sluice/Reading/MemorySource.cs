using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Sluice.Reading;

/// <summary>Files held in memory: for tests, for edits that are not saved yet, for cases that a program makes.</summary>
/// <param name="files">Bytes by path.</param>
public sealed class MemorySource(ImmutableSortedDictionary<string, byte[]> files) : IFileSource
{
    /// <summary>No files.</summary>
    public static MemorySource Empty { get; } = new(ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal));

    /// <inheritdoc/>
    public ImmutableArray<string> Paths { get; } = [.. files.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Everything that another source holds, read now.</summary>
    public static MemorySource Of(IFileSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in source.Paths)
            if (source.TryRead(path, out var bytes)) files[path] = bytes;
        return new(files.ToImmutable());
    }

    /// <summary>These files with one more, or with another text in one of them.</summary>
    public MemorySource With(string path, string text) => With(path, Encoding.UTF8.GetBytes(text));

    /// <summary>These files with one more, or with other bytes in one of them.</summary>
    public MemorySource With(string path, byte[] bytes) => new(files.SetItem(path, bytes));

    /// <summary>These files without one.</summary>
    public MemorySource Without(string path) => new(files.Remove(path));

    /// <summary>The text of a file.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public string Text(string path) => Encoding.UTF8.GetString(files[path]);

    /// <inheritdoc/>
    public bool TryRead(string path, [MaybeNullWhen(false)] out byte[] bytes) => files.TryGetValue(path, out bytes);
}
