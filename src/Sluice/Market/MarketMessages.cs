using Sluice.Reading;

namespace Sluice.Market;

/// <summary>The wording of faults found while offers, parts and workloads are read.</summary>
static class MarketMessages
{
    public static Diagnostic UnknownFormat(Place at, string found)
    {
        var nearest = Nearest.To(found, NumberFormat.All);
        return ReadingCodes.UnknownWord.At(at, found, Grammar.OneOf(NumberFormat.All), nearest: nearest,
            message: $"'{Excerpts.Short(found)}' is no number format known here; expected {Grammar.OneOf(NumberFormat.All)}.{Grammar.DidYouMean(nearest)}");
    }

    public static Diagnostic NotADay(Place at, string found) =>
        ReadingCodes.NotExpected.At(at, found, "a day", $"'{Excerpts.Short(found)}' is no day; supply by date names its steps by the day from which they hold, such as `2026-01-01`.");

    public static Diagnostic UnknownFill(Place at, string found, IReadOnlyList<string> words)
    {
        var nearest = Nearest.To(found, words);
        return ReadingCodes.UnknownWord.At(at, found, Grammar.OneOf(words), nearest: nearest,
            message: $"'{Excerpts.Short(found)}' is no share that may come; expected {Grammar.OneOf(words)}, or a share such as 75 %.{Grammar.DidYouMean(nearest)}");
    }

    public static Diagnostic NoRows(Place at, string file) => MarketCodes.NoRows.At(at, file, "a file of the atlas", $"'{Excerpts.Short(file)}' is not among the files of the atlas, so that the series has no rows.");

    public static Diagnostic FillSum(Place at, double sum) =>
        MarketCodes.FillSum.At(at, $"{Numerals.Print(Math.Round(sum * 100, 6))} %", "100 %", $"the chances of 'fill' sum to {Numerals.Print(Math.Round(sum * 100, 6))} %; they must sum to 100 %.");

    public static Diagnostic StepNotWider(Place at, string step, string before) =>
        MarketCodes.ShortageSteps.At(at, step, "a wider step", $"the step '{step}' of shortage does not end above '{before}'; steps rise in share, and no two end alike.");

    public static Diagnostic StepNotDearer(Place at, string step, string before) =>
        MarketCodes.ShortageSteps.At(at, step, "a dearer step", $"the step '{step}' of shortage is cheaper than '{before}' before it; prices rise with the share left unserved.");
}
