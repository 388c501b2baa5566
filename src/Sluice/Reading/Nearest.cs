namespace Sluice.Reading;

/// <summary>Finds the name that a mistyped word probably meant.</summary>
public static class Nearest
{
    /// <summary>The nearest of <paramref name="names"/>, or null when none is near enough to be a slip of the pen.</summary>
    /// <param name="word">What was written.</param>
    /// <param name="names">The valid names.</param>
    /// <remarks>Distance is Damerau–Levenshtein (optimal string alignment), blind to case, hyphens, underscores and spaces. Near enough is one slip in a word
    /// of up to three letters, two up to seven, a third of the length above. Ties go to the name that is first in ordinal order.</remarks>
    public static string? To(string word, IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(names);
        var sought = Fold(word);
        if (sought.Length is 0 or > 100) return null;
        var limit = sought.Length <= 3 ? 1 : sought.Length <= 7 ? 2 : sought.Length / 3;
        string? best = null;
        var least = limit + 1;
        foreach (var name in names)
        {
            var distance = Distance(sought, Fold(name), least);
            if (distance < least || (distance == least && distance <= limit && string.CompareOrdinal(name, best) < 0)) (best, least) = (name, distance);
        }

        return best;
    }

    private static string Fold(string word) => string.Concat(word.Where(c => c is not ('-' or '_' or ' ')).Select(char.ToLowerInvariant));

    private static int Distance(string a, string b, int limit)
    {
        if (Math.Abs(a.Length - b.Length) > limit) return limit + 1;
        var (before, previous, current) = (new int[b.Length + 1], Enumerable.Range(0, b.Length + 1).ToArray(), new int[b.Length + 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = a[i - 1] == b[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(previous[j] + 1, current[j - 1] + 1), previous[j - 1] + change);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) current[j] = Math.Min(current[j], before[j - 2] + 1);
            }

            if (current.Min() > limit) return limit + 1;
            (before, previous, current) = (previous, current, before);
        }

        return previous[b.Length];
    }
}
