using System.Collections.Immutable;

namespace Sluice.Simulation;

/// <summary>A series of a simulation.</summary>
/// <param name="Name">What it is, for example <c>orders</c>.</param>
/// <param name="Party">Buyer, maker or owner of a capacity; null: the market.</param>
/// <param name="Line">Line; null: all.</param>
/// <param name="Part">Part that the line makes.</param>
/// <param name="Workload">Workload.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Kind">How months add up.</param>
/// <param name="Scale">What a stored whole number is worth in the unit.</param>
public sealed record MarketSeries(string Name, string? Party, string? Line, string? Part, string? Workload, string Unit, SeriesKind Kind, double Scale);

/// <summary>How the months of a series add up.</summary>
public enum SeriesKind
{
    /// <summary>A month's flow: months are added.</summary>
    Flow,

    /// <summary>A level: months are averaged.</summary>
    Level,
}

/// <summary>Which series a market has, and where each stands.</summary>
sealed class SeriesPlan
{
    public const int BuyerFixed = 6, LineFixed = 7, MakerFixed = 3, PerWorkload = 4, Market = 2;
    public const double PartsPerMillion = 1e-6;

    public SeriesPlan(MarketModel model)
    {
        var all = ImmutableArray.CreateBuilder<MarketSeries>();
        var minor = 0.01;
        foreach (var buyer in model.Buyers)
        {
            foreach (var (name, kind) in new[] { ("wishes", SeriesKind.Flow), ("orders", SeriesKind.Flow), ("cancellations", SeriesKind.Flow), ("deliveries", SeriesKind.Flow), ("on-order", SeriesKind.Level) })
                all.Add(new(name, buyer, null, null, null, "units", kind, 1));
            all.Add(new("outlay", buyer, null, null, null, model.Currency, SeriesKind.Flow, minor));
            for (var w = 0; w < model.Workloads.Length; w++)
            {
                all.Add(new("unserved", buyer, null, null, model.Workloads[w], model.Equivalents[w], SeriesKind.Level, 1));
                all.Add(new("domestic-share", buyer, null, null, model.Workloads[w], "share", SeriesKind.Level, PartsPerMillion));
            }
        }
        Line = all.Count;
        for (var l = 0; l < model.Lines.Length; l++)
            foreach (var (name, kind) in new[]
                { ("wishes", SeriesKind.Flow), ("orders", SeriesKind.Flow), ("deliveries", SeriesKind.Flow), ("made", SeriesKind.Flow), ("stock", SeriesKind.Level), ("in-progress", SeriesKind.Level), ("written-down", SeriesKind.Level) })
                all.Add(new(name, model.Makers[model.Arrays.LineMaker[l]], model.Lines[l], model.Parts[l], null, "units", kind, 1));
        Maker = all.Count;
        foreach (var maker in model.Makers)
            foreach (var name in new[] { "revenue", "write-down", "levy" })
                all.Add(new(name, maker, null, null, null, model.Currency, SeriesKind.Flow, minor));
        LineMoney = all.Count;
        for (var l = 0; l < model.Lines.Length; l++)
            foreach (var name in new[] { "revenue", "write-down" })
                all.Add(new(name, model.Makers[model.Arrays.LineMaker[l]], model.Lines[l], model.Parts[l], null, model.Currency, SeriesKind.Flow, minor));
        Capacity = all.Count;
        foreach (var capacity in model.Capacities)
            all.Add(new("capacity-used", capacity, null, null, null, "share", SeriesKind.Level, PartsPerMillion));
        Workload = all.Count;
        for (var w = 0; w < model.Workloads.Length; w++)
        {
            foreach (var name in new[] { "demand", "served", "unserved" })
                all.Add(new(name, null, null, null, model.Workloads[w], model.Equivalents[w], SeriesKind.Level, 1));
            all.Add(new("domestic-share", null, null, null, model.Workloads[w], "share", SeriesKind.Level, PartsPerMillion));
        }
        Whole = all.Count;
        all.Add(new("deliveries", null, null, null, null, "units", SeriesKind.Flow, 1));
        all.Add(new("domestic-share-of-deliveries", null, null, null, null, "share", SeriesKind.Level, PartsPerMillion));
        Own = all.Count;
        if (model.Viewpoint is { } viewpoint)
            all.Add(new("cost", model.Buyers[viewpoint], null, null, null, model.Currency, SeriesKind.Flow, minor));
        All = all.ToImmutable();
        PerBuyer = BuyerFixed + 2 * model.Workloads.Length;
    }

    public ImmutableArray<MarketSeries> All { get; }

    public int PerBuyer { get; }

    public int Line { get; }

    public int Maker { get; }

    public int LineMoney { get; }

    public int Capacity { get; }

    public int Workload { get; }

    public int Whole { get; }

    /// <summary>What the viewpoint's months cost as its plan counts them, where it stands on its own.</summary>
    public int Own { get; }

    /// <summary>Index of a series.</summary>
    public int Of(string name, string? party = null, string? line = null, string? workload = null)
    {
        for (var i = 0; i < All.Length; i++)
            if (All[i] is { } s && s.Name == name && s.Line == line && s.Workload == workload && (s.Party == party || line is not null))
                return i;
        throw new ArgumentException($"There is no series '{name}' of {party ?? "the market"} {line} {workload}.");
    }
}
