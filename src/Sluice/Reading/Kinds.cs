using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Sluice.Reading;

/// <summary>The kinds of which shapes are made. Kinds with units stand in <c>Sluice.Quantities.Measures</c>.</summary>
public static class Kinds
{
    /// <summary>Any text that is not empty. Diagnostic SLU0104.</summary>
    public static Kind<string> Text { get; } = Parsed("a text", "pause H20 orders", static scalar => scalar.Text);

    /// <summary>The id under which something is entered: letters, digits, dots and hyphens, no spaces. Diagnostic SLU0104.</summary>
    public static Kind<string> Id { get; } = ParsedValue("a name without spaces", "nvidia-h20", static (Scalar scalar, [MaybeNullWhen(false)] out string id) => (id = scalar.Text).All(IsIdLetter) && id.Length > 0);

    /// <summary>A day: <c>2025-08-21</c>. Diagnostic SLU0104.</summary>
    public static Kind<DateOnly> Date { get; } = ParsedValue("a date such as 2025-08-21", "2025-08-21",
        static (Scalar scalar, out DateOnly day) => DateOnly.TryParseExact(scalar.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day));

    /// <summary>A day, month, quarter, half or year, possibly "about": <c>about 2025-07-22</c>, <c>2025-08</c>, <c>2025-Q3</c>, <c>2025</c>. Diagnostic SLU0104.</summary>
    public static Kind<VagueDate> VagueDate { get; } = ParsedValue("a date, month, quarter or year, such as about 2025-07-22, 2025-08 or 2025-Q3", "about 2025-07-22",
        static (Scalar scalar, out VagueDate date) => Reading.VagueDate.TryParse(scalar.Text, out date));

    /// <summary>A stretch of days: <c>2024-01 to 2025-04-09</c>, or one date, month or year. Diagnostic SLU0104.</summary>
    public static Kind<DateSpan> DateSpan { get; } = ParsedValue("a span of dates such as 2024-01 to 2025-04-09", "2024-01 to 2025-04-09",
        static (Scalar scalar, out DateSpan span) => Reading.DateSpan.TryParse(scalar.Text, out span));

    /// <summary><c>yes</c> or <c>no</c>; <c>true</c> and <c>false</c> of other formats are understood. Diagnostic SLU0106.</summary>
    public static Kind<bool> Flag { get; } = new ChoiceKind<bool>(["yes", "no", "true", "false"], [true, false, true, false], shown: 2);

    /// <summary>A number without a unit, from <paramref name="min"/> to <paramref name="max"/>, both included. Diagnostics SLU0104, SLU0105.</summary>
    public static Kind<double> Number(double min = double.NegativeInfinity, double max = double.PositiveInfinity) => new NumberKind(min, max);

    /// <summary>A whole number from <paramref name="min"/> to <paramref name="max"/>, both included. Diagnostics SLU0104, SLU0105.</summary>
    [SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "An integer is what it reads.")]
    public static Kind<int> Integer(int min = int.MinValue, int max = int.MaxValue) => new NumberKind(min, max, whole: true).Map(value => (int)value);

    /// <summary>The name of an entry of some list: <c>Kinds.Name("claim")</c>. Diagnostic SLU0104; whether it exists is checked when the case is linked.</summary>
    public static Kind<Ref> Name(string list) => new NameKind(list);

    /// <summary>A map whose keys are names of entries of some list, in ordinal order: <c>{nvidia-h20: 1}</c>.</summary>
    public static Kind<ImmutableArray<Keyed<T>>> MapBy<T>(string list, Kind<T> value) => new KeyedKind<T>(list, value);

    /// <summary>One of a few words. Diagnostic SLU0106, with the nearest word.</summary>
    public static Kind<T> Choice<T>(params (string Word, T Value)[] words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var (names, values) = (new string[words.Length], new T[words.Length]);
        for (var i = 0; i < words.Length; i++) (names[i], values[i]) = words[i];
        return new ChoiceKind<T>(names, values, words.Length);
    }

    /// <summary>One of a few words, itself. Diagnostic SLU0106, with the nearest word.</summary>
    public static Kind<string> Choice(IEnumerable<string> words)
    {
        string[] names = [.. words];
        return new ChoiceKind<string>(names, names, names.Length);
    }

    /// <summary>A plain value read by a function that accepts every text.</summary>
    /// <param name="words">What is expected, after "expected".</param>
    /// <param name="example">An example as written.</param>
    /// <param name="read">Makes the value.</param>
    public static Kind<T> Parsed<T>(string words, string example, Func<Scalar, T> read) => new ParsedKind<T>(words, example, (Scalar scalar, [MaybeNullWhen(false)] out T value) =>
    {
        value = read(scalar);
        return true;
    });

    /// <summary>A plain value read by a function that may refuse. Diagnostic SLU0104.</summary>
    /// <param name="words">What is expected, after "expected".</param>
    /// <param name="example">An example as written.</param>
    /// <param name="read">Reads the value; false refuses it.</param>
    public static Kind<T> ParsedValue<T>(string words, string example, TryReadScalar<T> read) => new ParsedKind<T>(words, example, read);

    /// <summary>A list of values, or one value alone. Diagnostics of the items.</summary>
    public static Kind<ImmutableArray<T>> ListOf<T>(Kind<T> item) => new ListKind<T>(item);

    /// <summary>Named entries. They come in ordinal order of their ids unless the order of the file means something (levels keep their ladder).</summary>
    public static Kind<ImmutableArray<Named<T>>> MapOf<T>(Kind<T> value, MapOrder order = MapOrder.ById) => new MapKind<T>(value, order);

    /// <summary>One of several forms, named by the key of a map with one entry, <c>{stop-orders: {…}}</c>, or by a word. Diagnostic SLU0107.</summary>
    /// <param name="name">What the forms are: <c>effect</c>.</param>
    /// <param name="variants">The forms, from <see cref="Case{TBase, T}"/> and <see cref="Word{T}"/>.</param>
    public static Kind<T> OneOf<T>(string name, params Variant<T>[] variants) => new OneOfKind<T>(name, [.. variants]);

    /// <summary>One of several forms of map, told apart by which of the keys the map has: <c>{part: …, price: …}</c> or <c>{rent: …}</c>. Diagnostic SLU0107.</summary>
    /// <param name="name">What the forms are: <c>offer</c>.</param>
    /// <param name="variants">The forms in order of preference, from <see cref="Case{TBase, T}"/>; each reads the whole map.</param>
    public static Kind<T> ByKey<T>(string name, params Variant<T>[] variants) => new ByKeyKind<T>(name, [.. variants]);

    /// <summary>One kind for a plain value or list, another for a map.</summary>
    public static Kind<T> ByForm<T>(Kind<T> plain, Kind<T> map) => new ByFormKind<T>(plain, map);

    /// <summary>A form of a union: its key and what stands under it (for <see cref="ByKey"/>: the kind of the whole map).</summary>
    public static Variant<TBase> Case<TBase, T>(string key, Kind<T> kind) where T : TBase => new(key, kind.Map(static value => (TBase)value), default);

    /// <summary>A form of a union that is one word.</summary>
    public static Variant<T> Word<T>(string word, T value) => new(word, null, value);

    /// <summary>The kind, or the word <c>none</c> for null. For reference types; <see cref="OrNoneValue"/> for values.</summary>
    public static Kind<T?> OrNone<T>(Kind<T> kind) where T : class => new OrNoneKind<T?>(kind.Map(static value => (T?)value));

    /// <summary>The kind, or the word <c>none</c> for null. For value types; <see cref="OrNone"/> for references.</summary>
    public static Kind<T?> OrNoneValue<T>(Kind<T> kind) where T : struct => new OrNoneKind<T?>(kind.Map(static value => (T?)value));

    /// <summary>A value inside a fixed phrase: <c>Kinds.Phrase("", Measures.Duration, "before delivery")</c> reads <c>30 days before delivery</c>. Diagnostic SLU0104.</summary>
    public static Kind<T> Phrase<T>(string before, Kind<T> kind, string after) => new PhraseKind<T>(before, kind, after);

    /// <summary>A kind that is made when first needed, for shapes that contain themselves.</summary>
    /// <param name="name">Its name, for messages, and for the schema's reference <c>#/$defs/NAME</c>.</param>
    /// <param name="kind">Gives the kind.</param>
    public static Kind<T> Deferred<T>(string name, Func<Kind<T>> kind) => new DeferredKind<T>(name, kind);

    internal static bool IsIdLetter(char c) => char.IsLetterOrDigit(c) || c is '-' or '.' or '_' or '@';
}
