using System.Text.Json;

namespace Sluice.Optimization;

/// <summary>A JSON value with the place at which it starts.</summary>
internal sealed class PlacedJson
{
    private const int MostDepth = 64;

    private PlacedJson(JsonValueKind kind, int line, int column) => (Kind, Line, Column) = (kind, line, column);

    internal JsonValueKind Kind { get; }
    internal int Line { get; }
    internal int Column { get; }
    internal string Text { get; private init; } = "";
    internal double Number { get; private init; }
    internal List<PlacedJson> Items { get; } = [];
    internal List<(string Name, PlacedJson Value)> Members { get; } = [];

    internal PlacedJson? this[string name] => Members.Find(member => member.Name == name).Value;

    /// <summary>Parses a whole text; null, with an issue, where it is not JSON.</summary>
    internal static PlacedJson? Parse(string file, ReadOnlyMemory<byte> text, IssueList issues)
    {
        var bytes = text.Span;
        if (bytes.StartsWith("\uFEFF"u8)) bytes = bytes[3..];
        var lines = new List<int> { 0 };
        for (var k = 0; k < bytes.Length; k++)
            if (bytes[k] == '\n') lines.Add(k + 1);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = MostDepth });
        try
        {
            if (!reader.Read()) { issues.Error(file, 1, 1, "The file is empty."); return null; }
            var root = Value(ref reader, lines, file, issues);
            while (reader.Read()) { }
            return root;
        }
        catch (JsonException e)
        {
            issues.Error(file, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1, "This is not JSON: " + e.Message.Split(" LineNumber:")[0]);
            return null;
        }
        catch (InvalidOperationException)
        {
            // The reader meets a text that is not UTF-8 only when a string is taken out of it.
            var (line, column) = Place(lines, reader.TokenStartIndex);
            issues.Error(file, line, column, "A string is not valid UTF-8.");
            return null;
        }
    }

    private static PlacedJson Value(ref Utf8JsonReader reader, List<int> lines, string file, IssueList issues)
    {
        var (line, column) = Place(lines, reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var members = new PlacedJson(JsonValueKind.Object, line, column);
                var names = new HashSet<string>(StringComparer.Ordinal);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    var name = reader.GetString()!;
                    var at = Place(lines, reader.TokenStartIndex);
                    if (!names.Add(name)) issues.Error(file, at.Line, at.Column, $"\"{name}\" is given twice in one object.");
                    reader.Read();
                    members.Members.Add((name, Value(ref reader, lines, file, issues)));
                }
                return members;
            case JsonTokenType.StartArray:
                var items = new PlacedJson(JsonValueKind.Array, line, column);
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Items.Add(Value(ref reader, lines, file, issues));
                return items;
            case JsonTokenType.String: return new PlacedJson(JsonValueKind.String, line, column) { Text = reader.GetString()! };
            case JsonTokenType.Number:
                return new PlacedJson(JsonValueKind.Number, line, column) { Number = reader.TryGetDouble(out var number) ? number : double.NaN };
            case JsonTokenType.True: return new PlacedJson(JsonValueKind.True, line, column);
            case JsonTokenType.False: return new PlacedJson(JsonValueKind.False, line, column);
            default: return new PlacedJson(JsonValueKind.Null, line, column);
        }
    }

    private static (int Line, int Column) Place(List<int> lines, long index)
    {
        var line = lines.BinarySearch((int)index);
        if (line < 0) line = ~line - 1;
        return (line + 1, (int)index - lines[line] + 1);
    }
}
