using System.Collections.Immutable;
using Sluice.Gates;

namespace Sluice.Runs;

/// <summary>The words of the document and of questions that cannot be answered.</summary>
static class GatesWords
{
    /// <summary>The word of a verdict.</summary>
    public static string Of(VerdictWord word) => word switch
    {
        VerdictWord.NoRequirement => "no-requirement",
        VerdictWord.Licence => "licence",
        VerdictWord.Guided => "guided",
        VerdictWord.Unknown => "unknown",
        VerdictWord.Barred => "barred",
        _ => throw new ArgumentException($"{word} is no verdict.", nameof(word)),
    };

    public static string UnknownPart(string found, ImmutableArray<string> near) =>
        $"the atlas has no part '{Shown(found)}'{(near.IsEmpty ? "; `sluice gates all --to CN` shows all of them." : $". Did you mean {string.Join(" or ", near)}?")}";

    public static string NotACountry(string found, string? near) => $"'{Shown(found)}' is no country; expected the two capitals of ISO 3166, such as CN{(near is null ? "" : $". Did you mean {near}?")}";

    public static string UnknownGroup(string found, ImmutableArray<string> groups, string? near) => $"'{Shown(found)}' is no group of buyers; expected {string.Join(", ", groups)}{(near is null ? "." : $". Did you mean {near}?")}";

    public static string UnknownFirm(string found, string? near) => $"no measure can name '{Shown(found)}': the atlas has no party of that name{(near is null ? "." : $". Did you mean {near}?")}";

    public static string UnknownUse(string found, ImmutableArray<string> uses, string? near) => $"'{Shown(found)}' is no workload known to the measures; expected {string.Join(" or ", uses)}{(near is null ? "." : $". Did you mean {near}?")}";

    public static string EndsBeforeItBegins(DateOnly from, DateOnly until) => $"the span ends on {until:yyyy-MM-dd}, before it begins on {from:yyyy-MM-dd}.";

    /// <summary>Typed text without anything that a terminal would act on, shortened.</summary>
    static string Shown(string text)
    {
        var plain = string.Concat(text.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format));
        return plain.Length > 40 ? plain[..40] + "…" : plain;
    }
}
