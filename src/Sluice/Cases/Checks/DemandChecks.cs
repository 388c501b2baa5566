using Sluice.Market;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>Demand has one row for each workload and period.</summary>
static class DemandChecks
{
    public static void Run(CaseDraft draft, CheckSettings settings, Diagnostics into)
    {
        if (draft.Clock is not { } clock) return;
        var rows = new Dictionary<(string Workload, int Period), DemandRow>();
        var outside = new List<DemandRow>();
        foreach (var row in draft.Market.Demand.Sorted(static (a, b) => a.At.CompareTo(b.At)))
        {
            if (clock.Find(row.Period) is { } period)
            {
                if (!rows.TryAdd((row.Workload.Id, period.Index), row)) into.Add(CheckMessages.TwoRowsOfDemand(row, period.Label, rows[(row.Workload.Id, period.Index)].At));
            }
            else if (IsOutside(row.Period, clock)) outside.Add(row);
            else into.Add(CheckMessages.NoPeriod(row, clock));
        }

        if (outside.Count > 0) into.Add(CheckMessages.DemandOutside(outside));
        if (draft.Market.Demand.IsEmpty) return;
        foreach (var workload in draft.Market.Workloads)
        {
            var missing = clock.Periods.Where(p => !rows.ContainsKey((workload.Id, p.Index))).ToList();
            if (missing.Count > 0) into.Add(CheckMessages.DemandMissing(draft.PlaceOf("demand", workload.At), workload.Id, missing));
        }
    }

    static bool IsOutside(string label, Clock clock) => VagueDate.TryParse(label, out var span) && !span.About && (span.To < clock.AsOf || span.From > clock.Horizon);
}
