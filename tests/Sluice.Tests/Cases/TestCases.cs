using System.Collections.Immutable;
using System.Text;
using Sluice.Cases;
using Sluice.Reading;

namespace Sluice.Tests.Cases;

/// <summary>Cases in memory for tests: the founding one, the small one, the atlas.</summary>
static class TestCases
{
    static readonly Lazy<string> root = new(FindRoot);
    static readonly Lazy<MemorySource> founding = new(() => MemorySource.Of(new FolderSource(Path.Combine(Root, "cases", "h20-2025-08"))));
    static readonly Lazy<MemorySource> atlas = new(() => MemorySource.Of(new FolderSource(Path.Combine(Root, "atlas"))));
    static readonly Lazy<MemorySource> small = new(() => new(NewCase.Files("A small case")
        .ToImmutableSortedDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value), StringComparer.Ordinal)));

    /// <summary>Folder of the repository.</summary>
    public static string Root => root.Value;

    public static MemorySource Founding => founding.Value;

    public static MemorySource Small => small.Value;

    public static MemorySource Atlas => atlas.Value;

    /// <summary>As much of the atlas as the small case needs, for tests that load thousands of times.</summary>
    public static MemorySource TinyAtlas { get; } = MemorySource.Empty
        .With("atlas.yaml", "version: test\nhorizon: {parts: 2025-12-31, sources: 2025-12-31}\nbuyer-groups: {large-platform: {}}\n")
        .With("parts/all.yaml", """
            parts:
              nvidia-h20: {maker: nvidia, country: US, stack: cuda, dense: {fp8: 296}, bandwidth: 4000 GB/s}
              huawei-ascend-910c: {maker: huawei, country: CN, stack: cann, dense: {fp16: 752}, bandwidth: 3200 GB/s}
            """)
        .With("sources.yaml", "sources: {bloomberg: {name: Bloomberg, reliability: B}}\n");

    public static Loaded Load(this MemorySource files, LoadOptions? options = null) => CaseReader.Load(files, Atlas, options ?? LoadOptions.None);

    /// <summary>The case with another text in place of one that occurs exactly once in a file.</summary>
    public static MemorySource Edit(this MemorySource files, string file, string from, string to)
    {
        var text = files.Text(file);
        var at = text.IndexOf(from, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not hold `{from}`.");
        Assert.True(text.IndexOf(from, at + 1, StringComparison.Ordinal) < 0, $"{file} holds `{from}` twice.");
        return files.With(file, string.Concat(text.AsSpan(0, at), to, text.AsSpan(at + from.Length)));
    }

    /// <summary>Where a text that occurs once begins.</summary>
    public static Place PlaceOf(this MemorySource files, string file, string marker)
    {
        var text = files.Text(file);
        var at = text.IndexOf(marker, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} does not hold `{marker}`.");
        Assert.True(text.IndexOf(marker, at + 1, StringComparison.Ordinal) < 0, $"{file} holds `{marker}` twice.");
        return new(file, text.AsSpan(0, at).Count('\n') + 1, at - text.LastIndexOf('\n', Math.Max(0, at - 1), Math.Max(0, at)));
    }

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Sluice.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run inside the repository.");
    }
}
