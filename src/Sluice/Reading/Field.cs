using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>One key of a map, as messages, reference pages, schemas and forms see it. Its typed half is <see cref="Field{T}"/>.</summary>
public abstract class Field
{
    private protected Field(string name, string meaning, string example) => (Name, Meaning, Example) = (name, meaning, example);

    /// <summary>The key, in lower case with hyphens.</summary>
    public string Name { get; }

    /// <summary>What it means, one clause, with unit and sign where it has any.</summary>
    public string Meaning { get; }

    /// <summary>A value that its kind accepts, as written in YAML.</summary>
    public string Example { get; }

    /// <summary>Whether a map without this key is faulty.</summary>
    public abstract bool IsRequired { get; }

    /// <summary>The default as people would write it; empty for a required field.</summary>
    public abstract string Default { get; }

    /// <summary>What is expected, from the kind.</summary>
    public abstract string Words { get; }

    /// <summary>JSON Schema of the value, with meaning, example and default.</summary>
    public JsonObject Schema()
    {
        var schema = ValueSchema();
        schema["description"] = $"{Meaning} ({Words})";
        schema["examples"] = new JsonArray(Example);
        if (!IsRequired) schema["default"] = Default;
        return schema;
    }

    /// <summary>Reads a text as this field would read it in a file: for what-ifs, sliders, forms, and the test that every example is sound.</summary>
    /// <param name="text">The value in YAML.</param>
    /// <param name="reader">Receives the faults, at places of a file named after the field.</param>
    public bool Accepts(string text, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var map = Yaml.Read(Name, $"{Name}: {text}\n", "", reader.Diagnostics);
        return map?[Name] is { } node && TryReadValue(node, reader, out _);
    }

    internal abstract object? DefaultValue { get; }

    internal abstract bool TryReadValue(Node node, Reader reader, out object? value);

    private protected abstract JsonObject ValueSchema();
}
