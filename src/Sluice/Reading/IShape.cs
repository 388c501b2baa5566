using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>A shape without its type, for what lists shapes: reference pages, schemas, `new`, forms.</summary>
public interface IShape
{
    /// <summary>What a map of this shape is, one or two words: <c>offer</c>.</summary>
    string Name { get; }

    /// <summary>What it stands for, one or two sentences.</summary>
    string Meaning { get; }

    /// <summary>Its keys, in the order of the reference.</summary>
    ImmutableArray<Field> Fields { get; }

    /// <summary>JSON Schema of the map.</summary>
    JsonObject Schema();
}
