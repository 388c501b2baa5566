using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Gates;

/// <summary>The codes of this room: 071x.</summary>
public static class GatesCodes
{
    /// <summary>SLU0710: a condition that cannot be read.</summary>
    public static readonly DiagnosticCode Condition = new("SLU0710", Severity.Error, "A condition that cannot be read",
        "A condition is a figure, a sign and a number, or `all`, `any`, `not` over conditions.", "classes: {3A090.a: {any: [tpp > = 4800]}}", "Write, say, `tpp >= 4800`; the message says which word is wrong.");

    /// <summary>SLU0711: a rule that the atlas does not have.</summary>
    public static readonly DiagnosticCode UnknownRule = new("SLU0711", Severity.Error, "A rule that the atlas does not have",
        "A rule changes, explains or gives licences against another one, which must exist.", "amends: us-2023-10-71", "Correct the name.");

    /// <summary>All codes of this room.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [Condition, UnknownRule];
}
