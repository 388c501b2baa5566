using System.Collections.Immutable;
using Sluice.Market;
using Sluice.Optimization;

namespace Sluice.Planning.Buyer;

/// <summary>Sums what simulated paths do during the wait and after it, offer by offer; thousands.</summary>
sealed class WaitTally(BuyerTerms terms, LegendIndex index, int from, int to)
{
    readonly Dictionary<string, OfferSums> sums = terms.World.Market.Offers.ToDictionary(o => o.Id, _ => new OfferSums());
    readonly Dictionary<(string, string), double> ported = [];
    int paths;

    /// <summary>Means over the paths seen.</summary>
    public OfferSums Mean(string offer) => sums[offer].Over(Math.Max(1, paths));

    public double Ported(string stack, string workload) => ported.GetValueOrDefault((stack, workload)) / Math.Max(1, paths);

    public void Add(in SimulationStep step)
    {
        if (step.Stage == 0)
            paths++;
        var inside = step.Stage >= from && step.Stage < to;
        foreach (var offer in terms.World.Market.Offers)
            AddOffer(offer, sums[offer.Id], step, inside);
        if (!inside)
            return;
        foreach (var (stack, workload, _) in terms.Portings)
            foreach (var column in index.Columns(step.Stage, step.Node, ChoiceKind.Port, stack.Id))
                if (index.Choice(step.Stage, step.Node, column).With == workload.Id)
                    ported[(stack.Id, workload.Id)] = ported.GetValueOrDefault((stack.Id, workload.Id)) + step.Columns[column];
    }

    void AddOffer(Offer offer, OfferSums sum, in SimulationStep step, bool inside)
    {
        var kind = offer is Purchase ? ChoiceKind.Order : ChoiceKind.RentMore;
        var quantity = index.Sum(step.Stage, step.Node, kind, offer.Id, step.Columns);
        if (step.Stage >= to)
            sum.Later += quantity;
        if (!inside)
            return;
        sum.Quantity += quantity;
        if (step.Stage == from)
            sum.First += quantity;
        sum.Most += MostAt(offer, kind, step);
        sum.GivenBack += index.Sum(step.Stage, step.Node, ChoiceKind.Cancel, offer.Id, step.Columns)
            + index.Sum(step.Stage, step.Node, ChoiceKind.CancelHeld, offer.Id, step.Columns);
        if (step.Stage != to - 1)
            return;
        sum.Held += index.Sum(step.Stage, step.Node, ChoiceKind.Held, offer.Id, step.Columns);
        sum.RentLevel += index.Sum(step.Stage, step.Node, ChoiceKind.Rent, offer.Id, step.Columns);
    }

    /// <summary>A quote is one pool over its periods: it counts once.</summary>
    double MostAt(Offer offer, ChoiceKind kind, in SimulationStep step)
    {
        if (offer is Rental)
            return step.Stage == to - 1 ? terms.Rentals.First(r => r.Id == offer.Id).Limit[step.Stage] : 0;
        var purchase = terms.Purchases.First(p => p.Id == offer.Id);
        if (step.Stage > from && step.Stage <= purchase.LastQuotePeriod)
            return 0;
        var most = 0.0;
        foreach (var column in index.Columns(step.Stage, step.Node, kind, offer.Id))
            most += index.Choice(step.Stage, step.Node, column).Most;
        return most;
    }
}

/// <summary>Sums for one offer, thousands.</summary>
sealed class OfferSums
{
    public double Quantity { get; set; }

    public double First { get; set; }

    public double Later { get; set; }

    public double Most { get; set; }

    public double GivenBack { get; set; }

    public double Held { get; set; }

    public double RentLevel { get; set; }

    /// <summary>The mean over so many paths. A column may stand a rounding below its bound of 0; no mean does.</summary>
    public OfferSums Over(int paths)
    {
        double Mean(double sum) => Math.Max(0, sum / paths);
        return new()
        {
            Quantity = Mean(Quantity), First = Mean(First), Later = Mean(Later), Most = Mean(Most), GivenBack = Mean(GivenBack), Held = Mean(Held), RentLevel = Mean(RentLevel),
        };
    }
}
