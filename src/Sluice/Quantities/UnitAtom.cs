namespace Sluice.Quantities;

/// <summary>One word of a unit.</summary>
/// <param name="Symbol">As printed for one: <c>quarter</c>.</param>
/// <param name="Plural">As printed for several: <c>quarters</c>.</param>
/// <param name="Measure">What it measures, one of the names in <see cref="Dimension"/>; empty for %.</param>
/// <param name="Factor">How many canonical units it is: a quarter is 3 months. 1 for currencies and equivalents.</param>
internal sealed record UnitAtom(string Symbol, string Plural, string Measure, double Factor);
