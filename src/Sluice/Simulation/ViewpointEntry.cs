using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Market;
using Sluice.Market.Habits;
using Sluice.Policies;

namespace Sluice.Simulation;

/// <summary>The viewpoint of the case as it enters the market in the as-of month, and how its plan counts cost.</summary>
/// <param name="Buyer">Buyer.</param>
/// <param name="Kind">Buyer of which it was one firm.</param>
/// <param name="Month">Month in which it enters.</param>
/// <param name="Fleet">[asset] units.</param>
/// <param name="OnOrder">[line] units on order.</param>
/// <param name="Ported">[workload] equivalents that domestic parts may serve.</param>
/// <param name="Demand">[month · workloads + workload] equivalents; longer than the run by <see cref="Ahead"/> months.</param>
/// <param name="Worth">[month · lines + line] minor units that a unit received then is still worth beyond the horizon.</param>
/// <param name="Discount">[month] worth at the as-of date of money paid then; 0 outside the plan's horizon.</param>
/// <param name="Shortage">[workload] steps: up to which share of demand, and minor units per equivalent and month.</param>
/// <param name="Minimum">[workload] equivalents below which shortage costs a price of its own, and that price; 0 where there is none.</param>
sealed record ViewpointEntry(
    int Buyer, int Kind, int Month, long[] Fleet, long[] OnOrder, double[] Ported, double[] Demand, double[] Worth, double[] Discount,
    ImmutableArray<ImmutableArray<(double UpTo, double Price)>> Shortage, ImmutableArray<(double Level, double Price)> Minimum)
{
    /// <summary>Months beyond the run for which demand is known, so that the last months can look ahead.</summary>
    public const int Ahead = 60;

    /// <summary>The kind of buyers of which the viewpoint is one: that which shares most groups with it, the first of equals; null where none does.</summary>
    public static BuyerHabits? KindOf(Case world) =>
        world.Habits!.Buyers.Where(b => b.Groups.Intersect(world.Header.Viewpoint.Groups).Any()).OrderByDescending(b => b.Groups.Intersect(world.Header.Viewpoint.Groups).Count()).FirstOrDefault();

    /// <summary>Reads the entry from the case. Workloads, lines and assets in the order of the market.</summary>
    public static ViewpointEntry Of(Case world, int buyer, int kind, BuyerDesk desk, ImmutableArray<string> assets, int months)
    {
        var (habits, market, asOf) = (world.Habits!, world.Market, world.Header.AsOf);
        var rate = Math.Log(1 + world.Header.Discount.Value) / 12;
        var horizon = world.Header.Clock.MonthsTo(world.Header.Clock.Periods[^1].End.AddDays(1));
        var (workloads, lines) = (market.Workloads, habits.Lines);
        var demand = new double[(months + Ahead) * workloads.Length];
        for (var t = 0; t < months + Ahead; t++)
        {
            var period = world.Header.Clock.Periods.LastOrDefault(p => p.Start <= Later(habits.Start.AddMonths(t), asOf)) ?? world.Header.Clock.Periods[0];
            foreach (var row in market.Demand)
                if (world.Header.Clock.Find(row.Period)?.Index == period.Index)
                    demand[t * workloads.Length + Index(workloads, w => w.Id == row.Workload.Id)] = row.Amount.Value;
        }
        var fleet = new long[assets.Length];
        foreach (var row in market.Fleet)
            fleet[assets.IndexOf(row.Part.Id)] += (long)Math.Round(row.Units.Value);
        var (onOrder, worth, discount) = (new long[lines.Length], new double[months * lines.Length], new double[months]);
        for (var t = 0; t < months; t++)
        {
            var month = Math.Max(0, world.Header.Clock.MonthsTo(Later(habits.Start.AddMonths(t), asOf)));
            discount[t] = month < horizon ? Math.Exp(-rate * month) : 0;
            for (var l = 0; l < lines.Length; l++)
                if (OfferOf(l) is { } offer)
                    worth[t * lines.Length + l] = Math.Max(0, 1 - Annuity.Share(Math.Max(0, horizon - month), offer.Life.Value, rate)) * offer.Price.Value * (1 + offer.FitOut.Value) * 100;
        }
        for (var l = 0; l < lines.Length; l++)
            onOrder[l] = (long)Math.Round(market.OnOrder.Where(r => r.Offer.Id == lines[l].Offer?.Id && FirstWith(l)).Sum(r => r.Units.Value));
        return new(buyer, kind, (asOf.Year - habits.Start.Year) * 12 + asOf.Month - habits.Start.Month, fleet, onOrder, Ported(), demand, worth, discount,
            [.. workloads.Select(w => w.Shortage.Select(s => (s.UpTo?.Value ?? double.PositiveInfinity, s.Price.Value * 100)).ToImmutableArray())],
            [.. workloads.Select(w => (w.MinimumService?.Level.Value ?? 0, (w.MinimumService?.Price.Value ?? 0) * 100))]);

        Purchase? OfferOf(int line) => lines[line].Offer is { } named ? market.Offers.OfType<Purchase>().FirstOrDefault(o => o.Id == named.Id) : null;

        bool FirstWith(int line) => Index(lines, x => x.Offer?.Id == lines[line].Offer?.Id) == line;

        // What stacks say is ported, and what stands on domestic stacks that need no porting.
        double[] Ported()
        {
            var ported = new double[workloads.Length];
            for (var w = 0; w < ported.Length; w++)
            {
                ported[w] = market.Stacks.Sum(s => s.Ported.TryGetValue(workloads[w].Id, out var p) ? p.Value : 0);
                for (var a = 0; a < assets.Length; a++)
                    if (desk.IsDomestic[a] && market.Stacks.All(s => s.Id != market.Part(assets[a]).Stack))
                        ported[w] += fleet[a] * desk.SpeedOf(w, a);
            }
            return ported;
        }
    }

    /// <summary>What a month costs as the plan counts it, in minor units: outlay and unserved work at the case's prices, less what is received is worth beyond the horizon; discounted to the as-of date.</summary>
    public double Cost(int month, long outlay, ReadOnlySpan<double> wanted, ReadOnlySpan<double> served, ReadOnlySpan<long> received)
    {
        var cost = (double)outlay;
        for (var l = 0; l < received.Length; l++)
            cost -= received[l] * Worth[month * received.Length + l];
        for (var w = 0; w < wanted.Length; w++)
        {
            var (left, above) = (wanted[w] - served[w], 0.0);
            if (Minimum[w].Price > 0)
            {
                var below = Math.Max(0, Math.Min(left, Minimum[w].Level - served[w]));
                cost += below * Minimum[w].Price;
                left -= below;
            }
            foreach (var (upTo, price) in Shortage[w])
            {
                var step = Math.Clamp(left, 0, upTo * wanted[w] - above);
                cost += step * price;
                left -= step;
                above += step;
            }
        }
        return cost * Discount[month];
    }

    static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    static int Index<T>(ImmutableArray<T> things, Func<T, bool> which)
    {
        for (var i = 0; i < things.Length; i++)
            if (which(things[i]))
                return i;
        return -1;
    }
}
