namespace Sluice.Evidence.Intake;

/// <summary>Cuts blocks into sentences.</summary>
static class Sentences
{
    /// <summary>Longest sentence; a longer one is cut there.</summary>
    public const int Longest = 1_500;

    static readonly HashSet<string> abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "inc", "corp", "ltd", "co", "no", "vs", "etc", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "gen", "sen", "rep",
        "gov", "st", "jr", "sr", "approx", "dept", "fig", "cf", "al", "e.g", "i.e", "u.s", "u.k", "u.n", "p.m", "a.m", "d.c",
    };

    /// <summary>Places of the sentences of a block, in the text that holds it.</summary>
    public static IEnumerable<(int Start, int Length)> Of(string text, int start, int length)
    {
        var (from, end) = (start, start + length);
        for (var i = start; i < end; i++)
        {
            if (!Closes(text, i, start, end) && i - from < Longest) continue;
            var to = i + 1;
            while (to < end && "\"”’」』)）]".Contains(text[to], StringComparison.Ordinal)) to++;
            if (Trim(text, from, to) is { Length: > 0 } sentence) yield return sentence;
            from = to;
            i = to - 1;
        }

        if (Trim(text, from, end) is { Length: > 0 } rest) yield return rest;
    }

    static bool Closes(string text, int i, int start, int end)
    {
        switch (text[i])
        {
            case '。' or '！' or '？':
                return true;
            case '!' or '?':
                return i + 1 == end || char.IsWhiteSpace(text[i + 1]) || "\"”’".Contains(text[i + 1], StringComparison.Ordinal);
            case '.':
                var next = i + 1;
                while (next < end && "\"”’)]".Contains(text[next], StringComparison.Ordinal)) next++;
                if (next == end) return true;
                if (!char.IsWhiteSpace(text[next])) return text[next] >= '\u2E80';
                while (next < end && char.IsWhiteSpace(text[next])) next++;
                if (next < end && char.IsLower(text[next])) return false;
                var word = i;
                while (word > start && (char.IsLetter(text[word - 1]) || (text[word - 1] == '.' && word - 1 > start && char.IsLetter(text[word - 2])))) word--;
                var before = text[word..i];
                return !(abbreviations.Contains(before) || (before.Length == 1 && char.IsUpper(before[0])));
            default:
                return false;
        }
    }

    static (int Start, int Length) Trim(string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from])) from++;
        while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
        return (from, to - from);
    }
}
