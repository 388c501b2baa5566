using System.Collections.Immutable;
using CsCheck;
using Sluice.Outlooks;
using static Sluice.Tests.Outlooks.Sketch;

namespace Sluice.Tests.Outlooks;

public class OutlookTests
{
    [Fact]
    public void Two_levels_follow_the_closed_form()
    {
        ImmutableArray<Driver> gate = [Driver("gate", "open shut", [Move("shut", "open", "shut", .3), Move("open", "shut", "open", .1)])];
        var chain = Build(gate, StandingOf(gate), Periods(new(2026, 1, 1), new(2026, 2, 1), new(2026, 5, 1)));

        Assert.Equal(.75 * (1 - Math.Exp(-.4)), chain.LevelsAt(1, "gate")[1], 12);
        Assert.Equal(.75 * (1 - Math.Exp(-.4 * 4)), chain.LevelsAt(2, "gate")[1], 12);
    }

    [Fact]
    public void A_stub_month_counts_its_share_of_days()
    {
        ImmutableArray<Driver> gate = [Driver("gate", "open shut", [Move("shut", "open", "shut", .3)])];
        var chain = Build(gate, StandingOf(gate), Periods(AsOf, new(2025, 9, 1)));

        Assert.Equal(Math.Exp(-.3 * 11 / 31), chain.LevelsAt(1, "gate")[0], 12);
    }

    [Fact]
    public void Recent_agrees_with_a_matrix_by_hand()
    {
        ImmutableArray<Driver> gate =
            [Driver("gate", "shut open", [Move("open", "shut", "open", .2), Move("shut", "open", "shut", .1)], Recent(4, "open"))];
        var (states, p) = Outlook.Between(gate, StandingOf(gate), RatesOf(gate), [], new(2026, 1, 1), new(2026, 2, 1));

        // shut; shut, recent; open; open, recent. "Open" sets the flag, which clears at 1/4 from wherever it is set.
        double[,] q =
        {
            { -.2, 0, 0, .2 },
            { .25, -.45, 0, .2 },
            { .1, 0, -.1, 0 },
            { 0, .1, .25, -.35 },
        };
        Assert.Equal(["0-", "0+", "1-", "1+"], states.Select(s => $"{s.Levels[0]}{(s.Recent[0] ? '+' : '-')}"));
        AssertClose(ByTaylor(q, 1), p, 1e-12);
    }

    [Fact]
    public void A_condition_on_recent_stops_a_move_while_the_flag_is_clear()
    {
        ImmutableArray<Driver> drivers =
        [
            Driver("answer", "none pause", [Move("answer", "none", "pause", 1, [When("gate", "recent")])]),
            Driver("gate", "shut open", [Move("open", "shut", "open", .2)], Recent(4, "open")),
        ];
        var (states, p) = Outlook.Between(drivers, StandingOf(drivers), RatesOf(drivers), [], new(2026, 1, 1), new(2026, 2, 1));
        var index = states.Select((s, i) => (Key: $"{s.Levels[0]}{s.Levels[1]}{(s.Recent[1] ? '+' : '-')}", i)).ToDictionary(x => x.Key, x => x.i);

        // With the gate open and the flag clear nothing can happen any more.
        Assert.Equal(1, p[index["01-"], index["01-"]], 12);
        // With the flag set: answered before it clears, at 1 against 1/4.
        Assert.Equal(Math.Exp(-1.25), p[index["01+"], index["01+"]], 12);
    }

    [Fact]
    public void An_event_jumps_on_its_day_and_only_in_the_period_that_contains_it()
    {
        ImmutableArray<Driver> gate = [Driver("gate", "open shut ruin", [])];
        var calendar = Event("vote", "2026-02-10", jumps: [Jump("gate", "open", "shut", .3), Jump("gate", "open", "ruin", .1), Jump("gate", "shut", "ruin", .5)]);
        var chain = Build(gate, StandingOf(gate), Periods(new(2026, 1, 1), new(2026, 2, 1), new(2026, 3, 1)), null, calendar);

        Assert.Equal([1.0, 0, 0], chain.LevelsAt(1, "gate"));
        Assert.Equal([.6, .3, .1], chain.LevelsAt(2, "gate").Select(x => Math.Round(x, 12)));
    }

    [Fact]
    public void Chances_of_one_event_that_exceed_one_are_refused()
    {
        ImmutableArray<Driver> gate = [Driver("gate", "open shut ruin", [])];
        var calendar = Event("vote", "2026-01-10", jumps: [Jump("gate", "open", "shut", .6), Jump("gate", "open", "ruin", .5)]);

        Assert.Throws<ArgumentException>(() => Build(gate, StandingOf(gate), Periods(new(2026, 1, 1), new(2026, 2, 1)), null, calendar));
    }

    [Fact]
    public void A_rare_level_is_pruned_and_its_mass_is_kept_unless_it_says_keep()
    {
        ImmutableArray<Driver> rare = [Driver("gate", "open shut", [Move("shut", "open", "shut", 1e-9)])];
        var periods = Periods(new(2026, 1, 1), new(2026, 2, 1));
        var pruned = Build(rare, StandingOf(rare), periods);
        ImmutableArray<Driver> kept = [rare[0] with { Levels = rare[0].Levels.SetItem(1, Level("shut", Keep.Always)) }];

        Assert.Single(pruned.Alive[1]);
        Assert.Equal(1e-9, pruned.Pruned[1], 15);
        Assert.Equal(1, pruned.Transition[0][0, 0]);
        var chain = Build(kept, StandingOf(kept), periods);
        Assert.Equal(2, chain.Alive[1].Length);
        Assert.Equal(1e-9, chain.Probability[1][1], 15);
        Assert.Equal(0, chain.Pruned[1]);
    }

    [Fact]
    public void A_lattice_over_the_limit_is_refused_with_the_names_of_its_drivers()
    {
        var refusal = Assert.Throws<OutlookTooLargeException>(() =>
            Build(Founding.Drivers, Founding.Standing, FoundingPeriods(), OutlookOptions.Default with { MostAlive = 100 }));

        Assert.Contains("cac 4", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("us-export 3 × 2", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<OutlookTooLargeException>(() =>
            Build(Founding.Drivers, Founding.Standing, FoundingPeriods(), OutlookOptions.Default with { MostReachable = 100 }));
    }

    [Fact]
    public void The_founding_case_has_at_most_192_states_a_stage_and_thirteen_stages()
    {
        var chain = Build(Founding.Drivers, Founding.Standing, FoundingPeriods(), null, Founding.Truce);

        Assert.Equal(13, chain.Alive.Length);
        Assert.Equal(12, chain.Transition.Length);
        Assert.Equal(192, chain.States.Length);
        Assert.All(chain.Alive, a => Assert.InRange(a.Length, 1, 192));
        Assert.True(chain.States[chain.Root].Recent[4]);
        Assert.True(chain.Pruned.Sum() < 1e-4);
        for (var t = 0; t < 12; t++)
            AssertRowsSumToOne(chain.Transition[t]);
        Assert.All(chain.Probability, p => Assert.Equal(1, p.Sum(), 10));
    }

    [Fact]
    public void Permuting_drivers_and_moves_changes_only_the_order()
    {
        ImmutableArray<Driver> turned = [.. Founding.Drivers.Reverse().Select(d => d with { Moves = [.. d.Moves.Reverse()] })];
        var one = Build(Founding.Drivers, Founding.Standing, FoundingPeriods(), null, Founding.Truce);
        var other = Build(turned, new Standing([.. Founding.Standing.Drivers.Reverse()]), FoundingPeriods(), null, Founding.Truce);

        for (var t = 0; t < 13; t++)
        {
            Assert.Equal(one.Alive[t].Length, other.Alive[t].Length);
            foreach (var driver in Founding.Drivers)
                Assert.All(one.LevelsAt(t, driver.Id).Zip(other.LevelsAt(t, driver.Id)), p => Assert.Equal(p.First, p.Second, 12));
        }
    }

    [Fact]
    public void Building_twice_gives_the_same_bits()
    {
        var one = Build(Founding.Drivers, Founding.Standing, FoundingPeriods(), null, Founding.Truce);
        var other = Build(Founding.Drivers, Founding.Standing, FoundingPeriods(), null, Founding.Truce);

        Assert.All(one.Transition.Zip(other.Transition), p => Assert.Equal(p.First.Cast<double>(), p.Second.Cast<double>()));
    }

    [Fact]
    public void Any_outlook_is_a_chain()
    {
        var gen = from drivers in RandomDrivers.Any
                  from day in Gen.Int[1, 600]
                  from jump in Gen.Int[0, 600]
                  select (drivers, Middle: new DateOnly(2025, 8, 21).AddDays(day), Vote: new DateOnly(2025, 8, 21).AddDays(jump));
        gen.Always(
            c =>
            {
                var last = AsOf.AddDays(700);
                var calendar = Event("vote", $"{c.Vote:yyyy-MM-dd}", [Factor("d0", "up", 3, 2)], [Jump("d0", "l0", "l1", .4)]);
                var (standing, rates) = (StandingOf(c.drivers), RatesOf(c.drivers, calendar));
                var ac = Outlook.Between(c.drivers, standing, rates, [calendar], AsOf, last).Matrix;
                var ab = Outlook.Between(c.drivers, standing, rates, [calendar], AsOf, c.Middle).Matrix;
                var bc = Outlook.Between(c.drivers, standing, rates, [calendar], c.Middle, last).Matrix;
                AssertRowsSumToOne(ac);
                AssertClose(Product(ab, bc), ac, 1e-9);
            },
            draws: 100);
    }

    [Fact]
    public void Pruning_moves_probabilities_by_no_more_than_the_mass_it_reports()
    {
        var gen = from drivers in RandomDrivers.Any
                  from limit in Gen.Double[0, .02]
                  select (drivers, limit);
        gen.Always(
            c =>
            {
                var periods = Periods(AsOf, new(2025, 9, 1), new(2025, 10, 1), new(2026, 1, 1));
                var chain = Build(c.drivers, StandingOf(c.drivers), periods, OutlookOptions.Default with { PruneBelow = c.limit, MostAlive = 512 });
                var whole = Build(c.drivers, StandingOf(c.drivers), periods, OutlookOptions.Default with { PruneBelow = 0, MostAlive = 512 });
                for (var t = 0; t < chain.Alive.Length; t++)
                {
                    Assert.Equal(1, chain.Probability[t].Sum(), 10);
                    foreach (var driver in c.drivers)
                    {
                        var moved = chain.LevelsAt(t, driver.Id).Zip(whole.LevelsAt(t, driver.Id), (a, b) => Math.Abs(a - b)).Sum();
                        Assert.InRange(moved, 0, 2 * chain.Pruned.Take(t + 1).Sum() + 1e-9);
                    }
                }
                Assert.All(chain.Transition, AssertRowsSumToOne);
            },
            draws: 200);
    }

    static void AssertRowsSumToOne(double[,] matrix)
    {
        for (var i = 0; i < matrix.GetLength(0); i++)
            Assert.Equal(1, Enumerable.Range(0, matrix.GetLength(1)).Sum(j => matrix[i, j]), 11);
    }

    static void AssertClose(double[,] expected, double[,] actual, double within) =>
        Assert.All(expected.Cast<double>().Zip(actual.Cast<double>()), p => Assert.InRange(p.Second, p.First - within, p.First + within));

    static double[,] Product(double[,] a, double[,] b)
    {
        var n = a.GetLength(0);
        var c = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var k = 0; k < n; k++)
                for (var j = 0; j < n; j++)
                    c[i, j] += a[i, k] * b[k, j];
        return c;
    }

    static double[,] ByTaylor(double[,] q, double months)
    {
        var n = q.GetLength(0);
        var (sum, term) = (new double[n, n], new double[n, n]);
        for (var i = 0; i < n; i++)
            sum[i, i] = term[i, i] = 1;
        for (var k = 1; k < 60; k++)
        {
            term = Product(term, q);
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++)
                    sum[i, j] += term[i, j] *= months / k;
        }
        return sum;
    }
}
