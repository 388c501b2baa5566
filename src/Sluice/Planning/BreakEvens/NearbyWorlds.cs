using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Evidence;
using Sluice.Optimization;
using Sluice.Outlooks;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;
using Sluice.Reading;

namespace Sluice.Planning.BreakEvens;

/// <summary>The case with other numbers in it, over the joint states of the plan.</summary>
/// <param name="World">The case.</param>
/// <param name="Terms">Its figures in the programme's units.</param>
/// <param name="MovesChances">Whether its transition probabilities may differ from the plan's.</param>
/// <param name="MovesOnlyChances">Whether it differs from the plan's in those alone: then its programmes are the plan's.</param>
/// <param name="SameShape">Whether states of the plan are states of it: the same entries in every period.</param>
sealed record NearbyWorld(Case World, BuyerTerms Terms, bool MovesChances, bool MovesOnlyChances, bool SameShape)
{
    /// <summary>Compiles one node.</summary>
    public StageNode Node(ImmutableArray<StateLayout> layouts, int stage, int node, double floor)
    {
        var (subproblem, outcomes, _) = PeriodProgramme.Write(
            Terms, layouts[stage], stage + 1 < Terms.Stages ? layouts[stage + 1] : null, Question.None, stage, Terms.Chain.Alive[stage][node]);
        return new StageNode(subproblem, outcomes, floor);
    }
}

/// <summary>
/// Reads worlds that differ from the plan's in some numbers: the numbers are set by path in the one tree of nodes, as any what-if sets them, and what
/// comes out is typed, linked and compiled anew. The joint states stay those of the plan, so that states and cuts of one are states of the other.
/// </summary>
sealed class NearbyWorlds(AnswerContext context)
{
    static readonly Place at = new("answers", 1, 1);

    // Sections whose numbers move no chance. Effects of a level do not either.
    static readonly ImmutableArray<string> still =
        ["offers", "fleet", "demand", "on-order", "planned", "workloads", "stacks", "places", "parts", "verdicts", "parties", "discount", "indifference", "budget", "risk", "rates", "stance"];

    ImmutableArray<StateLayout> Layouts => context.Programme.Programme.Layouts;

    /// <summary>Reads the world with these numbers; null where it is no sound case, or its periods, levels or wait are others.</summary>
    public NearbyWorld? Read(params ReadOnlySpan<(Assumption Assumption, double Number)> set)
    {
        if (context.Source is not { } source)
            return null;
        var patches = ImmutableArray.CreateBuilder<Patch>(set.Length);
        var (moves, only) = (false, true);
        foreach (var (assumption, number) in set)
        {
            patches.Add(Patch.Set(assumption.Path, assumption.With(number), at));
            moves |= MovesChances(assumption.Path);
            only &= IsOfMove(assumption.Path);
        }
        return source.Load(o => o with { Patches = [.. o.Patches, .. patches] }).Case is { } world ? Of(world, moves, only) : null;
    }

    /// <summary>Compiles all of it.</summary>
    public static BuyerProgramme Compile(NearbyWorld world) => BuyerProgramme.Compile(world.World, world.Terms.Chain, world.Terms.Conditions);

    /// <summary>Whether a number can move a chance.</summary>
    public static bool MovesChances(string path) =>
        !still.Any(s => path == s || path.StartsWith(s + ".", StringComparison.Ordinal)) && !(path.StartsWith("drivers.", StringComparison.Ordinal) && path.Contains(".levels.", StringComparison.Ordinal));

    /// <summary>Whether a number is one of a move: its rate, or what multiplies it.</summary>
    static bool IsOfMove(string path) => path.StartsWith("drivers.", StringComparison.Ordinal) && path.Contains(".moves.", StringComparison.Ordinal) && !path.Contains(".levels.", StringComparison.Ordinal);

    NearbyWorld? Of(Case world, bool moves, bool only)
    {
        var plan = context.Terms.Chain;
        if (!SameLevels(plan.Drivers, world.Drivers) || world.Header.Clock.Periods.Length != context.Terms.Stages)
            return null;
        if ((moves ? ChainOf(world, plan) : plan with { Drivers = world.Drivers }) is not { } chain)
            return null;
        var conditions = ConditionsTable.Build(chain, world.Market, world.Header.Viewpoint, world.Header.Stances, world.Verdicts, world.Classes);
        var terms = new BuyerTerms(world, chain, conditions);
        return terms.Waits == context.Terms.Waits ? new NearbyWorld(world, terms, moves, only, SameShape(BuyerLayouts.Of(terms))) : null;
    }

    static OutlookChain? ChainOf(Case world, OutlookChain plan)
    {
        var resolved = world.Evidence.Disputes.Where(d => d.Resolved is not null).ToImmutableSortedDictionary(d => d.Id, d => d.Resolved!, StringComparer.Ordinal);
        var supports = Supports.Weigh(world.Evidence, world.Evidence.Weights[0], world.Header.AsOf, resolved);
        var standing = Standings.At(world.Drivers, world.Header.AsOf, world.Header.Told, supports);
        var rates = MoveRates.Of(world.Drivers, supports, world.Calendar);
        return Outlook.Like(plan, world.Drivers, standing, rates, world.Header.Clock, world.Calendar, OutlookOptions.Default);
    }

    static bool SameLevels(ImmutableArray<Driver> one, ImmutableArray<Driver> other) =>
        one.Length == other.Length && one.Zip(other).All(p => p.First.Id == p.Second.Id && p.First.Levels.Select(l => l.Id).SequenceEqual(p.Second.Levels.Select(l => l.Id)));

    bool SameShape(ImmutableArray<StateLayout> layouts) =>
        layouts.Length == Layouts.Length && layouts.Zip(Layouts).All(p => p.First.Keys.SequenceEqual(p.Second.Keys));
}
