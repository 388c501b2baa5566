using System.Collections.Frozen;
using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>The grammar of units, on one page.</summary>
/// <remarks>
/// <code>
/// unit    = [product] {("per" | "/") product}        USD per H20e-quarter, 20 % per year, per month
/// product = word {"-" word}                          H20e-quarter
/// word    = currency (ISO 4217) | equivalent (letters and digits with a capital or a digit, ending in "e") | one of the words below
/// </code>
/// <c>print∘parse</c> is the identity on units; words with several spellings are printed with the first.
/// </remarks>
public static class Units
{
    /// <summary>Days in a mean month, a twelfth of 365.25.</summary>
    public const double DaysPerMonth = 30.4375;

    private static readonly FrozenDictionary<string, UnitAtom> words = Words().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> meant = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["$"] = "USD", ["US$"] = "USD", ["dollars"] = "USD", ["RMB"] = "CNY", ["yuan"] = "CNY", ["元"] = "CNY", ["人民币"] = "CNY", ["¥"] = "CNY", ["€"] = "EUR",
        ["pcs"] = "units", ["pieces"] = "units", ["chips"] = "units", ["GPU"] = "units", ["GPUs"] = "units", ["张"] = "units", ["percent"] = "%", ["pct"] = "%",
        ["mo"] = "month", ["mth"] = "month", ["yr"] = "year", ["wk"] = "week", ["d"] = "day", ["Q"] = "quarter", ["qtr"] = "quarter", ["annum"] = "year", ["h"] = "hour",
        ["thousand"] = "k", ["million"] = "M", ["m"] = "M", ["mn"] = "M", ["billion"] = "bn", ["b"] = "bn", ["B"] = "bn", ["K"] = "k", ["kw"] = "kW", ["KW"] = "kW", ["mw"] = "MW", ["kwh"] = "kWh", ["KWh"] = "kWh",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Reads a unit; an empty text is <see cref="Unit.None"/>.</summary>
    public static bool TryParse(string text, out Unit unit) => TryParse(text, out unit, out _);

    /// <summary>Reads a unit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="unit">The unit, or none.</param>
    /// <param name="fault">The word that could not be read.</param>
    internal static bool TryParse(string text, out Unit unit, out string fault)
    {
        ArgumentNullException.ThrowIfNull(text);
        (unit, fault) = (Unit.None, "");
        var (over, under) = (ImmutableArray.CreateBuilder<UnitAtom>(), ImmutableArray.CreateBuilder<UnitAtom>());
        var (isUnder, awaits, first) = (false, true, true);
        foreach (var token in Tokens(text))
        {
            if (token == "per")
            {
                if (awaits && !first) return Fail(token, out fault);
                (isUnder, awaits) = (true, true);
            }
            else
            {
                if (!awaits) return Fail(token, out fault);
                foreach (var word in token.Split('-'))
                {
                    if (Atom(word) is not { } atom) return Fail(word.Length == 0 ? token : word, out fault);
                    (isUnder ? under : over).Add(atom);
                }

                awaits = false;
            }

            first = false;
        }

        if (awaits && !first) return Fail("per", out fault);
        unit = new(over.ToImmutable(), under.ToImmutable());
        return true;
    }

    /// <summary>The word that was probably meant: a known confusion, or a near spelling.</summary>
    internal static string? NearestTo(string word) => meant.TryGetValue(word, out var known) ? known : Nearest.To(word, words.Keys);

    /// <summary>Whether a word names an equivalent: letters and digits, with a capital or a digit, ending in "e".</summary>
    internal static bool IsEquivalent(string word) => word.Length > 1 && word[^1] == 'e' && word.All(char.IsAsciiLetterOrDigit) && word.Any(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    private static bool Fail(string word, out string fault)
    {
        fault = word;
        return false;
    }

    private static UnitAtom? Atom(string word)
    {
        if (words.TryGetValue(word, out var known)) return known;
        if (Currencies.Codes.Contains(word)) return new(word, word, Dimension.Money, 1);
        return IsEquivalent(word) ? new(word, word, Dimension.Equivalent, 1) : null;
    }

    private static IEnumerable<string> Tokens(string text)
    {
        var spaced = string.Concat(text.Select(c => Numerals.IsSpace(c) ? ' ' : c)).Replace("B/s", "Bps", StringComparison.Ordinal);
        foreach (var token in spaced.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = token.Split('/');
            for (var i = 0; i < parts.Length; i++)
            {
                if (i > 0) yield return "per";
                if (parts[i].Length > 0) yield return parts[i];
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, UnitAtom>> Words()
    {
        (string Spellings, string Plural, string Measure, double Factor)[] table =
        [
            ("%", "%", "", 0.01),
            ("unit units card cards", "units", Dimension.Unit, 1),
            ("rack racks", "racks", Dimension.Rack, 1),
            ("hour hours", "hours", Dimension.Time, 1 / (24 * DaysPerMonth)),
            ("day days", "days", Dimension.Time, 1 / DaysPerMonth),
            ("week weeks", "weeks", Dimension.Time, 7 / DaysPerMonth),
            ("month months", "months", Dimension.Time, 1),
            ("quarter quarters", "quarters", Dimension.Time, 3),
            ("year years", "years", Dimension.Time, 12),
            ("W", "W", Dimension.Power, 0.001), ("kW", "kW", Dimension.Power, 1), ("MW", "MW", Dimension.Power, 1e3), ("GW", "GW", Dimension.Power, 1e6),
            ("kWh", "kWh", Dimension.Energy, 1), ("MWh", "MWh", Dimension.Energy, 1e3), ("GWh", "GWh", Dimension.Energy, 1e6),
            ("GB", "GB", Dimension.Memory, 1), ("TB", "TB", Dimension.Memory, 1e3),
            ("GB/s GBps", "GB/s", Dimension.Bandwidth, 1), ("TB/s TBps", "TB/s", Dimension.Bandwidth, 1e3),
            ("mm2 mm²", "mm2", Dimension.Area, 1),
            ("TFLOPS TOPS", "TFLOPS", Dimension.Speed, 1), ("PFLOPS", "PFLOPS", Dimension.Speed, 1e3),
        ];
        foreach (var (spellings, plural, measure, factor) in table)
        {
            var all = spellings.Split(' ');
            foreach (var spelling in all) yield return new(spelling, new(all[0], plural, measure, factor));
        }
    }
}
