using System.Globalization;
using Spectre.Console;

namespace Sluice.Cli.Screens;

/// <summary>Consoles for answers and for progress: colour on a terminal only, width from the terminal or, when piped, from COLUMNS.</summary>
static class Consoles
{
    const int Piped = 120;

    public static IAnsiConsole Output() => Create(Console.Out, Console.IsOutputRedirected);

    public static IAnsiConsole Errors() => Create(Console.Error, Console.IsErrorRedirected);

    /// <summary>A console without colour of a given width, for what is kept as text.</summary>
    public static IAnsiConsole Plain(TextWriter to, int width)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(to), Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors });
        console.Pipeline.Attach(new CleaningHook());
        console.Profile.Width = width;
        return console;
    }

    static IAnsiConsole Create(TextWriter to, bool redirected)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(to),
            Ansi = redirected ? AnsiSupport.No : AnsiSupport.Detect,
            ColorSystem = redirected ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
        });
        console.Pipeline.Attach(new CleaningHook());
        if (redirected)
            console.Profile.Width = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), CultureInfo.InvariantCulture, out var width) && width >= 40
                ? width : Piped;
        return console;
    }
}
