using System.Collections.Immutable;
using Sluice.Market;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>Combines stops of use of one asset: a bar on new units by any, rations by the smallest.</summary>
internal sealed class UseTally(ImmutableArray<Workload> workloads)
{
    readonly double[] usable = [.. workloads.Select(_ => 1.0)];
    readonly bool[] newBarred = new bool[workloads.Length];
    readonly List<Provenance> from = [];

    /// <summary>Conditions of an asset under every stop in force on it.</summary>
    public static UseConditions Of(ImmutableArray<Workload> workloads, IEnumerable<InForce> items)
    {
        var tally = new UseTally(workloads);
        foreach (var item in items)
            tally.Add(item, (StopUse)item.Effect);
        return new([.. tally.usable], [.. tally.newBarred], [.. tally.from]);
    }

    void Add(InForce inForce, StopUse stop)
    {
        from.Add(stop.Provenance);
        for (var w = 0; w < workloads.Length; w++)
        {
            if (!stop.On.Workloads.IsEmpty && !stop.On.Workloads.Contains(workloads[w].Id))
                continue;
            newBarred[w] |= stop.What == UseStopped.New;
            var stopped = stop.What switch { UseStopped.New => 0, UseStopped.All => 1, _ => stop.Share?.Value ?? 1 };
            usable[w] = Math.Min(usable[w], 1 - inForce.Share * stopped);
        }
    }
}
