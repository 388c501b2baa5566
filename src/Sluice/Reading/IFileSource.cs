using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Sluice.Reading;

/// <summary>Where the files of a case or of an atlas come from. Paths are relative, with forward slashes.</summary>
public interface IFileSource
{
    /// <summary>All files, in ordinal order of their paths. What begins with a dot is left out.</summary>
    ImmutableArray<string> Paths { get; }

    /// <summary>The bytes of a file.</summary>
    /// <returns>Whether there is such a file and it could be read.</returns>
    bool TryRead(string path, [MaybeNullWhen(false)] out byte[] bytes);
}
