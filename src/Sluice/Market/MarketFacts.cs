using System.Collections.Immutable;

namespace Sluice.Market;

/// <summary>What can be bought, rented and served, and the viewpoint's own book. Lists are in ordinal order of ids; the book in file order.</summary>
public sealed record MarketFacts(
    ImmutableArray<Part> Parts, ImmutableArray<Workload> Workloads, ImmutableArray<Stack> Stacks, ImmutableArray<Site> Sites,
    ImmutableArray<Offer> Offers, ImmutableArray<FleetRow> Fleet, ImmutableArray<OnOrderRow> OnOrder, ImmutableArray<PlannedRow> Planned,
    ImmutableArray<DemandRow> Demand)
{
    /// <summary>The part of that id. Linking has made sure that it exists.</summary>
    public Part Part(string id) => Parts.First(p => p.Id == id);

    /// <summary>The workload of that id.</summary>
    public Workload Workload(string id) => Workloads.First(w => w.Id == id);

    /// <summary>The place of that id.</summary>
    public Site Site(string id) => Sites.First(s => s.Id == id);

    /// <summary>The offer of that id.</summary>
    public Offer Offer(string id) => Offers.First(o => o.Id == id);

    /// <summary>The stack of that id, or null where it needs no porting.</summary>
    public Stack? Stack(string id) => Stacks.FirstOrDefault(s => s.Id == id);
}
