using System.CommandLine;
using System.Globalization;
using System.Reflection;
using System.Text;
using Sluice.Cases;
using Sluice.Cli.Commands;
using Sluice.Cli.Screens;
using Sluice.Optimization;
using Sluice.Reading;

namespace Sluice.Cli;

/// <summary>The command <c>sluice</c>.</summary>
static class Program
{
    /// <summary>Version of Sluice, without build metadata.</summary>
    public static string Version { get; } =
        typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    static readonly List<(string Name, Func<Command> Create)> commands =
    [
        ("plan", PlanCommand.Create), ("compare", CompareCommand.Create), ("replay", ReplayCommand.Create), ("simulate", SimulateCommand.Create), ("check", CheckCommand.Create),
        ("evidence", EvidenceCommand.Create), ("new", NewCommand.Create), ("gates", GatesCommand.Create), ("report", ReportCommand.Create),
    ];

    static async Task<int> Main(string[] arguments)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        Console.OutputEncoding = Encoding.UTF8;
        var named = arguments is [var first, ..] ? commands.FindIndex(c => c.Name == first) : -1;
        // What reads a case is made ready beside the reading of the command line.
        if (named >= 0)
            _ = Task.Run(CaseReader.Prepare);
        var root = new RootCommand("Plans AI-accelerator procurement where governments open and shut the gates.");
        // A command line that names its command needs no other.
        foreach (var (_, create) in named >= 0 ? commands[named..(named + 1)] : commands)
            root.Subcommands.Add(create());
        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            if (named < 0 && arguments is [[not '-', ..] unknown, ..])
                Console.Error.WriteLine(ScreenText.Field($"sluice: there is no command '{unknown}'.{(Nearest.To(unknown, [.. commands.Select(c => c.Name)]) is { } near ? $" Did you mean {near}?" : "")}"));
            else foreach (var error in parsed.Errors)
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
