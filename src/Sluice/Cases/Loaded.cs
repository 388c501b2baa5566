using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>What came of loading a case.</summary>
/// <param name="Case">The case; null where a fault keeps it from being used.</param>
/// <param name="Diagnostics">Everything found, by file, line and column.</param>
/// <param name="Tree">The tree after all patches, for what edits it further; null where there is no case at all.</param>
public sealed record Loaded(Case? Case, ImmutableArray<Diagnostic> Diagnostics, Map? Tree)
{
    /// <summary>Number of errors.</summary>
    public int Errors => Diagnostics.Count(d => d.Severity == Severity.Error);

    /// <summary>Number of warnings.</summary>
    public int Warnings => Diagnostics.Count(d => d.Severity == Severity.Warning);
}
