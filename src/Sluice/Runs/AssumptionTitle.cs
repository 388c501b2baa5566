using Sluice.Cases;

namespace Sluice.Runs;

/// <summary>Words for an assumption, made of its path: <c>offers.h20-stock.lead</c> is "h20-stock: lead".</summary>
static class AssumptionTitle
{
    public static string Of(Case world, string path)
    {
        var names = path.Split('.');
        if (names is ["offers", var offer, .. var rest] && world.Market.Offers.Any(o => o.Id == offer))
            return $"{Names.Of(world, world.Market.Offer(offer))}: {Words(rest)}";
        return names.Length > 2 ? $"{names[1]}: {Words(names[2..])}" : Words(names);
    }

    static string Words(IEnumerable<string> names) => string.Join(", ", names.Select(n => n.Replace('-', ' ')));
}
