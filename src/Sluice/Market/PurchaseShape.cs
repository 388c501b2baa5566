using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>How a <see cref="Purchase"/> is written.</summary>
public static class PurchaseShape
{
    static readonly Kind<Given<double>> unitRate = Given.Of(Measures.RatePerMonth(Dimension.Unit));

    static readonly Field<Ref> part = new("part", Kinds.Name("part"), "what is bought", "nvidia-h20");
    static readonly Field<string> seller = new("seller", Kinds.Name("party").Map(p => p.Id), "party that is paid", "nvidia");
    static readonly Field<Ref> place = new("place", Kinds.Name("place"), "where it is used", "mainland");
    static readonly Field<Given<double>> price = new("price", Given.Of(Measures.Price), "money per unit, before fit-out", "11 500 USD");
    static readonly Field<Tax> tax = OfferFields.Tax;
    static readonly Field<Given<double>> fitOut = new Field<Given<double>>("fit-out", Given.Of(Measures.Surcharge), "server, network and racks on top, as a share of the price", "60 %").Optional(Given.Default(0.0), "0 %");
    static readonly Field<Given<double>> lead = new("lead", Given.Of(Measures.Duration), "time from order to usable delivery", "1 quarter");
    static readonly Field<Given<double>?> rate = Fields.Maybe("rate", unitRate, "most units that can be ordered per time", "36k units per quarter", "as 'supply' says");
    static readonly Field<ImmutableArray<SupplyStep>> supply = new Field<ImmutableArray<SupplyStep>>("supply", new SupplyKind(unitRate),
        "as 'rate', by the first day on which it holds", "{2025-08-01: 36k units per quarter}").Optional([], "as 'rate' says");
    static readonly Field<Quote?> quote = Fields.Maybe("quote", QuoteShape.Shape, "units that orders draw on until a day", "{quantity: 18k units, until: 2025-09-30}");
    static readonly Field<Given<double>> deposit = new Field<Given<double>>("deposit", Given.Of(Measures.Share), "share of the price paid at the order", "30 %").Optional(Given.Default(0.0), "0 %");
    static readonly Field<Cancellation?> cancel = new Field<Cancellation?>("cancel", Kinds.OrNone(CancellationShape.Shape), "terms of cancelling, or none", "{until: 30 days before delivery, refund: 2 300 USD}").Optional(null);
    static readonly Field<Receipt> receipt = new Field<Receipt>("receipt", Kinds.Choice(("optional", Receipt.Optional), ("take-or-pay", Receipt.TakeOrPay)),
        "whether units that arrive may be left, or are paid in any case", "optional").Optional(Receipt.TakeOrPay, "take-or-pay");
    static readonly Field<Given<double>?> holding = Fields.Maybe("holding", Given.Of(Measures.Growth.Map(growth => growth.Factor(1) - 1)),
        "cost of units left at an open gate, as a share of balance and fit-out over a time; at least the interest", "1 % per month", "the discount rate");
    static readonly Field<Given<double>> ramp = new Field<Given<double>>("ramp", Given.Of(Kinds.Phrase("", Measures.Share, "in the first month")),
        "productive share of new units in their first month", "70 % in the first month").Optional(Given.Default(1.0), "100 %");
    static readonly Field<ImmutableArray<FillShare>> fill = new Field<ImmutableArray<FillShare>>("fill", new FillKind(),
        "chances of the share of due units that comes in a month; they sum to 100 %", "{all: 40 %, half: 40 %, tenth: 20 %}").Optional([], "all come");
    static readonly Field<Ref?> fillWith = Fields.Maybe("fill-with", Kinds.Name("offer"), "offer whose draw this one shares: both fill alike", "ascend-910c", "its own");
    static readonly Field<Given<double>> life = new Field<Given<double>>("residual-life", Given.Of(Measures.Duration), "service life over which a unit keeps a residual value", "20 quarters").Optional(Given.Default(60.0), "20 quarters");
    static readonly Field<bool> domestic = new Field<bool>("domestic", Kinds.Flag, "whether it counts as domestic where a bundle asks for domestic units", "yes").Optional(false, "no");
    static readonly Field<Given<DateOnly>?> from = OfferFields.From;
    static readonly Field<string?> note = OfferFields.Note;

    /// <summary>The shape.</summary>
    public static Shape<Purchase> Shape { get; } = new("purchase", "An offer to buy units of a part.",
        [part, seller, place, price, tax, fitOut, lead, rate, supply, quote, deposit, cancel, receipt, holding, ramp, fill, fillWith, life, domestic, from, note], row =>
        {
            if (row.Has(rate) == row.Has(supply)) row.Reject(row.Has(rate) ? supply : rate, "either 'rate' or 'supply'", row.Has(rate) ? "the offer has both" : "the offer has neither");
            if (row.Has(fill) && row.Has(fillWith)) row.Reject(fillWith, "either 'fill' or 'fill-with'", "the offer has both");
            ImmutableArray<SupplyStep> steps = row.At(rate) is { } one ? [new(null, one)] : row.At(supply);
            return new(row.Name, row.At(part), row.At(seller), row.At(place), row.At(price), row.At(fitOut), row.At(lead), steps, row.At(quote), row.At(deposit), row.At(cancel),
                row.At(receipt), row.At(holding), row.At(ramp), row.At(fill), row.At(fillWith), row.At(life), row.At(domestic), row.At(from), Launch.Open, row.Place) { Tax = row.At(tax), Note = row.At(note) };
        });
}
