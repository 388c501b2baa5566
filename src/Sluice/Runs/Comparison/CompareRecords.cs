using System.Text.Json;

namespace Sluice.Runs.Comparison;

/// <summary>Which rows to keep.</summary>
public enum ComparedRows
{
    /// <summary>Only what differs.</summary>
    Differences,

    /// <summary>Everything, what differs first.</summary>
    All,
}

/// <summary>Puts two plans side by side. Never finer than the bounds under them.</summary>
public static class CompareRecords
{
    /// <summary>Makes the document.</summary>
    /// <param name="a">The first plan, and the run folder it came from or null.</param>
    /// <param name="b">The second.</param>
    /// <param name="rows">Which rows to keep.</param>
    /// <exception cref="ArgumentException">The plans speak of different currencies.</exception>
    public static CompareRecord Of((PlanRecord Plan, string? Run) a, (PlanRecord Plan, string? Run) b, ComparedRows rows = ComparedRows.Differences)
    {
        if (a.Plan.Cost.Currency != b.Plan.Cost.Currency)
            throw new ArgumentException(Currencies(a.Plan, b.Plan));
        var (decisions, quantities, money) = (Actions(a.Plan, b.Plan), DecidedQuantities(a.Plan, b.Plan).AddRange(Unserved(a.Plan, b.Plan)), MoneyDifferences.Of(a.Plan, b.Plan));
        return new CompareRecord
        {
            A = Side(a.Plan, a.Run),
            B = Side(b.Plan, b.Run),
            Currency = a.Plan.Cost.Currency,
            JointGap = MoneyDifferences.JointGap(a.Plan, b.Plan),
            Decisions = Kept(decisions, d => d.Verdict, rows),
            Quantities = Kept(quantities, q => q.Verdict, rows),
            Money = Kept(money, m => m.Verdict, rows),
            Same = new(decisions.Count(d => d.Verdict == DifferenceVerdict.Same), quantities.Count(q => q.Verdict == DifferenceVerdict.Same), money.Count(m => m.Verdict == DifferenceVerdict.Same)),
            Notes = Notes(a.Plan, b.Plan),
        };
    }

    /// <summary>Why two plans in different currencies are not compared.</summary>
    public static string Currencies(PlanRecord a, PlanRecord b) =>
        $"the first plan counts in {a.Cost.Currency} and the second in {b.Cost.Currency}: their money cannot be put side by side";

    /// <summary>The document as JSON.</summary>
    public static string Json(CompareRecord record) => JsonSerializer.Serialize(record, CompareJson.Default.CompareRecord) + "\n";

    /// <summary>Differences first, each part in its own order.</summary>
    static ImmutableArray<T> Kept<T>(ImmutableArray<T> all, Func<T, DifferenceVerdict> verdict, ComparedRows rows) =>
        [.. all.Where(r => verdict(r) != DifferenceVerdict.Same), .. rows == ComparedRows.All ? all.Where(r => verdict(r) == DifferenceVerdict.Same) : []];

    static ComparedPlan Side(PlanRecord plan, string? run) =>
        new(plan.Case, plan.Viewpoint, plan.AsOf, plan.AtlasHorizon, plan.With, run, plan.Version, plan.Seed, plan.InputDigest, plan.Stopped, plan.Passes, plan.Bounds, plan.Indifference) { Muted = plan.Muted, Resolved = plan.Resolved };

    static ImmutableArray<ActionDifference> Actions(PlanRecord a, PlanRecord b) =>
        [.. Pairs(a.Decisions, b.Decisions, d => d.Title).Select(p => new ActionDifference(p.Key, p.A?.Action, p.B?.Action,
            p.A?.Action == p.B?.Action ? DifferenceVerdict.Same : Verdict(p.A, p.B)))];

    static ImmutableArray<QuantityDifference> DecidedQuantities(PlanRecord a, PlanRecord b) =>
        [.. from pair in Pairs(a.Decisions, b.Decisions, DecisionAmounts.Name)
            let amounts = (A: Amount(pair.A), B: Amount(pair.B))
            select new QuantityDifference(pair.Key, amounts.A, amounts.B, (pair.A ?? pair.B)!.Unit, Range(pair.A), Range(pair.B), amounts.A == amounts.B ? DifferenceVerdict.Same : Verdict(pair.A, pair.B))];

    static double? Amount(DecisionRecord? decision) => decision is null ? null : DecisionAmounts.Of(decision);

    /// <summary>Settled where the ranges do not meet; an estimate where one of the two has none.</summary>
    static DifferenceVerdict Verdict(DecisionRecord? a, DecisionRecord? b) =>
        a is null || b is null ? DifferenceVerdict.Settled
        : Range(a) is { } here && Range(b) is { } there ? here.From > there.To || there.From > here.To ? DifferenceVerdict.Settled : DifferenceVerdict.NotSettled
        : DifferenceVerdict.Estimate;

    static SpanRecord? Range(DecisionRecord? decision) => decision is { Low: { } low, High: { } high } ? new(low, high) : null;

    static IEnumerable<QuantityDifference> Unserved(PlanRecord a, PlanRecord b) =>
        Pairs(a.Unserved, b.Unserved, u => $"{u.Workload} unserved in {u.Period}").Select(p => new QuantityDifference(p.Key, p.A?.Expected, p.B?.Expected, (p.A ?? p.B)!.Unit, null, null,
            p.A?.Expected == p.B?.Expected ? DifferenceVerdict.Same : DifferenceVerdict.Estimate));

    /// <summary>Rows of both by key, in the order of the first and then what only the second has.</summary>
    internal static IEnumerable<(string Key, T? A, T? B)> Pairs<T>(IEnumerable<T> a, IEnumerable<T> b, Func<T, string> key)
        where T : class
    {
        var (first, second) = (ByKey(a, key), ByKey(b, key));
        return first.Concat(second.Where(s => first.All(f => f.Key != s.Key))).Select(p => (p.Key, Find(first, p.Key), Find(second, p.Key)));

        static T? Find(List<(string Key, T Row)> rows, string key) => rows.Find(r => r.Key == key).Row;
    }

    /// <summary>Rows of a key that another had before them carry a number.</summary>
    static List<(string Key, T Row)> ByKey<T>(IEnumerable<T> rows, Func<T, string> key) =>
        [.. rows.GroupBy(key, StringComparer.Ordinal).SelectMany(g => g.Select((row, i) => (i == 0 ? g.Key : $"{g.Key} ({i + 1})", row)))];

    static ImmutableArray<string> Notes(PlanRecord a, PlanRecord b)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        if (a.Case != b.Case) notes.Add($"Two cases: {a.Case}, and {b.Case}.");
        if (a.AsOf != b.AsOf) notes.Add($"Two days of knowledge: {a.AsOf:yyyy-MM-dd} and {b.AsOf:yyyy-MM-dd}.");
        if (a.Seed != b.Seed) notes.Add($"Two seeds, {a.Seed} and {b.Seed}: means and tails are drawn on other paths, which alone moves them.");
        if (a.Version != b.Version) notes.Add($"Two versions of Sluice: {a.Version} and {b.Version}.");
        if (a.Indifference != b.Indifference) notes.Add("Each plan has an indifference of its own; one that both share comes of planning both here.");
        foreach (var (plan, name) in new[] { (a, "A"), (b, "B") })
        {
            if (!plan.Bounds.Settled) notes.Add($"Plan {name} is not settled: its gap is over half the indifference.");
            if (plan.Stopped is "time" or "cancelled") notes.Add($"Training of plan {name} ended by the clock: another machine may give other figures.");
        }

        return notes.ToImmutable();
    }
}
