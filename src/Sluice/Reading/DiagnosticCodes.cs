using System.Collections.Immutable;
using System.Text;

namespace Sluice.Reading;

/// <summary>Gathers the codes of all rooms into one register, and writes the reference page about them.</summary>
/// <remarks>There is no global list that rooms write into: whoever sees all rooms passes their lists, <c>DiagnosticCodes.Register(ReadingCodes.All, QuantityCodes.All, …)</c>.</remarks>
public static class DiagnosticCodes
{
    /// <summary>All codes in order of their id.</summary>
    /// <exception cref="ArgumentException">An id stands twice, or is not <c>SLU</c> and four digits.</exception>
    public static ImmutableArray<DiagnosticCode> Register(params ReadOnlySpan<ImmutableArray<DiagnosticCode>> rooms)
    {
        var all = new SortedDictionary<string, DiagnosticCode>(StringComparer.Ordinal);
        foreach (var room in rooms)
            foreach (var code in room)
            {
                if (!IsWellFormed(code.Id)) throw new ArgumentException($"'{code.Id}' is not a code: write SLU and four digits.", nameof(rooms));
                if (!all.TryAdd(code.Id, code)) throw new ArgumentException($"{code.Id} is registered twice: '{all[code.Id].Title}' and '{code.Title}'.", nameof(rooms));
            }

        return [.. all.Values];
    }

    /// <summary>The page <c>docs/reference/diagnostics.md</c>: one section per code, with an anchor that the command line links to.</summary>
    public static string Markdown(IEnumerable<DiagnosticCode> codes)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var page = new StringBuilder("# Diagnostics\n\nEvery message of Sluice about your files carries one of these codes. This page is generated.\n");
        foreach (var code in codes)
            page.Append($"\n## {code.Id}: {code.Title}\n\n*{code.Severity}.* {code.Explanation}\n\n```\n{code.Example}\n```\n\n**Mend it:** {code.Mend}\n");
        return page.ToString();
    }

    private static bool IsWellFormed(string id) => id.Length == 7 && id.StartsWith("SLU", StringComparison.Ordinal) && id.AsSpan(3).IndexOfAnyExceptInRange('0', '9') < 0;
}
