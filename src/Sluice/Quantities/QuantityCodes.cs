using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>The codes of this room: 012x and 013x, units, money, given values and the clock.</summary>
public static class QuantityCodes
{
    /// <summary>SLU0120: a word that is no unit.</summary>
    public static readonly DiagnosticCode UnknownUnit = Error("SLU0120", "Unknown unit",
        "A word of the unit is not in the grammar of units: ISO codes of currencies, units, equivalents such as H20e, %, day, week, month, quarter, year, W, kW, MW, kWh, GB, GB/s, mm2, TFLOPS, joined by \"per\" and \"-\".",
        "price: 11 500 RMB", "Write one of the known words.");

    /// <summary>SLU0121: a unit of another dimension.</summary>
    public static readonly DiagnosticCode WrongDimension = Error("SLU0121", "A unit that measures something else",
        "The value can be read, and it is not of the kind that belongs here.", "lead: 30 units", "Write the value in a unit such as that of the message's example.");

    /// <summary>SLU0122: no unit.</summary>
    public static readonly DiagnosticCode NoUnit = Error("SLU0122", "The unit is missing",
        "A bare number could mean several things: 5 could be 5 % or a factor 5, a month or a quarter.", "lead: 2", "Add the unit. Only zero needs none.");

    /// <summary>SLU0123: a currency that cannot be converted.</summary>
    public static readonly DiagnosticCode CurrencyWithoutRate = Error("SLU0123", "A currency without a rate",
        "Money is converted to the currency of the case when it is read, and the case has no rate for this one.", "price: 80 000 HKD", "Add the rate under `rates` in case.yaml: `HKD: {per: USD, value: 7.8, on: 2025-08-21}`.");

    /// <summary>SLU0124: an equivalent that no workload declares.</summary>
    public static readonly DiagnosticCode UnknownEquivalent = Error("SLU0124", "An equivalent that no workload declares",
        "Equivalents are units of compute of a workload; the case declares them as `equivalent`.", "level: 160k H200e", "Use one that a workload declares.");

    /// <summary>SLU0126: a range that is none, or does not hold its value.</summary>
    public static readonly DiagnosticCode BadRange = Error("SLU0126", "A range that does not hold its value",
        "`between` has two ends, the lower one first, and the value lies between them.", "{value: 20 %, between: [30 %, 40 %]}", "Correct the value or the ends.");

    /// <summary>SLU0130: periods that cannot be read.</summary>
    public static readonly DiagnosticCode Periods = Error("SLU0130", "Periods that cannot be read",
        "Periods are blocks of months, quarters or years, separated by \", then\": each has a count or a last date.", "periods: monthly until 2026", "Write, say, `months to 2025-12, then 8 quarters`.");

    /// <summary>SLU0131: a block of periods that does not fit the calendar.</summary>
    public static readonly DiagnosticCode PeriodBoundary = Error("SLU0131", "Periods off the calendar",
        "Quarters begin in January, April, July and October, years in January, and each block ends after it begins.", "periods: months to 2025-11, then 8 quarters", "Let the block before end with a quarter or year.");

    /// <summary>All codes of this room.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
        [UnknownUnit, WrongDimension, NoUnit, CurrencyWithoutRate, UnknownEquivalent, BadRange, Periods, PeriodBoundary];

    private static DiagnosticCode Error(string id, string title, string explanation, string example, string mend) => new(id, Severity.Error, title, explanation, example, mend);
}
