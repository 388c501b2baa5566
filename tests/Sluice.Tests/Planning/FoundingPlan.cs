using Sluice.Cases;
using Sluice.Planning.Buyer;
using Sluice.Reading;
using Sluice.Runs;

namespace Sluice.Tests.Planning;

/// <summary>The founding case as it stands in the repository.</summary>
internal static class FoundingPlan
{
    static readonly Lazy<(Case World, CaseOutlook Outlook)> loaded = new(() =>
    {
        var read = CaseReader.Load(new FolderSource(Repository.At("cases", "h20-2025-08")), new FolderSource(Repository.At("atlas")), LoadOptions.None);
        Assert.True(read.Case is not null, string.Join('\n', read.Diagnostics.Where(d => d.Severity == Severity.Error)));
        return (read.Case, CaseOutlook.Of(read.Case));
    });

    public static Case World => loaded.Value.World;

    public static CaseOutlook Outlook => loaded.Value.Outlook;

    public static BuyerProgramme Compile() => BuyerProgramme.Compile(World, Outlook.Chain, Outlook.Conditions);

    public static PlanRecord Record(Case world, CaseOutlook outlook, PlanOptions options)
    {
        using var planner = new BuyerPlanner(BuyerProgramme.Compile(world, outlook.Chain, outlook.Conditions), options);
        return PlanRecords.Of(world, planner.Plan(cancellation: TestContext.Current.CancellationToken), outlook, new RunHeader("test", options.Seed, []));
    }
}
