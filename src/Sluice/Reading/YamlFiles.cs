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
        return ImmutableArray.Create(read);

        void Work()
        {
            while (Interlocked.Increment(ref next) is var k && k < order.Length)
                if (texts[order[k]] is { } bytes)
                {
                    var (path, shown, root) = wanted[order[k]];
                    read[order[k]] = files is HeldSource held ? held.Tree(path, shown, root) : ReadOne(bytes, shown, root);
                }
        }
    }

    /// <summary>Reads one file.</summary>
    internal static (Map? Root, Diagnostics? Faults) ReadOne(byte[] bytes, string shown, string root)
    {
        var faults = new Diagnostics();
        return (Yaml.Read(shown, bytes, root, faults), faults);
    }
}
