using System.Text.Json;

namespace Sluice.Optimization;

/// <summary>Takes expected values out of a JSON tree; what is missing or of another kind becomes an issue.</summary>
internal sealed class JsonReading(string file, IssueList issues)
{
    internal void Error(PlacedJson at, string message) => issues.Error(file, at.Line, at.Column, message);

    internal void Warn(PlacedJson at, string message) => issues.Warn(file, at.Line, at.Column, message);

    /// <summary>A member that must be there and of a kind; null, with an issue, if not.</summary>
    internal PlacedJson? Need(PlacedJson parent, string name, JsonValueKind kind)
    {
        if (parent[name] is not { } value)
        {
            Error(parent, $"\"{name}\" is missing.{IssueList.Nearest(name, parent.Members.Select(member => member.Name))}");
            return null;
        }
        return Is(value, kind, $"\"{name}\"") ? value : null;
    }

    /// <summary>A member that may be missing.</summary>
    internal PlacedJson? May(PlacedJson parent, string name, JsonValueKind kind) =>
        parent[name] is { } value && Is(value, kind, $"\"{name}\"") ? value : null;

    internal bool Is(PlacedJson value, JsonValueKind kind, string what)
    {
        if (value.Kind == kind) return true;
        Error(value, $"{what} is {Article(value.Kind)}; expected {Article(kind)}.");
        return false;
    }

    internal string? Text(PlacedJson parent, string name) => Need(parent, name, JsonValueKind.String)?.Text;

    internal double? Number(PlacedJson parent, string name) => Need(parent, name, JsonValueKind.Number) is { } value ? Finite(value) : null;

    internal double? Finite(PlacedJson value)
    {
        if (value.Kind != JsonValueKind.Number) { Is(value, JsonValueKind.Number, "The value"); return null; }
        if (double.IsFinite(value.Number)) return value.Number;
        Error(value, "The number is too large.");
        return null;
    }

    private static string Article(JsonValueKind kind) => kind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        _ => "null",
    };
}
