using Sluice.Cases;
using Sluice.Optimization;
using Sluice.Planning.Buyer;
using Sluice.Reading;

namespace Sluice.Bench;

/// <summary>The founding case, in the world of a what-if where <c>--with</c> names one; the graph is built from its files.</summary>
internal static class FoundingBench
{
    public static PolicyGraph Build(BenchArguments arguments)
    {
        var loaded = Source(arguments).Load();
        if (loaded.Case is not { } world)
            throw new InvalidOperationException($"The founding case does not load: {loaded.Diagnostics.First(d => d.Severity == Severity.Error).Message}");
        var outlook = CaseOutlook.Of(world);
        return BuyerProgramme.Compile(world, outlook.Chain, outlook.Conditions).Programme.Graph;
    }

    /// <summary>Where the founding case stands, with what-ifs where <c>--with</c> names some.</summary>
    public static CaseSource Source(BenchArguments arguments) => new(
        new FolderSource(Path.Combine(Root(), "cases", "h20-2025-08")), new FolderSource(Path.Combine(Root(), "atlas")),
        new LoadOptions { WhatIfs = arguments.Text("with") is { } names ? [.. names.Split(',')] : [] });

    static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Sluice.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("The bench runs outside the repository: no Sluice.slnx above it.");
    }
}
