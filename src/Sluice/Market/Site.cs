using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>A place where parts stand and draw power.</summary>
/// <param name="Id">Name, for example <c>mainland</c>.</param>
/// <param name="Country">Country, ISO 3166 alpha-2.</param>
/// <param name="Power">Power at the as-of date, kW; null where it does not limit.</param>
/// <param name="PowerGrowth">Growth of power per month, as a share (0.01 is 1 %), compounded.</param>
/// <param name="Racks">Racks at the as-of date; null where they do not limit.</param>
/// <param name="RackGrowth">Growth of racks per month, as a share, compounded.</param>
/// <param name="Energy">Money per kWh.</param>
/// <param name="Status">Word that effects may select by, for example <c>installed</c>.</param>
/// <param name="At">Where the place stands in its file.</param>
public sealed record Site(
    string Id, string Country, Given<double>? Power, Given<double>? PowerGrowth, Given<double>? Racks, Given<double>? RackGrowth,
    Given<double> Energy, string? Status, Place At);
