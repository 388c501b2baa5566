namespace Sluice.Reading;

/// <summary>One of the forms that a value may take, named by a key or by a word.</summary>
/// <typeparam name="T">What every form becomes.</typeparam>
public sealed class Variant<T>
{
    internal Variant(string key, Kind<T>? kind, T? word) => (Key, Kind, Word) = (key, kind, word);

    /// <summary>The key or word that names the form.</summary>
    public string Key { get; }

    internal Kind<T>? Kind { get; }

    internal T? Word { get; }
}
