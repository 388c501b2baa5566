using System.Collections.Immutable;

namespace Sluice.Reading;

/// <summary>Reads several files in YAML side by side.</summary>
internal static class YamlFiles
{
    /// <summary>Reads the files, on as many threads as the machine has. What is found does not depend on their number.</summary>
    /// <param name="files">Where the files come from.</param>
    /// <param name="wanted">Path, name for positions, and path of the outermost map of each.</param>
    /// <returns>For each file, in the order asked for, its outermost map and what is wrong with it; a null collector where the file could not be read at all.</returns>
    public static ImmutableArray<(Map? Root, Diagnostics? Faults)> Read(IFileSource files, ImmutableArray<(string Path, string Shown, string Root)> wanted)
    {
        var read = new (Map?, Diagnostics?)[wanted.Length];
        Parallel.For(0, wanted.Length, i =>
        {
            var (path, shown, root) = wanted[i];
            read[i] = files is HeldSource held ? held.Tree(path, shown, root) : ReadOne(files, path, shown, root);
        });
        return ImmutableArray.Create(read);
    }

    /// <summary>Reads one file.</summary>
    internal static (Map? Root, Diagnostics? Faults) ReadOne(IFileSource files, string path, string shown, string root)
    {
        if (!files.TryRead(path, out var bytes)) return (null, null);
        var faults = new Diagnostics();
        return (Yaml.Read(shown, bytes, root, faults), faults);
    }
}
