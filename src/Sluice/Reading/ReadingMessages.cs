namespace Sluice.Reading;

/// <summary>The wording of this room's diagnostics about maps and values. That of files stands in <see cref="FileMessages"/>.</summary>
internal static class ReadingMessages
{
    public static Diagnostic NotExpected(Scalar text, string expected, string example, string why) =>
        ReadingCodes.NotExpected.At(text.At, text.Text, expected, $"{Subject(text)} is {text.Words}{(why.Length == 0 ? "" : $": {why}")}; expected {expected}{Such(expected, example)}.");

    public static Diagnostic WrongForm(Node node, string expected, string example) =>
        ReadingCodes.WrongForm.At(node.At, node.Words, expected, $"{Subject(node)} {(node is Scalar { Text.Length: 0 } ? "has no value" : $"is {node.Words}")}; expected {expected}{Such(expected, example)}.");

    public static Diagnostic UnknownKey(Entry entry, string shape, Map map, IReadOnlyList<string> known)
    {
        var nearest = Nearest.To(entry.Key, known.Where(name => map.Find(name) is null)) ?? Nearest.To(entry.Key, known);
        var hint = nearest is not null ? Grammar.DidYouMean(nearest) : known.Count == 0 ? " It has no keys at all." : $" It has only {Grammar.AllOf(known)}.";
        return ReadingCodes.UnknownKey.At(entry.KeyAt, entry.Key, Grammar.OneOf(known), nearest: nearest,
            message: $"{Grammar.WithArticle(shape)} has no key '{Excerpts.Short(entry.Key)}'.{hint}");
    }

    public static Diagnostic MissingKey(Map map, IShape shape, Field field) =>
        ReadingCodes.MissingKey.At(map.At, map.Words, field.Name,
            $"the {shape.Name} {Named(map)}lacks '{field.Name}', {field.Meaning}; add `{field.Name}: {field.Example}`.".Replace("  ", " ", StringComparison.Ordinal));

    public static Diagnostic OutOfRange(Place at, string found, string expected) =>
        ReadingCodes.OutOfRange.At(at, found, expected, $"'{Excerpts.Short(found)}' is out of range; expected {expected}.");

    public static Diagnostic UnknownWord(Place at, string found, IReadOnlyList<string> words)
    {
        var nearest = Nearest.To(found, words) ?? Synonym(found, words);
        return ReadingCodes.UnknownWord.At(at, found, Grammar.OneOf(words), nearest: nearest,
            message: $"'{Excerpts.Short(found)}' is not possible here; expected {Grammar.OneOf(words)}.{Grammar.DidYouMean(nearest)}");
    }

    public static Diagnostic UnknownVariant(Place at, string found, string name, IReadOnlyList<string> keys)
    {
        var nearest = Nearest.To(found, keys);
        return ReadingCodes.UnknownVariant.At(at, found, Grammar.OneOf(keys), nearest: nearest,
            message: $"'{Excerpts.Short(found)}' is no {name}; expected {Grammar.OneOf(keys)}.{Grammar.DidYouMean(nearest)}");
    }

    public static Diagnostic TwoVariants(Entry second, string first, string name) =>
        ReadingCodes.UnknownVariant.At(second.KeyAt, second.Key, "one key",
            $"{Grammar.WithArticle(name)} has one key, and '{first}' came first; give '{Excerpts.Short(second.Key)}' a name and an entry of its own, or move it under '{first}'.");

    public static Diagnostic NoVariant(Map map, string name, IReadOnlyList<string> keys) =>
        ReadingCodes.UnknownVariant.At(map.At, map.Words, Grammar.OneOf(keys), $"the {name} {Named(map)}has none of the keys that tell what it is; expected {Grammar.OneOf(keys)}.");

    public static Diagnostic Contradiction(Place at, string field, string found, string expected, string why) =>
        ReadingCodes.Contradiction.At(at, found, expected, $"'{field}' is {found}, but {why}; expected {expected}.");

    /// <summary>What keeps a text from being a number, where that can be told.</summary>
    public static string WhyNotANumber(string text) => text switch
    {
        _ when text.Contains(',', StringComparison.Ordinal) => "a comma means different things in different countries; write thousands with a space (1 850) and fractions with a point (0.5)",
        _ when Numerals.TryReadPrefix(text, out _, out var length) => $"'{Excerpts.Short(text[length..].Trim())}' follows the number, and no unit belongs here",
        _ => "",
    };

    private static string Such(string expected, string example) => example.Length == 0 || expected.Contains(example, StringComparison.Ordinal) ? "" : $", such as `{example}`";

    private static string Named(Map map) => map.Name.Length == 0 ? "" : $"'{Excerpts.Short(map.Name)}' ";

    private static string Subject(Node node) => node.Name.Length == 0 ? "this" : $"'{Excerpts.Short(node.Name)}'";

    private static string? Synonym(string found, IReadOnlyList<string> words) => found.ToUpperInvariant() switch
    {
        "TRUE" or "ON" or "Y" when words.Contains("yes") => "yes",
        "FALSE" or "OFF" or "N" when words.Contains("no") => "no",
        _ => null,
    };
}
