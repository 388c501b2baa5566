using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>Gathers issues while reading; after a hundred errors the reader gives up.</summary>
internal sealed class IssueList
{
    private const int MostErrors = 100;

    private readonly ImmutableArray<FormatIssue>.Builder issues = ImmutableArray.CreateBuilder<FormatIssue>();

    internal int Errors { get; private set; }

    internal bool Full => Errors >= MostErrors;

    internal ImmutableArray<FormatIssue> All => issues.ToImmutable();

    internal void Error(string file, int line, int column, string message)
    {
        if (Full) return;
        Errors++;
        issues.Add(new FormatIssue(file, line, column, IssueSeverity.Error, message));
    }

    internal void Warn(string file, int line, int column, string message) =>
        issues.Add(new FormatIssue(file, line, column, IssueSeverity.Warning, message));

    /// <summary>" Did you mean …?" when a known name is close, else nothing.</summary>
    internal static string Nearest(string name, IEnumerable<string> known)
    {
        var best = known.Select(other => (other, distance: Distance(name, other))).OrderBy(pair => pair.distance).FirstOrDefault();
        return best.other is not null && best.distance <= Math.Max(1, name.Length / 3) && best.distance < name.Length ? $" Did you mean {best.other}?" : "";
    }

    // Levenshtein's distance; names in these files are short.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 3 || a.Length > 64) return int.MaxValue;
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above, row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[^1];
    }
}
