using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>Resolves every name that was read.</summary>
static class CaseLinks
{
    /// <summary>Reports names that lead nowhere.</summary>
    public static void Resolve(KnownNames known, References references, Diagnostics into)
    {
        foreach (var (name, _) in references.All)
            if (known.Of(name.List, name.At) is { } names && !names.Contains(name.Id)) into.Add(CaseMessages.UnknownName(name, names));
    }
}
