using System.Collections.Immutable;
using Sluice.Gates.Conditions;
using Sluice.Gates.Rules;
using Sluice.Gates.Screening;
using Sluice.Market;
using Sluice.Reading;

namespace Sluice.Gates;

/// <summary>Screens the offers of a case at plan time: what may pass of each, on the as-of date, as far as known on that date.</summary>
public static class OfferScreening
{
    /// <summary>Screens offers. A gate of which the book knows no rules at all clears nothing.</summary>
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

    /// <summary>
    /// Verdicts for every offer: gate by gate what the case states, else what screening found. What rests on a rule that was not known yet
    /// on the as-of date counts as not stated, so that a past day can be planned again.
    /// </summary>
    /// <param name="book">What was read of the atlas.</param>
    /// <param name="asOf">Day of knowledge.</param>
    /// <param name="stated">As stated in the case.</param>
    /// <param name="screened">As found.</param>
    public static ImmutableArray<OfferVerdict> Under(GateBook book, DateOnly asOf, ImmutableArray<OfferVerdict> stated, ImmutableArray<OfferVerdict> screened)
    {
        ArgumentNullException.ThrowIfNull(book);
        var own = stated.ToDictionary(s => s.Offer, s => s with { Verdicts = [.. s.Verdicts.Where(v => book.WereKnown(v.Rules, asOf))] }, StringComparer.Ordinal);
        return [.. screened.Select(found => own.TryGetValue(found.Offer, out var said) ? Under(said, found) : found)];
    }

    /// <summary>Classes of the rules in force on a day that a part is in, wherever it goes: those that are sure, and those that open figures leave possible.</summary>
    public static PartClasses Classes(GateBook book, Part part, DateOnly asOf)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(part);
        var (sure, possible) = (new SortedSet<string>(StringComparer.Ordinal), new SortedSet<string>(StringComparer.Ordinal));
        var figures = KnownFigures.Of(part, book.References, asOf);
        var isAmerican = part.Jurisdiction is "us" || (part.Jurisdiction is null && part.Country == "US");
        foreach (var rule in book.Rules)
            if (isAmerican && rule.Restricts && rule.Kind != RuleKind.Embargo && rule.Validity.InForce(asOf, asOf) != Truth.False && ItemMatch.Of(book, rule, part, figures, asOf) is { } match)
                if (match.Item.Truth == Truth.True && match.Class is { } name) sure.Add(name);
                else if (match.Item.Truth == Truth.Unknown) possible.UnionWith(rule.Classes.Select(c => c.Name));
        possible.ExceptWith(sure);
        return new([.. sure], [.. possible]);
    }

    static OfferVerdict Under(OfferVerdict said, OfferVerdict found) => found with
    {
        Verdicts = [.. found.Verdicts.Select(v => said.Verdicts.FirstOrDefault(s => s.Gate == v.Gate) is { } own ? own with { Found = v.Found } : v)],
        Conflict = said.Conflict ?? (said.Verdicts.Any(s => s.Gate == GateBook.ExportGate) ? null : found.Conflict),
    };

    static OfferVerdict Bought(GateBook book, ScreeningContext context, Purchase purchase)
    {
        var screened = PartScreening.Of(book, context.Market.Part(purchase.Part.Id), context.AsOf)
            .On(context.Market.Site(purchase.Site.Id).Country, new Buyer(context.Headquarters, context.Groups, null) { Firm = context.Firm }, context.AsOf);
        return new(purchase.Id, [.. screened.Verdicts.Select(v => Found(book, v))], screened.Conflicts.FirstOrDefault()?.Why);
    }

    /// <summary>Renting delivers nothing. Abroad, for a parent under an arms embargo, guidance on remote use leaves it open, since it is not said which parts run there.</summary>
    static OfferVerdict Rented(GateBook book, ScreeningContext context, Rental rental)
    {
        var site = context.Market.Site(rental.Site.Id).Country;
        var open = site != context.Headquarters && book.Countries.In(context.Headquarters, ["D5", "MO"], context.AsOf, context.AsOf) != Truth.False;
        var export = open
            ? new Verdict { Gate = GateBook.ExportGate, Word = VerdictWord.Unknown, Missing = [GatesMessages.WhichPartsRun], Why = GatesMessages.RentedAbroad }
            : new Verdict { Gate = GateBook.ExportGate, Word = VerdictWord.NoRequirement, Why = GatesMessages.NothingDelivered };
        return new(rental.Id, [Found(book, export), StatedVerdict.Of(new() { Gate = GateBook.ImportGate, Word = VerdictWord.NoRequirement, Why = GatesMessages.NothingImported })], null);
    }

    static StatedVerdict Found(GateBook book, Verdict verdict) => StatedVerdict.Of(book.Knows(verdict.Gate) || verdict.Word != VerdictWord.NoRequirement
        ? verdict : new() { Gate = verdict.Gate, Word = VerdictWord.Unknown, Missing = [GatesMessages.NoRulesRead], Why = GatesMessages.NoRulesReadWhy });
}

/// <summary>Classes of export rules that a part is in.</summary>
/// <param name="Sure">Classes whose tests it meets, in ordinal order.</param>
/// <param name="Possible">Classes of which what is known of it does not decide, in ordinal order.</param>
public sealed record PartClasses(ImmutableArray<string> Sure, ImmutableArray<string> Possible);

/// <summary>Whose offers are screened, and when.</summary>
/// <param name="AsOf">Day judged and day of knowledge.</param>
/// <param name="Firm">The viewpoint, for measures that name single firms.</param>
/// <param name="Headquarters">Country of the ultimate parent of the viewpoint.</param>
/// <param name="Groups">Groups of buyers that it belongs to.</param>
/// <param name="Market">Parts and places.</param>
public sealed record ScreeningContext(DateOnly AsOf, string Firm, string Headquarters, ImmutableArray<string> Groups, MarketFacts Market);
