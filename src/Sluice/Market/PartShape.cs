using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>How a <see cref="Part"/> is written.</summary>
public static class PartShape
{
    static readonly Field<string?> name = Fields.Maybe("name", Kinds.Text, "name as printed", "NVIDIA H20");
    static readonly Field<string> maker = new("maker", Kinds.Id, "party that designs and sells it", "nvidia");
    static readonly Field<string> country = new("country", Countries.Code, "country of the maker, ISO 3166 alpha-2", "US");
    static readonly Field<string?> jurisdiction = Fields.Maybe("jurisdiction", Kinds.Choice(("us", "us"), ("cn", "cn"), ("other", "other")), "law under which it stands by its origin", "us", "not known");
    static readonly Field<PartState> state = new Field<PartState>("state",
        Kinds.Choice(("roadmap", PartState.Roadmap), ("reported", PartState.Reported), ("shipping", PartState.Shipping), ("ended", PartState.Ended)),
        "where it stands in its life", "shipping").Optional(PartState.Unstated, "not said");
    static readonly Field<bool?> datacentre = Fields.MaybeValue("datacentre", Kinds.Flag, "whether it is designed or sold for data centres", "yes", "not known");
    static readonly Field<string> stack = new Field<string>("stack", Kinds.Id, "software stack that its programs are written for", "cuda").Optional("", "not known; it then serves only where a speed is measured");
    static readonly Field<ImmutableArray<Named<Fact>>> dense = new Field<ImmutableArray<Named<Fact>>>("dense",
        new FormatsKind(), "dense matrix rates by number format, TFLOPS (TOPS for integers), sparsity not counted", "{fp8: 296, fp16: 148}").Optional([]);
    static readonly Field<Fact?> dieArea = Fields.Maybe("die-area", Facts.Of(Measures.Area), "area of the logic dies on non-planar nodes", "814 mm2", "not known");
    static readonly Field<Fact?> memory = Fields.Maybe("memory", Facts.Of(Measures.Memory), "memory", "96 GB", "not known");
    static readonly Field<Fact?> bandwidth = Fields.Maybe("bandwidth", Facts.Of(Measures.Bandwidth), "memory bandwidth", "4 000 GB/s", "not known");
    static readonly Field<Fact?> interconnect = Fields.Maybe("interconnect", Facts.Of(Measures.Bandwidth), "sum of both directions over all links to other chips", "900 GB/s", "not known");
    static readonly Field<Fact?> tdp = Fields.Maybe("tdp", Facts.Of(Measures.Power), "board limit of power; planning uses 'drawn'", "400 W", "not known");
    static readonly Field<Stated<string>?> process = Fields.Maybe("process", Facts.Stated(Kinds.Text), "process and foundry", "TSMC 4N", "not known");
    static readonly Field<VagueDate?> known = Fields.MaybeValue("known", Kinds.VagueDate, "day from which it was publicly known; figures without a dated reference count from then", "2023-11-09", "always");
    static readonly Field<Stated<VagueDate>?> announced = Fields.Maybe("announced", Facts.Stated(Kinds.VagueDate), "when it was announced", "2023-11", "not known");
    static readonly Field<Stated<VagueDate>?> availableFrom = Fields.Maybe("available-from", Facts.Stated(Kinds.VagueDate), "when it could first be had", "2024-Q2", "not known");
    static readonly Field<Stated<VagueDate>?> usSaleFrom = Fields.Maybe("us-sale-from", Facts.Stated(Kinds.VagueDate), "when it was first sold inside the United States", "2024-02", "not known");
    static readonly Field<ImmutableArray<Named<Stated<DateSpan>>>> soldWithoutLicence = new Field<ImmutableArray<Named<Stated<DateSpan>>>>("sold-without-licence",
        Kinds.MapOf(Facts.Stated(Kinds.DateSpan)), "spans in which it was sold without a licence, by country", "{CN: 2024-01 to 2025-04-09}").Optional([]);
    static readonly Field<Given<double>?> drawn = Fields.Maybe("drawn", Given.Of(Measures.Power), "power with its share of server, network and cooling", "0.72 kW", "not known; power of the place then does not limit it");
    static readonly Field<Given<double>?> perRack = Fields.Maybe("per-rack", Given.Of(Measures.Units), "units that one rack carries", "32 units", "not known; racks of the place then do not limit it");
    static readonly Field<string?> note = Fields.Maybe("note", Kinds.Text, "remark for readers", "cut down to fit the rule of October 2023");

    /// <summary>The shape.</summary>
    public static Shape<Part> Shape { get; } = new("part", "Something that computes and can be bought: an accelerator. Total processing performance and density are computed, never stored.",
        [name, maker, country, jurisdiction, state, datacentre, stack, dense, dieArea, memory, bandwidth, interconnect, tdp, process, known, announced, availableFrom, usSaleFrom, soldWithoutLicence, drawn, perRack, note],
        row => new(row.Name, row.At(maker), row.At(country), row.At(stack), row.At(dense).ById(),
            row.At(bandwidth), row.At(interconnect), row.At(dieArea), row.At(drawn), row.At(perRack), row.Place)
        {
            Title = row.At(name), Jurisdiction = row.At(jurisdiction), State = row.At(state), Datacentre = row.At(datacentre), Process = row.At(process),
            Memory = row.At(memory), BoardPower = row.At(tdp), Known = row.At(known), Announced = row.At(announced), AvailableFrom = row.At(availableFrom), UsSaleFrom = row.At(usSaleFrom),
            SoldWithoutLicence = [.. row.At(soldWithoutLicence).Select(s => (s.Id, s.Value))], Note = row.At(note),
        });
}
