using Sluice.Planning.Buyer;
using Sluice.Runs;
using Spectre.Console;

namespace Sluice.Cli.Screens;

/// <summary>Progress of a long run on standard error: one living line on a terminal, a line every few seconds elsewhere.</summary>
/// <param name="console">Where to.</param>
/// <param name="currency">Currency of the bounds.</param>
/// <param name="clock">Clock.</param>
/// <param name="about">Which of several plans, in front of each line.</param>
sealed class ProgressLine(IAnsiConsole console, string currency, TimeProvider clock, string about = "") : IProgress<PlanProgress>
{
    static readonly TimeSpan onTerminal = TimeSpan.FromMilliseconds(200);
    static readonly TimeSpan elsewhere = TimeSpan.FromSeconds(5);

    readonly long start = clock.GetTimestamp();
    TimeSpan last = TimeSpan.MinValue;
    string step = "";

    bool IsTerminal => console.Profile.Capabilities.Ansi && console.Profile.Out.IsTerminal;

    public void Report(PlanProgress value)
    {
        var now = clock.GetElapsedTime(start);
        var isNewStep = value.Step != step && IsTerminal;
        if (!isNewStep && last != TimeSpan.MinValue && now - last < (IsTerminal ? onTerminal : elsewhere))
            return;
        (last, step) = (now, value.Step);
        var text = $"{now.TotalSeconds,5:0.0} s  {about}{value.Step}{Bounds(value)}";
        if (IsTerminal)
            console.Write(new ControlCode($"\r\u001b[2K{Cut(text)}"));
        else
            console.WriteLine(text);
    }

    /// <summary>Clears the living line.</summary>
    public void Done()
    {
        if (IsTerminal)
            console.Write(new ControlCode("\r\u001b[2K"));
    }

    string Cut(string text) => text.Length < console.Profile.Width ? text : text[..(console.Profile.Width - 1)];

    string Bounds(PlanProgress value)
    {
        if (double.IsNaN(value.Lower) || value.Passes == 0)
            return "";
        var gap = double.IsInfinity(value.Upper) ? "" : $", gap {MoneyWords.Of(Math.Max(0, value.Upper - value.Lower), currency)}";
        return $", pass {value.Passes}, at least {MoneyWords.Of(value.Lower, currency)}{gap}";
    }
}
