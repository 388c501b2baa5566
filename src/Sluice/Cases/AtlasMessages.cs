using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>The wording of faults in the atlas.</summary>
static class AtlasMessages
{
    public static Diagnostic NoDate(Map entry, string key) =>
        ReadingCodes.MissingKey.At(entry.At, entry.Words, key, $"'{Excerpts.Short(entry.Name)}' lacks '{key}'; every fact has two dates, the day from which it is true and the day from which it is known.");

    public static Diagnostic EndsBeforeItBegins(Place at, string name) =>
        ReadingCodes.Contradiction.At(at, name, "a day after the beginning", $"'{Excerpts.Short(name)}' ends before it begins.");
}
