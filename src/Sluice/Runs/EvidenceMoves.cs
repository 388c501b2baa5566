using Sluice.Cases;
using Sluice.Outlooks;

namespace Sluice.Runs;

/// <summary>Moves with their reasons, at the as-of date and month by month.</summary>
static class EvidenceMoves
{
    public static ImmutableArray<MoveRow> At(Case world, MoveRates rates) =>
        [.. from driver in world.Drivers
            from move in driver.Moves
            select Row(move, rates.At(driver.Id, move.Name, world.Header.AsOf))];

    public static ExplainedDriver Explain(Case world, Driver driver, Standing standing, MoveRates rates)
    {
        var stands = standing.Drivers.First(d => d.Driver == driver.Id);
        return new(driver.Id, driver.Levels[stands.Level].Id, stands.By switch { StandsBy.History => "history", StandsBy.Told => "told", _ => "first-level" },
            stands.Entry?.Known, [.. stands.Entry?.Claims.Select(c => c.Id) ?? []], stands.Recent, [.. driver.Levels.Select(l => l.Id)],
            [.. driver.Moves.Select(m => Months(world, driver, m, rates))]);
    }

    static MoveRow Row(Move move, MoveRate rate) => new(rate.Driver, rate.Move, move.From, move.To, Rounding.Rate(rate.Base), Rounding.Share(PerQuarter(rate.Base)),
        Reasons(rate), Events(rate), Rounding.Rate(rate.Value / rate.Base), rate.Clipped == Clipping.Cut, Rounding.Rate(rate.Value), Rounding.Share(PerQuarter(rate.Value)));

    static double PerQuarter(double rate) => 1 - Math.Exp(-3 * rate);

    static ImmutableArray<ReasonRow> Reasons(MoveRate rate) => [.. rate.Reasons.OrderBy(r => r.Reason.Name, StringComparer.Ordinal).Select(r => new ReasonRow(
        r.Reason.Name, r.Reason.Event.Id, r.Reason.Link?.Id, r.Reason.Counts == Counts.IfSaid ? "if-said" : "if-true", Rounding.Rate(r.Reason.Times.Value),
        Rounding.Rate(r.Support), r.Decay, Rounding.Rate(r.Factor), r.Group,
        r.Role switch { GroupRole.Speaks => "speaks", GroupRole.Covered => "covered", _ => "idle" }, r.First, r.After.AddDays(-1)))];

    static ImmutableArray<EventRow> Events(MoveRate rate) => [.. rate.Events.Select(e => new EventRow(e.Event, e.On, Rounding.Rate(e.Times)))];

    /// <summary>Every month up to the first from which the rate is its base again; at most to the end of the horizon.</summary>
    static ExplainedMove Months(Case world, Driver driver, Move move, MoveRates rates)
    {
        var number = world.Assumptions.FirstOrDefault(a => a.Path == move.Rate.Provenance.Path);
        var months = ImmutableArray.CreateBuilder<MonthRow>();
        var last = LastChange(world, driver, move, rates);
        for (var day = world.Header.AsOf; months.Count == 0 || months[^1].Month < last; day = new DateOnly(day.Year, day.Month, 1).AddMonths(1))
        {
            var rate = rates.At(driver.Id, move.Name, day);
            months.Add(new(rate.Month, Reasons(rate), Events(rate), Rounding.Rate(rate.Value / rate.Base), Rounding.Rate(rate.Value), Rounding.Share(PerQuarter(rate.Value))));
        }

        return new(move.Name, move.From, move.To, [.. move.When.Select(w => $"{w.Driver.Id}: {string.Join(" or ", w.Levels)}")], number?.Text ?? "",
            Basis(move), Rounding.Rate(move.Rate.Value), months.ToImmutable());
    }

    /// <summary>First day of the last month whose rate differs from the month before it.</summary>
    static DateOnly LastChange(Case world, Driver driver, Move move, MoveRates rates)
    {
        var first = new DateOnly(world.Header.AsOf.Year, world.Header.AsOf.Month, 1);
        var (last, before) = (first, rates.At(driver.Id, move.Name, first));
        for (var month = first.AddMonths(1); month <= world.Header.Clock.Periods[^1].End; month = month.AddMonths(1))
        {
            var next = rates.At(driver.Id, move.Name, month);
            if (next.Value != before.Value || !next.Reasons.Select(r => r.Decay).SequenceEqual(before.Reasons.Select(r => r.Decay)) || next.Events.Length != before.Events.Length) last = month;
            before = next;
        }

        return last;
    }

    static string Basis(Move move) => move.Rate.Basis switch
    {
        Quantities.Claims claims => $"claims {string.Join(", ", claims.Ids.Select(c => c.Id))}",
        Quantities.Citation cited => cited.Text,
        Quantities.Judgement judged => $"judgement{(move.Rate.Hindsight ? ", with hindsight" : "")}: {judged.Why}",
        _ => "",
    };
}
