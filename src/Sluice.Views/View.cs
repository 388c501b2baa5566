using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Sluice.Runs;

namespace Sluice.Views;

/// <summary>A component that shows a part of a plan in a language.</summary>
public abstract partial class View : ComponentBase
{
    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public required PlanRecord Plan { get; set; }

    /// <summary>Words of the language.</summary>
    [Parameter, EditorRequired]
    public required Wording Words { get; set; }

    /// <summary>Money in the case's currency; a dash where there is none.</summary>
    protected string Money(double? money) => money is { } value ? Whole(Words.Money(value, Plan.Cost.Currency)) : "–";

    /// <summary>The text with numbers kept on one line with their units.</summary>
    protected static string Whole(string text) => Unbroken().Replace(text, "\u00A0");

    [GeneratedRegex(@"(?<=\d) (?=m\b|bn\b|万|亿|%)")]
    private static partial Regex Unbroken();

    /// <summary>Money from a low to a high end; where the high end has no bound it says so.</summary>
    protected string Span(double low, double? high) => high is { } end
        ? Math.Abs(end - low) < 500 ? Money(low) : $"{Money(low)} … {Money(end)}" : Words.Say("{0} or more", Money(low));

    /// <summary>A quantity; a dash where there is none.</summary>
    protected string Quantity(double? quantity) => quantity is { } value ? Words.Quantity(value) : "–";

    /// <summary>A plain number with at most four significant digits.</summary>
    protected static string Number(double? value) => value?.ToString("G4", CultureInfo.InvariantCulture).Replace('-', '−') ?? "–";

    /// <summary>A day; a dash where there is none.</summary>
    protected string Day(DateOnly? day) => day is { } value ? Words.Day(value) : "–";

    /// <summary>Quantities from a low to a high end.</summary>
    protected string Range(double? low, double? high) => low is { } from && high is { } to
        ? Math.Abs(to - from) < 0.5 ? Words.Quantity(from) : $"{Words.Quantity(from)} … {Words.Quantity(to)}" : "–";

    /// <summary>Unit of a quantity, in words.</summary>
    protected string Unit(string unit) => Words[unit];
}
