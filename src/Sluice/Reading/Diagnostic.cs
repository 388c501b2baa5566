namespace Sluice.Reading;

/// <summary>One fault (or remark) about the user's files, with everything needed to mend it. Faults are collected, never thrown.</summary>
/// <param name="Code">Stable code, <c>SLU0123</c>, under which the reference explains the fault.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="At">Where the fault stands.</param>
/// <param name="Found">What was found there, shortened to one line.</param>
/// <param name="Expected">What would have been right.</param>
/// <param name="Nearest">The valid name nearest to what was found, when one is near enough to be a likely slip; else null.</param>
/// <param name="Message">The whole sentence shown to people; it already says what was found, expected and nearest.</param>
public sealed record Diagnostic(string Code, Severity Severity, Place At, string Found, string Expected, string? Nearest, string Message)
{
    /// <summary>The line that compilers print: <c>drivers.yaml:14:9: error SLU0101: …</c>.</summary>
    public override string ToString() => $"{At}: {Severity.ToString().ToLowerInvariant()} {Code}: {Message}";

    /// <summary>The printed line, followed by the line of the source and a caret under the fault.</summary>
    /// <param name="sourceLine">Text of line <see cref="Place.Line"/> of the file, without its line break; empty prints no excerpt.</param>
    public string Render(string sourceLine) => sourceLine.Length == 0 ? ToString() : $"{this}\n{Excerpts.WithCaret(sourceLine, At.Column)}";
}
