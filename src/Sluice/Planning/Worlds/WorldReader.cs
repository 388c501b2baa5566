using Sluice.Cases;
using Sluice.Evidence;
using Sluice.Optimization;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;

namespace Sluice.Planning.Worlds;

/// <summary>
/// Reads other worlds: the case with further patches of its tree, typed, linked and compiled anew. Where the joint states and the state between
/// periods keep their shape, the plan's most recent trial points are solved again there, so that a world starts from what the plan has learnt.
/// </summary>
sealed class WorldReader(AnswerContext context)
{
    /// <summary>Most recent trial points that are solved again.</summary>
    const int Points = 40;

    /// <summary>Nodes that are rarer are solved at a few of them only.</summary>
    const double RareBelow = 2e-3;
    const int RarePoints = 4;

    /// <summary>Reads the case of a world; null where it is no sound case, with why.</summary>
    public (Case? World, string? Why) Read(Func<LoadOptions, LoadOptions> change)
    {
        if (context.Source is not { } source)
            return (null, "the case was not read from files");
        var loaded = source.Load(change);
        return loaded.Case is { } world ? (world, null)
            : (null, loaded.Diagnostics.FirstOrDefault(d => d.Severity == Reading.Severity.Error)?.Message ?? "the world is no sound case");
    }

    /// <summary>The outlook of a world, over the plan's joint states where that is possible.</summary>
    public CaseOutlook OutlookOf(Case world, Weights? weights = null) =>
        CaseOutlook.Of(world, weights ?? world.Evidence.Weights[0], SameLevels(world) ? context.Terms.Chain : null);

    /// <summary>
    /// Compiles a world, starts its policy from what the plan has learnt where the two share their states, else from nothing, and asks something of
    /// it. Where a period's programme resists the solver, it is asked once more from nothing. The plan's own policy is only read,
    /// so that worlds may be asked side by side.
    /// </summary>
    /// <exception cref="SubproblemException">It resists again.</exception>
    public TResult In<TResult>(Case world, CaseOutlook outlook, double residual, int threads, Func<World, TResult> ask, CancellationToken cancellation)
    {
        var programme = BuyerProgramme.Compile(world, outlook.Chain, outlook.Conditions, residual);
        if (SameStates(programme))
            try
            {
                using var warm = new World(programme, context.Policy.Refreshed(programme.Programme.Graph, new RefreshOptions { Points = Points, RareBelow = RareBelow, RarePoints = RarePoints, Threads = threads }, cancellation));
                return ask(warm);
            }
            catch (SubproblemException)
            {
                context.Report("starting once more without what the plan has learnt");
            }
        using var cold = new World(programme, new Sddp(programme.Programme.Graph, context.Training with { Threads = threads }));
        return ask(cold);
    }

    bool SameLevels(Case world) =>
        world.Header.Clock.Periods.Length == context.Terms.Stages && world.Drivers.Length == context.Terms.Chain.Drivers.Length
        && world.Drivers.Zip(context.Terms.Chain.Drivers).All(p => p.First.Id == p.Second.Id && p.First.Levels.Select(l => l.Id).SequenceEqual(p.Second.Levels.Select(l => l.Id)));

    bool SameStates(BuyerProgramme programme)
    {
        var (there, here) = (programme.Programme.Layouts, context.Programme.Programme.Layouts);
        return there.Length == here.Length && there.Zip(here).All(p => p.First.Keys.SequenceEqual(p.Second.Keys));
    }
}
