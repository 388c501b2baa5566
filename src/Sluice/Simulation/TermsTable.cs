using System.Collections.Immutable;
using Sluice.Outlooks;

namespace Sluice.Simulation;

/// <summary>
/// What the conditions say to each buyer in each combination of levels, as arrays: once for firms that do as they are asked, once for those
/// that do not. [(levels · buyers + buyer) · lines + line] unless said otherwise.
/// </summary>
/// <remarks>An effect that is new in <see cref="OfferConditions"/> enters the market here, and where the month reads it.</remarks>
sealed class TermsTable
{
    readonly int buyers;
    readonly int lines;
    readonly int assets;
    readonly int workloads;

    public TermsTable(int levels, int buyers, int lines, int assets, int workloads)
    {
        (this.buyers, this.lines, this.assets, this.workloads) = (buyers, lines, assets, workloads);
        var n = levels * buyers * lines;
        (OnSale, Asked, Unasked) = (new bool[n], Table(n), Table(n));
        (Usable, NewBarred) = (new double[levels * buyers * workloads * assets], new bool[levels * buyers * workloads * assets]);
        Array.Fill(Usable, 1);
        Demand = new double[levels * buyers * workloads];
        Array.Fill(Demand, 1);
        (Supply, MakerLevy) = (new double[levels * lines], new double[levels * lines]);
        Array.Fill(Supply, 1);
    }

    /// <summary>Whether the line is on sale.</summary>
    public bool[] OnSale { get; }

    /// <summary>Terms of firms that do as they are asked.</summary>
    public OfferTerms[] Asked { get; }

    /// <summary>Terms of firms that do not.</summary>
    public OfferTerms[] Unasked { get; }

    /// <summary>[((levels · buyers + buyer) · workloads + workload) · assets + asset] share of units that may work.</summary>
    public double[] Usable { get; }

    /// <summary>The same: whether units received now may not.</summary>
    public bool[] NewBarred { get; }

    /// <summary>[(levels · buyers + buyer) · workloads + workload] factor on demand.</summary>
    public double[] Demand { get; }

    /// <summary>[levels · lines + line] factor on what the line can make.</summary>
    public double[] Supply { get; }

    /// <summary>[levels · lines + line] share of the price that the maker pays to a state.</summary>
    public double[] MakerLevy { get; }

    /// <summary>[buyer] quotas.</summary>
    public ImmutableArray<ImmutableArray<QuotaConditions>> Quotas { get; set; } = [];

    /// <summary>[offer of the conditions] line.</summary>
    public int[] LineOf { get; set; } = [];

    /// <summary>Whether any level stops or bars use.</summary>
    public bool StopsUse { get; private set; }

    /// <summary>Enters what conditions say to a buyer.</summary>
    public void Enter(int buyer, Conditions asked, Conditions unasked, ReadOnlySpan<int> offerOf, ReadOnlySpan<string> makerOf, ReadOnlySpan<int> assetOf)
    {
        for (var s = 0; s < asked.Offers.Length; s++)
        {
            for (var l = 0; l < lines; l++)
            {
                var at = (s * buyers + buyer) * lines + l;
                var (one, other) = (asked.Offers[s][offerOf[l]], unasked.Offers[s][offerOf[l]]);
                OnSale[at] = other.Launched;
                Asked[at] = OfferTerms.Of(one, makerOf[l]);
                Unasked[at] = OfferTerms.Of(other, makerOf[l]);
            }
            for (var w = 0; w < workloads; w++)
            {
                Demand[(s * buyers + buyer) * workloads + w] = asked.Demand[s][w];
                for (var a = 0; a < assets; a++)
                {
                    var at = ((s * buyers + buyer) * workloads + w) * assets + a;
                    var use = asked.Use[s][assetOf[a]];
                    (Usable[at], NewBarred[at]) = (use.Usable[w], use.NewBarred[w]);
                    StopsUse |= use.Usable[w] < 1 || use.NewBarred[w];
                }
            }
        }
    }

    /// <summary>Enters what conditions say to the makers.</summary>
    public void EnterMakers(Conditions all, ReadOnlySpan<int> offerOf, ReadOnlySpan<string> makerOf)
    {
        for (var s = 0; s < all.Offers.Length; s++)
            for (var l = 0; l < lines; l++)
            {
                var offer = all.Offers[s][offerOf[l]];
                Supply[s * lines + l] = offer.SupplyFactor;
                foreach (var levy in offer.Levies)
                    if (levy.Payer == makerOf[l])
                        MakerLevy[s * lines + l] += levy.Rate;
            }
    }

    static OfferTerms[] Table(int count) => new OfferTerms[count];
}

/// <summary>Conditions of an offer as the month reads them.</summary>
/// <param name="OrderShare">Share of orders that stands.</param>
/// <param name="OrderCap">Most units ordered per month and firm.</param>
/// <param name="Pass">Share of due units that passes.</param>
/// <param name="Waiting">Share of waiting units that passes per month.</param>
/// <param name="Lapse">Share of due units that lapses.</param>
/// <param name="Delay">Share of due units that moves to the next month.</param>
/// <param name="DeliveryCap">Most units delivered per month and firm.</param>
/// <param name="DeliveryInAll">Most units delivered in all per firm while it is in force.</param>
/// <param name="Price">Factor on the price, with levies that the buyer bears.</param>
/// <param name="BuyerLevy">Share of the price that the buyer pays to a state itself.</param>
/// <param name="Bundle">Domestic units needed for each.</param>
readonly record struct OfferTerms(
    double OrderShare, double OrderCap, double Pass, double Waiting, double Lapse, double Delay, double DeliveryCap, double DeliveryInAll, double Price,
    double BuyerLevy, double Bundle)
{
    /// <summary>From the conditions of an offer: what the maker pays of a levy comes back in the price as far as it is passed on; what others pay the buyer pays itself.</summary>
    public static OfferTerms Of(OfferConditions offer, string maker)
    {
        var (passed, own) = (0.0, 0.0);
        foreach (var levy in offer.Levies)
            if (levy.Payer == maker)
                passed += levy.Rate * levy.PassedOn;
            else
                own += levy.Rate;
        return new(
            offer.OrderShare, offer.OrderCap, offer.PassShare, offer.WaitingShare, offer.LapseShare, offer.DelayShare, offer.DeliveryCap, offer.DeliveryInAll,
            offer.PriceFactor * (1 + passed), own, offer.Bundle);
    }

    /// <summary>A kind of which a share of the firms has these terms, and the rest others.</summary>
    public OfferTerms Mixed(double share, in OfferTerms others) => share <= 0 ? others : share >= 1 ? this : new(
        Mix(share, OrderShare, others.OrderShare), Mix(share, OrderCap, others.OrderCap), Mix(share, Pass, others.Pass), Mix(share, Waiting, others.Waiting),
        Mix(share, Lapse, others.Lapse), Mix(share, Delay, others.Delay), Mix(share, DeliveryCap, others.DeliveryCap), Mix(share, DeliveryInAll, others.DeliveryInAll),
        Mix(share, Price, others.Price), Mix(share, BuyerLevy, others.BuyerLevy), Math.Max(Bundle, others.Bundle));

    static double Mix(double share, double one, double other) =>
        one == other || double.IsInfinity(other) ? other : double.IsInfinity(one) ? one : other + share * (one - other);
}
