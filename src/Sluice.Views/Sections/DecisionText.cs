using Sluice.Runs;

namespace Sluice.Views.Sections;

/// <summary>Decisions in words.</summary>
static class DecisionText
{
    const string OnOrder = " on order";

    /// <summary>An offer that was not planned, is not advised and could not have been is left to the details.</summary>
    public static bool Matters(DecisionRecord d) => d.Planned > 0 || d.Quantity > 0 || d.High > 0 || d.Action == "wait";

    public static string Title(DecisionRecord d, Wording words) =>
        d.Title.EndsWith(OnOrder, StringComparison.Ordinal) ? words.Say("{0} on order", d.Title[..^OnOrder.Length]) : d.Title;

    /// <summary>What to do, with its quantity where it has one.</summary>
    public static string Advice(DecisionRecord d, Wording words) => d.Action switch
    {
        "pause" or "wait" => words[d.Action],
        "keep" when d.Unit == "units" => words["keep"],
        "cut" => words.Say("cut to {0}", words.Quantity(d.Quantity)),
        _ => words.Say("{0} {1}", words[d.Action], words.Quantity(d.Quantity)),
    };

    public static string Why(DecisionRecord d, Wording words, string currency) => d.Reasons.IsDefaultOrEmpty ? words.Prose(d.Reason) : ReasonWords.Of(d.Reasons, words, currency);

    /// <summary>What may pass, by gate: <c>us-export licence (case-by-case); cn-import guided</c>.</summary>
    public static string Verdict(DecisionRecord d, Wording words) => string.Join(words.Semicolon, d.Verdict.Split("; ").Select(v =>
        v.Split(' ', 2) is [var gate, var word] && words.Has(gate) ? $"{words[gate]} {words.Prose(word)}" : words.Prose(v)));
}
