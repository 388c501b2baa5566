using System.Collections.Immutable;
using Sluice.Quantities;

namespace Sluice.Cases;

/// <summary>Makes the list of assumptions of a case from what its reader has read.</summary>
static class AssumptionList
{
    /// <summary>Every number, in ordinal order of the paths.</summary>
    public static ImmutableArray<Assumption> Of(GivenIndex index) =>
        [.. index.Entries.Select(e => new Assumption(e.Path, e.Text, e.Number ?? double.NaN, e.Low, e.High, e.Basis, e.Hindsight) { Lead = e.Lead, Unit = e.Unit, At = e.At })];
}
