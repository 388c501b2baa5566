namespace Sluice.Runs.Comparison;

/// <summary>Every table of a comparison.</summary>
public static class CompareTables
{
    /// <summary>The tables: both sides, then decisions, quantities and money that differ.</summary>
    public static ImmutableArray<RunTable> Of(CompareRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return
        [
            RunTable.Of("decisions", record.Decisions, ("what", d => d.What), ("a", d => d.A), ("b", d => d.B), ("verdict", d => Word(d.Verdict))),
            RunTable.Of("quantities", record.Quantities, ("what", q => q.What), ("a", q => q.A), ("b", q => q.B), ("unit", q => q.Unit), ("a-low", q => q.RangeA?.From), ("a-high", q => q.RangeA?.To),
                ("b-low", q => q.RangeB?.From), ("b-high", q => q.RangeB?.To), ("verdict", q => Word(q.Verdict))),
            RunTable.Of("money", record.Money, ("what", m => m.What), ("a", m => m.A), ("b", m => m.B), ("difference-low", m => m.Low), ("difference-high", m => m.High), ("verdict", m => Word(m.Verdict))),
            RunTable.Of("sides", [("A", record.A), ("B", record.B)], ("side", s => s.Item1), ("case", s => s.Item2.Case), ("viewpoint", s => s.Item2.Viewpoint), ("as-of", s => s.Item2.AsOf),
                ("with", s => string.Join(", ", s.Item2.With)), ("run", s => s.Item2.Run), ("lower", s => s.Item2.Bounds.Lower), ("upper", s => s.Item2.Bounds.Upper),
                ("upper-kind", s => s.Item2.Bounds.UpperKind), ("gap-money", s => s.Item2.Bounds.GapMoney), ("indifference", s => s.Item2.Indifference), ("passes", s => s.Item2.Passes),
                ("seed", s => s.Item2.Seed), ("version", s => s.Item2.Version), ("digest", s => s.Item2.InputDigest)),
        ];
    }

    static string Word(DifferenceVerdict verdict) => verdict switch
    {
        DifferenceVerdict.Settled => "settled",
        DifferenceVerdict.NotSettled => "not settled",
        DifferenceVerdict.Estimate => "estimate",
        _ => "same",
    };
}
