using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>One assumption of a case, as the index of assumptions keeps it: enough to show it, to vary it in its own notation, and to rank what has no basis.</summary>
/// <param name="Path">Its path; setting this path to another text changes the assumption.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Text">The value as written: <c>20 % per quarter</c>, <c>median 82 days</c>.</param>
/// <param name="Number">The number as written, suffix applied: 20; null when the value is a word or a date.</param>
/// <param name="Unit">The words after the number: <c>% per quarter</c>; empty when there are none.</param>
/// <param name="Low">Lower end of the range in the same unit; null when none was given, or in another unit.</param>
/// <param name="High">Upper end of the range in the same unit; null when none was given, or in another unit.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Hindsight">Whether it is marked as informed by what came later.</param>
public sealed record GivenEntry(string Path, Place At, string Text, double? Number, string Unit, double? Low, double? High, Basis Basis, bool Hindsight)
{
    /// <summary>The words before the number: <c>median</c>; empty when there are none.</summary>
    public string Lead { get; private init; } = "";

    /// <summary>The text that sets this assumption to another number in the same notation.</summary>
    public string With(double number) => $"{Lead} {Numerals.Print(number)} {Unit}".Trim();

    internal static GivenEntry Of(Node node, Basis basis, bool hindsight)
    {
        var text = ((node as Map)?["value"] ?? node) is Scalar scalar ? scalar.Text : node.Words;
        var (lead, number, unit) = Split(text);
        var (low, high) = node is Map map && map["between"] is { } range && Ranges.Ends(range, map["value"]) is [Scalar first, Scalar second] ? (End(first.Text, unit), End(second.Text, unit)) : (null, null);
        return new(node.Path, node.At, text, number, unit, low, high, basis, hindsight) { Lead = lead };
    }

    /// <summary>The words before the number, the number, the words after it. What follows must be words: the 2025 of 2025-08-21 is no number.</summary>
    private static (string Lead, double? Number, string Unit) Split(string text)
    {
        for (var at = 0; at >= 0 && at < text.Length; at = text.IndexOf(' ', at) is var space and >= 0 ? space + 1 : -1)
        {
            if (!Numerals.TryReadPrefix(text[at..], out var number, out var length)) continue;
            var unit = text[(at + length)..].Trim();
            return unit.Length == 0 || unit[0] == '%' || char.IsLetter(unit[0]) ? (text[..at].Trim(), number, unit) : ("", null, "");
        }

        return ("", null, "");
    }

    private static double? End(string text, string unit) => Split(text) is { Number: { } number, Unit: var own } && (own.Length == 0 || own == unit) ? number : null;
}
