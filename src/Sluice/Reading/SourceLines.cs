namespace Sluice.Reading;

/// <summary>The lines of a text, for explaining where something went wrong in it.</summary>
internal sealed class SourceLines(string text)
{
    private readonly List<int> starts = Starts(text);

    /// <summary>The line of that number, from 1, without its line break; empty outside the text.</summary>
    public string this[int line]
    {
        get
        {
            if (line < 1 || line > starts.Count) return "";
            var end = line < starts.Count ? starts[line] - 1 : text.Length;
            return text[starts[line - 1]..end].TrimEnd('\r');
        }
    }

    /// <summary>The character at a place; a space outside the text.</summary>
    public char At(Place at) => Offset(at) is var offset && offset < text.Length && text[offset] is not ('\n' or '\r') ? text[offset] : ' ';

    /// <summary>Index of a place in the text; its length outside the text.</summary>
    public int Offset(Place at) => at.Line < 1 || at.Line > starts.Count ? text.Length : Math.Min(starts[at.Line - 1] + at.Column - 1, text.Length);

    /// <summary>Place of an index in the text.</summary>
    public Place PlaceOf(int offset, string file)
    {
        var found = starts.BinarySearch(offset);
        var line = found >= 0 ? found : ~found - 1;
        return new(file, line + 1, offset - starts[line] + 1);
    }

    /// <summary>Spaces and tabs at the beginning of a line.</summary>
    public int Indent(int line) => this[line].Length - this[line].TrimStart(' ', '\t').Length;

    /// <summary>Number of the last line before this one that holds more than spaces and comments; 0 when there is none.</summary>
    public int LastWrittenBefore(int line)
    {
        for (line--; line > 0; line--)
            if (this[line].TrimStart() is { Length: > 0 } written && written[0] != '#') return line;
        return 0;
    }

    /// <summary>The first tab in an indentation, from a place on; the place itself when there is none.</summary>
    public Place FirstTab(Place from)
    {
        for (var line = from.Line; line <= starts.Count; line++)
            if (this[line][..Indent(line)].IndexOf('\t', StringComparison.Ordinal) is var tab and >= 0) return new(from.File, line, tab + 1);
        return from;
    }

    private static List<int> Starts(string text)
    {
        List<int> starts = [0];
        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1)) starts.Add(i + 1);
        return starts;
    }
}
