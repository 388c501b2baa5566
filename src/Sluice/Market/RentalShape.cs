using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>How a <see cref="Rental"/> is written.</summary>
public static class RentalShape
{
    static readonly Kind<Given<double>> level = Given.Of(Measures.Equivalents);

    static readonly Field<ImmutableArray<Ref>> workloads = new("rent", Kinds.ListOf(Kinds.Name("workload")), "workloads that it can serve", "[inference]");
    static readonly Field<string> seller = new Field<string>("seller", Kinds.Name("party").Map(p => p.Id), "party that is paid", "landlord").Optional("landlord", "landlord");
    static readonly Field<Ref> place = new("place", Kinds.Name("place"), "where it runs", "mainland");
    static readonly Field<Given<double>> price = new("price", Given.Of(Measures.MoneyPer(Dimension.Equivalent, Dimension.Time)), "money per equivalent and time", "2 400 USD per H20e-quarter");
    static readonly Field<Tax> tax = OfferFields.Tax;
    static readonly Field<Given<double>?> rate = Fields.Maybe("rate", level, "most equivalents rented at one time", "20k H20e", "as 'supply' says");
    static readonly Field<ImmutableArray<SupplyStep>> supply = new Field<ImmutableArray<SupplyStep>>("supply", new SupplyKind(level),
        "as 'rate', by the first day on which it holds", "{2025-08-01: 20k H20e}").Optional([], "as 'rate' says");
    static readonly Field<Given<double>> notice = new Field<Given<double>>("notice", Given.Of(Measures.Duration), "time for which what is given up is still paid", "1 month").Optional(Given.Default(0.0), "0 months");
    static readonly Field<Given<double>> opening = new Field<Given<double>>("opening", level, "equivalents rented at the as-of date", "5k H20e").Optional(Given.Default(0.0), "0");
    static readonly Field<bool> domestic = new Field<bool>("domestic", Kinds.Flag, "whether it runs under the viewpoint's own law; for readers", "yes").Optional(false, "no");
    static readonly Field<Given<DateOnly>?> from = OfferFields.From;
    static readonly Field<string?> note = OfferFields.Note;

    /// <summary>The shape.</summary>
    public static Shape<Rental> Shape { get; } = new("rental", "An offer to rent compute for workloads.", [workloads, seller, place, price, tax, rate, supply, notice, opening, domestic, from, note], row =>
    {
        if (row.Has(rate) == row.Has(supply)) row.Reject(row.Has(rate) ? supply : rate, "either 'rate' or 'supply'", row.Has(rate) ? "the offer has both" : "the offer has neither");
        if (row.At(workloads).IsEmpty) row.Reject(workloads, "at least one workload", "it is empty");
        ImmutableArray<SupplyStep> limits = row.At(rate) is { } one ? [new(null, one)] : row.At(supply);
        return new(row.Name, row.At(workloads), row.At(seller), row.At(place), row.At(price), limits, row.At(notice), row.At(opening), row.At(from), row.Place)
            { Tax = row.At(tax), Note = row.At(note), Domestic = row.At(domestic) };
    });
}
