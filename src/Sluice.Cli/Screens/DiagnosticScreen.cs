using Sluice.Cases;
using Sluice.Reading;

namespace Sluice.Cli.Screens;

/// <summary>How much to print.</summary>
enum DiagnosticDetail
{
    /// <summary>Errors alone.</summary>
    ErrorsOnly,

    /// <summary>Errors, warnings and notes, and the totals.</summary>
    All,

    /// <summary>Errors and warnings without totals; nothing where there are none.</summary>
    Findings,
}

/// <summary>Diagnostics as a compiler prints them, <c>drivers.yaml:14:9: error SLU0123: …</c>, notes folded by code, and a line of totals.</summary>
static class DiagnosticScreen
{
    /// <summary>Prints errors alone: what keeps another verb from going on.</summary>
    public static void WriteErrors(TextWriter to, Loaded loaded)
    {
        foreach (var d in loaded.Diagnostics.Where(d => d.Severity == Severity.Error))
            to.WriteLine(Line(d));
        if (loaded.Errors > 0)
            to.WriteLine($"{Count(loaded.Errors, "error")}. See sluice check for everything.");
    }

    public static void Write(TextWriter to, Loaded loaded, CheckReport report, DiagnosticDetail detail)
    {
        foreach (var d in loaded.Diagnostics.Where(d => d.Severity == Severity.Error || (detail != DiagnosticDetail.ErrorsOnly && d.Severity == Severity.Warning)))
            to.WriteLine(Line(d));
        if (detail == DiagnosticDetail.All)
            foreach (var notes in loaded.Diagnostics.Where(d => d.Severity == Severity.Note).GroupBy(d => d.Code))
                to.WriteLine(notes.Count() == 1 ? Line(notes.First()) : $"note {notes.Key}: {Count(notes.Count(), "place")}, the first: {Line(notes.First())}");
        if (detail == DiagnosticDetail.Findings)
            return;
        var states = report.States is { } n ? $"; {n} joint states" : "";
        to.WriteLine($"{Count(report.Errors, "error")}, {Count(report.Warnings, "warning")}{states}");
    }

    static string Line(Diagnostic d) => ScreenText.Clean($"{d.At}: {d.Severity.ToString().ToLowerInvariant()} {d.Code}: {d.Message}");

    static string Count(int n, string noun) => $"{n} {noun}{(n == 1 ? "" : "s")}";
}
