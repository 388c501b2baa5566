using Sluice.Cases;
using Sluice.Planning.BreakEvens;
using Sluice.Reading;
using Sluice.Tests.Planning.Answers;

namespace Sluice.Tests.Planning.BreakEvens;

public class InfluenceTests
{
    /// <summary>Optimal cost, money, with one number set to another, read and compiled from nothing; null where the case is not sound.</summary>
    internal static double? Exact(Asked asked, Assumption assumption, double number) =>
        asked.Source.Load(o => o with { Patches = [Patch.Set(assumption.Path, assumption.With(number), new Place("test", 1, 1))] }).Case is { } world
            ? SmallCase.Compile(world).Value() * 1e6 : null;

    [Fact]
    public void Influence_equals_the_finite_difference_of_exact_values_away_from_kinks()
    {
        var (compared, moving) = (0, 0);
        foreach (var seed in Enumerable.Range(1, 9))
        {
            using var asked = new Asked(RandomCase.Of(seed), passes: 150);
            var exact = asked.Exact;
            // Prices of a policy that is not the optimum are not those of the optimum.
            if (exact - asked.Policy.LowerBound * 1e6 > 1e-8 * (Math.Abs(exact) + 1e6))
                continue;
            var search = new InfluenceSearch(asked.Context, TestContext.Current.CancellationToken);
            foreach (var assumption in InfluenceSearch.Varied(asked.Programme.World))
            {
                if (search.Of(assumption) is not { Kink: false } influence)
                    continue;
                var step = 2e-4 * Math.Max(1e-3, Math.Abs(assumption.Value));
                if (Exact(asked, assumption, assumption.Value + step) is not { } up || Exact(asked, assumption, assumption.Value - step) is not { } down)
                    continue;
                var (right, left) = ((up - exact) / step, (exact - down) / step);
                // Money of 1e-9 of the whole is the solver's; two slopes that differ are a kink of the optimum itself, which no one set of prices shows.
                var noise = 2e-8 * (Math.Abs(exact) + 1e6) / step + 2e-3 * Math.Max(Math.Abs(right), Math.Abs(left));
                if (Math.Abs(right - left) > noise)
                    continue;
                Assert.True(Math.Abs((right + left) / 2 - influence.PerUnit) <= noise, $"{assumption.Path} = {assumption.Text}: {influence.PerUnit} where values differ by {right} and {left}");
                compared++;
                moving += Math.Abs(right) * Math.Abs(assumption.Value) > 1e-3 * Math.Abs(exact) ? 1 : 0;
            }
        }
        Assert.True(compared > 40 && moving > 8, $"{compared} compared, {moving} of them move something");
    }

    [Fact]
    public void A_number_that_the_case_does_not_use_moves_nothing_and_is_no_candidate()
    {
        using var asked = new Asked(RandomCase.Of(3) with { Places = "home: {country: CN, energy: 0.1 USD per kWh, power: 9 MW}\naway: {country: CN, energy: 0.2 USD per kWh, power: 5 MW}" });
        var search = new InfluenceSearch(asked.Context, TestContext.Current.CancellationToken);
        var away = InfluenceSearch.Varied(asked.Programme.World).Where(a => a.Path.Contains("away", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(away);
        Assert.All(away, a => Assert.False(search.Of(a) is { Touches: true }, a.Path));
    }
}
