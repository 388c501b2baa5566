namespace Sluice.Reading;

/// <summary>The sound values of one map, handed to the constructor of its record by <see cref="Shape{T}"/>.</summary>
public sealed class Row
{
    private readonly Dictionary<Field, object?> values;

    internal Row(Map map, Reader reader, Dictionary<Field, object?> values) => (Map, Reader, this.values) = (map, reader, values);

    internal bool Faulty { get; private set; }

    /// <summary>The map as written.</summary>
    public Map Map { get; }

    /// <summary>The reader, with its services.</summary>
    public Reader Reader { get; }

    /// <summary>Where the map begins.</summary>
    public Place Place => Map.At;

    /// <summary>Path of the map.</summary>
    public string Path => Map.Path;

    /// <summary>Last name of the path: the id of an entry of a named collection.</summary>
    public string Name => Map.Name;

    /// <summary>Where the map came from, and what it replaced.</summary>
    public Provenance Provenance => Provenance.Of(Map);

    /// <summary>The value of a field, or its default when the key was left out.</summary>
    /// <exception cref="ArgumentException">The field is not one of the shape.</exception>
    public T At<T>(Field<T> field)
    {
        ArgumentNullException.ThrowIfNull(field);
        if (!values.TryGetValue(field, out var value)) throw new ArgumentException($"'{field.Name}' is not a field of this shape.", nameof(field));
        return (T)value!;
    }

    /// <summary>Whether the key of a field was written.</summary>
    public bool Has(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Map.Find(field.Name) is not null;
    }

    /// <summary>Where the value of a field stands; where the map begins when it was left out.</summary>
    public Place PlaceOf(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Map[field.Name]?.At ?? Place;
    }

    /// <summary>Provenance of the value of a field; that of the map, under the field's path, when it was left out.</summary>
    public Provenance ProvenanceOf(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        return Map[field.Name] is { } node ? Provenance.Of(node) : new(Node.Join(Path, field.Name), Place, null) { Written = field.Default };
    }

    /// <summary>Reports a fault that only several fields together show. The record made from this row is then dropped if it is an error.</summary>
    public void Report(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        Faulty |= diagnostic.Severity == Severity.Error;
        Reader.Diagnostics.Add(diagnostic);
    }

    /// <summary>Reports that a combination of fields is not sound, at the place of one of them.</summary>
    /// <param name="field">The field to point at.</param>
    /// <param name="expected">What would be right: "after 'from'", "only together with 'deposit'".</param>
    /// <param name="why">What is wrong, a clause without full stop.</param>
    public void Reject(Field field, string expected, string why)
    {
        ArgumentNullException.ThrowIfNull(field);
        Report(ReadingMessages.Contradiction(PlaceOf(field), field.Name, Map[field.Name]?.Words ?? "nothing", expected, why));
    }
}
