using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>A kind of work with a demand in every period, counted in equivalents of a reference part.</summary>
/// <param name="Id">Name, for example <c>inference</c>.</param>
/// <param name="Equivalent">Name of its unit, for example <c>H20e</c>: what one reference part does at this workload.</param>
/// <param name="Reference">Part whose work is one equivalent.</param>
/// <param name="ComputeBound">κ, 0 to 1: share of the reference part's time that is bound by computing; the rest is bound by memory bandwidth.</param>
/// <param name="Precision">Number formats in order of preference; a part works in the first that it has.</param>
/// <param name="Efficiency">By stack: share of the reference stack's efficiency, above 0.</param>
/// <param name="Speed">Measured equivalents per unit, by part; overrides the roofline.</param>
/// <param name="Shortage">Steps of shortage in rising order.</param>
/// <param name="MinimumService">Level below which shortage costs most.</param>
/// <param name="At">Where the workload stands in its file.</param>
public sealed record Workload(
    string Id, string Equivalent, Ref Reference, Given<double> ComputeBound, ImmutableArray<string> Precision,
    ImmutableSortedDictionary<string, Given<double>> Efficiency, ImmutableSortedDictionary<string, Given<double>> Speed,
    ImmutableArray<ShortageStep> Shortage, MinimumService? MinimumService, Place At);

/// <summary>One step of shortage: a share of demand that may stay unserved at a price.</summary>
/// <param name="Name">Name of the step.</param>
/// <param name="UpTo">Share of demand at which the step ends, counted from zero shortage; null for the last.</param>
/// <param name="Price">Money per equivalent and month.</param>
public sealed record ShortageStep(string Name, Given<double>? UpTo, Given<double> Price);

/// <summary>Service below which shortage costs a price of its own, left out of the indifference.</summary>
/// <param name="Level">Equivalents.</param>
/// <param name="Price">Money per equivalent and month.</param>
public sealed record MinimumService(Given<double> Level, Given<double> Price);
