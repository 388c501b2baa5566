using Sluice.Cases;
using Sluice.Optimization;
using Sluice.Planning;
using Sluice.Planning.Answers;
using Sluice.Planning.BreakEvens;
using Sluice.Planning.Buyer;
using Sluice.Reading;
using Sluice.Tests.Planning.Answers;

namespace Sluice.Tests.Planning.BreakEvens;

public class BreakEvenTests
{
    static readonly BreakEvenOptions fine = new() { Doubt = 0, Refinements = 26, Points = 200, RareBelow = 0, Passes = 150, PassesFromNothing = 200, Fewest = 5_000 };

    /// <summary>
    /// Regret of the plan's first decision in another world, money, over two extensive forms: with the columns of the first period that commit pinned to what
    /// the plan does there, and free. The wait is one period, and nothing is drawn in it.
    /// </summary>
    static double? Regret(Asked asked, Assumption assumption, double number)
    {
        if (asked.Source.Load(o => o with { Patches = [Patch.Set(assumption.Path, assumption.With(number), new Place("test", 1, 1))] }).Case is not { } world)
            return null;
        var free = SmallCase.Compile(world).Value();
        var pinned = SmallCase.Compile(world);
        var (graph, legend) = (pinned.Programme.Graph, pinned.Programme.Legends[0][0].Columns);
        var own = asked.Policy.Solve(0, 0, asked.Programme.Programme.Graph.InitialState.AsSpan());
        var decided = asked.Programme.Programme.Legends[0][0].Columns.Select((c, j) => (Key: (c.Kind, c.Subject, c.With, c.Period), Value: own.Columns[j])).ToDictionary(p => p.Key, p => p.Value);
        for (var j = 0; j < legend.Length; j++)
            if (legend[j].Kind is ChoiceKind.Order or ChoiceKind.Cancel or ChoiceKind.CancelHeld or ChoiceKind.RentMore or ChoiceKind.GiveUp)
            {
                var value = Math.Min(legend[j].Most, decided.GetValueOrDefault((legend[j].Kind, legend[j].Subject, legend[j].With, legend[j].Period)));
                graph.Stages[0].Nodes[0].Subproblem.SetBounds(j, Math.Max(0, value - 1e-9), value + 1e-9);
            }
        try
        {
            return (DeterministicEquivalent.Solve(graph).Value - free) * 1e6;
        }
        catch (InvalidOperationException)
        {
            return null; // The plan's quantities cannot be had there at all.
        }
    }

    static bool WitnessHolds(Asked asked) => asked.Context.Terms.Waits == 1 && asked.Programme.Programme.Graph.Stages[0].Nodes[0].Outcomes.Length == 1;

    [Fact]
    public void Break_evens_equal_those_of_brute_force_and_no_candidate_hides_one()
    {
        var crossings = 0;
        // The same cases every time: where the last digits of training are compared, a drawn case that trains slowly would be a chance failure.
        foreach (var seed in Enumerable.Range(1, 14))
        {
            using var asked = new Asked(RandomCase.Of(seed) with { AsOf = "2025-09-01" }, passes: 200);
            if (!WitnessHolds(asked))
                continue;
            var here = 0;
            var influences = new InfluenceSearch(asked.Context, TestContext.Current.CancellationToken);
            var search = new BreakEvenSearch(asked.Context, fine, new PlanDecisions(asked.Context.Policy));
            foreach (var assumption in InfluenceSearch.Varied(asked.Programme.World))
            {
                var (from, to) = InfluenceSearch.RangeOf(assumption);
                foreach (var end in new[] { from, to })
                {
                    if (Coarse(asked, assumption, end) is not { } step)
                        continue;
                    // What turns the decision must be a candidate, wherever the same states stay.
                    if (influences.Of(assumption) is not { } influence)
                        continue;
                    Assert.True(influence.Touches, $"{assumption.Path} turns the decision and is no candidate");
                    if (here++ >= 2)
                        continue;
                    var exact = Bisected(asked, assumption, step.Inside, step.Outside);
                    var found = BreakEvenSearch.Of(asked.Context, influence, search.Crossing(assumption, from, TestContext.Current.CancellationToken), search.Crossing(assumption, to, TestContext.Current.CancellationToken));
                    var crossing = Assert.NotNull(end == from ? found.Below : found.Above);
                    var slack = 1e-6 * (Math.Abs(to - from) + Math.Abs(exact)) + Flat(asked, assumption, exact, to - from);
                    Assert.InRange(exact, crossing.Low - slack, crossing.High + slack);
                    Assert.InRange(crossing.High - crossing.Low, 0, slack);
                    crossings++;
                }
            }
        }
        Assert.True(crossings > 5, "no break-even in any of the cases: the test says nothing");
    }

    /// <summary>Width in the number that 1e-7 of the cost makes where the regret rises slowly.</summary>
    static double Flat(Asked asked, Assumption assumption, double at, double range)
    {
        var h = 1e-4 * range;
        var slope = ((Regret(asked, assumption, at + h) ?? 0) - (Regret(asked, assumption, at - h) ?? 0)) / (2 * h);
        return Math.Min(range, 1e-7 * (Math.Abs(asked.Exact) + 1e6) / Math.Max(1e-12, Math.Abs(slope)));
    }

    static (double Inside, double Outside)? Coarse(Asked asked, Assumption assumption, double end)
    {
        var last = assumption.Value;
        for (var k = 1; k <= fine.Scan && end != assumption.Value; k++)
        {
            var value = assumption.Value + (end - assumption.Value) * k / fine.Scan;
            if (Regret(asked, assumption, value) is not { } regret)
                return null;
            if (regret > asked.Context.Indifference)
                return (last, value);
            last = value;
        }
        return null;
    }

    static double Bisected(Asked asked, Assumption assumption, double inside, double outside)
    {
        for (var k = 0; k < 45; k++)
        {
            var middle = (inside + outside) / 2;
            if (Regret(asked, assumption, middle) > asked.Context.Indifference)
                outside = middle;
            else
                inside = middle;
        }
        return (inside + outside) / 2;
    }

    [Fact]
    public void Todays_value_has_no_regret()
    {
        using var asked = new Asked(RandomCase.Of(17));
        var price = InfluenceSearch.Varied(asked.Programme.World).First(a => a.Path == "offers.foreign.price");
        var regret = new BreakEvenSearch(asked.Context, fine, new PlanDecisions(asked.Context.Policy)).At(price, price.Value, TestContext.Current.CancellationToken);
        Assert.NotNull(regret);
        Assert.InRange(regret.High, 0, 1e-6 * (Math.Abs(asked.Exact) + 1e6));
    }

    [Fact]
    public void Sides_searched_side_by_side_find_what_one_finds_alone_where_the_wait_is_several_periods()
    {
        var options = new BreakEvenOptions { Full = 2, Scan = 3, Refinements = 1 };
        var (several, compared) = (0, 0);
        foreach (var seed in Enumerable.Range(1, 4))
        {
            using var asked = new Asked(RandomCase.Of(seed));
            several += asked.Context.Terms.Waits > 1 ? 1 : 0;
            var found = new BreakEvensAnswer { Search = options }.Compute(asked.Context, PlanAnswers.Empty, TestContext.Current.CancellationToken).BreakEvens;
            foreach (var turn in Assert.NotNull(found))
            {
                var alone = new BreakEvenSearch(asked.Context, options, new PlanDecisions(asked.Context.Policy));
                Same(turn.Below, alone.Crossing(turn.Influence.Assumption, turn.Influence.From, TestContext.Current.CancellationToken).At);
                Same(turn.Above, alone.Crossing(turn.Influence.Assumption, turn.Influence.To, TestContext.Current.CancellationToken).At);
                compared++;

                void Same(Bracket? one, Bracket? other)
                {
                    Assert.Equal(one is null, other is null);
                    var slack = 1e-6 * (Math.Abs(turn.Influence.To - turn.Influence.From) + 1);
                    if (one is { } a && other is { } b)
                        Assert.True(Math.Abs(a.Low - b.Low) <= slack && Math.Abs(a.High - b.High) <= slack, $"{turn.Influence.Assumption.Path}: {a} side by side, {b} alone");
                }
            }
        }
        Assert.True(several > 0 && compared > 2, "no case with a wait of several periods: the test says nothing");
    }
}
