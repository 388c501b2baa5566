using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>The wording of this room's diagnostics.</summary>
internal static class QuantityMessages
{
    public static Diagnostic UnknownUnit(Place at, string text, string word, string example)
    {
        var nearest = Units.NearestTo(word);
        return QuantityCodes.UnknownUnit.At(at, word, $"a unit as in `{example}`", nearest: nearest,
            message: $"'{Excerpts.Short(word)}' in '{Excerpts.Short(text)}' is no unit.{Grammar.DidYouMean(nearest)} Expected something like `{example}`.");
    }

    public static Diagnostic UnknownCurrency(Place at, string code)
    {
        var nearest = Units.NearestTo(code) is { } near && Currencies.Codes.Contains(near) ? near : Nearest.To(code, Currencies.Codes.Order(StringComparer.Ordinal));
        return QuantityCodes.UnknownUnit.At(at, code, "the ISO code of a currency", nearest: nearest, message: $"'{Excerpts.Short(code)}' is not the ISO code of a currency.{Grammar.DidYouMean(nearest)}");
    }

    public static Diagnostic WrongDimension(Place at, string text, Quantity found, Dimension expected, string words, string example) => found.Unit.Equals(Unit.None)
        ? QuantityCodes.NoUnit.At(at, text, words, expected.IsNone
            ? $"'{Excerpts.Short(text)}' has no %; expected {words}, such as `{example}`."
            : $"'{Excerpts.Short(text)}' has no unit; expected {words}, such as `{example}`.")
        : QuantityCodes.WrongDimension.At(at, text, words, $"'{Excerpts.Short(text)}' is {Kind(found.Unit)}; expected {words}, such as `{example}`.");

    public static Diagnostic OutOfRange(Place at, string text, string words, string example) =>
        ReadingCodes.OutOfRange.At(at, text, words, $"'{Excerpts.Short(text)}' is out of range; expected {words}, such as `{example}`.");

    public static Diagnostic CurrencyWithoutRate(Place at, string code, CurrencyTable? table) => table is null
        ? QuantityCodes.CurrencyWithoutRate.At(at, code, "a case with a currency", $"{code} stands here before the currency of the case is known; give the case a `currency`.")
        : QuantityCodes.CurrencyWithoutRate.At(at, code, Grammar.OneOf([.. table.Codes]),
            $"the case has no rate for {code}; add it under `rates` in case.yaml, such as `{code}: {{per: {table.Currency}, value: (how many {code} one {table.Currency} is), on: 2025-08-21}}`, or write the amount in {Grammar.OneOf([.. table.Codes])}.");

    public static Diagnostic UnknownEquivalent(Place at, string name, IReadOnlyCollection<string> declared)
    {
        var names = declared.Order(StringComparer.Ordinal).ToList();
        var nearest = Nearest.To(name, names);
        return QuantityCodes.UnknownEquivalent.At(at, name, Grammar.OneOf(names), nearest: nearest, message: $"no workload declares the equivalent '{name}'; the case has {Grammar.OneOf(names)}.{Grammar.DidYouMean(nearest)}");
    }

    public static Diagnostic NotARange(Node range) =>
        QuantityCodes.BadRange.At(range.At, range.Words, "two values", $"'between' is {range.Words}; expected the lowest and the highest value held possible, such as `[1 400, 2 400]`.");

    public static Diagnostic RangeUpsideDown(Node range, Node low, Node high) =>
        QuantityCodes.BadRange.At(range.At, $"{low.Words} to {high.Words}", "the lower end first", $"'between' runs from {low.Words} down to {high.Words}; write the lower end first.");

    public static Diagnostic OutsideRange(Node value, Node range) =>
        QuantityCodes.BadRange.At(value.At, value.Words, $"a value inside {Ends(range)}", $"the value {value.Words} lies outside its own range, {Ends(range)}; correct one of them.");

    public static Diagnostic Periods(Place at, string text, string block) =>
        QuantityCodes.Periods.At(at, text, "blocks of periods", $"'{Excerpts.Short(block)}' is no block of periods; expected blocks such as `months to 2025-12` or `8 quarters`, separated by `, then`.");

    public static Diagnostic PeriodBoundary(Place at, string block, DateOnly start, string why) =>
        QuantityCodes.PeriodBoundary.At(at, block, "a block on calendar boundaries", $"'{Excerpts.Short(block)}' would begin on {start:yyyy-MM-dd}, {why}.");

    private static string Kind(Unit unit) => unit.Over is [{ Symbol: "%" }] ? $"a share{Per(unit)}" : $"{Over(unit)}{Per(unit)}";

    private static string Per(Unit unit) => unit.Under.Length == 0 ? "" : $" per {string.Join(" and ", unit.Under.Select(a => a.Measure.Length == 0 ? "%" : a.Measure))}";

    private static string Over(Unit unit) => unit.Over switch
    {
        [] => "a plain number",
        [{ Measure: Dimension.Money }] => "an amount of money",
        [{ Measure: Dimension.Unit }] => "a number of units",
        [{ Measure: Dimension.Equivalent }] => "an amount of compute in equivalents",
        [{ Measure: Dimension.Time }] => "a length of time",
        [{ Measure: Dimension.Power }] => "an electric power",
        [{ Measure: var measure }] => $"an amount of {measure}",
        _ => $"a product of {string.Join(" and ", unit.Over.Select(a => a.Measure.Length == 0 ? "%" : a.Measure))}",
    };

    private static string Ends(Node range) => Ranges.Ends(range, null) is [var low, var high] ? $"{low.Words} to {high.Words}" : range.Words;
}
