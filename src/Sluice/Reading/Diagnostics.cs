using System.Collections.Immutable;

namespace Sluice.Reading;

/// <summary>Collects the diagnostics of one load. Not thread-safe: one collector belongs to one reading thread.</summary>
public sealed class Diagnostics
{
    private readonly List<Diagnostic> found = [];
    private readonly HashSet<Diagnostic> seen = [];

    /// <summary>Adds a diagnostic. One that is equal in every member to an earlier one is kept once (a bad column heading is one fault, not one per row).</summary>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        if (!seen.Add(diagnostic)) return;
        found.Add(diagnostic);
        if (diagnostic.Severity == Severity.Error) ErrorCount++;
    }

    /// <summary>Adds every diagnostic of another collector.</summary>
    public void AddRange(IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        foreach (var diagnostic in diagnostics) Add(diagnostic);
    }

    /// <summary>Number of diagnostics of severity <see cref="Severity.Error"/>.</summary>
    public int ErrorCount { get; private set; }

    /// <summary>Whether at least one error was added.</summary>
    public bool HasErrors => ErrorCount > 0;

    /// <summary>Everything added so far, ordered by file, line, column and code; equal places keep the order of adding.</summary>
    public IReadOnlyList<Diagnostic> Sorted =>
        found.Sorted(static (a, b) => a.At.CompareTo(b.At) is not 0 and var place ? place : string.CompareOrdinal(a.Code, b.Code));
}
