using Sluice.Runs;
using Spectre.Console;

namespace Sluice.Cli.Screens;

/// <summary>One part at both gates, in full.</summary>
static class GatesCard
{
    const int Indent = 13;

    public static void Write(IAnsiConsole console, GatesRow row)
    {
        console.MarkupLineInterpolated($"[bold]{row.Title}[/]{(row.On == row.Until ? "" : $"  {GatesScreen.Day(row.On)} to {GatesScreen.Day(row.Until)}")}");
        foreach (var verdict in row.Verdicts)
        {
            console.MarkupLineInterpolated($"  {verdict.Gate,-10} [bold]{GatesScreen.Brief(verdict)}[/]");
            Text(console, verdict.Why);
            foreach (var condition in verdict.Conditions) Text(console, $"condition: {condition}");
            foreach (var missing in verdict.Missing) Text(console, $"missing: {missing}");
            if (verdict.LastKnown is { } day) Text(console, $"last known {GatesScreen.Day(day)}");
            foreach (var line in verdict.Trace) Text(console, $"· {line}");
        }
        foreach (var conflict in row.Conflicts) Text(console, $"conflict: {conflict.Why}");
        console.WriteLine();
    }

    static void Text(IAnsiConsole console, string text)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && Indent + line.Length + 1 + word.Length > console.Profile.Width)
            {
                console.WriteLine(new string(' ', Indent) + line);
                line = "";
            }
            line += line.Length > 0 ? " " + word : word;
        }
        console.WriteLine(new string(' ', Indent) + line);
    }
}
