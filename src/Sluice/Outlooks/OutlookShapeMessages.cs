using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>The wording of faults found while drivers are read.</summary>
static class OutlookShapeMessages
{
    public static Diagnostic UnknownFigure(Entry entry, IReadOnlyList<string> known)
    {
        var nearest = Nearest.To(entry.Key, known);
        return ReadingCodes.UnknownKey.At(entry.KeyAt, entry.Key, Grammar.OneOf(known), nearest: nearest,
            message: $"'{Excerpts.Short(entry.Key)}' is no figure of a part that can be bounded here; expected {Grammar.OneOf(known)}.{Grammar.DidYouMean(nearest)}");
    }

    public static Diagnostic NotADate(Place at, string found) =>
        ReadingCodes.NotExpected.At(at, found, "a date", $"'{Excerpts.Short(found)}' is no date; a history names its entries by date, such as `2025-08-08` or `about 2025-07-22`.");
}
