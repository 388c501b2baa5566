using System.Collections.Immutable;
using Sluice.Optimization;
using Sluice.Planning.Answers;
using Sluice.Planning.News;
using Sluice.Tests.Planning.Answers;

namespace Sluice.Tests.Planning.News;

public class NewsTests
{
    static ImmutableArray<NewsPrice> Priced(Asked asked) =>
        Assert.NotNull(new NewsAnswer { MostPasses = 60 }.Compute(asked.Context, PlanAnswers.Empty, TestContext.Current.CancellationToken).News);

    [Theory]
    [InlineData("1 month")]
    [InlineData("2 months")]
    public void News_equals_brute_force_over_histories(string wait) => RandomCase.Each(6, drawn =>
    {
        using var asked = new Asked(drawn with
        {
            Wait = wait, AsOf = "2025-09-01", Periods = "months to 2025-11", Demand = "serve,2025-09,5k H20e\nserve,2025-10,6k H20e\nserve,2025-11,7k H20e",
        });
        var exact = asked.Exact;
        var news = Assert.Single(Priced(asked));
        var worth = exact - Knowing(asked) * 1e6;
        var slack = 1e-6 * (Math.Abs(exact) + 1e6);
        Assert.InRange(worth, -slack, double.PositiveInfinity);
        Assert.InRange(news.Low, 0, worth + slack);
        Assert.InRange(news.High, worth - slack, double.PositiveInfinity);
        Assert.True(news.Low <= news.Price && news.Price <= news.High, $"{news}");
        Assert.InRange(Copies(asked) * 1e6, exact - worth - slack, exact - worth + slack);
    });

    /// <summary>What the copies of the answer are worth, each solved over its extensive form.</summary>
    static double Copies(Asked asked)
    {
        var graph = asked.Programme.Programme.Graph;
        return NewsWorlds.Of(asked.Context.Terms, graph, 0).Sum(copy =>
            copy.Chance * DeterministicEquivalent.Solve(new PolicyGraph([.. copy.Early, .. graph.Stages[copy.Early.Length..]], graph.InitialState)).Value);
    }

    /// <summary>
    /// The optimum in the knowledge of the level at the end of the wait, millions: every history of nodes is written out and those that end at one level are
    /// weighed by Bayes' rule, one tree for each level.
    /// </summary>
    static double Knowing(Asked asked)
    {
        var (graph, terms) = (asked.Programme.Programme.Graph, asked.Context.Terms);
        var end = Math.Min(terms.Waits, terms.Stages - 1);
        List<(ImmutableArray<int> Nodes, double Chance)> histories = [([0], 1)];
        for (var t = 1; t <= end; t++)
            histories = [.. from h in histories from m in Enumerable.Range(0, graph.Stages[t].Nodes.Length)
                            let p = graph.Stages[t - 1].Transitions[h.Nodes[^1]][m] where p > 0 select (h.Nodes.Add(m), h.Chance * p)];
        var total = 0.0;
        foreach (var level in histories.GroupBy(h => terms.Chain.States[terms.Chain.Alive[end][h.Nodes[^1]]].Levels[0]))
        {
            var chance = level.Sum(h => h.Chance);
            var stages = ImmutableArray.CreateBuilder<Stage>();
            for (var t = 0; t < end; t++)
            {
                var length = t + 1;
                string Key(ImmutableArray<int> nodes, int upTo) => string.Join(' ', nodes.Take(upTo));
                var prefixes = level.GroupBy(h => Key(h.Nodes, length)).ToList();
                var next = level.GroupBy(h => Key(h.Nodes, length + 1)).Select(g => g.Key).ToList();
                var rows = prefixes.Select(prefix =>
                {
                    var sum = prefix.Sum(h => h.Chance);
                    return t + 1 < end
                        ? next.Select(k => prefix.Where(h => Key(h.Nodes, length + 1) == k).Sum(h => h.Chance) / sum).ToArray()
                        : Enumerable.Range(0, graph.Stages[end].Nodes.Length).Select(m => prefix.Where(h => h.Nodes[^1] == m).Sum(h => h.Chance) / sum).ToArray();
                }).ToArray();
                stages.Add(new Stage([.. prefixes.Select(p => graph.Stages[t].Nodes[p.First().Nodes[t]])], rows));
            }
            total += chance * DeterministicEquivalent.Solve(new PolicyGraph([.. stages, .. graph.Stages[end..]], graph.InitialState)).Value;
        }
        return total;
    }

    [Fact]
    public void News_of_a_driver_that_changes_nothing_is_worth_nothing() => RandomCase.Each(4, drawn =>
    {
        using var asked = new Asked(drawn with
        {
            Drivers = drawn.Drivers + "\nmoon: {history: {2025-08-01: {level: new, known: 2025-08-01}}, levels: {new: {}, full: {}}, moves: {wax: {from: new, to: full, chance: 50 % per quarter}}}",
        });
        var moon = Priced(asked).Single(n => n.Driver == "moon");
        Assert.Equal((0, 0, 0), (moon.Price, moon.Low, moon.High));
    });

    [Fact]
    public void Where_no_news_can_arrive_it_is_worth_nothing()
    {
        using var asked = new Asked(new Tiny { Drivers = Tiny.Standing("stop: {stop-orders: {on: {part: alpha}}}") });
        Assert.All(Priced(asked), n => Assert.Equal((0, 0, 0), (n.Price, n.Low, n.High)));
    }
}
