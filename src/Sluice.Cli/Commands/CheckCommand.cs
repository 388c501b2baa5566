using System.CommandLine;
using Sluice.Cases;
using Sluice.Cli.Screens;
using Sluice.Reading;

namespace Sluice.Cli.Commands;

/// <summary><c>sluice check</c>: every problem of a case at once.</summary>
static class CheckCommand
{
    public static Command Create()
    {
        var common = new CommonOptions();
        var command = new Command("check", "Every problem of a case at once: where, what was found, what was expected, the nearest valid name.");
        common.AddTo(command);
        command.SetAction(line => Run(line, common));
        return command;
    }

    static int Run(ParseResult line, CommonOptions common)
    {
        if (CaseLoading.Load(line, common, Console.Error) is not { } loaded)
            return ExitCode.BadInput;
        DiagnosticScreen.Write(Console.Out, loaded.Diagnostics, DiagnosticDetail.All);
        return loaded.Errors > 0 ? ExitCode.BadInput : ExitCode.Done;
    }
}
