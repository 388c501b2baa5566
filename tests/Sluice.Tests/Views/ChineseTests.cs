using System.Net;
using System.Text.RegularExpressions;
using Sluice.Cli.Screens;
using Sluice.Planning.Buyer;
using Sluice.Runs;
using Sluice.Tests.Planning;
using Spectre.Console;

namespace Sluice.Tests.Views;

/// <summary>What the program itself says is Chinese where Chinese was asked for; what the author of a case wrote stays.</summary>
public partial class ChineseTests
{
    [Fact]
    public async Task No_sentence_of_the_program_is_left_in_English_in_the_report()
    {
        Assert.Empty(Left(await TextsOf(Language.Chinese)));
        // The same page in English shows that such sentences are found.
        Assert.InRange(Left(await TextsOf(Language.English)).Count(), 50, 1_000);
    }

    /// <summary>Pages of the other verbs, by name.</summary>
    static Task<string> Other(string verb, Language language) => verb switch
    {
        "compare" => Sluice.Views.Report.HtmlAsync(SampleRecords.Compare, language, linked: true),
        "replay" => Sluice.Views.Report.HtmlAsync(SampleRecords.Replay, language, linked: true),
        "simulate" => Sluice.Views.Report.HtmlAsync(SampleRecords.Market, language),
        _ => Sluice.Views.Report.HtmlAsync(SampleRecords.Gates, "t", language),
    };

    [Theory]
    [InlineData("compare")]
    [InlineData("replay")]
    [InlineData("simulate")]
    [InlineData("gates")]
    public async Task No_sentence_of_the_program_is_left_in_English_on_the_page_of_another_verb(string verb)
    {
        string[] authored = [.. SampleRecords.Market.Record.SelectMany(r => new[] { r.Name, r.Note ?? "" }), "Huawei Ascend", "Nvidia H"];
        Assert.DoesNotContain(Left(TextsIn(await Other(verb, Language.Chinese))), run => !authored.Any(a => a.Contains(run, StringComparison.Ordinal)));
        Assert.NotEmpty(Left(TextsIn(await Other(verb, Language.English))));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(500)]
    public void No_sentence_of_the_program_is_left_in_English_on_the_screen_of_compare_and_of_replay(int width)
    {
        var writer = new StringWriter();
        CompareScreen.Write(Consoles.Plain(writer, width), SampleRecords.Compare, "runs/one", Sluice.Runs.Comparison.ComparedRows.Differences, Wording.Chinese);
        var replay = SampleRecords.Replay;
        var screen = new ReplayScreen(Consoles.Plain(writer, width), new Tiny().World, new([.. replay.Dates.Select(d => d.AsOf)], replay.From, replay.Until, new(1, 0), new PlanOptions(), new RunHeader("0.1.0", 7, [])), Wording.Chinese);
        screen.Begin();
        foreach (var date in replay.Dates) screen.Show(date);
        screen.End(replay, "runs/one");
        // A driver and its level are words of the case.
        Assert.DoesNotContain(Left(writer.ToString().Split('\n')), run => run != "lines building");
        Assert.All(writer.ToString().Split('\n'), l => Assert.InRange(ScreenText.Width(l.TrimEnd()), 0, width));
    }

    static async Task<IEnumerable<string>> TextsOf(Language language) => TextsIn(await Sluice.Views.Report.HtmlAsync(SampleRecord.Whole, language));

    static IEnumerable<string> TextsIn(string html)
    {
        return Node().Matches(Script().Replace(html[html.IndexOf("<body", StringComparison.Ordinal)..], "")).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(500)]
    public void No_sentence_of_the_program_is_left_in_English_on_the_screen(int width)
    {
        var writer = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Profile.Width = width;
        PlanScreen.Write(console, SampleRecord.Whole with { Unanswered = [new("news", "cancelled after 2 of 5 drivers")] }, "runs/one", Wording.Chinese);
        Assert.Empty(Left(writer.ToString().Split('\n')));
    }

    [Fact]
    public void Every_reason_for_which_an_answer_is_left_out_and_every_remark_has_a_Chinese_sentence()
    {
        var said =
            from folder in new[] { Repository.At("src", "Sluice", "Planning"), Repository.At("src", "Sluice", "Runs") }
            from file in Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            where !file.Contains("Market", StringComparison.Ordinal)
            from found in Said().Matches(File.ReadAllText(file))
            let text = Slot().Replace(found.Groups[1].Value, "7")
            where Words().IsMatch(text)
            select text;
        var all = said.Distinct().ToList();
        Assert.InRange(all.Count, 15, 100);
        Assert.DoesNotContain(all.Select(Wording.Chinese.Prose), t => Words().IsMatch(t));
    }

    /// <summary>Runs of two words or more in Latin letters that no text of the case holds.</summary>
    static IEnumerable<string> Left(IEnumerable<string> texts)
    {
        var authored = Authored(SampleRecord.Whole).ToList();
        return texts.SelectMany(t => Words().Matches(t).Select(m => m.Value)).Where(run => !authored.Exists(a => a.Contains(run, StringComparison.Ordinal))).Distinct();
    }

    static IEnumerable<string> Authored(PlanRecord plan)
    {
        var grounds = plan.Grounds!;
        return [plan.Case, .. plan.Decisions.SelectMany(d => d.Conflicts), .. (plan.Calendar ?? []).Where(c => c.Kind == "event").Select(c => c.What),
            .. grounds.Assumptions.SelectMany(a => new[] { a.Text, a.Words ?? "" }), .. grounds.Offers.SelectMany(o => new[] { o.Title ?? "", o.Seller }),
            .. grounds.Claims.SelectMany(c => new[] { c.Who, c.Does }.Concat(c.Heard.SelectMany(h => new[] { h.Source, h.SaidBy ?? "" }))),
            // Commands are typed as they are.
            "sluice plan", "answers breakEvens"];
    }

    [GeneratedRegex(@">([^<>]+)<")]
    private static partial Regex Node();

    [GeneratedRegex(@"<script.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex(@"(?<![\w/-])[A-Za-z][a-z']+(?: [A-Za-z][a-z']+)+(?![\w/-])")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?:Without\((?:Name|answer\.Name),\s*|Without\(Name, [^""$]*\? |notes\.Add\()\$?""((?:[^""\\]|\\.)*)""")]
    private static partial Regex Said();

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Slot();
}
