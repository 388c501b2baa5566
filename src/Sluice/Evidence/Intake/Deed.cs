namespace Sluice.Evidence.Intake;

/// <summary>What somebody does, in the house's own words.</summary>
/// <param name="Id">Name.</param>
/// <param name="Infinitive">For <c>plans to …</c>.</param>
/// <param name="Family">How its sentence is built.</param>
sealed record Deed(string Id, string Infinitive, DeedFamily Family)
{
    /// <summary>For <c>it …</c>: the first word inflected.</summary>
    public string Third
    {
        get
        {
            var space = Infinitive.IndexOf(' ', StringComparison.Ordinal);
            var (verb, rest) = space < 0 ? (Infinitive, "") : (Infinitive[..space], Infinitive[space..]);
            var third = verb switch
            {
                "be" => "is",
                "have" => "has",
                _ when verb.EndsWith('y') && !"aeou".Contains(verb[^2], StringComparison.Ordinal) => verb[..^1] + "ies",
                _ when verb.EndsWith('s') || verb.EndsWith("sh", StringComparison.Ordinal) || verb.EndsWith("ch", StringComparison.Ordinal) || verb.EndsWith('x') || verb.EndsWith('o') => verb + "es",
                _ => verb + "s",
            };
            return third + rest;
        }
    }

    /// <summary>For <c>is …</c>.</summary>
    public string Participle
    {
        get
        {
            var space = Infinitive.IndexOf(' ', StringComparison.Ordinal);
            var (verb, rest) = space < 0 ? (Infinitive, "") : (Infinitive[..space], Infinitive[space..]);
            return verb switch
            {
                "buy" => "bought", "sell" => "sold", "cut" => "cut", "tell" => "told", "put" => "put", "bar" => "barred", "stop" => "stopped", "meet" => "met", "forbid" => "forbidden", "deny" => "denied", "ban" => "banned",
                _ => verb + (verb.EndsWith('e') ? "d" : verb.EndsWith('y') && !"aeou".Contains(verb[^2], StringComparison.Ordinal) ? "" : "ed"),
            } + rest;
        }
    }
}

/// <summary>How a sentence about a deed is built.</summary>
enum DeedFamily
{
    /// <summary>Somebody does something to something.</summary>
    Act,

    /// <summary>Somebody asks somebody to do something.</summary>
    Ask,

    /// <summary>Somebody says something.</summary>
    Say,

    /// <summary>Somebody denies something.</summary>
    Deny,

    /// <summary>Somebody has or lacks something, or stands somehow.</summary>
    State,
}
