using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>One assumption of a case, as the index of assumptions keeps it: enough to show it, to vary it in its own notation, and to rank what has no basis.</summary>
/// <param name="Path">Its path; setting this path to another text changes the assumption.</param>
/// <param name="At">Where it stands.</param>
/// <param name="Text">The value as written: <c>20 % per quarter</c>.</param>
/// <param name="Number">The number as written, suffix applied: 20; null when the value is a word or a date.</param>
/// <param name="Unit">The unit as written: <c>% per quarter</c>; empty when there is none.</param>
/// <param name="Low">Lower end of the range in the same unit; null when none was given.</param>
/// <param name="High">Upper end of the range in the same unit; null when none was given.</param>
/// <param name="Basis">What it rests on.</param>
/// <param name="Hindsight">Whether it is marked as informed by what came later.</param>
public sealed record GivenEntry(string Path, Place At, string Text, double? Number, string Unit, double? Low, double? High, Basis Basis, bool Hindsight)
{
    /// <summary>The text that sets this assumption to another number of the same unit.</summary>
    public string With(double number) => $"{Numerals.Print(number)} {Unit}".TrimEnd();

    internal static GivenEntry Of(Node node, Basis basis, bool hindsight)
    {
        var text = ((node as Map)?["value"] ?? node) is Scalar scalar ? scalar.Text : node.Words;
        var isNumber = Numerals.TryReadPrefix(text, out var number, out var length);
        var ends = (node as Map)?["between"] is Sequence { Items: [Scalar low, Scalar high] } ? (low.Text, high.Text) : ("", "");
        return new(node.Path, node.At, text, isNumber ? number : null, isNumber ? text[length..].Trim() : "", Leading(ends.Item1), Leading(ends.Item2), basis, hindsight);
    }

    private static double? Leading(string text) => Numerals.TryReadPrefix(text, out var number, out _) ? number : null;
}
