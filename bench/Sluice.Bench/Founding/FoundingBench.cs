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
        var root = Root();
        var loaded = CaseReader.Load(new FolderSource(Path.Combine(root, "cases", "h20-2025-08")), new FolderSource(Path.Combine(root, "atlas")),
            new LoadOptions { WhatIfs = arguments.Text("with") is { } names ? [.. names.Split(',')] : [] });
        if (loaded.Case is not { } world)
            throw new InvalidOperationException($"The founding case does not load: {loaded.Diagnostics.First(d => d.Severity == Severity.Error).Message}");
        var outlook = CaseOutlook.Of(world);
        return BuyerProgramme.Compile(world, outlook.Chain, outlook.Conditions).Programme.Graph;
    }

    static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Sluice.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("The bench runs outside the repository: no Sluice.slnx above it.");
    }
}
