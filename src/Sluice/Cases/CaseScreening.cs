using System.Collections.Immutable;
using Sluice.Cases.Checks;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Outlooks;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>What may pass of the offers of a case, and the classes of its parts.</summary>
/// <param name="Verdicts">By offer: gate by gate what the case states, else what the rules of the atlas say on the as-of date.</param>
/// <param name="Classes">By part: classes of the rules in force on the as-of date; empty where the case chooses no rules.</param>
/// <param name="Faults">Faults in the rules themselves, and offers of which nothing passes.</param>
sealed record CaseScreening(ImmutableSortedDictionary<string, OfferVerdict> Verdicts, ImmutableSortedDictionary<string, PartClasses> Classes, ImmutableArray<Diagnostic> Faults)
{
    /// <summary>No verdicts: nothing was screened and nothing is stated.</summary>
    public static CaseScreening Nothing { get; } = new(ImmutableSortedDictionary<string, OfferVerdict>.Empty, ImmutableSortedDictionary<string, PartClasses>.Empty, []);

    /// <summary>Screens the offers of a draft; it must be linked.</summary>
    /// <param name="draft">The draft.</param>
    /// <param name="rules">What was read of the atlas; null where the case chooses neither rules nor measures, so that only what it states is known.</param>
    /// <param name="viewpoint">Whose view it is.</param>
    public static CaseScreening Of(CaseDraft draft, (GateBook Book, Diagnostics Faults)? rules, Viewpoint viewpoint)
    {
        if (rules is not var (book, faults)) return new(ByOffer(draft.Verdicts), ImmutableSortedDictionary<string, PartClasses>.Empty, []);
        var asOf = draft.Header!.AsOf;
        var context = new ScreeningContext(asOf, viewpoint.Id, viewpoint.Headquarters, viewpoint.Groups, draft.Market);
        var verdicts = OfferScreening.Under(book, asOf, draft.Verdicts, OfferScreening.Of(book, context, draft.Market.Offers));
        var used = draft.Market.Offers.OfType<Purchase>().Select(p => p.Part.Id).Concat(draft.Market.Fleet.Select(f => f.Part.Id)).ToHashSet(StringComparer.Ordinal);
        var classes = draft.Market.Parts.Where(p => used.Contains(p.Id)).ToImmutableSortedDictionary(p => p.Id, p => OfferScreening.Classes(book, p, asOf), StringComparer.Ordinal);
        var selection = new Selection(draft.Market, viewpoint, ByOffer(verdicts), classes);
        var driven = ByOffer([.. verdicts.Select(v => Driven(v, draft, selection))]);
        return new(driven, classes, [.. faults.Sorted, .. driven.Values.SelectMany(v => v.Verdicts.Where(g => g is { Origin: VerdictOrigin.Screened, LetsNothingPass: true }).Select(g => CheckMessages.NothingPasses(draft.KeyOf($"offers.{v.Offer}", default), v.Offer, g)))]);
    }

    static ImmutableSortedDictionary<string, OfferVerdict> ByOffer(ImmutableArray<OfferVerdict> verdicts) => verdicts.ToImmutableSortedDictionary(v => v.Offer, v => v, StringComparer.Ordinal);

    /// <summary>Gives each screened licence or bar the driver that stands for its gate: its level says how much passes.</summary>
    static OfferVerdict Driven(OfferVerdict verdict, CaseDraft draft, Selection selection)
    {
        var offer = draft.Market.Offer(verdict.Offer);
        return verdict with { Verdicts = [.. verdict.Verdicts.Select(v => v is { Origin: VerdictOrigin.Screened, LetsNothingPass: true } ? v with { Driver = Driver(v.Gate, offer, draft.Drivers, selection) } : v)] };
    }

    /// <summary>The first driver at that side of the border of which some level decides about orders or deliveries of the offer.</summary>
    static Ref? Driver(string gate, Offer offer, ImmutableArray<Driver> drivers, Selection selection)
    {
        var side = gate == GateBook.ExportGate ? GateSide.Export : GateSide.Import;
        foreach (var driver in drivers)
            if (driver.Gate?.Side == side && driver.Levels.Any(l => l.Effects.Concat(l.Asks).Any(e => e is StopOrders or CapOrders or Quota or CapDeliveries or PassDeliveries or CancelOrders && selection.Touches(e, offer))))
                return new(driver.Id, driver.At, "driver");
        return null;
    }
}
