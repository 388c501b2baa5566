using System.Collections.Immutable;
using System.CommandLine;
using Sluice.Cases;
using Sluice.Cli.Screens;
using Sluice.Outlooks;
using Sluice.Planning.Buyer;
using Sluice.Reading;

namespace Sluice.Cli.Commands;

/// <summary><c>sluice check</c>: every problem of a case at once.</summary>
static class CheckCommand
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var deep = new Option<bool>("--deep")
        {
            Description = "Also what only the arithmetic shows: cycles that earn, levels too brief for the periods, service out of reach. A plan always looks.",
        };
        var command = new Command("check", "Every problem of a case at once: where, what was found, what was expected, the nearest valid name.");
        common.AddTo(command);
        command.Options.Add(deep);
        command.SetAction(line => Run(line, common, deep));
        return command;
    }

    static int Run(ParseResult line, CommonOptions common, Option<bool> deep)
    {
        if (CaseLoading.Load(line, common, Console.Error) is not { } loaded)
            return ExitCode.BadInput;
        if (line.GetValue(deep) && loaded.Case is { } sound)
            loaded = loaded with { Diagnostics = [.. loaded.Diagnostics, .. Deep(sound)] };
        var report = CheckReport.Of(loaded, loaded.Case is { } world ? States(world) : null);
        if (line.GetValue(common.Json))
            Console.Out.Write(report.ToJson());
        else
            DiagnosticScreen.Write(Console.Out, loaded, report, line.GetValue(common.Quiet) ? DiagnosticDetail.ErrorsOnly : DiagnosticDetail.All);
        return report.Errors > 0 ? ExitCode.BadInput : ExitCode.Done;
    }

    static ImmutableArray<Diagnostic> Deep(Case world)
    {
        var outlook = CaseOutlook.Of(world);
        return PlanningChecks.Of(world, outlook);
    }

    /// <summary>Joint states that can be reached; null where there are too many, which is then said.</summary>
    static int? States(Case world)
    {
        try
        {
            return CaseOutlook.Reachable(world);
        }
        catch (OutlookTooLargeException tooLarge)
        {
            Console.Error.WriteLine(ScreenText.Field($"sluice: {tooLarge.Message}"));
            return null;
        }
    }
}
