using System.Collections.Immutable;
using Sluice.Optimization;
using Sluice.Market;

namespace Sluice.Planning.Buyer;

/// <summary>
/// The random fill of one period: how many of the due units of an offer come. Offers that share a draw move together; others are independent,
/// and the outcomes of the node are their product.
/// </summary>
sealed class FillOutcomes
{
    readonly List<(string Draw, ImmutableArray<FillShare> Shares)> draws = [];
    readonly List<(string Draw, int Row, int State, double Constant, double Slope)> entries = [];
    readonly List<(string Draw, int Row, int Column, double Constant, double Slope)> matrixEntries = [];
    readonly double months;

    public FillOutcomes(BuyerTerms terms, StateLayout incoming, int t)
    {
        months = terms.Periods[t].Months;
        foreach (var purchase in terms.Purchases)
        {
            if (!purchase.HasFill)
                continue;
            var flows = purchase.Orderable(t) && purchase.Arrivals[t].Any(a => a.Period == t);
            if (!flows && incoming.IndexOf(new StateKey(ChoiceKind.Due, purchase.Id, "", t)) < 0)
                continue;
            var draw = DrawOf(purchase.Offer);
            if (draws.All(d => d.Draw != draw))
                draws.Add((draw, ((Purchase)terms.World.Market.Offer(draw)).Fill));
        }
    }

    /// <summary>Share of due units that comes in the first outcome; the base programme is written with it.</summary>
    public double Base(PurchaseTerms purchase)
    {
        var draw = draws.FindIndex(d => d.Draw == DrawOf(purchase.Offer));
        return draw < 0 ? 1 : OverPeriod(draws[draw].Shares[0].Share);
    }

    /// <summary>Notes that an entry of T is constant + slope · fill.</summary>
    public void Depends(PurchaseTerms purchase, int row, int incomingState, double constant, double slope)
    {
        if (purchase.HasFill && incomingState >= 0)
            entries.Add((DrawOf(purchase.Offer), row, incomingState, constant, slope));
    }

    /// <summary>Notes that an entry of A is constant + slope · fill.</summary>
    public void DependsOnColumn(PurchaseTerms purchase, int row, int column, double constant, double slope)
    {
        if (purchase.HasFill && column >= 0)
            matrixEntries.Add((DrawOf(purchase.Offer), row, column, constant, slope));
    }

    /// <summary>All outcomes with their changes.</summary>
    public ImmutableArray<Outcome> Outcomes
    {
        get
        {
            if (draws.Count == 0)
                return [Outcome.Certain];
            var outcomes = ImmutableArray.CreateBuilder<Outcome>();
            var choice = new int[draws.Count];
            do
                outcomes.Add(OutcomeOf(choice));
            while (Next(choice));
            return outcomes.ToImmutable();
        }
    }

    /// <summary>Share per month that each draw fills in an outcome, by the offer that it belongs to; empty where nothing is drawn.</summary>
    public Dictionary<string, double> SharesOf(int outcome)
    {
        var shares = new Dictionary<string, double>();
        for (var d = draws.Count - 1; d >= 0; d--)
        {
            shares[draws[d].Draw] = draws[d].Shares[outcome % draws[d].Shares.Length].Share;
            outcome /= draws[d].Shares.Length;
        }
        return shares;
    }

    static string DrawOf(Purchase offer) => offer.FillWith?.Id ?? offer.Id;

    Outcome OutcomeOf(int[] choice)
    {
        var probability = 1.0;
        var fills = new Dictionary<string, double>();
        for (var d = 0; d < draws.Count; d++)
        {
            var share = draws[d].Shares[choice[d]];
            probability *= share.Chance.Value;
            fills[draws[d].Draw] = OverPeriod(share.Share);
        }
        return new Outcome(probability,
        [
            .. entries.Select(e => Change.IncomingCoefficient(e.Row, e.State, e.Constant + e.Slope * fills[e.Draw])),
            .. matrixEntries.Select(e => Change.MatrixCoefficient(e.Row, e.Column, e.Constant + e.Slope * fills[e.Draw])),
        ]);
    }

    bool Next(int[] choice)
    {
        for (var d = draws.Count - 1; d >= 0; d--)
        {
            if (++choice[d] < draws[d].Shares.Length)
                return true;
            choice[d] = 0;
        }
        return false;
    }

    double OverPeriod(double sharePerMonth) => 1 - Math.Pow(1 - sharePerMonth, months);
}
