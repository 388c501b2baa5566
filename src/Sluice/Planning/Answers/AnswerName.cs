using System.Collections.Frozen;
using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Planning.Answers;

/// <summary>What a plan can answer beyond its decisions, in the order in which answers are computed.</summary>
public enum AnswerName
{
    /// <summary>Who pays whom.</summary>
    Flows,

    /// <summary>What limits the plan.</summary>
    Why,

    /// <summary>What waiting with an offer costs.</summary>
    Waiting,

    /// <summary>What following guidance costs.</summary>
    Following,

    /// <summary>What it would be worth to know a driver's level earlier.</summary>
    News,

    /// <summary>What moves the cost.</summary>
    Influence,

    /// <summary>Where the decision turns.</summary>
    BreakEvens,

    /// <summary>Whether the decision depends on what is disputed or assumed.</summary>
    Hinges,

    /// <summary>The plan beside simpler ways.</summary>
    Rivals,

    /// <summary>What is not known, and whether it matters.</summary>
    Unknowns,
}

/// <summary>Answers as they are named on a command line: <c>quick</c>, <c>all</c>, <c>none</c>, or names in camelCase.</summary>
public static class AnswerNames
{
    /// <summary>No answer.</summary>
    public static FrozenSet<AnswerName> None { get; } = FrozenSet<AnswerName>.Empty;

    /// <summary>Those that take seconds.</summary>
    public static FrozenSet<AnswerName> Quick { get; } = new[] { AnswerName.Waiting, AnswerName.Why, AnswerName.Flows, AnswerName.Unknowns }.ToFrozenSet();

    /// <summary>Every answer.</summary>
    public static FrozenSet<AnswerName> All { get; } = Enum.GetValues<AnswerName>().ToFrozenSet();

    /// <summary>Every word that may be given.</summary>
    public static ImmutableArray<string> Words { get; } = ["quick", "all", "none", .. Enum.GetValues<AnswerName>().Select(Of)];

    /// <summary>The name of an answer as a key of the result: camelCase.</summary>
    public static string Of(AnswerName name)
    {
        var text = name.ToString();
        return char.ToLowerInvariant(text[0]) + text[1..];
    }

    /// <summary>Reads words separated by commas. Several add up.</summary>
    /// <param name="text">Words.</param>
    /// <param name="answers">The answers; none where something is wrong.</param>
    /// <returns>Null, or what is wrong: every unknown word, each with the nearest.</returns>
    public static string? TryRead(string text, out FrozenSet<AnswerName> answers)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var unknown = words.Where(w => !Words.Contains(w)).ToList();
        answers = None;
        if (words.Length == 0)
            return $"no answer is named; known: {string.Join(", ", Words)}";
        if (unknown.Count > 0)
            return string.Join("; ", unknown.Select(w => Nearest.To(w, Words) is { } near ? $"there is no answer '{w}': did you mean {near}?" : $"there is no answer '{w}'; known: {string.Join(", ", Words)}"));
        answers = words.SelectMany(w => w switch
        {
            "quick" => Quick,
            "all" => All,
            "none" => None,
            _ => Enum.GetValues<AnswerName>().Where(n => Of(n) == w),
        }).ToFrozenSet();
        return null;
    }
}
