using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>What a value may look like: words for people, a JSON Schema, and the reader that turns a node into a <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The typed value.</typeparam>
public abstract class Kind<T>
{
    /// <summary>What is expected, as it stands in messages after "expected" and in reference tables: <c>a number from 0 to 1</c>.</summary>
    public abstract string Words { get; }

    /// <summary>An example in the notation of the file, for messages; empty where <see cref="Words"/> say enough.</summary>
    public virtual string Example => "";

    /// <summary>JSON Schema (draft 2020-12) of the value as it stands in YAML. A new object at each call.</summary>
    public abstract JsonObject Schema();

    /// <summary>Reads a node. On failure every fault found has been reported to <see cref="Reader.Diagnostics"/>.</summary>
    /// <param name="node">What was written.</param>
    /// <param name="reader">Collects diagnostics and carries services.</param>
    /// <param name="value">The value; defined only when the result is true.</param>
    /// <returns>Whether the value is sound.</returns>
    public abstract bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out T value);

    /// <summary>The same text read as another type.</summary>
    /// <param name="make">Total: it is called only with sound values.</param>
    public Kind<TOther> Map<TOther>(Func<T, TOther> make) => new MappedKind<T, TOther>(this, make);
}
