namespace Sluice.Runs.Comparison;

/// <summary>Money of two plans, with the interval of each difference where the bounds give one.</summary>
static class MoneyDifferences
{
    public static ImmutableArray<MoneyDifference> Of(PlanRecord a, PlanRecord b)
    {
        var rows = ImmutableArray.CreateBuilder<MoneyDifference>();
        rows.Add(Between("expected cost", (a.Cost.Expected, Optimum(a)), (b.Cost.Expected, Optimum(b))));
        rows.Add(Estimate("one path in ten above", a.Cost.Tail90, b.Cost.Tail90, JointGap(a, b)));
        if (IsStated(a.StakeInterval) || IsStated(b.StakeInterval))
            rows.Add(Between("stake", (a.Stake, Span(a.StakeInterval)), (b.Stake, Span(b.StakeInterval))));
        foreach (var (offer, here, there) in CompareRecords.Pairs(a.Waiting ?? [], b.Waiting ?? [], w => w.Offer))
            rows.Add(Between($"waiting with {offer}", (here?.Price, Span(here)), (there?.Price, Span(there))));
        foreach (var (flow, here, there) in CompareRecords.Pairs(a.Flows ?? [], b.Flows ?? [], f => $"{f.Kind}: {f.Payer} to {f.Payee}"))
            rows.Add(Estimate(flow, here?.Expected ?? 0, there?.Expected ?? 0, JointGap(a, b)));
        return rows.ToImmutable();
    }

    /// <summary>Sum of both gaps; null where one upper figure is no bound.</summary>
    public static double? JointGap(PlanRecord a, PlanRecord b) => a.Bounds.GapMoney + b.Bounds.GapMoney;

    static (double Low, double High)? Optimum(PlanRecord plan) =>
        plan.Bounds is { GapMoney: not null, Upper: { } upper } bounds ? (bounds.Lower - bounds.PrunedMoney, upper + bounds.PrunedMoney) : null;

    static bool IsStated(StakeRecord stake) => stake.High is not null;

    static (double Low, double High)? Span(StakeRecord stake) => stake.High is { } high ? (stake.Low, high) : null;

    static (double Low, double High)? Span(WaitingRecord? waiting) => waiting?.High is { } high ? (waiting.Low, high) : null;

    /// <summary>B − A lies between the ends of the two intervals, crossed over.</summary>
    static MoneyDifference Between(string what, (double? Value, (double Low, double High)? Span) a, (double? Value, (double Low, double High)? Span) b)
    {
        if (a == b) return new(what, a.Value, b.Value, 0, 0, DifferenceVerdict.Same);
        if (a.Span is not { } here || b.Span is not { } there) return new(what, a.Value, b.Value, null, null, DifferenceVerdict.Estimate);
        var (low, high) = (there.Low - here.High, there.High - here.Low);
        return new(what, a.Value, b.Value, Rounding.Money(low), Rounding.Money(high), low > 0 || high < 0 ? DifferenceVerdict.Settled : DifferenceVerdict.NotSettled);
    }

    /// <summary>A mean along paths has no bounds of its own: within the joint gap it is not settled, beyond it an estimate.</summary>
    static MoneyDifference Estimate(string what, double a, double b, double? jointGap) =>
        new(what, a, b, null, null, a == b ? DifferenceVerdict.Same : Math.Abs(b - a) <= (jointGap ?? double.PositiveInfinity) ? DifferenceVerdict.NotSettled : DifferenceVerdict.Estimate);
}
