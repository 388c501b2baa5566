namespace Sluice.Optimization;

/// <summary>The 97.5 % quantile of Student's t-distribution.</summary>
/// <remarks>Cornish–Fisher expansion about the normal quantile (Abramowitz and Stegun 26.7.5), tabulated up to 5 degrees of freedom; error under 0.002.</remarks>
internal static class StudentT
{
    private const double Normal = 1.959963984540054;
    private static readonly double[] Few = [double.NaN, 12.7062, 4.3027, 3.1824, 2.7764, 2.5706];

    internal static double Quantile975(int freedom)
    {
        if (freedom < Few.Length) return Few[freedom];
        var (z, z3, z5, z7) = (Normal, Math.Pow(Normal, 3), Math.Pow(Normal, 5), Math.Pow(Normal, 7));
        double v = freedom;
        return z + (z3 + z) / (4 * v) + (5 * z5 + 16 * z3 + 3 * z) / (96 * v * v) + (3 * z7 + 19 * z5 + 17 * z3 - 15 * z) / (384 * v * v * v);
    }
}
