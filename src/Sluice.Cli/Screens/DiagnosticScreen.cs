using Sluice.Reading;

namespace Sluice.Cli.Screens;

/// <summary>How much to print.</summary>
enum DiagnosticDetail
{
    /// <summary>Errors; warnings are counted.</summary>
    ErrorsOnly,

    /// <summary>Everything.</summary>
    All,
}

/// <summary>Diagnostics as a compiler prints them: <c>drivers.yaml:14:9: error SLU0123: …</c>.</summary>
static class DiagnosticScreen
{
    public static void Write(TextWriter to, IReadOnlyCollection<Diagnostic> diagnostics, DiagnosticDetail detail)
    {
        foreach (var d in diagnostics)
            if (detail == DiagnosticDetail.All || d.Severity == Severity.Error)
                to.WriteLine(ScreenText.Clean($"{d.At.File}:{d.At.Line}:{d.At.Column}: {d.Severity.ToString().ToLowerInvariant()} {d.Code}: {d.Message}"));
    }
}
