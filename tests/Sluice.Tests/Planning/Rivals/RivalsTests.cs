using System.Text.RegularExpressions;
using Sluice.Planning.Answers;
using Sluice.Planning.Rivals;
using Sluice.Tests.Planning.Answers;

namespace Sluice.Tests.Planning.Rivals;

public class RivalsTests
{
    static Dictionary<RivalPolicy, Rival> Walked(Asked asked) => Assert.NotNull(
        new RivalsAnswer { Paths = 16, Draws = 2, PathsPerDraw = 2 }.Compute(asked.Context, PlanAnswers.Empty, TestContext.Current.CancellationToken).Rivals).ToDictionary(r => r.Policy);

    static Tiny WithoutFill(Tiny drawn) => drawn with { Offers = Regex.Replace(drawn.Offers, @", fill: \{[^}]*\}", "") };

    [Fact]
    public void Where_nothing_can_move_the_average_future_is_the_future_and_solving_anew_loses_nothing() => RandomCase.Each(8, drawn =>
    {
        using var asked = new Asked(WithoutFill(drawn) with { Drivers = Regex.Replace(drawn.Drivers, @", moves: \{.*\}\}\}$", "}") });
        var (exact, rivals) = (asked.Exact, Walked(asked));
        var slack = 1e-6 * (Math.Abs(exact) + 1e6);
        Assert.InRange(rivals[RivalPolicy.Sluice].Mean, exact - slack, exact + slack);
        Assert.InRange(rivals[RivalPolicy.Average].Mean, exact - slack, exact + slack);
        Assert.InRange(rivals[RivalPolicy.TwoStage].Mean, exact - slack, exact + slack);
    });

    [Fact]
    public void Where_news_comes_once_scenarios_of_the_next_period_are_the_whole_problem() => RandomCase.Each(8, drawn =>
    {
        using var asked = new Asked(WithoutFill(drawn) with { Periods = "months to 2025-10", Demand = "serve,2025-09,6k H20e\nserve,2025-10,7k H20e" });
        var (exact, rivals) = (asked.Exact, Walked(asked));
        var slack = 1e-6 * (Math.Abs(exact) + 1e6);
        Assert.InRange(rivals[RivalPolicy.TwoStage].Difference, -slack, slack);
        Assert.InRange(rivals[RivalPolicy.Average].Mean, exact - slack, double.PositiveInfinity);
    });

    [Fact]
    public void No_way_beats_the_optimum_and_the_plan_is_not_dearer_than_itself() => RandomCase.Each(6, drawn =>
    {
        using var asked = new Asked(drawn);
        var (exact, rivals) = (asked.Exact, Walked(asked));
        foreach (var rival in rivals.Values)
        {
            Assert.True(rival.Interval.Low <= rival.Difference && rival.Difference <= rival.Interval.High);
            Assert.True(rival.Interval.High >= -1e-6 * (Math.Abs(exact) + 1e6), $"{rival} is surely below the optimum {exact}");
            Assert.True(rival.RootRegret is not { } regret || (regret.Low >= 0 && regret.Low <= regret.High));
        }
        Assert.Equal(0, rivals[RivalPolicy.Sluice].Difference, 1e-6);
        Assert.Null(rivals[RivalPolicy.Sluice].Realised);
    });

    [Fact]
    public void What_came_true_is_walked_where_the_history_tells_of_it()
    {
        var drawn = WithoutFill(RandomCase.Of(3));
        using var asked = new Asked(drawn with { Drivers = drawn.Drivers.Replace("known: 2025-08-01}", "known: 2025-08-01}, 2025-09-20: {level: two, known: 2025-12-01}", StringComparison.Ordinal) });
        var forced = CameTrue.Transitions(asked.Context.Terms, asked.Programme.Programme, asked.Context.Terms.World.Atlas.Horizon);
        Assert.False(forced.IsDefault);
        var two = asked.Context.Terms.Chain.Alive[1].Select((s, n) => (s, n)).Single(p => asked.Context.Terms.Chain.States[p.s].Levels[0] == 1).n;
        Assert.Equal(1, forced[0][0][two]);
        Assert.All(Walked(asked).Values, r => Assert.True(double.IsFinite(Assert.NotNull(r.Realised))));
    }
}
