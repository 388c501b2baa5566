namespace Sluice.Runs;

/// <summary>Says reasons in a language.</summary>
public static class ReasonWords
{
    /// <summary>All parts, with semicolons between them.</summary>
    public static string Of(ImmutableArray<ReasonRecord> reasons, Wording words, string currency)
    {
        ArgumentNullException.ThrowIfNull(words);
        return string.Join(words.Semicolon, reasons.Select(r => Of(r, words, currency)).Distinct());
    }

    static string Of(ReasonRecord reason, Wording words, string currency) => reason.Kind switch
    {
        "ask-followed" or "level" when reason.Level is null => words.Say("{0}'s request followed", reason.Authority ?? reason.Driver ?? ""),
        "ask-followed" => words.Say("{0}'s request followed ({1})", reason.Authority ?? reason.Driver ?? "", words[reason.Level]),
        "level" => words.Say("{0} at {1}", reason.Driver ?? "", words[reason.Level]),
        "barred" => words.Say("barred at {0}", words[reason.Driver ?? ""]),
        "licence-needed" => words.Say("a licence is needed at {0}, and no driver says what it lets pass", words[reason.Driver ?? ""]),
        "not-on-sale" => words["not on sale yet"],
        "not-in-wait" => words["cannot be ordered during the wait"],
        "all-rented" => Limit(words["all that can be rented"], reason, words, currency),
        "all-allotted" => Limit(words["all of the allotment"], reason, words, currency),
        "all-offered" => Limit(words["all that is offered"], reason, words, currency),
        "costs-more" => words["costs more than it saves"],
        "nothing-gained" => words["nothing gained within the gap"],
        "enough" => words["enough: one more would cost what it saves"],
        "refund-over-use" => words["the refund is worth more than the use"],
        "no-cancel" => words["cannot be cancelled"],
        "waits-at-gate" => words["waits at the gate; worth more than the refund"],
        "use-over-refund" => words["worth more in use than the refund"],
        "following-free" => words["following costs nothing"],
        "following-costs" => words.Say("following costs {0} over the horizon", words.Money(reason.Low ?? 0, currency)),
        "following-open" => reason.High is { } high ? words.Say("following costs {0} to {1}, not settled", words.Money(reason.Low ?? 0, currency), words.Money(high, currency))
            : words.Say("following costs at least {0}, not settled", words.Money(reason.Low ?? 0, currency)),
        _ => reason.Kind,
    };

    static string Limit(string limit, ReasonRecord reason, Wording words, string currency) =>
        reason.Saves is { } saves ? words.Say("{0}; each further 1,000 saves {1}", limit, words.Money(saves, currency)) : limit;
}
