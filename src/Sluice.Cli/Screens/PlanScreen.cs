using System.Globalization;
using Sluice.Runs;
using Spectre.Console;

namespace Sluice.Cli.Screens;

/// <summary>The console answer of <c>sluice plan</c>: one screen that opens with the decision. Reads the record and nothing else.</summary>
static class PlanScreen
{
    public static void Write(IAnsiConsole console, PlanRecord plan, string folder, Wording? language = null)
    {
        var words = language ?? Wording.English;
        console.WriteLine(string.Join(" · ", PlanHeader.Parts(plan, words)));
        console.MarkupLineInterpolated($"[bold]{Stakes(plan, words)}[/]");
        console.WriteLine();
        Decisions(console, plan, words);
        console.WriteLine();
        console.Write(Details(plan, folder, words));
        console.WriteLine(words["Not legal or investment advice."]);
    }

    static string Stakes(PlanRecord plan, Wording words)
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
    static void Decisions(IAnsiConsole console, PlanRecord plan, Wording words)
    {
        var rows = plan.Decisions.Where(Matters).ToList();
        var wide = console.Profile.Width >= 110;
        string[] heads = [words["Decide now"], words["planned"], words["advice"], words["range"], words["by"]];
        var cells = rows.Select(d => new[] { Title(d, words), Quantity(d.Planned, words), Advice(d, words), Range(d, words), By(d, words) }).ToList();
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

    static Grid Details(PlanRecord plan, string folder, Wording words)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(2)).AddColumn();
        void Row(string title, string text) => grid.AddRow(new Markup($"[bold]{title}[/]"), new Text(text));
        foreach (var (next, i) in plan.Next.Take(4).Select((n, i) => (n, i)))
            Row(i == 0 ? words["Next"] : "", NextText(next, words));
        Row(words["Cost"], CostText(plan, words));
        foreach (var note in plan.Notes.Take(2))
            Row(words["Note"], words.Prose(note));
        var rests = plan.Rests;
        Row(words["Rests"], string.Join(words.Comma, words.Count(rests.Claims, "claim"), words.Count(rests.Origins, "origin"), words.Count(rests.Disputes, "dispute")) + words.Semicolon
            + string.Join(words.Comma, words.Say("{0} judgements", rests.Judgements), words.Say("{0} numbers without basis", rests.WithoutBasis), words.Say("{0} with hindsight", rests.Hindsight)));
        Row(words["Saved"], folder);
        return grid;
    }

    static string NextText(NextRecord next, Wording words)
    {
        var actions = next.Actions.Take(3).Select(a => words.Say("{0} {1} (else {2})", a.Offer, Quantity(a.Quantity, words), Quantity(a.Otherwise, words)));
        var chance = words.Language == Language.English ? next.Chance.ToString("0.#%", CultureInfo.InvariantCulture) : words.Share(next.Chance);
        return words.Say("{0} at {1} ({2} by {3}): {4}", next.Driver, words[next.Level], chance, words.Day(next.By), string.Join(words.Comma, actions));
    }

    static string CostText(PlanRecord plan, Wording words)
    {
        var text = words.Say("expected {0}, 1 in 10 above {1}", words.Money(plan.Cost.Expected, plan.Cost.Currency), words.Money(plan.Cost.Tail90, plan.Cost.Currency));
        foreach (var workload in plan.Unserved.GroupBy(u => u.Workload))
        {
            var worst = workload.Where(u => u.Demand > 0).MaxBy(u => u.Expected / u.Demand);
            if (worst is not null && worst.Expected > 0)
                text += words.Semicolon + words.Say("{0} {1} unserved in {2} ({3} in the worst tenth)", words[workload.Key], Share(worst.Expected / worst.Demand),
                    words.Period(worst.Period), Share(worst.Tail90 / worst.Demand));
        }
        return text;
    }

    const string OnOrder = " on order";

    static string Title(DecisionRecord d, Wording words) => d.Title.EndsWith(OnOrder, StringComparison.Ordinal) ? words.Say("{0} on order", d.Title[..^OnOrder.Length]) : d.Title;

    static string By(DecisionRecord d, Wording words) =>
        d.By is not { } day ? "–" : words.Language == Language.English ? day.ToString("d MMM", CultureInfo.InvariantCulture) : words.Day(day);

    static string Advice(DecisionRecord d, Wording words) => d.Action switch
    {
        "pause" or "wait" => words[d.Action],
        "keep" when d.Unit == "units" => words["keep"],
        "cut" => words.Say("cut to {0}", Quantity(d.Quantity, words)),
        _ => words.Say("{0} {1}", words[d.Action], Quantity(d.Quantity, words)),
    };

    static string Range(DecisionRecord d, Wording words) =>
        d is { Low: { } low, High: { } high } ? Math.Abs(high - low) < 0.5 ? Quantity(low, words) : $"{Quantity(low, words)}…{Quantity(high, words)}" : "–";

    static string Quantity(double value, Wording words) => words.Language == Language.Chinese ? words.Quantity(value) : value switch
    {
        0 => "0",
        >= 10_000 => (value / 1_000).ToString("0", CultureInfo.InvariantCulture) + "k",
        >= 1_000 => (value / 1_000).ToString("0.#", CultureInfo.InvariantCulture) + "k",
        _ => value.ToString("0", CultureInfo.InvariantCulture),
    };

    static string Share(double share) => share.ToString("0 %", CultureInfo.InvariantCulture);
}
