using Sluice.Cases;
using Sluice.Optimization;
using Sluice.Planning;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;
using Sluice.Planning.Causes;
using Sluice.Planning.Flows;
using Sluice.Reading;

namespace Sluice.Tests.Planning.Answers;

/// <summary>A small case planned until nothing moves, and ready to be asked.</summary>
internal sealed class Asked : IDisposable
{
    public Asked(Tiny world, int passes = 80)
    {
        Source = new CaseSource(world.Files, MemorySource.Empty, LoadOptions.None);
        Programme = SmallCase.Compile(world.Files);
        var options = new PlanOptions { Passes = passes, Stop = StopRule.PassesOnly, Threads = 1, Paths = 60, Depth = PlanDepth.Decisions };
        BuyerPlan plan;
        using (var planner = new BuyerPlanner(Programme, options, Source))
            plan = planner.Plan(cancellation: TestContext.Current.CancellationToken);
        var training = new SddpOptions { Threads = 1, Seed = 7, SkipThreshold = 0 };
        Policy = new Sddp(Programme.Programme.Graph, training);
        Policy.Train(new StoppingRules { Passes = passes, Bound = null }, cancellation: TestContext.Current.CancellationToken);
        Context = new AnswerContext
        {
            Programme = Programme, Policy = Policy, Training = training, Options = options, Plan = plan, Source = Source,
            Index = new LegendIndex(Programme.Programme.Legends), BoundSeed = 99, PathSeed = 11, Report = _ => { },
            Flows = new FlowTally(Programme.Programme), Causes = new CauseTally(Programme.Terms, Programme.Programme),
        };
    }

    public CaseSource Source { get; }

    public BuyerProgramme Programme { get; }

    public Sddp Policy { get; }

    public AnswerContext Context { get; }

    /// <summary>Optimal cost, money, over the extensive form.</summary>
    public double Exact => Programme.Value() * Sluice.Planning.Programme.MoneyScale;

    public void Dispose() => Policy.Dispose();
}
