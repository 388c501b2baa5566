using Sluice.Outlooks;
using Sluice.Simulation;
using static Sluice.Tests.Outlooks.Sketch;

namespace Sluice.Tests.Outlooks;

public class DriverStepsTests
{
    [Fact]
    public void One_driver_moves_exactly_as_the_outlook_says()
    {
        var driver = Driver("gate", "shut ajar open", [Move("up", "shut", "ajar", .3), Move("on", "ajar", "open", .2), Move("back", "open", "shut", .15)], Recent(4, "on"));
        var leap = Event("day", "2025-10-11", jumps: [Jump("gate", "shut", "open", .4)]);
        var start = new DateOnly(2025, 9, 1);
        var steps = DriverSteps.Of([driver], RatesOf([driver], leap), [leap], start, 3, OutlookOptions.Default);
        var (states, matrix) = Outlook.Between([driver], StandingOf([driver], ("gate", "shut")), RatesOf([driver], leap), [leap], start, new(2025, 12, 1));
        var root = states.ToList().FindIndex(s => s.Levels[0] == 0 && !s.Recent[0]);
        var ours = Distribution(steps, steps.Of(states[root]), 3);
        for (var j = 0; j < states.Length; j++)
            Assert.Equal(matrix[root, j], ours[steps.Of(states[j])], 1e-9);
    }

    [Fact]
    public void Drivers_that_wait_for_each_other_move_as_the_outlook_says_but_for_a_month_of_delay()
    {
        var start = new DateOnly(2025, 9, 1);
        var drivers = Founding.Drivers;
        var steps = DriverSteps.Of(drivers, RatesOf(drivers, Founding.Truce), [Founding.Truce], start, 12, OutlookOptions.Default);
        var (states, matrix) = Outlook.Between(drivers, Founding.Standing, RatesOf(drivers, Founding.Truce), [Founding.Truce], start, new(2026, 9, 1));
        var root = states.ToList().FindIndex(s => s.Levels.SequenceEqual(Founding.Standing.State.Levels) && s.Recent.SequenceEqual(Founding.Standing.State.Recent));
        var ours = Distribution(steps, steps.Of(Founding.Standing.State), 12);
        for (var d = 0; d < drivers.Length; d++)
            for (var level = 0; level < drivers[d].Levels.Length; level++)
            {
                var exact = Enumerable.Range(0, states.Length).Where(j => states[j].Levels[d] == level).Sum(j => matrix[root, j]);
                var stepped = Enumerable.Range(0, steps.States).Where(s => steps.Level(s, d) == level).Sum(s => ours[s]);
                Assert.Equal(exact, stepped, .02);
            }
    }

    [Fact]
    public void A_course_follows_what_became_known_last_and_leaves_the_rest_to_chance()
    {
        var driver = Driver("cac", "none ask pause", [], history: [History("2025-08-01", "ask", "2025-08-12"), History("2025-07-22", "pause", "2025-08-20"), History("2025-09-20", "none", "2025-10-01")]);
        var course = DriverCourse.OfHistory([driver], [("cac", "none")], NoEvidence(), AsOf, new(2025, 6, 1), 6, AsOf);
        Assert.Equal([0, 0, 2, -1, -1, -1], course.Levels.Select(l => l[0]));
        Assert.Equal([0, 0, 2, -1, 1, 1], course.With(0, 1, 4).Levels.Select(l => l[0]));
    }

    // Exact: the product over drivers of what one uniform number each can do.
    static double[] Distribution(DriverSteps steps, int root, int months)
    {
        var now = new double[steps.States];
        now[root] = 1;
        for (var m = 0; m < months; m++)
        {
            var next = new double[steps.States];
            for (var s = 0; s < now.Length; s++)
                if (now[s] > 0)
                    foreach (var (to, chance) in steps.Chances(s, m))
                        next[to] += now[s] * chance;
            now = next;
        }
        return now;
    }
}
