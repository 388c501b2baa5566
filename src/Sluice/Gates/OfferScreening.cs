using System.Collections.Immutable;
using Sluice.Market;
using Sluice.Reading;

namespace Sluice.Gates;

/// <summary>Screens the offers of a case at plan time: what may pass of each, on the as-of date, as far as known on that date.</summary>
public static class OfferScreening
{
    /// <summary>Screens offers.</summary>
    /// <param name="book">What was read of the atlas.</param>
    /// <param name="context">Whose plan it is, and when.</param>
    /// <param name="offers">The offers.</param>
    public static ImmutableArray<OfferVerdict> Of(GateBook book, ScreeningContext context, IEnumerable<Offer> offers)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(offers);
        return [.. offers.Select(offer => offer switch
        {
            Purchase purchase => Bought(book, context, purchase),
            Rental rental => Rented(book, context, rental),
            _ => throw new ArgumentException($"Offers of type {offer.GetType().Name} are not known.", nameof(offers)),
        })];
    }

    /// <summary>Verdicts for every offer: gate by gate what the case states, else what screening found.</summary>
    /// <param name="stated">As stated in the case.</param>
    /// <param name="screened">As found.</param>
    public static ImmutableArray<OfferVerdict> Under(ImmutableArray<OfferVerdict> stated, ImmutableArray<OfferVerdict> screened)
    {
        var own = stated.ToDictionary(s => s.Offer, StringComparer.Ordinal);
        return
        [
            .. screened.Select(found => own.TryGetValue(found.Offer, out var said)
                ? found with { Verdicts = [.. found.Verdicts.Select(v => said.Verdicts.FirstOrDefault(s => s.Gate == v.Gate) ?? v)], Conflict = said.Conflict ?? (said.Verdicts.Any(s => s.Gate == "us-export") ? null : found.Conflict) }
                : found),
        ];
    }

    static OfferVerdict Bought(GateBook book, ScreeningContext context, Purchase purchase)
    {
        var screened = PartScreening.Of(book, context.Market.Part(purchase.Part.Id), context.AsOf)
            .On(context.Market.Site(purchase.Site.Id).Country, new Buyer(context.Headquarters, context.Groups, null), context.AsOf);
        return new(purchase.Id, [.. screened.Verdicts.Select(v => Found(v, context))], screened.Conflicts.FirstOrDefault()?.Why);
    }

    /// <summary>Renting delivers nothing. Abroad, for a parent under an arms embargo, guidance on remote use leaves it open, since it is not said which parts run there.</summary>
    static OfferVerdict Rented(GateBook book, ScreeningContext context, Rental rental)
    {
        var site = context.Market.Site(rental.Site.Id).Country;
        var open = site != context.Headquarters && book.Countries.In(context.Headquarters, ["D5", "MO"], context.AsOf, context.AsOf) != Truth.False;
        var export = open
            ? new Verdict { Gate = "us-export", Word = VerdictWord.Unknown, Missing = [GatesMessages.WhichPartsRun], Why = GatesMessages.RentedAbroad }
            : new Verdict { Gate = "us-export", Word = VerdictWord.NoRequirement, Why = GatesMessages.NothingDelivered };
        return new(rental.Id, [Found(export, context), Found(new() { Gate = "cn-import", Word = VerdictWord.NoRequirement, Why = GatesMessages.NothingImported }, context)], null);
    }

    static StatedVerdict Found(Verdict verdict, ScreeningContext context) =>
        new(verdict.Gate, verdict.Word, verdict.Class, verdict.Policy, verdict.Rules, verdict.Word == VerdictWord.Licence ? context.Driver(verdict.Gate) : null, verdict.Why) { Found = verdict };
}

/// <summary>Whose offers are screened, and when.</summary>
/// <param name="AsOf">Day judged and day of knowledge.</param>
/// <param name="Headquarters">Country of the ultimate parent of the viewpoint.</param>
/// <param name="Groups">Groups of buyers that it belongs to.</param>
/// <param name="Market">Parts and places.</param>
/// <param name="Drivers">Drivers that stand for the gates us-export and cn-import, where the case has them.</param>
public sealed record ScreeningContext(DateOnly AsOf, string Headquarters, ImmutableArray<string> Groups, MarketFacts Market, ImmutableDictionary<string, Ref> Drivers)
{
    /// <summary>The driver whose level sets the quantity at a gate; null where the case has none.</summary>
    public Ref? Driver(string gate) => Drivers.TryGetValue(gate, out var driver) ? driver : null;
}
