namespace Sluice.Reading;

/// <summary>Shortens text of the user for messages, so that one bad line of ten megabytes stays one readable message.</summary>
internal static class Excerpts
{
    private const int LongestFound = 60;
    private const int WidestLine = 120;

    /// <summary>The text on one line, at most sixty characters, with an ellipsis where something was left out.</summary>
    public static string Short(string text)
    {
        var cut = text.Length > LongestFound ? string.Concat(text.AsSpan(0, LongestFound - 1), "…") : text;
        return cut.AsSpan().IndexOfAny('\n', '\r', '\t') < 0 ? cut : cut.Replace("\r", "").Replace('\n', ' ').Replace('\t', ' ');
    }

    /// <summary>A window of the source line around the column, with a caret below it.</summary>
    public static string WithCaret(string line, int column)
    {
        var at = Math.Clamp(column - 1, 0, line.Length);
        var from = at < WidestLine - 20 ? 0 : at - (WidestLine / 2);
        var length = Math.Min(WidestLine, line.Length - from);
        var window = line.Substring(from, length).Replace('\t', ' ');
        return $"    {window}\n    {new string(' ', at - from)}^";
    }
}
