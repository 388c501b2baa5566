namespace Sluice.Evidence.Intake;

/// <summary>Reads a plain text: lines are paragraphs, or paragraphs stand between empty lines where the lines were broken at a width.</summary>
static class PlainPage
{
    public static Page Read(string text, ImmutableArray<string> notes)
    {
        var spans = Spans(text);
        var raw = spans.Select(s => new RawBlock(text.Substring(s.Start, s.Length), BlockForm.Open, 0)).ToList();
        var language = PageNoise.LanguageOf(raw);
        var judged = PageNoise.Judge(raw, language);
        var kept = spans.Select((s, i) => new PageBlock(s.Start, s.Length, judged[i].Kind, judged[i].Noise)).ToImmutableArray();
        return new(text, kept, PlainFacts.Add(PageFacts.None, [.. raw.Select(b => b.Text)], [.. raw.Select(b => b.Text)]), notes) { Language = language };
    }

    static List<(int Start, int Length)> Spans(string text)
    {
        var lines = new List<(int Start, int Length)>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.AsSpan(at).IndexOfAny('\n', '\r');
            end = end < 0 ? text.Length : at + end;
            lines.Add(Trimmed(text, at, Math.Min(end, at + PageReader.LongestBlock)));
            at = end + 1;
        }

        return BrokenAtWidth(text, lines) ? Joined(text, lines) : [.. lines.Where(l => l.Length > 0)];
    }

    /// <summary>Most lines that are followed by another line end in the middle of a sentence, at about one width.</summary>
    static bool BrokenAtWidth(string text, List<(int Start, int Length)> lines)
    {
        var (followed, inside) = (0, 0);
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            if (lines[i].Length == 0 || lines[i + 1].Length == 0) continue;
            followed++;
            if (lines[i].Length is >= 50 and <= 120 && !".!?。！？:：\"”".Contains(text[lines[i].Start + lines[i].Length - 1], StringComparison.Ordinal)) inside++;
        }

        return followed >= 4 && inside * 10 >= followed * 6;
    }

    static List<(int Start, int Length)> Joined(string text, List<(int Start, int Length)> lines)
    {
        var joined = new List<(int Start, int Length)>();
        var open = false;
        foreach (var line in lines)
        {
            if (line.Length > 0 && open && line.Start + line.Length - joined[^1].Start < PageReader.LongestBlock) joined[^1] = (joined[^1].Start, line.Start + line.Length - joined[^1].Start);
            else if (line.Length > 0) joined.Add(line);
            open = line.Length > 0;
        }

        return joined;
    }

    static (int, int) Trimmed(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return (start, end - start);
    }
}
