using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Sluice.Reading;
using Sluice.Runs;

namespace Sluice.Cli.Commands;

/// <summary>Options that several verbs share, each stated once.</summary>
sealed class CommonOptions
{
    public Argument<string?> Case { get; } = new("CASE")
    {
        Description = "Folder of a case, or the name of one that ships with Sluice. Default: the founding case, h20-2025-08.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public Option<string[]> With { get; } = new("--with")
    {
        Description = "What-ifs to apply, in order: names of files in the case's folder whatifs, or paths; separated by commas.",
        HelpName = "WHATIF,…",
        CustomParser = Names,
    };

    public Option<string?> Overlay { get; } = new("--overlay")
    {
        Description = "A private patch kept outside the case, such as what you were told; nothing of it enters a shared report.",
        HelpName = "FILE",
    };

    public Option<DateOnly?> AsOf { get; } = new("--as-of")
    {
        Description = "Day of knowledge, in place of the case's own.",
        HelpName = "DATE",
        CustomParser = OptionTexts.Day,
    };

    public Option<string[]> Mute { get; } = new("--mute")
    {
        Description = "Claims to leave out, with every reference to them; separated by commas.",
        HelpName = "CLAIM,…",
        CustomParser = Names,
    };

    public Option<string[]> Resolve { get; } = new("--resolve")
    {
        Description = "Takes one side of a dispute for true: DISPUTE=SIDE; separated by commas.",
        HelpName = "DISPUTE=SIDE,…",
        CustomParser = Names,
    };

    public Option<bool> Json { get; } = new("--json") { Description = "Print exactly one JSON document on standard output." };

    public Option<bool> Quiet { get; } = new("--quiet") { Description = "No progress on standard error." };

    /// <summary>The language of labels, dates and numbers.</summary>
    public static Option<Language> Lang()
    {
        var lang = new Option<Language>("--lang")
        {
            Description = "Language of labels, dates and numbers: en or zh. Words of the case stay as its author wrote them.",
            HelpName = "en|zh",
            CustomParser = result =>
            {
                switch (result.Tokens[0].Value)
                {
                    case "en": return Language.English;
                    case "zh": return Language.Chinese;
                    default:
                        result.AddError($"--lang takes en or zh; found '{result.Tokens[0].Value}'.");
                        return Language.English;
                }
            },
        };
        lang.CompletionSources.Add("en", "zh");
        return lang;
    }

    /// <summary>What a run is: version, seed, what-ifs, claims left out, disputes taken as settled, and what an overlay keeps private.</summary>
    public RunHeader Header(ParseResult line, int seed, ImmutableArray<string> whatIfs, Map? tree) => new(Program.Version, seed, whatIfs)
    {
        Private = PrivatePaths.Of(tree, line.GetValue(Overlay)),
        Muted = [.. line.GetValue(Mute) ?? []],
        Resolved = [.. line.GetValue(Resolve) ?? []],
    };

    public void AddTo(Command command)
    {
        command.Arguments.Add(Case);
        command.Options.Add(With);
        AddChangesTo(command);
    }

    /// <summary>All but the case and its what-ifs, for verbs that read those otherwise.</summary>
    /// <param name="command">The verb.</param>
    /// <param name="dated">Whether the day of knowledge can be set; a verb of many days sets it itself.</param>
    public void AddChangesTo(Command command, bool dated = true)
    {
        foreach (var option in new Option[] { Overlay, AsOf, Mute, Resolve, Json, Quiet }.Where(o => dated || o != AsOf))
            command.Options.Add(option);
    }

    /// <summary>Names separated by commas.</summary>
    public static string[] Names(ArgumentResult result) =>
        [.. result.Tokens.SelectMany(t => t.Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))];
}
