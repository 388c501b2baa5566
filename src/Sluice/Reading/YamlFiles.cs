using System.Collections.Immutable;

namespace Sluice.Reading;

/// <summary>Reads several files in YAML side by side.</summary>
internal static class YamlFiles
{
    /// <summary>Reads the files, on as many threads as the machine has. What is found does not depend on their number.</summary>
    /// <param name="files">Where the files come from.</param>
    /// <param name="wanted">Which.</param>
    /// <returns>What stands in each, in the order asked for.</returns>
    public static YamlRead[] Read(IFileSource files, ImmutableArray<YamlFile> wanted)
    {
        var read = new YamlRead[wanted.Length];
        Array.Fill(read, YamlRead.Nothing);
        var texts = new byte[]?[wanted.Length];
        for (var i = 0; i < texts.Length; i++) texts[i] = files.TryRead(wanted[i].Path, out var bytes) ? bytes : null;
        // The longest first, one by one to whoever is free: a long one taken last would be waited for.
        var order = new int[texts.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => (texts[b]?.Length ?? 0).CompareTo(texts[a]?.Length ?? 0));
        var next = -1;
        var helpers = new Task[Math.Min(Environment.ProcessorCount, order.Length) is > 1 and var workers ? workers - 1 : 0];
        for (var h = 0; h < helpers.Length; h++) helpers[h] = Task.Run(Work);
        Work();
        Task.WaitAll(helpers);
        return read;

        void Work()
        {
            while (Interlocked.Increment(ref next) is var k && k < order.Length)
                if (texts[order[k]] is { } bytes)
                {
                    var file = wanted[order[k]];
                    read[order[k]] = files is HeldSource held ? held.Tree(file) : ReadOne(bytes, file);
                }
        }
    }

    /// <summary>Reads one file.</summary>
    internal static YamlRead ReadOne(byte[] bytes, YamlFile file)
    {
        var faults = new Diagnostics();
        return new(Yaml.Read(file.Shown, bytes, file.Root, faults), faults);
    }
}

/// <summary>A file in YAML that is to be read.</summary>
/// <param name="Path">Its path.</param>
/// <param name="Shown">Its name in positions.</param>
/// <param name="Root">Path of its outermost map.</param>
sealed record YamlFile(string Path, string Shown, string Root);

/// <summary>What stands in a file.</summary>
/// <param name="Root">Its outermost map; null where it has none.</param>
/// <param name="Faults">What is wrong with it; null where it could not be read at all.</param>
sealed record YamlRead(Map? Root, Diagnostics? Faults)
{
    /// <summary>A file that could not be read.</summary>
    public static YamlRead Nothing { get; } = new(null, null);
}
