using System.Globalization;
using Sluice.Planning.Answers;
using Sluice.Runs;
using Spectre.Console;

namespace Sluice.Cli.Screens;

/// <summary>
/// The console answer of <c>sluice plan</c>: the decision first, then each answer under it, at once or as it comes. Reads the record and
/// nothing else.
/// </summary>
sealed class PlanScreen(IAnsiConsole console)
{
    const int Titles = 10;

    readonly HashSet<AnswerName> shown = [];
    bool opened;

    /// <summary>The whole answer at once.</summary>
    public static void Write(IAnsiConsole console, PlanRecord plan, string folder) => new PlanScreen(console).Finish(plan, folder);

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
            Row("Note", note);
        foreach (var missing in plan.Unanswered ?? [])
            Row("Left out", $"{missing.Answer}: {missing.Why}");
        var rests = plan.Rests;
        Row("Rests", $"{Count(rests.Claims, "claim")}, {Count(rests.Origins, "origin")}, {Count(rests.Disputes, "dispute")}; "
            + $"{rests.Judgements} judgements, {rests.WithoutBasis} numbers without basis, {rests.Hindsight} with hindsight");
        Row("Saved", folder);
        console.WriteLine("Not legal or investment advice.");
    }

    void Open(PlanRecord plan)
    {
        if (opened)
            return;
        opened = true;
        console.WriteLine(Header(plan));
        console.MarkupLineInterpolated($"[bold]{Stakes(plan)}[/]");
        console.WriteLine();
        Decisions(plan);
        console.WriteLine();
        foreach (var (next, i) in plan.Next.Take(4).Select((n, i) => (n, i)))
            Row(i == 0 ? "Next" : "", NextText(next));
        Row("Cost", CostText(plan));
        if (plan.Calendar is { IsEmpty: false } calendar)
            Row("Calendar", string.Join("; ", calendar.Take(8).GroupBy(d => d.Day).Select(day => $"{day.Key.ToString("d MMM", CultureInfo.InvariantCulture)} {string.Join(", ", day.Select(Pressing))}"))
                + (calendar.Length > 8 ? $"; {calendar.Length - 8} more to {Day(calendar[^1].Day)}" : ""));
    }

    static string Pressing(CalendarRecord day) => day.Kind switch
    {
        "event" => day.What,
        "cancel" => $"last day to give back {day.Offer}",
        "arrives" => $"{day.Offer} due",
        "quote" => $"{day.Offer} allotment ends",
        _ => $"order {day.Offer}",
    };

    void AnswerRows(PlanRecord plan, AnswerName name)
    {
        foreach (var (title, text) in PlanScreenRows.Of(plan, name))
            Row(title, text);
    }

    void Row(string title, string text)
    {
        var first = true;
        foreach (var line in ScreenText.Wrap(ScreenText.Field(text), console.Profile.Width - Titles - 1))
        {
            console.MarkupLineInterpolated($"[bold]{(first ? title : "").PadRight(Titles)}[/]{line}");
            first = false;
        }
    }

    static string Header(PlanRecord plan)
    {
        var told = plan.Told.Count == 0 ? "" : $" as told ({string.Join("; ", plan.Told.Select(t => $"{t.Key}: {t.Value}"))})";
        var stance = plan.Stance.Count == 0 ? "no guidance asks anything" : plan.Stance.Values.All(s => s == "follow") ? $"follows guidance{told}"
            : string.Join("; ", plan.Stance.Select(s => $"{s.Key}: {s.Value}"));
        var rules = plan.RulesChanging == 0 ? "" : $", {plan.RulesChanging} rule{(plan.RulesChanging == 1 ? "" : "s")} change by then";
        var with = plan.With.IsEmpty ? "" : $" · with {string.Join(", ", plan.With)}";
        return $"{plan.Case} · {plan.Viewpoint} · as of {Day(plan.AsOf)} · atlas knows to {Day(plan.AtlasHorizon)}{rules} · {stance}{with}";
    }

    static string Stakes(PlanRecord plan)
    {
        var stake = plan.Stake is { } point ? Money(plan, point)
            : plan.StakeInterval.High is { } high ? $"{Money(plan, plan.StakeInterval.Low)} to {Money(plan, high)}, not settled" : "not computed";
        var settled = plan.Bounds.Settled ? "settled" : "not settled: run on with --passes or --gap";
        var gap = plan.Bounds.GapMoney is { } money ? $"{Money(plan, money)} ({settled})" : $"unknown (upper figure: {plan.Bounds.UpperKind})";
        return $"stake {stake} · indifference {Money(plan, plan.Indifference)} · gap {gap} · seed {plan.Seed}";
    }

    /// <summary>One line a decision where the screen is wide; else the reason stands below it.</summary>
    void Decisions(PlanRecord plan)
    {
        var rows = plan.Decisions.Where(Matters).ToList();
        var wide = console.Profile.Width >= 110;
        string[] heads = ["Decide now", "planned", "advice", "range", "by"];
        var cells = rows.Select(d => new[] { d.Title, Quantity(d.Planned), Advice(d), Range(d), d.By?.ToString("d MMM", CultureInfo.InvariantCulture) ?? "–" }).ToList();
        var widths = heads.Select((h, i) => cells.Select(c => c[i].Length).Append(h.Length).Max()).ToArray();
        console.MarkupLineInterpolated($"[bold]{Line(heads, widths)}{(wide ? "  why" : "")}[/]");
        var indent = wide ? widths.Sum() + 2 * widths.Length : 4;
        for (var i = 0; i < rows.Count; i++)
        {
            var why = rows[i].Reason + (rows[i].Conflicts.IsEmpty ? "" : "; laws conflict: counsel");
            var lines = Wrap(why, console.Profile.Width - indent - 1).ToList();
            console.WriteLine(Line(cells[i], widths) + (wide ? "  " + lines[0] : ""));
            foreach (var more in lines.Skip(wide ? 1 : 0))
                console.WriteLine(new string(' ', indent) + more);
        }
    }

    static string Line(string[] cells, int[] widths) =>
        string.Join("  ", cells.Select((c, i) => i == 1 ? c.PadLeft(widths[i]) : c.PadRight(widths[i])));

    static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }
            line += line.Length > 0 ? " " + word : word;
        }
        yield return line;
    }

    /// <summary>An offer that was not planned, is not advised and could not have been is left to the details.</summary>
    static bool Matters(DecisionRecord d) => d.Planned > 0 || d.Quantity > 0 || d.High > 0 || d.Action == "wait";

    static string NextText(NextRecord next)
    {
        var actions = next.Actions.Take(3).Select(a => $"{a.Offer} {Quantity(a.Quantity)} (else {Quantity(a.Otherwise)})");
        return $"{next.Driver} at {next.Level} ({next.Chance.ToString("0.#%", CultureInfo.InvariantCulture)} by {Day(next.By)}): {string.Join(", ", actions)}";
    }

    static string CostText(PlanRecord plan)
    {
        var text = $"expected {Money(plan, plan.Cost.Expected)}, 1 in 10 above {Money(plan, plan.Cost.Tail90)}";
        foreach (var workload in plan.Unserved.GroupBy(u => u.Workload))
        {
            var worst = workload.Where(u => u.Demand > 0).MaxBy(u => u.Expected / u.Demand);
            if (worst is not null && worst.Expected > 0)
                text += $"; {workload.Key} {Share(worst.Expected / worst.Demand)} unserved in {worst.Period} ({Share(worst.Tail90 / worst.Demand)} in the worst tenth)";
        }
        return text;
    }

    static string Advice(DecisionRecord d) => d.Action switch
    {
        "pause" or "wait" => d.Action,
        "keep" => d.Unit == "units" ? "keep" : $"keep {Quantity(d.Quantity)}",
        "rent" => $"rent {Quantity(d.Quantity)}",
        "cut" => $"cut to {Quantity(d.Quantity)}",
        _ => $"{d.Action} {Quantity(d.Quantity)}",
    };

    static string Range(DecisionRecord d) =>
        d is { Low: { } low, High: { } high } ? Math.Abs(high - low) < 0.5 ? Quantity(low) : $"{Quantity(low)}…{Quantity(high)}" : "–";

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

    static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
