using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Sluice.Reading;

/// <summary>The files of a folder and of the folders below it, a few levels down.</summary>
/// <param name="folder">The folder; one that does not exist has no files.</param>
public sealed class FolderSource(string folder) : IFileSource
{
    private const int Deepest = 3;

    private static readonly EnumerationOptions below = new() { RecurseSubdirectories = true, MaxRecursionDepth = Deepest, AttributesToSkip = FileAttributes.Hidden };

    private readonly Lazy<ImmutableArray<string>> paths = new(() => List(folder));

    /// <inheritdoc/>
    public ImmutableArray<string> Paths => paths.Value;

    /// <inheritdoc/>
    public bool TryRead(string path, [MaybeNullWhen(false)] out byte[] bytes)
    {
        bytes = null;
        try
        {
            bytes = File.ReadAllBytes(Path.Combine(folder, path));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }

        return true;
    }

    private static ImmutableArray<string> List(string folder)
    {
        if (!Directory.Exists(folder)) return [];
        var found = Directory.GetFiles(folder, "*", below);
        for (var i = 0; i < found.Length; i++) found[i] = Path.GetRelativePath(folder, found[i]).Replace('\\', '/');
        Array.Sort(found, StringComparer.Ordinal);
        return [.. found];
    }
}
