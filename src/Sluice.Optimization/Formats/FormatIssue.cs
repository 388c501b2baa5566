using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>How bad an issue in a file is.</summary>
public enum IssueSeverity
{
    /// <summary>Unusual; it was read in the way that the message says.</summary>
    Warning,

    /// <summary>The file cannot be used.</summary>
    Error,
}

/// <summary>Something wrong or unusual in a file, with its place.</summary>
/// <param name="File">File as it was named.</param>
/// <param name="Line">Line, from 1; 0 when the whole file is meant.</param>
/// <param name="Column">Character in the line, from 1; 0 when the whole line is meant.</param>
/// <param name="Severity">Error or warning.</param>
/// <param name="Message">What was found and what was expected.</param>
public sealed record FormatIssue(string File, int Line, int Column, IssueSeverity Severity, string Message)
{
    /// <summary>As a compiler prints it: file:line:column: severity: message.</summary>
    public override string ToString() =>
        $"{File}{(Line > 0 ? $":{Line}" : "")}{(Column > 0 ? $":{Column}" : "")}: {(Severity == IssueSeverity.Error ? "error" : "warning")}: {Message}";
}

/// <summary>What reading a file gave.</summary>
/// <param name="Problem">The problem; null when there is an error.</param>
/// <param name="Issues">Errors and warnings in the order found.</param>
public sealed record FormatReading(StochasticProblem? Problem, ImmutableArray<FormatIssue> Issues)
{
    /// <summary>The problem.</summary>
    /// <exception cref="InvalidDataException">There is none; the message lists the errors.</exception>
    public StochasticProblem Required => Problem
        ?? throw new InvalidDataException(string.Join(Environment.NewLine, Issues.Where(issue => issue.Severity == IssueSeverity.Error)));
}
