using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>A software stack to which programs must be ported before its parts can serve a workload. A stack not listed needs no porting.</summary>
/// <param name="Id">Name, for example <c>cann</c>.</param>
/// <param name="Ported">Equivalents ported at the as-of date, by workload.</param>
/// <param name="Porting">Terms of porting more, by workload.</param>
/// <param name="At">Where the stack stands in its file.</param>
public sealed record Stack(
    string Id, ImmutableSortedDictionary<string, Given<double>> Ported, ImmutableSortedDictionary<string, Porting> Porting, Place At);

/// <summary>Terms of porting: linear per equivalent, which approximates a fixed cost per model family.</summary>
/// <param name="Price">Money per equivalent.</param>
/// <param name="Rate">Most equivalents per month.</param>
/// <param name="Delay">Months from decision to use.</param>
public sealed record Porting(Given<double> Price, Given<double> Rate, Given<double> Delay);
