using System.Collections.Immutable;
using Sluice.Gates.Conditions;
using Sluice.Reading;

namespace Sluice.Gates;

/// <summary>The wording of faults in rules, measures and countries.</summary>
static class GatesFaults
{
    public static Diagnostic TwoWords(Entry second, string first) =>
        GatesCodes.Condition.At(second.KeyAt, second.Key, "one word", $"'{Excerpts.Short(second.Key)}' stands beside '{first}'; a condition has one word at its head: put both under 'all' or 'any'.");

    public static Diagnostic UnknownWord(Place at, string found, ImmutableArray<string> words) =>
        GatesCodes.Condition.At(at, found, Grammar.OneOf(words), nearest: Nearest.To(found, words), message: $"'{Excerpts.Short(found)}' is not possible here; expected {Grammar.OneOf(words)}.{Grammar.DidYouMean(Nearest.To(found, words))}");

    public static Diagnostic NoTest(Scalar text) =>
        GatesCodes.Condition.At(text.At, text.Text, "a test", $"'{Excerpts.Short(text.Text)}' is no test; expected a figure, a sign (>=, >, <, <=, =) and a value, such as `tpp >= 4800`.");

    public static Diagnostic NotAdded(Word word) =>
        GatesCodes.Condition.At(word.At, word.Text, "'+' or a sign", $"'{Excerpts.Short(word.Text)}' cannot stand here; only figures can be added, as in `bandwidth + interconnect >= 1700`.");

    public static Diagnostic UnknownFigure(Word word, ImmutableArray<string> figures) =>
        GatesCodes.Condition.At(word.At, word.Text, Grammar.OneOf(figures), nearest: Nearest.To(word.Text, figures), message: $"'{Excerpts.Short(word.Text)}' is no figure of a part; expected {Grammar.OneOf(figures)}.{Grammar.DidYouMean(Nearest.To(word.Text, figures))}");

    public static Diagnostic NotEqual(Word word) => GatesCodes.Condition.At(word.At, word.Text, ">=, >, < or <=", "a figure is held against a number with >=, >, < or <=.");

    public static Diagnostic OnlyEqual(Word word) => GatesCodes.Condition.At(word.At, word.Text, "=", $"'{Excerpts.Short(word.Text)}' cannot stand here; a class is compared with '='.");

    public static Diagnostic NotANumber(Word word) => GatesCodes.Condition.At(word.At, word.Text, "a number", $"'{Excerpts.Short(word.Text)}' is no number; thresholds are plain numbers without units, such as 4800.");

    public static Diagnostic NotYesOrNo(Word word) => GatesCodes.Condition.At(word.At, word.Text, "yes or no", $"'{Excerpts.Short(word.Text)}' cannot stand here; expected `datacentre = yes` or `datacentre = no`.");

    public static Diagnostic NotByADay(Word word) => GatesCodes.Condition.At(word.At, word.Text, "a day", $"'{Excerpts.Short(word.Text)}' cannot stand here; expected `us-sale-from <= 2026-01-15`.");

    public static Diagnostic NotADay(Place at, string found) => ReadingCodes.NotExpected.At(at, found, "a day", $"'{Excerpts.Short(found)}' is no day; changes are named by the day from which they hold, such as `2024-03-15`.");

    public static Diagnostic UnknownRule(Place at, string rule, string named, IEnumerable<string> rules) =>
        GatesCodes.UnknownRule.At(at, named, "a rule of the atlas", nearest: Nearest.To(named, rules), message: $"'{rule}' speaks of the rule '{Excerpts.Short(named)}', which the atlas does not have.{Grammar.DidYouMean(Nearest.To(named, rules))}");
}
