namespace Sluice.Market;

/// <summary>What part of a thing's price a stretch of its life takes.</summary>
public static class Annuity
{
    /// <summary>Share of the price that the first months of a life take, 0 to 1, at even payments over the life.</summary>
    /// <param name="months">Months used, 0 or more.</param>
    /// <param name="life">Months of the life, above 0.</param>
    /// <param name="rate">Interest per month, continuously compounded; 0: months ÷ life.</param>
    /// <remarks>(1 − e^(−rate·months)) ÷ (1 − e^(−rate·life)), the present worth of an annuity over that of the whole life.</remarks>
    public static double Share(double months, double life, double rate) =>
        rate < 1e-12 ? Math.Min(1, months / life) : Math.Min(1, (1 - Math.Exp(-rate * months)) / (1 - Math.Exp(-rate * life)));
}
