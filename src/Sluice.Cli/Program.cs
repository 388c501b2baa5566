using System.CommandLine;
using System.Globalization;
using System.Reflection;
using System.Text;
using Sluice.Cli.Commands;
using Sluice.Cli.Screens;
using Sluice.Optimization;

namespace Sluice.Cli;

/// <summary>The command <c>sluice</c>.</summary>
static class Program
{
    /// <summary>Version of Sluice, without build metadata.</summary>
    public static string Version { get; } =
        typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    static async Task<int> Main(string[] arguments)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        Console.OutputEncoding = Encoding.UTF8;
        var root = new RootCommand("Plans AI-accelerator procurement where governments open and shut the gates.")
        {
            PlanCommand.Create(),
            CompareCommand.Create(),
            ReplayCommand.Create(),
            SimulateCommand.Create(),
            CheckCommand.Create(),
            EvidenceCommand.Create(),
            NewCommand.Create(),
            GatesCommand.Create(),
            ReportCommand.Create(),
        };
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                Console.Error.WriteLine(ScreenText.Field($"sluice: {error.Message}"));
            Console.Error.WriteLine("See sluice --help.");
            return ExitCode.BadInput;
        }
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (SolverNotLoadedException missing)
        {
            Console.Error.WriteLine(ScreenText.Field($"sluice: {missing.Message}"));
            return ExitCode.Internal;
        }
        catch (SubproblemException failed)
        {
            Console.Error.WriteLine(ScreenText.Field($"sluice: {failed.Message}"));
            return ExitCode.Internal;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(ScreenText.Field($"sluice: {fault.Message}"));
            return ExitCode.BadInput;
        }
    }
}
