namespace Sluice.Runs;

/// <summary>The answer of <c>sluice gates</c> as a table, and a verdict in few words.</summary>
public static class GatesTables
{
    /// <summary>One row per part and interval of constant verdict; days before a part was known are left out.</summary>
    public static ImmutableArray<RunTable> Of(GatesRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return
        [
            RunTable.Of("gates", Shown(record), ("part", r => r.Part), ("title", r => r.Title), ("to", r => r.To), ("buyer-hq", r => r.BuyerHq), ("from", r => From(r)), ("until", r => r.Until),
                ("us-export", r => r.Verdicts[0].Verdict), ("us-class", r => r.Verdicts[0].Class), ("us-policy", r => r.Verdicts[0].Policy), ("us-exception", r => r.Verdicts[0].Exception),
                ("us-rules", r => Joined(r.Verdicts[0].Rules)), ("us-missing", r => Joined(r.Verdicts[0].Missing)), ("us-why", r => r.Verdicts[0].Why),
                ("cn-import", r => r.Verdicts[1].Verdict), ("cn-strength", r => (double?)r.Verdicts[1].Strength), ("cn-rules", r => Joined(r.Verdicts[1].Rules)),
                ("cn-missing", r => Joined(r.Verdicts[1].Missing)), ("cn-why", r => r.Verdicts[1].Why), ("conflicts", r => Joined([.. r.Conflicts.Select(c => c.Why)]))),
        ];
    }

    /// <summary>Rows of days on which the part was known.</summary>
    public static IEnumerable<GatesRow> Shown(GatesRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Rows.Where(r => r.On == r.Until || r.PartKnown is not { } known || r.Until >= known);
    }

    /// <summary>First day of a row on which the part was known.</summary>
    public static DateOnly From(GatesRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        return row.PartKnown is { } known && known > row.On && known <= row.Until ? known : row.On;
    }

    /// <summary>A verdict in few words: <c>licence 3A090.a, denial</c>.</summary>
    public static string Brief(GatesVerdict verdict, Wording words)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        ArgumentNullException.ThrowIfNull(words);
        var text = words[verdict.Verdict];
        if (verdict.Class is { } name) text += $" {name}";
        if (verdict.Policy is { } policy) text += words.Comma + words[policy];
        if (verdict.Exception is { } exception) text += $" ({exception})";
        if (verdict.Strength is { } strength) text += $" {strength}";
        if (verdict.Verdict == "unknown" && !verdict.Missing.IsEmpty) text += $": {verdict.Missing[0]}";
        return text;
    }

    static string Joined(ImmutableArray<string> texts) => string.Join("; ", texts);
}
