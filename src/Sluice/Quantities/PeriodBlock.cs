namespace Sluice.Quantities;

/// <summary>Several periods of one length: <c>8 quarters</c>, or <c>months to 2025-12</c>.</summary>
/// <param name="Length">Length of each.</param>
/// <param name="Count">How many whole periods; null when the block runs to a date.</param>
/// <param name="To">The last day; null when the block is counted.</param>
/// <param name="Text">The block as written.</param>
public sealed record PeriodBlock(PeriodLength Length, int? Count, DateOnly? To, string Text);
