using Spectre.Console;

namespace Sluice.Cli.Screens;

/// <summary>Progress of a simulation on standard error: one living line on a terminal, a line every few seconds elsewhere.</summary>
sealed class ReplicationLine(IAnsiConsole console, TimeProvider clock) : IProgress<int>
{
    readonly long start = clock.GetTimestamp();
    readonly Lock gate = new();
    TimeSpan next;
    string what = "";
    int of;
    int most;

    bool IsTerminal => console.Profile.Capabilities.Ansi && console.Profile.Out.IsTerminal;

    /// <summary>Begins a run.</summary>
    public void Begin(string name, int replications)
    {
        lock (gate)
            (what, of, most) = (name, replications, 0);
    }

    public void Report(int value)
    {
        lock (gate)
        {
            most = Math.Max(most, value);
            var now = clock.GetElapsedTime(start);
            if (now < next)
                return;
            next = now + TimeSpan.FromMilliseconds(IsTerminal ? 200 : 5000);
            var text = $"{now.TotalSeconds,5:0.0} s  {what}: {most:N0} of {of:N0}";
            if (IsTerminal)
                console.Write(new ControlCode($"\r\u001b[2K{text}"));
            else
                console.WriteLine(text);
        }
    }

    /// <summary>Clears the living line.</summary>
    public void Done()
    {
        if (IsTerminal)
            console.Write(new ControlCode("\r\u001b[2K"));
    }
}
