namespace Sluice.Quantities;

/// <summary>The calendar blocks that periods are made of.</summary>
public enum PeriodLength
{
    /// <summary>A calendar month.</summary>
    Month = 1,

    /// <summary>A calendar quarter.</summary>
    Quarter = 3,

    /// <summary>A calendar year.</summary>
    Year = 12,
}
