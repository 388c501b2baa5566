using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>The entries of <c>{value, between, basis, judgement, hindsight}</c> before the range is read in the unit of the value.</summary>
internal sealed record GivenParts<T>(T Value, Basis Basis, bool Hindsight);
