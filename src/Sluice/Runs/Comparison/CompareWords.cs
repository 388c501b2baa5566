using System.Text.RegularExpressions;

namespace Sluice.Runs.Comparison;

/// <summary>Says a comparison in a language, for screen and page alike.</summary>
public static partial class CompareWords
{
    const string UnservedIn = " unserved in ";

    /// <summary>Case, viewpoint, day of knowledge and horizon of the atlas, of both where they differ.</summary>
    public static string First(CompareRecord record, Wording words)
    {
        var (a, b) = (record.A, record.B);
        return a.Case == b.Case && a.AsOf == b.AsOf
            ? string.Join(" · ", a.Case, a.Viewpoint, words.Say("as of {0}", words.Day(a.AsOf)), words.Say("atlas knows to {0}", words.Day(a.AtlasHorizon)))
            : string.Join(" · ", words.Say("{0}, as of {1}, beside {2}, as of {3}", a.Case, words.Day(a.AsOf), b.Case, words.Day(b.AsOf)),
                words.Say("atlas knows to {0}", words.Day(a.AtlasHorizon < b.AtlasHorizon ? a.AtlasHorizon : b.AtlasHorizon)));
    }

    /// <summary>What a side is called: its run and what was changed about the case, or the case itself.</summary>
    public static string Name(ComparedPlan plan, Wording words)
    {
        var changes = Changes(plan.With, plan.Muted, plan.Resolved, words);
        return plan.Run is { } run ? changes.Length == 0 ? run : words.Say("{0} ({1})", run, changes) : changes.Length == 0 ? words["the case itself"] : changes;
    }

    /// <summary>What-ifs, claims left out and disputes taken as settled, in words; empty where nothing was changed.</summary>
    public static string Changes(ImmutableArray<string> with, ImmutableArray<string> muted, ImmutableArray<string> resolved, Wording words) => string.Join(words.Semicolon,
        new[] { ("with {0}", with), ("without {0}", muted), ("taken as settled: {0}", resolved) }.Where(c => !c.Item2.IsDefaultOrEmpty).Select(c => words.Say(c.Item1, string.Join(words.Comma, c.Item2))));

    /// <summary>Gap, indifference and seed of a side.</summary>
    public static string Bounds(ComparedPlan plan, string currency, Wording words)
    {
        var gap = plan.Bounds.GapMoney is { } money ? words.Say("gap {0} ({1})", words.Money(money, currency), words[plan.Bounds.Settled ? "settled" : "not settled"])
            : words.Say("gap unknown (upper figure: {0})", words.Prose(plan.Bounds.UpperKind));
        return string.Join(" · ", gap, words.Say("indifference {0}", words.Money(plan.Indifference, currency)), words.Say("seed {0}", plan.Seed));
    }

    /// <summary>Which costs more, as far as the bounds say.</summary>
    public static string Headline(CompareRecord record, Wording words)
    {
        if (record.Decisions.IsEmpty && record.Quantities.IsEmpty && record.Money.IsEmpty)
            return words["Nothing differs."];
        if (Cost(record) is not { Verdict: not DifferenceVerdict.Same } cost)
            return words["The expected cost is the same."];
        var least = Math.Min(record.A.Indifference, record.B.Indifference);
        string Money(double money) => words.Money(money, record.Currency);
        switch (cost)
        {
            case { Verdict: DifferenceVerdict.Settled, Low: { } low, High: { } high }:
                var (from, to) = high < 0 ? (Money(-high), Money(-low)) : (Money(low), Money(high));
                return words.Say(high < 0 ? "B costs {0} less than A: settled" : "B costs {0} more than A: settled", from == to ? from : words.Say("between {0} and {1}", from, to))
                    + (Math.Max(Math.Abs(low), Math.Abs(high)) < least ? words[", and under the indifference."] : words["."]);
            case { Verdict: DifferenceVerdict.NotSettled, Low: { } low, High: { } high }:
                return words.Say("Whether A or B costs more is not settled: B − A lies between {0} and {1}. Run on with --passes or --gap.", words.SignedMoney(low, record.Currency), words.SignedMoney(high, record.Currency));
            default:
                return words.Say(cost.B > cost.A ? "B costs {0} more than A by the estimates; no bound is known." : "B costs {0} less than A by the estimates; no bound is known.", Money(Math.Abs(cost.More ?? 0)));
        }
    }

    /// <summary>The expected cost of both; null where it is the same and left out.</summary>
    public static MoneyDifference? Cost(CompareRecord record) => record.Money.FirstOrDefault(m => m.What == "expected cost");

    /// <summary>How many rows are the same; where they are left out it says how to see them.</summary>
    public static string Folded(CompareRecord record, ComparedRows rows, Wording words) => record.Same.Total switch
    {
        0 => words["No row is the same in both."],
        var n => words.Say(n == 1 ? "1 row is the same in both ({1} of decisions, {2} of quantities, {3} of money)" : "{0} rows are the same in both ({1} of decisions, {2} of quantities, {3} of money)",
            n, record.Same.Decisions, record.Same.Quantities, record.Same.Money) + (rows == ComparedRows.All ? words["."] : words["; --all shows them."]),
    };

    /// <summary>What a row is about.</summary>
    public static string What(string what, Wording words)
    {
        ArgumentNullException.ThrowIfNull(what);
        if (words.Language == Language.English || words.Prose(what) is var said && said != what) return words.Prose(what);
        return Flow().Match(what) is { Success: true } flow
            ? words.Say("{0}: {1} to {2}", words.Prose(flow.Groups[1].Value), words[flow.Groups[2].Value], words[flow.Groups[3].Value]) : what;
    }

    /// <summary>Workload and period of a row about service left undone; null for any other.</summary>
    public static (string Workload, string Period)? Unserved(QuantityDifference row) =>
        row.What.IndexOf(UnservedIn, StringComparison.Ordinal) is var at and > 0 ? (row.What[..at], row.What[(at + UnservedIn.Length)..]) : null;

    /// <summary>How sure a difference is, in English; a key of the table of words.</summary>
    public static string Verdict(DifferenceVerdict verdict) => verdict switch
    {
        DifferenceVerdict.Settled => "settled",
        DifferenceVerdict.NotSettled => "not settled",
        DifferenceVerdict.Estimate => "estimate",
        _ => "same",
    };

    /// <summary>What the bounds allow of B − A; a dash where no interval is known.</summary>
    public static string Change(MoneyDifference money, string currency, Wording words) =>
        money is { Low: { } low, High: { } high } && money.Verdict != DifferenceVerdict.Same ? $"{words.SignedMoney(low, currency)} … {words.SignedMoney(high, currency)}" : "–";

    [GeneratedRegex("^(.+): (.+) to (.+)$")]
    private static partial Regex Flow();
}
