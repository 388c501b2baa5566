using System.Globalization;
using Sluice.Optimization;

namespace Sluice.Bench;

/// <summary>What the user asked of <c>solve</c> and <c>table</c>.</summary>
internal sealed record SolveArguments(List<string> Files, SolveOptions Options, SmpsOptions Smps, bool Json, bool Compare)
{
    /// <exception cref="InvalidDataException">An option is unknown or its value is not valid.</exception>
    public static SolveArguments Parse(IReadOnlyList<string> words)
    {
        var (files, options, smps) = (new List<string>(), new SolveOptions(), new SmpsOptions());
        var (json, compare) = (false, false);
        for (var k = 0; k < words.Count; k++)
        {
            var word = words[k];
            switch (word)
            {
                case "--json": json = true; break;
                case "--compare": compare = true; break;
                case "--normalise": smps = smps with { Probabilities = ProbabilityHandling.Normalise }; break;
                case "--method": options = options with { Method = Choice<SolveMethod>(word, Next()) }; break;
                case "--inherit": smps = smps with { Inherit = Choice<ScenarioInheritance>(word, Next()) }; break;
                case "--tolerance": options = options with { Tolerance = Positive(word, Next()) }; break;
                case "--time": options = options with { Time = TimeSpan.FromSeconds(Positive(word, Next().TrimEnd('s'))) }; break;
                case "--threads": options = options with { Threads = Math.Max(1, (int)Positive(word, Next())) }; break;
                case "--cost-to-go": options = options with { CostToGoBound = Number(word, Next()) }; break;
                case "--entries": options = options with { MaximumEntries = Positive(word, Next()) }; break;
                default:
                    if (word.StartsWith("--", StringComparison.Ordinal))
                        throw new InvalidDataException($"{word} is not an option; expected --json, --method, --tolerance, --time, --threads, --entries, --cost-to-go, --inherit, --normalise or --compare.");
                    files.Add(word);
                    break;
            }

            string Next() => ++k < words.Count ? words[k] : throw new InvalidDataException($"{word} needs a value.");
        }
        return new SolveArguments(files, options, smps, json, compare);
    }

    private static T Choice<T>(string option, string text) where T : struct, Enum =>
        Enum.TryParse<T>(text, true, out var value) && Enum.IsDefined(value) && !char.IsDigit(text[0])
            ? value
            : throw new InvalidDataException($"{option} is {text}; expected {string.Join(" or ", Enum.GetNames<T>()).ToLowerInvariant()}.");

    private static double Number(string option, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : throw new InvalidDataException($"{option} is {text}; expected a number.");

    private static double Positive(string option, string text)
    {
        var share = text.EndsWith('%') ? 0.01 : 1;
        return double.TryParse(text.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value > 0 && value * share < 1e9
            ? value * share
            : throw new InvalidDataException($"{option} is {text}; expected a number above 0.");
    }
}
