using System.CommandLine;
using Sluice.Cases;
using Sluice.Cli.Screens;
using Sluice.Outlooks;
using Sluice.Reading;
using Sluice.Runs;

namespace Sluice.Cli.Commands;

/// <summary><c>sluice evidence</c>: what is known, who says so, what is disputed, and what rests on it.</summary>
sealed class EvidenceCommand
{
    readonly CommonOptions common = new();

    readonly Argument<string?> claim = new("CLAIM") { Description = "Show this claim in full, with everything that rests on it.", Arity = ArgumentArity.ZeroOrOne };

    readonly Option<string?> explain = new("--explain") { Description = "Show a driver month by month: base, each reason with support and decay, result.", HelpName = "DRIVER" };

    readonly Option<string> by = new("--by") { Description = "Order of the claims on the screen: support, driver or origin.", DefaultValueFactory = _ => "support" };

    readonly Option<int> oldAfter = new("--old-after")
    {
        Description = $"Months after which the newest report of a claim counts as old. Default {EvidenceQuestion.UsualAge}.",
        HelpName = "MONTHS",
        DefaultValueFactory = _ => EvidenceQuestion.UsualAge,
    };

    public static Command Create()
    {
        var evidence = new EvidenceCommand();
        var command = new Command("evidence", "What is known, who says so, what is disputed, and what rests on it.");
        evidence.common.AddTo(command);
        command.Arguments.Add(evidence.claim);
        evidence.by.AcceptOnlyFromAmong(EvidenceScreen.Orders);
        evidence.oldAfter.Validators.Add(r =>
        {
            if (r.Tokens is [var token] && int.TryParse(token.Value, out var months) && months is < 1 or > 1200) r.AddError($"--old-after takes months from 1 to 1200; found {months}.");
        });
        foreach (var option in new Option[] { evidence.explain, evidence.by, evidence.oldAfter }) command.Options.Add(option);
        command.Subcommands.Add(EvidenceAddCommand.Create());
        command.Subcommands.Add(EvidenceAcceptCommand.Create());
        command.SetAction(evidence.Run);
        return command;
    }

    int Run(ParseResult line)
    {
        var (folder, named) = Names(line);
        if (CaseLoading.Load(line, common, folder, Console.Error) is not { } loaded) return ExitCode.BadInput;
        DiagnosticScreen.WriteErrors(Console.Error, loaded);
        if (loaded.Case is not { } world) return ExitCode.BadInput;
        if (named is not null && world.Evidence.Claims.All(c => c.Id != named)) return NoSuch("claim", named, world.Evidence.Claims.Select(c => c.Id));
        if (line.GetValue(explain) is { } driver && world.Drivers.All(d => d.Id != driver)) return NoSuch("driver", driver, world.Drivers.Select(d => d.Id));
        EvidenceDocument document;
        try
        {
            document = EvidenceDocuments.Of(world, CaseOutlook.Of(world), new(new RunHeader(Program.Version, 0, [.. line.GetValue(common.With) ?? []]))
            {
                Claim = named,
                Explain = line.GetValue(explain),
                Muted = [.. line.GetValue(common.Mute) ?? []],
                OldAfter = line.GetValue(oldAfter),
            });
        }
        catch (OutlookTooLargeException tooLarge)
        {
            Console.Error.WriteLine(ScreenText.Field($"sluice: {tooLarge.Message}"));
            return ExitCode.BadInput;
        }

        if (line.GetValue(common.Json)) Console.Out.Write(EvidenceDocuments.Json(document));
        else Show(document, named, line.GetValue(by)!);
        return ExitCode.Done;
    }

    static void Show(EvidenceDocument document, string? named, string by)
    {
        var console = Consoles.Output();
        if (document.Explain is { } driver) EvidenceScreen.WriteDriver(console, document, driver);
        else if (named is not null) EvidenceScreen.WriteClaim(console, document, document.Claims[0]);
        else EvidenceScreen.Write(console, document, by);
    }

    /// <summary>One name alone is a case where there is one of that name, else a claim of the founding case.</summary>
    (string? Case, string? Claim) Names(ParseResult line) => (line.GetValue(common.Case), line.GetValue(claim)) switch
    {
        ({ } one, null) when CaseLocator.Case(one) is null && !one.Contains('/', StringComparison.Ordinal) && Nearest.To(one, [.. CaseLocator.Names()]) is null => (null, one),
        var both => both,
    };

    static int NoSuch(string what, string name, IEnumerable<string> known)
    {
        var all = known.ToList();
        var instead = Nearest.To(name, all) is { } nearest ? $" Did you mean {nearest}?" : all.Count is > 0 and <= 12 ? $" There are {string.Join(", ", all)}." : "";
        Console.Error.WriteLine(ScreenText.Clean($"sluice: the case has no {what} '{ScreenText.Field(name, 60)}'.{instead}"));
        return ExitCode.BadInput;
    }
}
