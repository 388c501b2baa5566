using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>How a <see cref="Site"/> is written.</summary>
public static class SiteShape
{
    static readonly Kind<double> growthPerMonth = Measures.Growth.Map(growth => growth.Factor(1) - 1);

    static readonly Field<string> country = new("country", Countries.Code, "country, ISO 3166 alpha-2", "CN");
    static readonly Field<string?> site = Fields.Maybe("site", Kinds.Id, "word that effects may select by", "installed");
    static readonly Field<Given<double>?> power = Fields.Maybe("power", Given.Of(Measures.Power), "power at the as-of date", "180 MW", "not limited");
    static readonly Field<Given<double>?> powerGrowth = Fields.Maybe("power-growth", Given.Of(growthPerMonth), "growth of power, compounded", "12 % per quarter");
    static readonly Field<Given<double>?> racks = Fields.Maybe("racks", Given.Of(Measures.Racks), "racks at the as-of date", "9 000 racks", "not limited");
    static readonly Field<Given<double>?> rackGrowth = Fields.Maybe("rack-growth", Given.Of(growthPerMonth), "growth of racks, compounded", "12 % per quarter");
    static readonly Field<Given<double>> energy = new Field<Given<double>>("energy", Given.Of(Measures.PowerPrice), "price of energy", "0.60 CNY per kWh").Optional(Given.Default(0.0), "0");

    /// <summary>The shape.</summary>
    public static Shape<Site> Shape { get; } = new("place", "A place where parts stand and draw power.", [country, site, power, powerGrowth, racks, rackGrowth, energy], row =>
    {
        if (row.Has(powerGrowth) && !row.Has(power)) row.Reject(powerGrowth, "only together with 'power'", "there is no power to grow");
        if (row.Has(rackGrowth) && !row.Has(racks)) row.Reject(rackGrowth, "only together with 'racks'", "there are no racks to grow");
        return new(row.Name, row.At(country), row.At(power), row.At(powerGrowth), row.At(racks), row.At(rackGrowth), row.At(energy), row.At(site), row.Place);
    });
}
