using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>The codes of this room: 04xx.</summary>
public static class MarketCodes
{
    /// <summary>SLU0401: chances of a fill that do not sum to one.</summary>
    public static readonly DiagnosticCode FillSum = new("SLU0401", Severity.Error, "Chances that do not sum to 100 %",
        "One of the outcomes of `fill` comes true in every month.", "fill: {all: 40 %, half: 40 %}", "Correct the chances, or add the outcome that is missing.");

    /// <summary>SLU0402: steps of shortage out of order.</summary>
    public static readonly DiagnosticCode ShortageSteps = new("SLU0402", Severity.Error, "Steps of shortage that do not rise",
        "Unserved work is taken from the cheapest step first, so steps must rise in share and in price.", "shortage: {first: {up-to: 5 %, price: 900 USD per H20e-quarter}, rest: {price: 600 USD per H20e-quarter}}",
        "Order the steps so that a wider one is dearer.");

    /// <summary>SLU0403: a series without rows.</summary>
    public static readonly DiagnosticCode NoRows = new("SLU0403", Severity.Error, "A series without its rows",
        "A series of the atlas names the file that holds its rows, in the same folder.", "file: price-h2O.csv", "Correct the name, or add the file.");

    /// <summary>All codes of this room.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [FillSum, ShortageSteps, NoRows];
}
