using Sluice.Outlooks;
using Sluice.Reading;

namespace Sluice.Planning.Buyer;

/// <summary>Units that stand, and the work they do.</summary>
sealed partial class PeriodProgramme
{
    const double HoursPerMonth = 730.5;

    readonly Dictionary<int, (int Stock, int Barred)> stocks = [];

    /// <summary>stock′ = stock + received, or barred′ while new units may not be used; barred units are free again once that lifts.</summary>
    void WriteStock()
    {
        for (var a = 0; a < terms.Assets.Length; a++)
        {
            var asset = terms.Assets[a];
            var (stock, barred) = (new StateKey(ChoiceKind.Stock, asset.Part, asset.Site), new StateKey(ChoiceKind.Barred, asset.Part, asset.Site));
            var received = receipts.Where(r => r.Asset == a).ToList();
            if (builder.Incoming(stock) < 0 && builder.Incoming(barred) < 0 && received.Count == 0)
                continue;
            var barsNew = BarsNew(a);
            var stockColumn = Standing(stock, ChoiceKind.Stock);
            var stockRow = builder.Row(Limit(LimitKind.Balance, asset.Part, asset.Site), 0, 0);
            builder.Put(stockRow, stockColumn, 1);
            builder.Take(stockRow, stock, -1);
            var barredColumn = barsNew ? Standing(barred, ChoiceKind.Barred) : builder.State(barred, [], 0);
            if (barsNew)
            {
                var barredRow = builder.Row(Limit(LimitKind.Balance, asset.Part, asset.Site), 0, 0);
                builder.Put(barredRow, barredColumn, 1);
                builder.Take(barredRow, barred, -1);
                foreach (var r in received)
                    builder.Put(barredRow, r.Column, -1);
            }
            else
            {
                builder.Take(stockRow, barred, -1);
            }
            if (!barsNew)
                foreach (var r in received)
                    builder.Put(stockRow, r.Column, -1);
            stocks[a] = (stockColumn, barsNew ? barredColumn : -1);
        }
    }

    bool BarsNew(int asset) => terms.Conditions.Use[state][asset].NewBarred.Any(b => b);

    /// <summary>The column of a standing stock: a state entry, or in the last period a plain column.</summary>
    int Standing(StateKey key, ChoiceKind kind)
    {
        var column = builder.State(key, []);
        return column >= 0 ? column : Column(kind, key.Subject, key.With, []);
    }

    /// <summary>Σ use ≤ what stands, new units at their ramp; stopped shares cannot be used.</summary>
    void WriteUse()
    {
        for (var a = 0; a < terms.Assets.Length; a++)
        {
            var use = terms.Conditions.Use[state][a];
            var (stock, barred) = stocks.GetValueOrDefault(a, (-1, -1));
            var fleet = terms.Fleet[a][t];
            if (stock < 0 && fleet <= 0)
                continue;
            var usable = Enumerable.Range(0, terms.Workloads.Length).Where(w => terms.Speeds[a][w] > 0).ToList();
            if (usable.Count == 0)
                continue;
            var widest = usable.Max(w => use.Usable[w]);
            var columns = usable.Select(w => (w, Column: UseColumn(ChoiceKind.Use, a, w))).ToList();
            WriteUseRow(a, columns, stock, fleet, widest, use, received: !BarsNew(a));
            foreach (var (w, column) in columns.Where(c => use.Usable[c.w] < widest))
                WriteUseRow(a, [(w, column)], stock, fleet, use.Usable[w], use, received: !BarsNew(a));
            if (barred < 0)
                continue;
            var allowed = usable.Where(w => !use.NewBarred[w]).Select(w => (w, Column: UseColumn(ChoiceKind.UseBarred, a, w))).ToList();
            if (allowed.Count > 0)
                WriteUseRow(a, allowed, barred, 0, allowed.Max(c => use.Usable[c.w]), use, received: true);
        }
    }

    void WriteUseRow(int asset, List<(int Workload, int Column)> columns, int stands, double fleet, double share, UseConditions use, bool received)
    {
        var row = builder.Row(new Limit(LimitKind.Stock, terms.Assets[asset].Part, terms.Assets[asset].Site, t, share < 1 ? use.From : []),
            double.NegativeInfinity, share * fleet);
        foreach (var (_, column) in columns)
            builder.Put(row, column, 1);
        builder.Put(row, stands, -share);
        if (received)
            foreach (var r in receipts.Where(r => r.Asset == asset))
                builder.Put(row, r.Column, share * (1 - r.Productive));
    }

    int UseColumn(ChoiceKind kind, int a, int w)
    {
        var (asset, workload) = (terms.Assets[a], terms.Workloads[w]);
        var part = terms.World.Market.Part(asset.Part);
        var site = terms.World.Market.Site(asset.Site);
        var power = part.Drawn?.Value ?? 0;
        var factor = terms.Conditions.Energy[state][SiteIndex(asset.Site)];
        // kW per unit · hours · money per kWh is money per unit; per thousand units in millions that is a thousandth.
        var energy = discount * months * HoursPerMonth * power * site.Energy.Value * factor / 1_000;
        var column = Column(kind, asset.Part, $"{asset.Site}/{workload.Id}",
            [Pay(CostKind.Energy, "grid", energy, part.Drawn?.Provenance, site.Energy.Provenance)]);
        var speed = terms.Speeds[a][w];
        served[w].Add((column, speed));
        if (terms.World.Market.Stack(part.Stack) is { } stack)
            Remember(onStack, (stack.Id, w), (column, speed));
        Remember(atSite, asset.Site, (column, power, part.PerRack is { } perRack ? 1 / perRack.Value : 0));
        return column;
    }

    int SiteIndex(string site)
    {
        for (var i = 0; i < terms.World.Market.Sites.Length; i++)
            if (terms.World.Market.Sites[i].Id == site)
                return i;
        return -1;
    }

    static void Remember<TKey, TValue>(Dictionary<TKey, List<TValue>> into, TKey key, TValue value) where TKey : notnull
    {
        if (!into.TryGetValue(key, out var list))
            into[key] = list = [];
        list.Add(value);
    }

    /// <summary>Power and racks of each place, growing as stated.</summary>
    void WriteSites()
    {
        var middle = period.StartMonth + months / 2;
        foreach (var site in terms.World.Market.Sites)
        {
            if (!atSite.TryGetValue(site.Id, out var columns))
                continue;
            if (site.Power is { } power)
            {
                // Thousands of units at kilowatts each are megawatts.
                var row = builder.Row(Limit(LimitKind.Power, site.Id, "", power.Provenance, site.PowerGrowth?.Provenance), double.NegativeInfinity,
                    power.Value / 1_000 * Math.Pow(1 + (site.PowerGrowth?.Value ?? 0), middle));
                foreach (var (column, kiloWatt, _) in columns)
                    builder.Put(row, column, kiloWatt);
            }
            if (site.Racks is { } racks)
            {
                var row = builder.Row(Limit(LimitKind.Racks, site.Id, "", racks.Provenance, site.RackGrowth?.Provenance), double.NegativeInfinity,
                    racks.Value / Programme.UnitScale * Math.Pow(1 + (site.RackGrowth?.Value ?? 0), middle));
                foreach (var (column, _, rackShare) in columns)
                    builder.Put(row, column, rackShare);
            }
        }
    }
}
