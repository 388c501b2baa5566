using System.Collections.Immutable;
using Sluice.Quantities;

namespace Sluice.Planning.Buyer;

/// <summary>Dates decide arrivals: what falls due inside a period comes there for the period's remaining share, and in the next for the elapsed one.</summary>
static class ArrivalSplit
{
    /// <summary>Periods and shares for a due month; a period equal to the count of periods stands for what is beyond the horizon.</summary>
    public static ImmutableArray<(int Period, double Share)> Of(ImmutableArray<Period> periods, double dueMonth)
    {
        var month = Math.Max(0, dueMonth);
        var τ = 0;
        while (τ < periods.Length && periods[τ].StartMonth + periods[τ].Months <= month + 1e-9)
            τ++;
        if (τ == periods.Length)
            return [(τ, 1)];
        var elapsed = Math.Max(0, (month - periods[τ].StartMonth) / periods[τ].Months);
        return elapsed < 1e-6 ? [(τ, 1)] : [(τ, 1 - elapsed), (τ + 1, elapsed)];
    }

    /// <summary>As <see cref="Of"/>, or empty where a share would fall beyond the horizon: that share takes its whole order with it.</summary>
    public static ImmutableArray<(int Period, double Share)> Whole(ImmutableArray<Period> periods, double dueMonth)
    {
        var split = Of(periods, dueMonth);
        return split[^1].Period < periods.Length ? split : [];
    }

    /// <summary>As <see cref="Of"/>, without what is beyond the horizon.</summary>
    public static ImmutableArray<(int Period, double Share)> Within(ImmutableArray<Period> periods, double dueMonth) =>
        Of(periods, dueMonth).RemoveAll(a => a.Period >= periods.Length);
}
