using Sluice.Cases;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Runs.Replays;

/// <summary>
/// What must be patched so that only knowledge moves with the date and the book of the case stays: the horizon keeps its last day, the first known demand holds for
/// earlier periods, and what the viewpoint was told counts on the case's own day and until the history tells more, never before. On the case's own day nothing is patched.
/// </summary>
static class ReplayBook
{
    static readonly Place here = new("--from", 1, 1);

    /// <summary>The patches of a date.</summary>
    /// <param name="world">The case as of its own day.</param>
    /// <param name="tree">Its tree.</param>
    /// <param name="asOf">The date; before the horizon.</param>
    public static ImmutableArray<Patch> At(Case world, Map tree, DateOnly asOf)
    {
        if (asOf == world.Header.AsOf) return [];
        var patches = ImmutableArray.CreateBuilder<Patch>();
        var periods = Periods(world, tree, asOf);
        if ((tree["periods"] as Scalar)?.Text != periods) patches.Add(Patch.Put("periods", periods, here));
        patches.AddRange(Demand(world, tree, asOf, periods));
        patches.AddRange(Told(world, tree, asOf));
        return patches.ToImmutable();
    }

    /// <summary>The blocks that are left of the case's periods, each to the same day as in the case.</summary>
    static string Periods(Case world, Map tree, DateOnly asOf)
    {
        var blocks = new List<string>();
        var start = world.Header.AsOf;
        if (!PeriodPlan.Kind.TryRead(tree["periods"]!, new Reader(new Diagnostics()), out var plan)) return (tree["periods"] as Scalar)?.Text ?? "";
        foreach (var block in plan.Blocks)
        {
            var months = (int)block.Length;
            var begin = new DateOnly(start.Year, start.Month - ((start.Month - 1) % months), 1);
            var last = block.To ?? begin.AddMonths(months * (block.Count!.Value + (begin == start ? 0 : 1))).AddDays(-1);
            if (last >= asOf) blocks.Add($"{block.Length.ToString().ToLowerInvariant()}s to {last:yyyy-MM}");
            start = last.AddDays(1);
        }

        return string.Join(", then ", blocks);
    }

    /// <summary>Rows for periods before those that the case has: its first row of each workload.</summary>
    static IEnumerable<Patch> Demand(Case world, Map tree, DateOnly asOf, string periods)
    {
        if (asOf > world.Header.AsOf || tree["demand"] is not Map rows) yield break;
        if (!PeriodPlan.Kind.TryRead(new Scalar(periods, false, here, "periods"), new Reader(new Diagnostics()), out var plan) || Clock.Make(asOf, plan, new Diagnostics()) is not { } clock) yield break;
        foreach (var workload in world.Market.Workloads)
        {
            var own = world.Market.Demand.Where(d => d.Workload.Id == workload.Id).ToList();
            var first = own.Where(d => world.Header.Clock.Find(d.Period) is not null).MinBy(d => world.Header.Clock.Find(d.Period)!.Index);
            if (first is null || rows.Entries.Select(e => e.Value).OfType<Map>().FirstOrDefault(r => Text(r, "workload") == workload.Id && Text(r, "period") == first.Period) is not { } row) continue;
            foreach (var period in clock.Periods.Where(p => p.End < world.Header.AsOf && own.All(d => clock.Find(d.Period) != p)))
            {
                var label = period.Start.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
                var path = Node.Join("demand", $"{workload.Id}@{label}");
                yield return Patch.Put(path, row.With(row.Find("period")! with { Value = new Scalar(label, false, here, Node.Join(path, "period")) }), here);
            }
        }
    }

    static string? Text(Map row, string key) => (row[key] as Scalar)?.Text;

    static IEnumerable<Patch> Told(Case world, Map tree, DateOnly asOf)
    {
        if (tree["told"] is not Map told) yield break;
        foreach (var driver in told.Keys)
            if (asOf < world.Header.AsOf || world.Drivers.Any(d => d.Id == driver && d.History.Any(h => h.Known > world.Header.AsOf && h.Known <= asOf)))
                yield return Patch.Remove(Node.Join("told", driver), here);
    }
}
