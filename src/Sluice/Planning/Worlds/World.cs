using Sluice.Optimization;
using Sluice.Planning.Buyer;

namespace Sluice.Planning.Worlds;

/// <summary>Another world: the case with something changed, compiled anew, with a policy of its own. Dispose it: its nodes hold solver instances.</summary>
sealed class World : IDisposable
{
    readonly double pruned;
    double lower = double.NegativeInfinity;
    UpperBound upper = new(double.PositiveInfinity, double.NaN, double.NaN, 0, UpperBound.None);

    /// <summary>Takes the programme and the policy over.</summary>
    public World(BuyerProgramme programme, Sddp policy)
    {
        (Programme, Policy) = (programme, policy);
        pruned = PruningCost.Of(programme.Terms, programme.CostToGoFloors);
    }

    /// <summary>The case as it is there, compiled.</summary>
    public BuyerProgramme Programme { get; }

    /// <summary>Its policy.</summary>
    public Sddp Policy { get; }

    /// <summary>Bounds on its optimum so far.</summary>
    public PlanBounds Bounds => new(lower * Planning.Programme.MoneyScale, upper.Value * Planning.Programme.MoneyScale, upper.Kind, pruned);

    /// <summary>Trains until the gap is small enough or the passes are used up.</summary>
    /// <param name="passes">Most passes.</param>
    /// <param name="gap">Gap that is enough, money.</param>
    /// <param name="seed">Seed of the paths of the upper bound.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Train(int passes, double gap, ulong seed, CancellationToken cancellation)
    {
        var result = Policy.Train(new StoppingRules
        {
            Passes = passes, AbsoluteGap = Math.Max(0, gap - pruned) / Planning.Programme.MoneyScale, Bound = new BoundOptions { Seed = seed, Method = BoundMethod.Paths },
        }, cancellation: cancellation);
        cancellation.ThrowIfCancellationRequested();
        lower = Math.Max(lower, result.LowerBound);
        if (result.UpperBound.Value < upper.Value)
            upper = result.UpperBound;
    }

    /// <summary>Trains so many passes; the lower bound rises, the upper bound stays as it was last estimated.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Train(int passes, CancellationToken cancellation)
    {
        lower = Math.Max(lower, Policy.Train(new StoppingRules { Passes = passes, Bound = null }, cancellation: cancellation).LowerBound);
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Estimates the upper bound, along no more paths than show on which side of an amount it lies.</summary>
    /// <param name="amount">Money; −∞ where all paths count.</param>
    /// <param name="seed">Seed of the paths.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Estimate(double amount, ulong seed, CancellationToken cancellation) => Train(0, Math.Max(0, amount - lower * Planning.Programme.MoneyScale) + pruned, seed, cancellation);

    /// <summary>The same world under a question about its wait, sharing all later stages with it. Dispose it before this one.</summary>
    public World Branch(Question question, SddpOptions training)
    {
        var wait = Programme.CompileWait(question);
        var branch = Programme.Waits < wait.Graph.Stages.Length
            ? Policy.Branch(wait.Graph.Stages[..Programme.Waits], wait.Graph.InitialState) : new Sddp(wait.Graph, training);
        return new World(Programme, branch);
    }

    /// <inheritdoc/>
    public void Dispose() => Policy.Dispose();
}
