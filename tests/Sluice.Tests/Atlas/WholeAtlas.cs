using System.Collections.Immutable;
using System.Text;
using Sluice.Cases;
using Sluice.Evidence;
using Sluice.Market;
using Sluice.Reading;

namespace Sluice.Tests.Atlas;

/// <summary>The atlas of this repository, every section of it, read once.</summary>
internal static class WholeAtlas
{
    static readonly Diagnostics diagnostics = new();

    static readonly Reader reader = new(diagnostics);

    public static FolderSource Files { get; } = new(Repository.At("atlas"));

    public static Map Root { get; } = Read();

    public static AtlasRecord Dated { get; } = AtlasReader.Read(Root, reader);

    public static ImmutableArray<Part> Parts { get; } = Read("parts", PartShape.Shape);

    public static ImmutableArray<Source> Sources { get; } = Read("sources", SourceShape.Shape);

    public static ImmutableArray<Report> Reports { get; } = Read("reports", ReportShape.Shape);

    public static ImmutableArray<Claim> AllClaims { get; } = Read("claims", ClaimShape.Shape);

    public static ImmutableArray<Dispute> Disputes { get; } = Read("disputes", DisputeShape.Shape);

    static Map Read()
    {
        var (tree, faults) = AtlasTree.Read(Files, AtlasFiles.Sections);
        diagnostics.AddRange(faults.Sorted);
        return tree.Root;
    }

    /// <summary>Everything found while reading, names that lead nowhere included.</summary>
    public static ImmutableArray<Diagnostic> Found { get; } = Link();

    /// <summary>The entries of a section, as written.</summary>
    public static ImmutableArray<Map> Entries(string section) => Root[section] is Map map ? [.. map.Entries.Select(e => e.Value).OfType<Map>()] : [];

    /// <summary>The names of a section.</summary>
    public static HashSet<string> Names(string section) => [.. (Root[section] as Map)?.Keys ?? []];

    /// <summary>The plain text of a key; empty where there is none.</summary>
    public static string Text(Map entry, string key) => (entry[key] as Scalar)?.Text ?? "";

    /// <summary>The plain texts of a key that holds one or a list.</summary>
    public static ImmutableArray<string> Texts(Map entry, string key) => entry[key] switch
    {
        Scalar one => [one.Text],
        Sequence list => [.. list.Items.OfType<Scalar>().Select(s => s.Text)],
        _ => [],
    };

    /// <summary>The date of a key; null where it is not one.</summary>
    public static VagueDate? Date(Map entry, string key) => VagueDate.TryParse(Text(entry, key), out var date) ? date : null;

    /// <summary>The lines of a file, without the last end of line.</summary>
    public static string[] Lines(string file) => Files.TryRead(file, out var bytes) ? Encoding.UTF8.GetString(bytes).TrimEnd('\n').Split('\n') : [];

    static ImmutableArray<T> Read<T>(string section, Kind<T> kind)
    {
        var read = ImmutableArray.CreateBuilder<T>();
        foreach (var entry in Entries(section))
            if (kind.TryRead(entry, reader, out var value)) read.Add(value);
        return read.ToImmutable();
    }

    static ImmutableArray<Diagnostic> Link()
    {
        WeightsShape.Shape.TryRead(Root["weights"]!, reader, out _);
        CaseLinks.Resolve(new KnownNames(Root, Root, Dated, new CaseTree(MemorySource.Empty, diagnostics)), reader.Get<References>(), diagnostics);
        return [.. diagnostics.Sorted];
    }
}
