namespace Sluice.Reading;

/// <summary>Puts words together as English does, for messages.</summary>
internal static class Grammar
{
    private const int LongestList = 20;

    /// <summary>The words with "a" or "an" before them.</summary>
    public static string WithArticle(string words) => words.Length > 0 && "aeiouAEIOU".Contains(words[0], StringComparison.Ordinal) ? $"an {words}" : $"a {words}";

    /// <summary>The names between commas with "or" before the last; long lists end in an ellipsis.</summary>
    public static string OneOf(IReadOnlyList<string> names) => Joined(names, "or");

    /// <summary>The names between commas with "and" before the last; long lists end in an ellipsis.</summary>
    public static string AllOf(IReadOnlyList<string> names) => Joined(names, "and");

    /// <summary>"Did you mean 'x'? " or nothing.</summary>
    public static string DidYouMean(string? nearest) => nearest is null ? "" : $" Did you mean '{nearest}'?";

    private static string Joined(IReadOnlyList<string> names, string last) => names.Count switch
    {
        0 => "nothing",
        1 => names[0],
        > LongestList => $"{string.Join(", ", names.Take(LongestList))}, … ({names.Count} in all)",
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} {last} {names[^1]}",
    };
}
