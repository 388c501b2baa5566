using Sluice.Cases;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;
using Sluice.Reading;

namespace Sluice.Tests.Planning.Answers;

/// <summary>Plans with answers, of cases small enough to be enumerated.</summary>
internal static class Answered
{
    static readonly PlanOptions patient = new() { Passes = 60, Stop = StopRule.PassesOnly, Threads = 1, Paths = 60 };

    public static BuyerPlan Of(MemorySource files, IFileSource atlas, AnswerName[] names, PlanOptions? options = null,
        IProgress<PlanProgress>? progress = null, CancellationToken cancellation = default)
    {
        var source = new CaseSource(files, atlas, LoadOptions.None);
        var loaded = source.Load();
        Assert.True(loaded.Case is not null, string.Join('\n', loaded.Diagnostics.Where(d => d.Severity == Severity.Error)));
        var outlook = CaseOutlook.Of(loaded.Case);
        using var planner = new BuyerPlanner(BuyerProgramme.Compile(loaded.Case, outlook.Chain, outlook.Conditions),
            (options ?? patient) with { Answers = AnswerNames.None.Union(names).ToHashSet().ToFrozen() }, source);
        return planner.Plan(progress, cancellation: cancellation);
    }

    public static BuyerPlan Of(Tiny tiny, params AnswerName[] names) => Of(tiny.Files, MemorySource.Empty, names, cancellation: TestContext.Current.CancellationToken);

    static System.Collections.Frozen.FrozenSet<AnswerName> ToFrozen(this HashSet<AnswerName> names) => System.Collections.Frozen.FrozenSet.ToFrozenSet(names);

    public sealed class Told(Action<PlanProgress> tell) : IProgress<PlanProgress>
    {
        public void Report(PlanProgress value) => tell(value);
    }
}
