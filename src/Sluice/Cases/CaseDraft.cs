using System.Collections.Immutable;
using Sluice.Evidence;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Market.Habits;
using Sluice.Outlooks;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>The sound records of a case before they are linked.</summary>
/// <param name="Tree">The tree that they were read from.</param>
/// <param name="Header">The header, where it is sound.</param>
/// <param name="Clock">The clock, where it is sound.</param>
/// <param name="Market">The market.</param>
/// <param name="Evidence">The evidence.</param>
/// <param name="Drivers">The drivers.</param>
/// <param name="Calendar">Scheduled events.</param>
/// <param name="Verdicts">Stated verdicts.</param>
/// <param name="Atlas">The atlas files used.</param>
/// <param name="Habits">Habits of the market, where there are any.</param>
sealed record CaseDraft(
    Map Tree, HeaderSoFar? Header, Clock? Clock, MarketFacts Market, EvidenceRecord Evidence, ImmutableArray<Driver> Drivers, ImmutableArray<CalendarEvent> Calendar,
    ImmutableArray<OfferVerdict> Verdicts, AtlasRecord Atlas, MarketHabits? Habits)
{
    /// <summary>Builds the shapes of the sections, those first that are read first.</summary>
    public static void Prepare() => _ = new object[]
    {
        HeaderShape.Shape, SourceShape.Shape, WorkloadShape.Shape, PartShape.Shape, OfferShape.Kind, ReportShape.Shape, ClaimShape.Shape, MarketHabitsShape.Shape, DriverShape.Shape,
    };

    /// <summary>Reads all sections, evidence beside the rest; faults in one do not keep the others from being read.</summary>
    public static CaseDraft Read(Map tree, Map atlas, Reader reader, CaseTree files)
    {
        HeaderServices.Give(reader, tree);
        var beside = new Reader(new Diagnostics());
        HeaderServices.Give(beside, tree);
        var said = Task.Run(() => Beside(atlas, new Sections(tree, beside, files), beside));
        var sections = new Sections(tree, reader, files);
        ImmutableArray<string> keys = [.. HeaderShape.Shape.Fields.Select(f => f.Name)];
        sections.RejectOthers(keys);
        var header = sections.Header(keys);
        var clock = header is null ? null : Clock.Make(header.AsOf, header.Periods, reader.Diagnostics);
        var book = Book(sections);
        var (calendar, verdicts) = (sections.Entries("calendar", CalendarShape.Shape), sections.Entries("verdicts", VerdictShape.Shape));
        var (facts, evidence, habits, drivers) = said.GetAwaiter().GetResult();
        reader.Diagnostics.AddRange(beside.Diagnostics.Sorted);
        reader.Get<References>().AddRange(beside.Get<References>());
        reader.Get<GivenIndex>().AddRange(beside.Get<GivenIndex>());
        return new(tree, header, clock, LaunchedOffers.Mark(book, drivers), evidence, drivers, calendar, verdicts, facts, habits);
    }

    /// <summary>What is read on a thread of its own: about as much as the rest.</summary>
    static (AtlasRecord Facts, EvidenceRecord Evidence, MarketHabits? Habits, ImmutableArray<Driver> Drivers) Beside(Map atlas, Sections sections, Reader reader) => (
        AtlasReader.Read(atlas, reader), Heard(sections), sections.TryRead("habits", MarketHabitsShape.Shape, out var habits) ? habits : null, sections.Entries("drivers", DriverShape.Shape));

    /// <summary>The draft with the histories of its drivers read from their measures as well.</summary>
    public CaseDraft WithMeasures(Lazy<(GateBook Book, Diagnostics Faults)>? rules)
    {
        if (rules is null || Header is null || Drivers.All(d => d.Measures.IsEmpty)) return this;
        var book = rules.Value.Book;
        var groups = Header.Parties.Select(p => p.Value).FirstOrDefault(p => p.Id == Header.Viewpoint.Id)?.Groups ?? [];
        var viewpoint = new Buyer(null, groups, null) { Firm = Header.Viewpoint.Id };
        var claims = Evidence.Claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return this with { Drivers = [.. Drivers.Select(d => d.Measures.IsEmpty ? d : d with { History = MeasuredHistory.Of(d, book, viewpoint, Atlas.StrengthOf, claims) })] };
    }

    /// <summary>Where the value of a path stands; the fallback where the tree has none.</summary>
    public Place PlaceOf(string path, Place fallback) => Tree.FindPath(path)?.Value.At ?? fallback;

    /// <summary>Where the name at the end of a path stands; the fallback where the tree has none.</summary>
    public Place KeyOf(string path, Place fallback) => Tree.FindPath(path)?.KeyAt ?? fallback;

    /// <summary>The case. Only a draft without faults becomes one.</summary>
    /// <param name="book">Rules and measures by which its offers are screened; null: none.</param>
    /// <param name="assumptions">Every number read.</param>
    /// <param name="today">Today; null where changes since are not counted.</param>
    public Case ToCase(Lazy<(GateBook Book, Diagnostics Faults)>? book, ImmutableArray<Assumption> assumptions, DateOnly? today)
    {
        var parties = Header!.Parties.Select(p => p.Value).ToImmutableArray();
        var viewpoint = parties.First(p => p.Id == Header.Viewpoint.Id);
        var header = new CaseHeader(Header.Title, Header.AsOf, Clock!, Header.Currency, new Viewpoint(viewpoint.Id, viewpoint.Groups, viewpoint.Headquarters),
            [.. Header.Stances.Select(s => new Stance(s.Key, s.Value.Answer, s.Value.Share, s.Value.Place))],
            Header.Told.ByName(),
            Header.Wait, Header.Indifference, Header.Discount, Header.Risk, Header.Budget, Header.At);
        return new(header, Evidence, Market, QuotaShares.Fill(Drivers, viewpoint.ShareOfMarket), Calendar, [.. assumptions.Where(a => !OfHabits(a))], Atlas.Used(Header.Atlas, today))
        {
            Parties = parties, Screening = new(() => CaseScreening.Of(this, book?.Value, header.Viewpoint)), Habits = Habits,
            HabitAssumptions = [.. assumptions.Where(OfHabits)], Currencies = HeaderServices.Currencies(Tree), Digests = (new(() => CaseDigest.Of(Tree.Without("habits"))), new(() => CaseDigest.Of(Tree))),
        };

        static bool OfHabits(Assumption assumption) => assumption.Path.StartsWith("habits.", StringComparison.Ordinal);
    }

    static EvidenceRecord Heard(Sections sections) => new(
        sections.Entries("sources", SourceShape.Shape), sections.Entries("reports", ReportShape.Shape), sections.Entries("claims", ClaimShape.Shape),
        sections.Entries("disputes", DisputeShape.Shape), sections.TryRead("weights", WeightsShape.Shape, out var weights) ? weights : [Weights.Standard]);

    static MarketFacts Book(Sections sections)
    {
        var workloads = sections.Entries("workloads", WorkloadShape.Shape);
        var stacks = sections.Entries("stacks", StackShape.Shape);
        var places = sections.Entries("places", SiteShape.Shape);
        var parts = sections.Entries("parts", PartShape.Shape);
        var offers = sections.Entries("offers", OfferShape.Kind);
        var fleet = sections.Entries("fleet", FleetShape.Shape);
        var onOrder = sections.Entries("on-order", OnOrderShape.Shape);
        var planned = sections.Entries("planned", PlannedShape.Shape);
        var demand = sections.Entries("demand", DemandShape.Shape);
        return new(parts, workloads, stacks, places, offers, fleet,
            [.. onOrder.Select(row => row.Priced(offers.OfType<Purchase>().FirstOrDefault(o => o.Id == row.Offer.Id)?.Price.Value))], planned, demand);
    }
}
