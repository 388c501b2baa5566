using System.Collections.Immutable;
using Sluice.Cases;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Reading;

namespace Sluice.Tests.Gates;

/// <summary>Offers of a case before the gates, at plan time.</summary>
public class OfferTests
{
    static readonly Lazy<Case> founding = new(() => CaseReader.Load(new FolderSource(Repository.At("cases", "h20-2025-08")), new FolderSource(Repository.At("atlas")), LoadOptions.None).Case!);

    static ImmutableArray<OfferVerdict> Screened()
    {
        var world = founding.Value;
        var context = new ScreeningContext(world.Header.AsOf, "CN", world.Header.Viewpoint.Groups, world.Market,
            ImmutableDictionary<string, Ref>.Empty.Add("us-export", new Ref("us-export", default, "driver")));
        return OfferScreening.Of(TheAtlas.Book, context, world.Market.Offers);
    }

    /// <summary>Offers of parts that became known after the as-of date: the case states what screening may not know.</summary>
    static bool WasKnown(string offer) =>
        founding.Value.Market.Offer(offer) is not Purchase purchase || !(founding.Value.Market.Part(purchase.Part.Id).Known?.To > founding.Value.Header.AsOf);

    [Fact]
    public void A_part_that_was_not_known_yet_is_never_cleared() =>
        Assert.All(Screened().Where(o => !WasKnown(o.Offer)), o => Assert.Equal(VerdictWord.Unknown, o.Verdicts[0].Word));

    [Fact]
    public void Screening_finds_what_the_founding_case_states()
    {
        var stated = founding.Value.Verdicts;
        var differ =
            from found in Screened()
            where stated.ContainsKey(found.Offer) && WasKnown(found.Offer)
            from verdict in found.Verdicts
            from said in stated[found.Offer].Verdicts
            where said.Gate == verdict.Gate && (said.Word, said.Class, said.Policy) != (verdict.Word, verdict.Class, verdict.Policy)
            select $"{found.Offer} {verdict.Gate}: stated {said.Word} {said.Class} {said.Policy}, found {verdict.Word} {verdict.Class} {verdict.Policy}: {verdict.Why}";
        Assert.Empty(differ);
    }

    [Fact]
    public void Laws_conflict_over_the_same_offers() =>
        Assert.Equal(founding.Value.Verdicts.Values.Where(v => v.Conflict is not null && WasKnown(v.Offer)).Select(v => v.Offer), Screened().Where(v => v.Conflict is not null).Select(v => v.Offer));

    [Fact]
    public void What_is_found_is_marked_and_carries_its_trace() =>
        Assert.All(Screened().SelectMany(o => o.Verdicts), v => Assert.Equal(VerdictOrigin.Screened, v.Origin));

    [Fact]
    public void A_licence_names_the_driver_that_sets_its_quantity() =>
        Assert.All(Screened().SelectMany(o => o.Verdicts).Where(v => v.Word == VerdictWord.Licence), v => Assert.Equal("us-export", v.Driver?.Id));

    [Fact]
    public void What_the_case_states_comes_before_what_is_found()
    {
        var stated = new OfferVerdict("h20-stock", [new StatedVerdict("us-export", VerdictWord.Barred, null, null, [], null, "Counsel says so.")], null);
        var merged = OfferScreening.Under([stated], Screened()).First(v => v.Offer == "h20-stock");
        Assert.Equal([VerdictOrigin.Stated, VerdictOrigin.Screened], merged.Verdicts.Select(v => v.Origin));
        Assert.Equal(VerdictWord.Barred, merged.Verdicts[0].Word);
    }
}
