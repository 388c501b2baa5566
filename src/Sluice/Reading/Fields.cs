namespace Sluice.Reading;

/// <summary>Fields that may be left out and are null then.</summary>
public static class Fields
{
    /// <summary>A field of a reference type; null when it is left out.</summary>
    /// <param name="name">The key.</param>
    /// <param name="kind">What the value may look like.</param>
    /// <param name="meaning">What it means, one clause.</param>
    /// <param name="example">A value that <paramref name="kind"/> accepts, as written in YAML.</param>
    /// <param name="shown">What leaving it out means, as people would write it.</param>
    public static Field<T?> Maybe<T>(string name, Kind<T> kind, string meaning, string example, string shown = "none") where T : class
    {
        ArgumentNullException.ThrowIfNull(kind);
        return new Field<T?>(name, kind.Map(static value => (T?)value), meaning, example).Optional(null, shown);
    }

    /// <summary>A field of a value type; null when it is left out.</summary>
    /// <inheritdoc cref="Maybe{T}"/>
    public static Field<T?> MaybeValue<T>(string name, Kind<T> kind, string meaning, string example, string shown = "none") where T : struct
    {
        ArgumentNullException.ThrowIfNull(kind);
        return new Field<T?>(name, kind.Map(static value => (T?)value), meaning, example).Optional(null, shown);
    }
}
