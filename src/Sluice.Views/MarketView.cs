using Microsoft.AspNetCore.Components;
using Sluice.Runs;

namespace Sluice.Views;

/// <summary>A component that shows a part of a simulation in a language.</summary>
public abstract class MarketView : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required MarketRecord Market { get; set; }

    /// <summary>Words of the language.</summary>
    [Parameter, EditorRequired]
    public required Wording Words { get; set; }

    /// <summary>A value in its unit: money, shares, counts.</summary>
    protected string Value(double value, string unit) => unit == "share" ? Words.Share(value) : unit == Market.Currency ? Words.Money(value, unit) : Words.Quantity(value);

    /// <summary>A value with its sign.</summary>
    protected string WithSign(double value, string unit) => (value > 0 ? "+" : "") + Value(value, unit);

    /// <summary>Values from a low to a high end, with their signs.</summary>
    protected string Span(double low, double high, string unit) => $"{WithSign(low, unit)} … {WithSign(high, unit)}";

    /// <summary>Name of a party for readers.</summary>
    protected string Name(string? party) => Market.Parties.FirstOrDefault(p => p.Id == party) is { } known ? Words.Language == Language.Chinese ? known.Chinese ?? known.Name : known.Name : party ?? Words["the market"];

    /// <summary>A series of the whole market or of a line.</summary>
    protected MarketBand? Band(string name, string? line = null, string? workload = null) =>
        Market.Series.FirstOrDefault(s => s.Name == name && s.Line == line && s.Workload == workload && (s.Party is null || line is not null));

    /// <summary>Lines of which most was delivered, most first.</summary>
    protected ImmutableArray<string> Lines => [.. Market.Series.Where(s => s is { Name: "deliveries", Line: not null } && s.Mean.Any(v => v > 0)).OrderByDescending(s => s.Mean.Sum()).Select(s => s.Line!)];

    /// <summary>The line of which most was written down; null where nothing ever was.</summary>
    protected string? WrittenDown => Market.Series.Where(s => s is { Name: "written-down", Line: not null } && s.Mean.Any(v => v > 0)).MaxBy(s => s.Mean.Sum())?.Line;

    /// <summary>Workloads.</summary>
    protected ImmutableArray<string> Workloads => [.. Market.Series.Where(s => s is { Name: "demand", Party: null }).Select(s => s.Workload!)];

    /// <summary>Months that tables show: the as-of month, each December, the last.</summary>
    protected ImmutableArray<int> Shown =>
        [.. Enumerable.Range(0, Market.Months).Where(t => t == (Market.AsOf.Year - Market.Start.Year) * 12 + Market.AsOf.Month - Market.Start.Month || Market.Start.AddMonths(t).Month == 12 || t == Market.Months - 1)];

    /// <summary>Name of a month.</summary>
    protected string Month(int month) => Words.Period(Market.Start.AddMonths(month).ToString("MMM yyyy", System.Globalization.CultureInfo.InvariantCulture));
}
