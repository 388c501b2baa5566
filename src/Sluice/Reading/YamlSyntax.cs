namespace Sluice.Reading;

/// <summary>Puts the parser's findings about syntax into words that say what to do, and at the place where something can be done.</summary>
/// <remarks>The parser reports where it gave up; the slip is often a line earlier. The text around tells which slip it was.</remarks>
internal static class YamlSyntax
{
    /// <summary>Stands for the parser's failure at brackets that do not balance.</summary>
    public const string Unbalanced = "unbalanced brackets";

    /// <summary>Stands for something between values where nothing may stand; the parser passes over it and loses count of its brackets.</summary>
    public const string OutOfPlace = "out of place";

    private static readonly System.Buffers.SearchValues<char> fullWidth = System.Buffers.SearchValues.Create("\uFF1A\uFF0C\uFF5B\uFF5D\uFF3B\uFF3D\u201C\u201D\u2018\u2019\uFF03");

    /// <summary>The diagnostic for what the parser said.</summary>
    /// <param name="message">The parser's message.</param>
    /// <param name="text">The whole text.</param>
    /// <param name="at">Where the parser gave up.</param>
    public static Diagnostic Explain(string message, string text, Place at)
    {
        var lines = new SourceLines(text);
        var (place, why) = Cause(message, text, lines, at);
        var wide = FullWidthNear(lines, at.Line);
        return FileMessages.Syntax(place, wide.Length == 0 ? why : $"{why} ({wide})");
    }

    private static (Place At, string Why) Cause(string message, string text, SourceLines lines, Place at)
    {
        bool Says(string words) => message.Contains(words, StringComparison.Ordinal);
        return message switch
        {
            Unbalanced => Open(text, at) ?? (at, "a bracket is not closed before here"),
            OutOfPlace => (at, "this cannot stand here; look for something between a value and the next name"),
            _ when Says("tab as indentation") => (lines.FirstTab(at), "a tab indents this line; indent with spaces"),
            _ when Says("expected <document start>") => (at with { Column = 1 }, "this line has no colon near its beginning; a name is at most 1,024 characters long"),
            _ when Says("invalid mapping") => SecondColon(lines, at),
            _ when Says("did not find expected key") || Says("<block end>") => NoKey(lines, at),
            _ when Says("expected ',' or") => Missing(text, lines, at),
            _ when Says("expected node content") => (at, $"a value is missing before '{lines.At(at)}'"),
            _ when Says("found unexpected end of stream") || Says("wrong indentation") || Says("document indicator") => (at, $"the quotation mark {lines.At(at)} is not closed"),
            _ when Says("cannot start any token") => (at, $"a value cannot begin with '{lines.At(at)}'; put it in quotation marks"),
            _ when Says("Block sequence entries") => (at, "a list item cannot stand on the line of its name; write the list in square brackets, [a, b]"),
            _ when Says("escape") || Says("hexadecimal") || Says("Unicode") => (at, "in double quotation marks a backslash begins a special character; use single quotation marks, or double the backslash"),
            _ when Says("block scalar") => (at, "after | or > the text begins on the next line; put a text that begins with such a sign in quotation marks"),
            _ when Says("anchor or alias") => (at, "a text that begins with * or & needs quotation marks"),
            _ when Says("directive") => (at, "a line cannot begin with '%'; put the text in quotation marks"),
            _ when Says("'-' indicator") => (at, "a name stands below a list item; write the list in square brackets, [a, b], and give things with parts names"),
            _ when Says("invalid comment") => (at, "a comment needs a space before its #"),
            _ when Says("tag") => (at, "a text that begins with ! needs quotation marks"),
            _ when Says("simple key") || Says("Mapping values are not allowed") || Says("Mapping keys are not allowed") => (at, "a name with its colon cannot stand here; check the indentation and the brackets above"),
            _ => (at, $"the text is not well-formed here ({message.TrimEnd('.')})"),
        };
    }

    private static (Place, string) SecondColon(SourceLines lines, Place at)
    {
        var line = lines[at.Line];
        var before = line[..Math.Min(at.Column - 1, line.Length)];
        if (before.Contains(": ", StringComparison.Ordinal)) return (at, "a second colon stands in this line; put a text that holds a colon and a space in quotation marks");
        var above = lines.LastWrittenBefore(at.Line);
        if (above == 0) return (at, "a name with its colon cannot stand here");
        var colon = lines[above].IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return (new(at.File, above, 1 + lines.Indent(above)), "this line has no colon; write `name: value`");
        if (colon + 1 < lines[above].Length && lines[above][colon + 1] != ' ') return (new(at.File, above, colon + 1), "no space follows this colon; write `name: value`");
        return (new(at.File, at.Line, 1 + lines.Indent(at.Line)), $"this line is indented below a value; indent it like line {above}, or remove the value there");
    }

    private static (Place, string) NoKey(SourceLines lines, Place at)
    {
        var (line, found) = (lines[at.Line], lines.At(at));
        if (found is '}' or ']') return (at, $"'{found}' closes a bracket that was not opened");
        if (found == ',') return (at, "a comma stands outside brackets; put the text in quotation marks, or the map in brackets");
        var before = line[..Math.Min(at.Column - 1, line.Length)].TrimEnd();
        if (before.Length > 0) return (at, before[^1] switch
        {
            '"' or '\'' => "text follows a closed quotation mark; inside single ones an apostrophe is doubled",
            '}' or ']' => "text follows a closed bracket; put a comma between entries, and each entry of a file on a line of its own",
            _ => "something that belongs to no name stands here",
        });
        if (found == '-') return (at, "a list item stands between names; write the list in square brackets, [a, b]");
        return line.Contains(':', StringComparison.Ordinal)
            ? (at, "the indentation of this line fits no line above; names of one map begin in the same column")
            : (at, "this line has no colon; write `name: value`");
    }

    private static (Place, string) Missing(string text, SourceLines lines, Place at)
    {
        var opened = Brackets.LastOpen(text, lines.Offset(at)) is { } open ? $" in the bracket '{text[open]}' of {lines.PlaceOf(open, at.File).Line}:{lines.PlaceOf(open, at.File).Column}" : "";
        return lines.At(at) == ':'
            ? (at, $"a second colon stands before a comma{opened}; put a comma between entries, or the text in quotation marks")
            : (at, $"a comma or the closing bracket is missing before here{opened}");
    }

    private static (Place, string)? Open(string text, Place at)
    {
        var lines = new SourceLines(text);
        if (Brackets.LastOpen(text, lines.Offset(at)) is not { } open) return null;
        return (lines.PlaceOf(open, at.File), $"this bracket '{text[open]}' is not closed (noticed in line {at.Line})");
    }

    private static string FullWidthNear(SourceLines lines, int line)
    {
        for (var i = line; i >= Math.Max(1, line - 1); i--)
        {
            var index = lines[i].AsSpan().IndexOfAny(fullWidth);
            if (index >= 0) return $"line {i} has a full-width '{lines[i][index]}', which means nothing here; write the plain sign";
        }

        return "";
    }
}
