using System.Collections.Immutable;
using System.Diagnostics;

namespace Sluice.Optimization.Tests;

/// <summary>Nothing else of these tests runs beside those that look at the clock.</summary>
[CollectionDefinition(nameof(ByTheClock), DisableParallelization = true)]
public class ByTheClock;

/// <summary>Whatever runs ends soon after it is cancelled. The promise is 100 ms on an idle machine; the tests allow for busy ones.</summary>
[Collection(nameof(ByTheClock))]
public class CancelTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan After = TimeSpan.FromMilliseconds(150);

    // A pass over such a graph takes many seconds: one node of a stage has thousands of outcomes.
    private static PolicyGraph Long(int outcomes = 20_000, int stages = 6)
    {
        var random = new Random(1);
        var node = new Subproblem(3, 3);
        for (var i = 0; i < 3; i++)
        {
            var left = node.AddColumn(1 + i, 0, 20);
            node.SetOutgoing(i, left);
            var bought = node.AddColumn(5 + i, 0, 50);
            var missing = node.AddColumn(40, 0, double.PositiveInfinity);
            var balance = node.AddRow(-5, double.PositiveInfinity);
            node.Set(balance, left, -1);
            node.Set(balance, bought, 1);
            node.Set(balance, missing, 1);
            node.SetIncoming(balance, i, 1);
        }
        var noise = Enumerable.Range(0, outcomes).Select(_ => new Outcome(1.0 / outcomes, [Change.RowBounds(0, random.NextDouble() * 20, double.PositiveInfinity)])).ToImmutableArray();
        ImmutableArray<StageNode> nodes = [new StageNode(node, noise, 0)];
        return new PolicyGraph(
            [new Stage([new StageNode(node, 0)], [[1.0]]), .. Enumerable.Range(0, stages - 2).Select(_ => new Stage(nodes, [[1.0]])), new Stage(nodes)], [5, 5, 5]);
    }

    [Fact]
    public void Training_ends_between_two_outcomes_of_a_node()
    {
        using var policy = new Sddp(Long(), new SddpOptions { Threads = 1 });
        Ends(token => policy.Train(new StoppingRules { Passes = int.MaxValue, Bound = null }, cancellation: token));
    }

    [Fact]
    public void Bounds_of_both_kinds_end_between_two_outcomes_of_a_node()
    {
        using var policy = new Sddp(Long(1000), new SddpOptions { Threads = 1 });
        policy.Train(new StoppingRules { Passes = 1, Bound = null });
        Ends(token => Throws(() => policy.EstimateUpperBound(new BoundOptions { Paths = 2000, MaximumPaths = 2000 }, token)));
        using var wider = new Sddp(Long(), new SddpOptions { Threads = 1 });
        Ends(token => Throws(() => { while (true) wider.EstimateUpperBound(new BoundOptions { Method = BoundMethod.Inner }, token); }));
    }

    [Fact]
    public void A_branch_and_a_refresh_end_between_two_solves()
    {
        var graph = Long(400, stages: 4);
        using var policy = new Sddp(graph, new SddpOptions { Threads = 1 });
        policy.Train(new StoppingRules { Passes = 30, Bound = null });
        Ends(token => Throws(() => { while (true) policy.Branch([graph.Stages[0]], graph.InitialState, token).Dispose(); }));
        Ends(token => Throws(() => { while (true) policy.Refreshed(graph, null, token).Dispose(); }));
        Ends(token => Throws(() => { while (true) policy.Simulate(500, 1, (in SimulationStep _) => { }, cancellation: token); }));
        Ends(token => Throws(() => { while (true) policy.AskRoot(new RootQuestion(), token); }));
    }

    [Fact]
    public void An_equivalent_ends_even_where_HiGHS_does_not_listen()
    {
        var problem = StochasticProblem.Of(Long(60, stages: 4));
        var options = new EquivalentOptions { MaximumEntries = 1e8 };
        Ends(token => Assert.Equal(ModelStatus.Interrupt, Equivalent.Solve(problem, options, token).Status));
        Stragglers.Settle();
    }

    private static void Ends(Action<CancellationToken> work)
    {
        using var source = new CancellationTokenSource();
        var asked = 0L;
        // The moment is noted before the request: a callback on the token may run after the work has already seen it.
        var canceller = new Thread(() =>
        {
            Thread.Sleep(After);
            Volatile.Write(ref asked, Stopwatch.GetTimestamp());
            source.Cancel();
        });
        canceller.Start();
        work(source.Token);
        var ended = Stopwatch.GetTimestamp();
        var wasAsked = source.IsCancellationRequested;
        canceller.Join();
        Assert.True(wasAsked, "the work ended before it was cancelled");
        Assert.InRange(Stopwatch.GetElapsedTime(Volatile.Read(ref asked), ended), TimeSpan.Zero, Soon);
    }

    private static void Throws(Action work) => Assert.ThrowsAny<OperationCanceledException>(work);
}
