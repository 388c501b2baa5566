using System.Collections.Immutable;
using Sluice.Optimization;
using Sluice.Outlooks;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Planning.Buyer;

/// <summary>
/// One period of the buyer's programme in one joint state: what can be ordered, cancelled, received, ported, rented, used and left
/// unserved. The order inside a period: orders and cancellations, receipts, porting, use and rent, shortage.
/// </summary>
sealed partial class PeriodProgramme
{
    readonly BuyerTerms terms;
    readonly PeriodBuilder builder;
    readonly FillOutcomes fill;
    readonly Question question;
    readonly int t;
    readonly int state;

    readonly Period period;
    readonly double months;
    readonly double discount;

    readonly Dictionary<int, int> orders = [];
    readonly List<(int Asset, int Column, double Productive)> receipts = [];
    readonly List<(int Column, double Speed)>[] served;
    readonly Dictionary<(string Stack, int Workload), List<(int Column, double Speed)>> onStack = [];
    readonly Dictionary<string, List<(int Column, double KiloWatt, double Racks)>> atSite = [];

    PeriodProgramme(BuyerTerms terms, StateLayout incoming, StateLayout? outgoing, Question question, int t, int state, WholePath? path)
    {
        (this.terms, this.question, this.t, this.state) = (terms, question, t, state);
        builder = path is null ? new PeriodBuilder(incoming, outgoing, terms.Viewpoint) : new PeriodBuilder(incoming, outgoing, terms.Viewpoint, path);
        period = terms.Periods[t];
        months = period.Months;
        discount = terms.Discount[t];
        served = [.. terms.Workloads.Select(_ => new List<(int, double)>())];
        fill = new FillOutcomes(terms, incoming, t);
    }

    /// <summary>Writes the programme: one of its own, or behind the earlier periods of a path.</summary>
    public static (Subproblem Subproblem, ImmutableArray<Outcome> Outcomes, Legend Legend) Write(
        BuyerTerms terms, StateLayout incoming, StateLayout? outgoing, Question question, int t, int state, WholePath? path = null)
    {
        var programme = new PeriodProgramme(terms, incoming, outgoing, question, t, state, path);
        foreach (var purchase in terms.Purchases)
            programme.WritePurchase(purchase);
        programme.WritePools();
        programme.WriteStock();
        programme.WriteUse();
        programme.WriteRentals();
        programme.WritePorting();
        programme.WriteSites();
        programme.WriteDemand();
        return (programme.builder.Subproblem, programme.fill.Outcomes, programme.builder.Legend);
    }

    bool Last => t == terms.Stages - 1;

    OfferConditions Conditions(int offer) => terms.Conditions.Offers[state][offer];

    Limit Limit(LimitKind kind, string subject, string with = "", params ReadOnlySpan<Provenance?> from) =>
        new(kind, subject, with, t, PeriodBuilder.From(from));

    CostItem Pay(CostKind kind, string payee, double perUnit, params ReadOnlySpan<Provenance?> from) =>
        new(kind, terms.Viewpoint, payee, perUnit, PeriodBuilder.From(from));

    CostItem Receive(CostKind kind, string payer, double perUnit, params ReadOnlySpan<Provenance?> from) =>
        new(kind, payer, terms.Viewpoint, perUnit, PeriodBuilder.From(from));

    int Column(ChoiceKind kind, string subject, string with, ImmutableArray<CostItem> costs, double upper = double.PositiveInfinity,
        Limit? limit = null, int due = -1) =>
        builder.Column(new Choice(kind, subject, with, due < 0 ? t : due, costs, upper, limit));

    /// <summary>Share s per month acting over the period: 1 − (1 − s)^Δ.</summary>
    double OverPeriod(double sharePerMonth) => 1 - Math.Pow(1 - sharePerMonth, months);
}
