using System.Collections.Immutable;
using Sluice.Market;

namespace Sluice.Outlooks;

/// <summary>Gathers the quotas of all levels: levels of a driver that name the same quota and select the same offers share one stock.</summary>
internal static class QuotaTable
{
    /// <summary>All quotas. What is followed in part binds by that much less: amounts divided by the share.</summary>
    public static ImmutableArray<QuotaConditions> Of(
        OutlookChain chain, ImmutableArray<ImmutableArray<ImmutableArray<InForce>>> inForce, MarketFacts market, Reach reach,
        Selection selection)
    {
        var quotas = ImmutableArray.CreateBuilder<QuotaConditions>();
        for (var d = 0; d < chain.Drivers.Length; d++)
        {
            var stated =
                from level in Enumerable.Range(0, inForce[d].Length)
                from item in inForce[d][level]
                where item.Effect is Quota
                let offers = Drawing(item, market, reach)
                where !offers.IsEmpty
                select new Stated(level, (Quota)item.Effect, offers, Scale((Quota)item.Effect, item.Share, selection));
            foreach (var named in stated.GroupBy(q => q.Quota.Name))
            {
                var stocks = named.GroupBy(q => string.Join(' ', q.Offers)).ToArray();
                foreach (var stock in stocks)
                    quotas.Add(Combine(chain, d, [.. stock], stocks.Length > 1));
            }
        }
        return [.. quotas.OrderBy(q => q.Id, StringComparer.Ordinal)];
    }

    static QuotaConditions Combine(OutlookChain chain, int d, ImmutableArray<Stated> stock, bool levelInName)
    {
        var driver = chain.Drivers[d];
        var first = stock.FirstOrDefault(q => q.Level == chain.States[chain.Root].Levels[d]) ?? stock[0];
        var id = levelInName ? $"{driver.Id}.{driver.Levels[first.Level].Id}.{first.Quota.Name}" : $"{driver.Id}.{first.Quota.Name}";
        var byState = chain.States.Select(s => stock.FirstOrDefault(q => q.Level == s.Levels[d])).ToArray();
        return new(
            id, first.Quota.Amount.Value * first.Scale, [.. byState.Select(q => q is null ? 0 : q.Quota.Rate.Value * q.Scale)],
            [.. byState.Select(q => q is not null)], first.Offers, first.Quota.Provenance);
    }

    static ImmutableArray<int> Drawing(InForce item, MarketFacts market, Reach reach) =>
        [.. Enumerable.Range(0, market.Offers.Length).Where(o => reach.Touches(item, market.Offers[o]))];

    static double Scale(Quota quota, double followed, Selection selection)
    {
        if (quota.Per == QuotaPer.Firm)
            return 1 / followed;
        if (quota.Share is null)
            selection.Note(ConditionConcern.NoShare, quota.Name, quota);
        return (quota.Share?.Value ?? 1) / followed;
    }

    sealed record Stated(int Level, Quota Quota, ImmutableArray<int> Offers, double Scale);
}
