using System.Globalization;
using Sluice.Planning.Answers;
using Sluice.Runs;
using Spectre.Console;

namespace Sluice.Cli.Screens;

/// <summary>
/// The console answer of <c>sluice plan</c>: the decision first, then each answer under it, at once or as it comes. Reads the record and
/// nothing else.
/// </summary>
sealed class PlanScreen(IAnsiConsole console, Wording words)
{
    const int Titles = 10;

    readonly HashSet<AnswerName> shown = [];
    bool opened;

    /// <summary>The whole answer at once.</summary>
    public static void Write(IAnsiConsole console, PlanRecord plan, string folder, Wording? words = null) => new PlanScreen(console, words ?? Wording.English).Finish(plan, folder);

    /// <summary>Shows the decision if it is not shown yet, and an answer that has come.</summary>
    public void Show(PlanRecord plan, AnswerName? answer)
    {
        Open(plan);
        if (answer is { } name && shown.Add(name))
            AnswerRows(plan, name);
    }

    /// <summary>Shows what is not shown yet, and the end.</summary>
    public void Finish(PlanRecord plan, string folder)
    {
        Open(plan);
        foreach (var name in Enum.GetValues<AnswerName>())
            Show(plan, name);
        foreach (var note in plan.Notes.Take(2))
            Row(words["Note"], words.Prose(note));
        foreach (var missing in plan.Unanswered ?? [])
            Row(words["Left out"], $"{missing.Answer}: {words.Prose(missing.Why)}");
        var rests = plan.Rests;
        Row(words["Rests"], string.Join(words.Comma, words.Count(rests.Claims, "claim"), words.Count(rests.Origins, "origin"), words.Count(rests.Disputes, "dispute")) + words.Semicolon
            + string.Join(words.Comma, words.Say("{0} judgements", rests.Judgements), words.Say("{0} numbers without basis", rests.WithoutBasis), words.Say("{0} with hindsight", rests.Hindsight)));
        Row(words["Saved"], folder);
        console.WriteLine(words["Not legal or investment advice."]);
    }

    void Open(PlanRecord plan)
    {
        if (opened)
            return;
        opened = true;
        console.WriteLine(string.Join(" · ", PlanHeader.Parts(plan, words)));
        console.MarkupLineInterpolated($"[bold]{Stakes(plan)}[/]");
        console.WriteLine();
        Decisions(plan);
        console.WriteLine();
        foreach (var (next, i) in plan.Next.Take(4).Select((n, i) => (n, i)))
            Row(i == 0 ? words["Next"] : "", NextText(next));
        Row(words["Cost"], CostText(plan));
        if (plan.Calendar is { IsEmpty: false } calendar)
            Row(words["Calendar"], string.Join(words.Semicolon, calendar.Take(8).GroupBy(d => d.Day).Select(day => $"{ShortDay(day.Key)} {string.Join(words.Comma, day.Select(Pressing))}"))
                + (calendar.Length > 8 ? words.Semicolon + words.Say("{0} more to {1}", calendar.Length - 8, words.Day(calendar[^1].Day)) : ""));
    }

    string Pressing(CalendarRecord day) => day.Kind switch
    {
        "event" => words.Prose(day.What),
        "cancel" => words.Say("last day to give back {0}", day.Offer),
        "arrives" => words.Say("{0} due", day.Offer),
        "quote" => words.Say("{0} allotment ends", day.Offer),
        _ => words.Say("order {0}", day.Offer),
    };

    void AnswerRows(PlanRecord plan, AnswerName name)
    {
        foreach (var (title, text) in PlanScreenRows.Of(plan, name, words))
            Row(title, text);
    }

    void Row(string title, string text)
    {
        var first = true;
        foreach (var line in ScreenText.Wrap(ScreenText.Field(text), console.Profile.Width - Titles - 1))
        {
            console.MarkupLineInterpolated($"[bold]{ScreenText.Fit(first ? title : "", Titles)}[/]{line}");
            first = false;
        }
    }

    string Stakes(PlanRecord plan)
    {
        string Money(double money) => words.Money(money, plan.Cost.Currency);
        var stake = plan.Stake is { } point ? Money(point)
            : plan.StakeInterval.High is { } high ? words.Say("{0} to {1}, not settled", Money(plan.StakeInterval.Low), Money(high)) : words["not computed"];
        var settled = words[plan.Bounds.Settled ? "settled" : "not settled: run on with --passes or --gap"];
        var gap = plan.Bounds.GapMoney is { } money ? words.Say("gap {0} ({1})", Money(money), settled)
            : words.Say("gap {0} ({1})", words["unknown"], words.Say("upper figure: {0}", words.Prose(plan.Bounds.UpperKind)));
        return string.Join(" · ", words.Say("stake {0}", stake), words.Say("indifference {0}", Money(plan.Indifference)), gap, words.Say("seed {0}", plan.Seed));
    }

    /// <summary>One line a decision where the screen is wide; else the reason stands below it.</summary>
    void Decisions(PlanRecord plan)
    {
        var rows = plan.Decisions.Where(Matters).ToList();
        var wide = console.Profile.Width >= 110;
        string[] heads = [words["Decide now"], words["planned"], words["advice"], words["range"], words["by"]];
        var cells = rows.Select(d => new[] { Title(d), Amount(d.Planned), Advice(d), Range(d), By(d) }).ToList();
        var widths = heads.Select((h, i) => cells.Select(c => ScreenText.Width(c[i])).Append(ScreenText.Width(h)).Max()).ToArray();
        console.MarkupLineInterpolated($"[bold]{Line(heads, widths)}{(wide ? "  " + words["why"] : "")}[/]");
        var indent = wide ? widths.Sum() + 2 * widths.Length : 4;
        for (var i = 0; i < rows.Count; i++)
        {
            var reason = rows[i].Reasons.IsDefaultOrEmpty ? words.Prose(rows[i].Reason) : ReasonWords.Of(rows[i].Reasons, words, plan.Cost.Currency);
            var why = reason + (rows[i].Conflicts.IsEmpty ? "" : words.Semicolon + words["laws conflict: counsel"]);
            var lines = ScreenText.Wrap(why, console.Profile.Width - indent - 1).DefaultIfEmpty("").ToList();
            console.WriteLine(Line(cells[i], widths) + (wide ? "  " + lines[0] : ""));
            foreach (var more in lines.Skip(wide ? 1 : 0))
                console.WriteLine(new string(' ', indent) + more);
        }
    }

    static string Line(string[] cells, int[] widths) => string.Join("  ", cells.Select((c, i) =>
    {
        var fill = new string(' ', widths[i] - ScreenText.Width(c));
        return i == 1 ? fill + c : c + fill;
    }));

    /// <summary>An offer that was not planned, is not advised and could not have been is left to the details.</summary>
    static bool Matters(DecisionRecord d) => d.Planned > 0 || d.Quantity > 0 || d.High > 0 || d.Action == "wait";

    string NextText(NextRecord next)
    {
        var actions = next.Actions.Take(3).Select(a => words.Say("{0} {1} (else {2})", a.Offer, Amount(a.Quantity), Amount(a.Otherwise)));
        var chance = words.Language == Language.English ? next.Chance.ToString("0.#%", CultureInfo.InvariantCulture) : words.Share(next.Chance);
        return words.Say("{0} at {1} ({2} by {3}): {4}", next.Driver, words[next.Level], chance, words.Day(next.By), string.Join(words.Comma, actions));
    }

    string CostText(PlanRecord plan)
    {
        var text = words.Say("expected {0}, 1 in 10 above {1}", words.Money(plan.Cost.Expected, plan.Cost.Currency), words.Money(plan.Cost.Tail90, plan.Cost.Currency));
        foreach (var workload in plan.Unserved.GroupBy(u => u.Workload))
        {
            var worst = workload.Where(u => u.Demand > 0).MaxBy(u => u.Expected / u.Demand);
            if (worst is not null && worst.Expected > 0)
                text += words.Semicolon + words.Say("{0} {1} unserved in {2} (1 in 10 above {3})", words[workload.Key], Share(worst.Expected / worst.Demand),
                    words.Period(worst.Period), Share(worst.Tail90 / worst.Demand));
        }
        return text;
    }

    const string OnOrder = " on order";

    string Title(DecisionRecord d) => d.Title.EndsWith(OnOrder, StringComparison.Ordinal) ? words.Say("{0} on order", d.Title[..^OnOrder.Length]) : d.Title;

    string By(DecisionRecord d) => d.By is { } day ? ShortDay(day) : "–";

    string Advice(DecisionRecord d) => d.Action switch
    {
        "pause" or "wait" => words[d.Action],
        "keep" when d.Unit == "units" => words["keep"],
        "cut" => words.Say("cut to {0}", Amount(d.Quantity)),
        _ => words.Say("{0} {1}", words[d.Action], Amount(d.Quantity)),
    };

    string Range(DecisionRecord d) =>
        d is { Low: { } low, High: { } high } ? Math.Abs(high - low) < 0.5 ? Amount(low) : $"{Amount(low)}…{Amount(high)}" : "–";

    string Amount(double value) => words.Language == Language.English ? Quantity(value) : words.Quantity(value);

    string ShortDay(DateOnly day) => words.Language == Language.English ? day.ToString("d MMM", CultureInfo.InvariantCulture) : words.Day(day);

    internal static string Quantity(double value) => value switch
    {
        0 => "0",
        >= 10_000 => (value / 1_000).ToString("0", CultureInfo.InvariantCulture) + "k",
        >= 1_000 => (value / 1_000).ToString("0.#", CultureInfo.InvariantCulture) + "k",
        _ => value.ToString("0", CultureInfo.InvariantCulture),
    };

    internal static string Count(int n, string noun) => $"{n} {noun}{(n == 1 ? "" : "s")}";

    internal static string Share(double share) => share.ToString("0 %", CultureInfo.InvariantCulture);

    internal static string Money(PlanRecord plan, double money) => MoneyWords.Of(money, plan.Cost.Currency);
}
