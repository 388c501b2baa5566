using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Market;
using Sluice.Outlooks;
using Sluice.Planning.Worlds;
using Sluice.Quantities;

namespace Sluice.Planning.Buyer;

/// <summary>
/// The case's figures in the programme's units (thousands, millions), with everything that does not depend on the joint state computed once.
/// </summary>
sealed class BuyerTerms
{
    readonly Lazy<ImmutableArray<int>> alike;

    /// <param name="world">The case.</param>
    /// <param name="chain">Its outlook.</param>
    /// <param name="conditions">What its joint states do.</param>
    /// <param name="residual">Factor on what units are worth beyond the horizon, 1 where the case is taken as it is; never above the lowest price.</param>
    public BuyerTerms(Case world, OutlookChain chain, Conditions conditions, double residual = 1)
    {
        (World, Chain, Conditions, Residual) = (world, chain, conditions, residual);
        var rate = Math.Log(1 + world.Header.Discount.Value) / 12;
        Discount = [.. Periods.Select(p => Math.Exp(-rate * p.StartMonth)), Math.Exp(-rate * Horizon)];
        Waits = Periods.Count(p => p.StartMonth < world.Header.Wait - 1e-9);
        Purchases = [.. world.Market.Offers.Select((offer, i) => (offer as Purchase, i)).Where(p => p.Item1 is not null)
            .Select(p => new PurchaseTerms(p.Item1!, p.i, this, rate))];
        Rentals = [.. world.Market.Offers.Select((offer, i) => (offer as Rental, i)).Where(p => p.Item1 is not null)
            .Select(p => new RentalTerms(p.Item1!, p.i, this))];
        Portings = [.. PortingTerms.All(this)];
        Fleet = FleetByPeriod();
        Speeds = SpeedTable();
        Demand = DemandTable();
        alike = new(() => SameConditions.Alike(conditions));
    }

    public Case World { get; }

    public OutlookChain Chain { get; }

    public Conditions Conditions { get; }

    /// <summary>[joint state] the first that does the same, so that one programme serves all that are alike.</summary>
    public ImmutableArray<int> Alike => alike.Value;

    /// <summary>Factor on what units are worth beyond the horizon.</summary>
    public double Residual { get; }

    public string Viewpoint => World.Header.Viewpoint.Id;

    public ImmutableArray<Period> Periods => World.Header.Clock.Periods;

    public int Stages => Periods.Length;

    /// <summary>End of the last period, months from the as-of date.</summary>
    public double Horizon => Periods[^1].StartMonth + Periods[^1].Months;

    /// <summary>[period] worth at the as-of date of money paid at the period's start; the last entry is the end of the horizon.</summary>
    public ImmutableArray<double> Discount { get; }

    /// <summary>Periods that start during the wait.</summary>
    public int Waits { get; }

    public ImmutableArray<PurchaseTerms> Purchases { get; }

    public ImmutableArray<RentalTerms> Rentals { get; }

    /// <summary>Every pair of stack and workload that needs porting.</summary>
    public ImmutableArray<(Stack Stack, Workload Workload, PortingTerms Terms)> Portings { get; }

    public ImmutableArray<Asset> Assets => Conditions.Assets;

    public ImmutableArray<Workload> Workloads => World.Market.Workloads;

    /// <summary>[asset][period] thousands of units that stand already, mean over the period.</summary>
    public ImmutableArray<double[]> Fleet { get; }

    /// <summary>[asset][workload] equivalents per unit; 0 where the part cannot serve it.</summary>
    public ImmutableArray<double[]> Speeds { get; }

    /// <summary>[workload][period] thousands of equivalents, mean over the period, before effects.</summary>
    public ImmutableArray<double[]> Demand { get; }

    /// <summary>Whether anything holds of an offer in some alive state of a period.</summary>
    public bool Any(int period, int offer, Func<OfferConditions, bool> what) =>
        Chain.Alive[period].Any(state => what(Conditions.Offers[state][offer]));

    public int AssetIndex(string part, string site)
    {
        for (var a = 0; a < Assets.Length; a++)
            if (Assets[a].Part == part && Assets[a].Site == site)
                return a;
        return -1;
    }

    ImmutableArray<double[]> FleetByPeriod()
    {
        var clock = World.Header.Clock;
        var fleet = Assets.Select(_ => new double[Stages]).ToImmutableArray();
        foreach (var row in World.Market.Fleet)
        {
            var stands = fleet[AssetIndex(row.Part.Id, row.Site.Id)];
            var leaves = row.Retires is { } day ? clock.MonthsTo(day) : double.PositiveInfinity;
            for (var t = 0; t < Stages; t++)
                stands[t] += row.Units.Value / Programme.UnitScale * Math.Clamp((leaves - Periods[t].StartMonth) / Periods[t].Months, 0, 1);
        }
        return fleet;
    }

    ImmutableArray<double[]> SpeedTable() =>
        [.. Assets.Select(asset => Workloads.Select(workload =>
            Speed.Of(World.Market.Part(asset.Part), workload, World.Market.Part(workload.Reference.Id)) ?? 0).ToArray())];

    ImmutableArray<double[]> DemandTable()
    {
        var table = Workloads.Select(_ => new double[Stages]).ToImmutableArray();
        foreach (var row in World.Market.Demand)
        {
            var w = Workloads.Select((x, i) => (x, i)).First(p => p.x.Id == row.Workload.Id).i;
            if (World.Header.Clock.Find(row.Period) is { } period)
                table[w][period.Index] = row.Amount.Value / Programme.UnitScale;
        }
        return table;
    }
}
