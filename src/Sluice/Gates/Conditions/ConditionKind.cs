using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Reading;

namespace Sluice.Gates.Conditions;

/// <summary>Reads conditions: a test in words, or <c>all</c>, <c>any</c>, <c>not</c> over others, in lists or under names.</summary>
sealed class ConditionKind : Kind<Condition>
{
    static readonly ImmutableArray<string> words = ["all", "any", "not"];

    /// <summary>The kind.</summary>
    public static ConditionKind Instance { get; } = new();

    /// <inheritdoc/>
    public override string Words => "a condition such as tpp >= 4800, or all, any, not over conditions";

    /// <inheritdoc/>
    public override string Example => "{all: [tpp >= 1600, pd >= 5.92]}";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(new JsonObject { ["type"] = "string" }, new JsonObject { ["type"] = "object" }), ["description"] = Words };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out Condition value)
    {
        value = null;
        if (node is Scalar { Text.Length: > 0 } text) return ConditionText.TryRead(text, reader, out value);
        if (node is not Map { Entries.Length: > 0 } map) return reader.Reject(node, Words, Example);
        if (map.Entries.Length > 1) return reader.Report(GatesFaults.TwoWords(map.Entries[1], map.Entries[0].Key));
        var (key, at) = (map.Entries[0].Key, map.Entries[0].KeyAt);
        var inner = map.Entries[0].Value;
        if (!words.Contains(key)) return reader.Report(GatesFaults.UnknownWord(at, key, words));
        if (key == "not")
        {
            if (!TryRead(inner, reader, out var negated)) return false;
            value = new NotOf(negated, at);
            return true;
        }

        if (!TryReadSeveral(inner, reader, out var parts)) return false;
        value = key == "all" ? new AllOf(parts, at) : new AnyOf(parts, at);
        return true;
    }

    bool TryReadSeveral(Node node, Reader reader, out ImmutableArray<Condition> parts)
    {
        parts = [];
        var nodes = node switch
        {
            Sequence list => list.Items,
            Map map when map.Entries.Length > 0 && !map.Keys.Any(words.Contains) => [.. map.Entries.Select(e => e.Value)],
            _ => ImmutableArray.Create(node),
        };
        if (nodes.IsEmpty) return reader.Reject(node, Words, Example);
        var read = ImmutableArray.CreateBuilder<Condition>(nodes.Length);
        foreach (var each in nodes)
            if (TryRead(each, reader, out var part)) read.Add(part);
        parts = read.ToImmutable();
        return parts.Length == nodes.Length;
    }
}
