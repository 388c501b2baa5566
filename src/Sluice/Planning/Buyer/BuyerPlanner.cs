using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Market;
using Sluice.Optimization;
using Sluice.Planning.Answers;
using Sluice.Planning.Causes;
using Sluice.Planning.Flows;
using Sluice.Planning.Rivals;

namespace Sluice.Planning.Buyer;

/// <summary>Solves a buyer's programme and reads the plan out of it: bounds, decisions now, ranges, stake, what follows a move.</summary>
public sealed class BuyerPlanner : IDisposable
{
    readonly BuyerProgramme programme;
    readonly BuyerTerms terms;
    readonly PlanOptions options;
    readonly CaseSource? source;
    readonly LegendIndex index;
    readonly SddpOptions training;
    readonly Sddp policy;
    readonly FlowTally flows;
    readonly CauseTally causes;

    /// <summary>Prepares a planner; solver instances are made as nodes are first solved.</summary>
    /// <param name="programme">The compiled case.</param>
    /// <param name="options">How long and how finely to plan, and what to answer.</param>
    /// <param name="source">Where the case was read, for answers about other worlds; null: those answers are left out and say so.</param>
    public BuyerPlanner(BuyerProgramme programme, PlanOptions options, CaseSource? source = null)
    {
        (this.programme, this.options, this.source, terms) = (programme, options, source?.Held(), programme.Terms);
        index = new LegendIndex(programme.Programme.Legends);
        training = new SddpOptions { Seed = (ulong)options.Seed, Threads = options.Threads, Clock = options.Clock, FailedSubproblemPath = options.FailedSubproblemPath };
        policy = new Sddp(programme.Programme.Graph, training);
        (flows, causes) = (new FlowTally(programme.Programme), new CauseTally(terms, programme.Programme));
    }

    /// <summary>The policy; trained after <see cref="Plan"/>.</summary>
    internal Sddp Policy => policy;

    ulong BoundSeed => (ulong)options.Seed + 92;

    ulong PathSeed => (ulong)options.Seed + 4;

    /// <summary>Plans, then answers. Cancelling keeps the best so far: it ends training, and what was not yet asked is left out.</summary>
    /// <param name="progress">Told what is being done. Default null.</param>
    /// <param name="found">Told when the decisions stand, with null, and after each answer, with its name. Default null.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="SubproblemException">A period's programme has no solution.</exception>
    public BuyerPlan Plan(
        IProgress<PlanProgress>? progress = null, Action<BuyerPlan, AnswerName?>? found = null, CancellationToken cancellation = default)
    {
        var plan = Decide(progress, cancellation);
        found?.Invoke(plan, null);
        foreach (var answer in AnswerList.All.Where(a => options.Answers.Contains(a.Name)))
        {
            plan = plan with { Answers = Answered(answer, plan, progress, cancellation) };
            found?.Invoke(plan, answer.Name);
        }
        return plan with { Solves = policy.Counts.Solves, Stopped = cancellation.IsCancellationRequested ? Word(StopReason.Cancelled) : plan.Stopped };
    }

    PlanAnswers Answered(IAnswer answer, BuyerPlan plan, IProgress<PlanProgress>? progress, CancellationToken cancellation)
    {
        var context = new AnswerContext
        {
            Programme = programme, Policy = policy, Training = training, Options = options, Plan = plan, Source = source, Index = index,
            Flows = flows, Causes = causes, BoundSeed = BoundSeed, PathSeed = PathSeed,
            Report = step => progress?.Report(new PlanProgress(step, plan.Passes, plan.Bounds.Lower, plan.Bounds.Upper)),
        };
        try
        {
            cancellation.ThrowIfCancellationRequested();
            return answer.Compute(context, plan.Answers, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return plan.Answers.Without(answer.Name, "cancelled before it was answered");
        }
        catch (SubproblemException failed)
        {
            return plan.Answers.Without(answer.Name, failed.Message);
        }
    }

    static string Word(StopReason reason) => reason.ToString().ToLowerInvariant();

    BuyerPlan Decide(IProgress<PlanProgress>? progress, CancellationToken cancellation)
    {
        progress?.Report(new PlanProgress("measuring the plan of before", 0, double.NaN, double.PositiveInfinity));
        var indifference = options.Indifference ?? Indifference();
        var pruned = PruningCost.Of(terms, programme.CostToGoFloors);
        var trained = Train(indifference, pruned, progress, cancellation);
        var wait = new WaitTally(terms, index, 0, terms.Waits);
        var byPeriod = Enumerable.Range(0, terms.Waits).Select(t => new WaitTally(terms, index, t, t + 1)).ToImmutableArray();
        var service = new ServiceTally(terms, index, options.Paths);
        policy.Simulate(options.Paths, PathSeed, (in SimulationStep step) => 
        {
            wait.Add(step);
            foreach (var period in byPeriod)
                period.Add(step);
            service.Add(step);
            flows.Add(step);
            causes.Add(step);
        }, cancellation: CancellationToken.None);

        var bounds = new PlanBounds(trained.LowerBound * Programme.MoneyScale, trained.UpperBound.Value * Programme.MoneyScale, trained.UpperBound.Kind, pruned);
        var deep = options.Depth == PlanDepth.Ranges && trained.Reason != StopReason.Cancelled;
        var ranges = deep && bounds.IsBound;
        var questions = new WaitQuestions(programme, policy, training, bounds, indifference, BoundSeed, PathSeed);
        progress?.Report(new PlanProgress("pricing the stake", trained.Passes, bounds.Lower, bounds.Upper));
        var unknown = new Bracket(0, double.PositiveInfinity);
        var stake = ranges ? UnlessCancelled(() => questions.Stake(cancellation), unknown) : unknown;
        var offers = ImmutableArray.CreateBuilder<OfferPlan>();
        foreach (var offer in terms.World.Market.Offers)
        {
            progress?.Report(new PlanProgress($"ranging {offer.Id}", trained.Passes, bounds.Lower, bounds.Upper));
            offers.Add(OfferPlanOf(offer, wait.Mean(offer.Id), [.. byPeriod.Select(p => p.Mean(offer.Id))], ranges ? questions : null, cancellation));
        }
        progress?.Report(new PlanProgress("looking at what may come next", trained.Passes, bounds.Lower, bounds.Upper));
        var next = deep ? UnlessCancelled(() => new NextMoves(terms, programme.Programme, policy, PathSeed).All(cancellation), []) : [];
        return new BuyerPlan
        {
            Bounds = bounds,
            Indifference = indifference,
            Stake = stake,
            Stopped = Word(cancellation.IsCancellationRequested ? StopReason.Cancelled : trained.Reason),
            Passes = trained.Passes,
            Offers = offers.ToImmutable(),
            Porting = [.. terms.Portings.Select(p => new PortingPlan(p.Stack.Id, p.Workload.Id, wait.Ported(p.Stack.Id, p.Workload.Id) * Programme.UnitScale))],
            Next = next,
            Cost = service.Cost,
            Unserved = service.Unserved,
            Solves = policy.Counts.Solves,
        };
    }

    /// <summary>
    /// Mean cost of this plan and of simpler ways along the levels that came true up to a day and drawn after it, money; empty where the outlook does not hold them.
    /// All walk the same paths, with the control variate of the upper bound. After <see cref="Plan"/>.
    /// </summary>
    /// <param name="knownTo">Last day of which the levels are known.</param>
    /// <param name="paths">Paths, 1 or more.</param>
    /// <param name="cancellation">Cancels.</param>
    public ImmutableArray<(RivalPolicy Policy, double Cost)> CostsAlongWhatCameTrue(DateOnly knownTo, int paths, CancellationToken cancellation = default)
    {
        var transitions = CameTrue.Transitions(terms, programme.Programme, knownTo);
        if (transitions.IsDefault || terms.World.Header.Risk is not null)
            return [];
        return [.. Enum.GetValues<RivalPolicy>().Select(way => (way, policy.CostsAlongPaths(
            new BoundOptions { Paths = paths, MaximumPaths = paths, Seed = BoundSeed, Rule = RivalsAnswer.RuleOf(programme, way) }, transitions, cancellation).Average() * Programme.MoneyScale))];
    }

    /// <inheritdoc/>
    public void Dispose() => policy.Dispose();

    /// <summary>A share of the gross outlay of the as-planned habit, fixed once.</summary>
    double Indifference()
    {
        const int habitPaths = 200;
        var habit = new AsPlannedHabit(terms, programme.Programme);
        var outlay = new Outlay(programme.Programme, terms.Viewpoint);
        var total = 0.0;
        policy.Simulate(habitPaths, PathSeed, (in SimulationStep step) => total += outlay.Of(step.Stage, step.Node, step.Columns),
            new SimulationOptions { Rule = habit.Decide });
        return total / habitPaths * terms.World.Header.Indifference.Value * Programme.MoneyScale;
    }

    TrainingResult Train(double indifference, double pruned, IProgress<PlanProgress>? progress, CancellationToken cancellation)
    {
        // Under a measure of risk no gap is known without an inner approximation, which takes minutes at this size: passes or time end training.
        var noGap = options.Stop == StopRule.PassesOnly || terms.World.Header.Risk is not null;
        var rules = new StoppingRules
        {
            Passes = options.Passes,
            Time = options.Time,
            RelativeGap = noGap ? null : options.RelativeGap,
            AbsoluteGap = noGap || options.RelativeGap is not null
                ? null : Math.Max(0, indifference / 2 - pruned) / Programme.MoneyScale,
            Bound = new BoundOptions { Seed = BoundSeed, Method = BoundMethod.Paths },
        };
        return policy.Train(rules, new Relay<TrainingProgress>(p => progress?.Report(
            new PlanProgress("training", p.Passes, p.LowerBound * Programme.MoneyScale, p.UpperBound * Programme.MoneyScale))), cancellation);
    }

    OfferPlan OfferPlanOf(Offer offer, OfferSums mean, ImmutableArray<OfferSums> byPeriod, WaitQuestions? questions, CancellationToken cancellation)
    {
        var isRental = offer is Rental;
        var quantity = (isRental ? mean.RentLevel : mean.Quantity) * Programme.UnitScale;
        var (binds, saves) = new BindingLimit(terms, programme.Programme, index, policy, QuotasOf(offer)).Of(offer);
        return new OfferPlan
        {
            Offer = offer.Id,
            Quantity = quantity,
            Ordered = mean.Quantity * Programme.UnitScale,
            ByPeriod = [.. byPeriod.Select(p => (isRental ? p.RentLevel : p.Quantity) * Programme.UnitScale)],
            FirstPeriod = mean.First * Programme.UnitScale,
            Most = mean.Most * Programme.UnitScale,
            Planned = Planned(offer.Id),
            Later = mean.Later * Programme.UnitScale,
            Possibly = UnlessCancelled(() => questions?.Possibly(offer, quantity, mean.Most * Programme.UnitScale, cancellation), null),
            Surely = UnlessCancelled(() => questions?.Surely(offer, quantity, mean.Most * Programme.UnitScale, cancellation), null),
            OnOrder = terms.World.Market.OnOrder.Where(r => r.Offer.Id == offer.Id).Sum(r => r.Units.Value),
            GivenBack = mean.GivenBack * Programme.UnitScale,
            Held = mean.Held * Programme.UnitScale,
            RentLevel = mean.RentLevel * Programme.UnitScale,
            Binds = binds,
            OneMoreSaves = saves,
        };
    }

    ImmutableArray<string> QuotasOf(Offer offer) =>
        [.. terms.Conditions.Quotas.Where(q => q.Offers.Any(i => terms.World.Market.Offers[i].Id == offer.Id)).Select(q => q.Id)];

    static T UnlessCancelled<T>(Func<T> answer, T otherwise)
    {
        try
        {
            return answer();
        }
        catch (OperationCanceledException)
        {
            return otherwise;
        }
    }

    double Planned(string offer)
    {
        var end = terms.Periods[terms.Waits - 1].End;
        return terms.World.Market.Planned.Where(r => r.Offer.Id == offer && r.OrderBy <= end).Sum(r => r.Units.Value);
    }

    /// <summary>Reports at once on the caller's thread, where <see cref="Progress{T}"/> would post it elsewhere.</summary>
    sealed class Relay<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
