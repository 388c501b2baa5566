namespace Sluice.Reading;

/// <summary>Pairs brackets, passing over quotation marks and comments, to name the one that was left open.</summary>
internal static class Brackets
{
    /// <summary>Index of the innermost bracket opened before <paramref name="end"/> and not closed, or null.</summary>
    public static int? LastOpen(string text, int end)
    {
        var open = new Stack<int>();
        for (var i = 0; i < end && i < text.Length; i++)
        {
            var c = text[i];
            if (c is '"' or '\'' && StartsValue(text, i)) i = EndOfQuote(text, i, end);
            else if (c == '#' && (i == 0 || char.IsWhiteSpace(text[i - 1]))) i = LineEnd(text, i);
            else if (c is '{' or '[') open.Push(i);
            else if (c is '}' or ']' && open.Count > 0) open.Pop();
        }

        return open.Count > 0 ? open.Peek() : null;
    }

    private static bool StartsValue(string text, int i)
    {
        var before = i - 1;
        while (before >= 0 && text[before] == ' ') before--;
        return before < 0 || text[before] is ':' or ',' or '{' or '[' or '\n' or '-';
    }

    private static int EndOfQuote(string text, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (text[start] == '"' && text[i] == '\\') i++;
            else if (text[i] == text[start]) return i;
        }

        return end;
    }

    private static int LineEnd(string text, int from) => text.IndexOf('\n', from) is var end and >= 0 ? end : text.Length;
}
