using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>A map with known keys that becomes a <typeparamref name="T"/>. It reports every fault of the map at once: unknown keys with the nearest
/// valid name, missing keys, each bad value. The record is made only when all fields are sound.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class Shape<T> : Kind<T>, IShape
{
    private readonly Func<Row, T> make;

    /// <summary>Describes a map.</summary>
    /// <param name="name">What it is, one or two words: <c>offer</c>.</param>
    /// <param name="meaning">What it stands for, one or two sentences.</param>
    /// <param name="fields">Its keys; each name once.</param>
    /// <param name="make">Makes the record; may report faults that only several fields together show, which drop it.</param>
    public Shape(string name, string meaning, IEnumerable<Field> fields, Func<Row, T> make)
    {
        (Name, Meaning, Fields, this.make) = (name, meaning, [.. fields], make);
        if (Fields.GroupBy(f => f.Name).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"The shape '{name}' names the key '{twice.Key}' twice.", nameof(fields));
    }

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string Meaning { get; }

    /// <inheritdoc/>
    public ImmutableArray<Field> Fields { get; }

    /// <inheritdoc/>
    public override string Words => $"{Grammar.WithArticle(Name)} (a map with {string.Join(", ", (Fields.Any(f => f.IsRequired) ? Fields.Where(f => f.IsRequired) : Fields).Select(f => f.Name))})";

    /// <inheritdoc/>
    public override JsonObject Schema() => new()
    {
        ["type"] = "object",
        ["title"] = Name,
        ["description"] = Meaning,
        ["properties"] = new JsonObject(Fields.Select(f => KeyValuePair.Create<string, JsonNode?>(f.Name, f.Schema()))),
        ["required"] = new JsonArray([.. Fields.Where(f => f.IsRequired).Select(f => (JsonNode)f.Name)]),
        ["additionalProperties"] = false,
    };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out T value)
    {
        ArgumentNullException.ThrowIfNull(reader);
        value = default;
        if (node is not Map map) return reader.RejectForm(node, Words);
        var sound = NoUnknownKeys(map, reader);
        var values = new Dictionary<Field, object?>(Fields.Length);
        foreach (var field in Fields)
        {
            if (map[field.Name] is { } written)
            {
                if (field.TryReadValue(written, reader, out var read)) values[field] = read;
                else sound = false;
            }
            else if (field.IsRequired) sound = reader.Report(ReadingMessages.MissingKey(map, this, field));
            else values[field] = field.DefaultValue;
        }

        if (!sound) return false;
        var row = new Row(map, reader, values);
        value = make(row);
        return !row.Faulty;
    }

    private bool NoUnknownKeys(Map map, Reader reader)
    {
        var sound = true;
        foreach (var entry in map.Entries)
            if (!Fields.Any(f => f.Name == entry.Key)) sound = reader.Report(ReadingMessages.UnknownKey(entry, Name, map, [.. Fields.Select(f => f.Name)]));
        return sound;
    }
}
