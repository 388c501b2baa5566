using Sluice.Cases;
using Sluice.Optimization;
using Sluice.Outlooks;
using Sluice.Planning.Buyer;
using Sluice.Reading;

namespace Sluice.Tests.Planning;

/// <summary>Small cases written as the files of a case, read and compiled as any other.</summary>
internal static class SmallCase
{
    public static MemorySource Files(params ReadOnlySpan<(string Name, string Text)> files)
    {
        var source = MemorySource.Empty;
        foreach (var (name, text) in files)
            source = source.With(name, text);
        return source;
    }

    public static Case Read(IFileSource files)
    {
        var loaded = CaseReader.Load(files, MemorySource.Empty, LoadOptions.None);
        Assert.True(loaded.Case is not null, string.Join('\n', loaded.Diagnostics.Where(d => d.Severity == Severity.Error)));
        return loaded.Case;
    }

    public static BuyerProgramme Compile(IFileSource files) => Compile(Read(files));

    public static BuyerProgramme Compile(Case world)
    {
        var outlook = CaseOutlook.Of(world);
        return BuyerProgramme.Compile(world, outlook.Chain, outlook.Conditions);
    }

    /// <summary>Optimal expected cost over the extensive form, millions.</summary>
    public static double Value(this BuyerProgramme programme) => DeterministicEquivalent.Solve(programme.Programme.Graph).Value;

    public static void AssertClose(double expected, double actual, double relative = 1e-9) =>
        Assert.True(Math.Abs(expected - actual) <= relative * Math.Max(1, Math.Abs(expected)), $"expected {expected:R}, found {actual:R}");
}
