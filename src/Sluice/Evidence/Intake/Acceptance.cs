using System.Globalization;
using System.Text;
using Sluice.Reading;

namespace Sluice.Evidence.Intake;

/// <summary>Proposals of a review file that a person accepted: each has a name under which it enters the case, and a credibility.</summary>
/// <param name="Reports">Entries for the section of reports, as text of the format.</param>
/// <param name="Claims">Entries for the section of claims, as text of the format.</param>
/// <param name="Left">Proposals that carry neither <c>accept</c> nor <c>under</c>.</param>
public sealed record Acceptance(ImmutableArray<(string Id, string Text)> Reports, ImmutableArray<(string Id, string Text)> Claims, int Left)
{
    /// <summary>Reports that existing claims gain, where a proposal says the same and carries <c>under: CLAIM</c>.</summary>
    public ImmutableArray<HeardUnder> Under { get; init; } = [];

    /// <summary>Whether nothing was accepted.</summary>
    public bool IsEmpty => Claims.IsEmpty && Under.IsEmpty;

    /// <summary>Reads a review file.</summary>
    /// <param name="review">Its tree.</param>
    /// <param name="known">Reports that the case has already.</param>
    /// <param name="reader">Receives every fault: what is accepted must be a whole claim.</param>
    public static Acceptance Read(Map review, IReadOnlySet<string> known, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(reader);
        var proposals = (review["proposals"] as Map)?.Entries ?? [];
        var claims = ImmutableArray.CreateBuilder<(string Id, string Text)>();
        var under = ImmutableArray.CreateBuilder<HeardUnder>();
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in proposals)
        {
            if (entry.Value is not Map proposal) continue;
            if (proposal.Find("under") is not null)
            {
                if (!AcceptedShape.Repeated.TryRead(proposal, reader, out var heard)) continue;
                under.Add(heard);
                named.UnionWith(heard.Reports);
            }
            else if (proposal.Find("accept") is not null && AcceptedShape.Shape.TryRead(proposal, reader, out var accepted))
            {
                claims.Add((accepted.Id, accepted.Text));
                named.UnionWith(accepted.Reports);
            }
        }

        var reports = ImmutableArray.CreateBuilder<(string Id, string Text)>();
        foreach (var entry in (review["reports"] as Map)?.Entries ?? [])
            if (named.Contains(entry.Key) && !known.Contains(entry.Key) && ReportShape.Shape.TryRead(entry.Value, reader, out var report)) reports.Add((report.Id, Text(report)));
        return new(reports.ToImmutable(), claims.ToImmutable(), proposals.Length - claims.Count - under.Count) { Under = under.ToImmutable() };
    }

    static string Text(Report report)
    {
        var text = new StringBuilder($"source: {report.Source.Id}, published: {report.Dated}");
        if (report.Title is { } title) text.Append(", title: ").Append(ReviewFile.Quoted(title));
        if (report.Address is { } address) text.Append(", address: ").Append(ReviewFile.Quoted(address));
        return $"  {report.Id}: {{{text}}}\n";
    }

    /// <summary>The text of the evidence file of a case with the entries added at the end of their sections and reports under the claims that they repeat; everything else stays as it is written.</summary>
    /// <param name="text">The file; empty where the case has none.</param>
    public string Into(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lines = text.Length == 0 ? [] : text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        Add(lines, "reports", Reports.Select(r => r.Text));
        Add(lines, "claims", Claims.Select(c => c.Text));
        return Under.Aggregate(string.Join('\n', lines) + "\n", (so, heard) => HeardInsertion.Into(so, heard) ?? so);
    }

    static void Add(List<string> lines, string section, IEnumerable<string> entries)
    {
        var added = string.Concat(entries).TrimEnd('\n');
        if (added.Length == 0) return;
        var head = lines.FindIndex(l => l.StartsWith(section + ":", StringComparison.Ordinal));
        if (head < 0)
        {
            lines.Add(section + ":");
            lines.AddRange(added.Split('\n'));
            return;
        }

        // An empty map in one line opens for entries.
        if (lines[head][(section.Length + 1)..].Trim() is "{}") lines[head] = section + ":";
        var end = head + 1;
        while (end < lines.Count && (lines[end].Length == 0 || lines[end][0] is ' ' or '#')) end++;
        while (lines[end - 1].Length == 0 || lines[end - 1][0] == '#') end--;
        lines.InsertRange(end, added.Split('\n'));
    }
}

/// <summary>How an accepted proposal is written.</summary>
static class AcceptedShape
{
    static readonly Field<string> accept = new("accept", Kinds.Id, "the name under which the claim enters the case", "cac-asked-to-pause");
    static readonly Field<int> credibility = new("credibility", Kinds.Integer(1, 6), "grade of the thing said, by itself, 1 to 6", "3");
    static readonly Field<string> who = new("who", Kinds.Id, "party that acts or speaks", "cac");
    static readonly Field<string> does = new("does", Kinds.Text, "what it does or says, in your own words", "asks large platforms to pause H20 orders");
    static readonly Field<VagueDate> when = new("when", Kinds.VagueDate, "when it happened", "about 2025-07-22");
    static readonly Field<ImmutableArray<Keyed<HeardSoFar>>> heard = new("heard", Kinds.MapBy("report", HeardShape.Shape), "origins, by report", "{ft-2025-08-20: {said-by: people familiar, certainty: reported}}");
    static readonly Field<string?> note = Fields.Maybe("note", Kinds.Text, "remark for readers", "Unpublished and not confirmed.");
    static readonly Field<ImmutableArray<string>> also = new Field<ImmutableArray<string>>("also", Kinds.ListOf(Kinds.Id), "others who do the same; each would be a claim of its own", "[tencent]").Optional([]);
    static readonly Field<string?> like = Fields.Maybe("like", Kinds.Id, "a claim of the case that says much the same", "cac-asked-to-pause");
    static readonly Field<string?> to = Fields.Maybe("to", Kinds.Id, "whom it is asked of", "alibaba");
    static readonly Field<string?> about = Fields.Maybe("object", Kinds.Id, "part or party that it is about", "nvidia-h20");
    static readonly Field<ImmutableArray<string>> numbers = new Field<ImmutableArray<string>>("numbers", Kinds.ListOf(Kinds.Text), "numbers in the sentence", "[20 %]").Optional([]);
    static readonly Field<(int, int)> sentence = new Field<(int, int)>("sentence", Place(), "place of the sentence", "{start: 1, length: 80}").Optional(default);

    /// <summary>The shape.</summary>
    public static Shape<Accepted> Shape { get; } = new("accepted proposal", "A proposal that enters the case as a claim.",
        [accept, credibility, who, does, when, heard, note, also, like, to, about, numbers, sentence], row =>
        {
            if (row.At(who) == "unknown") row.Reject(who, "a party", "the page names none; say who it was, or leave the proposal out");
            var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"  {row.At(accept)}:\n    who: {row.At(who)}\n    does: {ReviewFile.Quoted(row.At(does))}\n    when: {row.At(when)}\n    credibility: {row.At(credibility)}\n");
            if (row.At(note) is { } remark) text.Append("    note: ").Append(ReviewFile.Quoted(remark)).Append('\n');
            text.Append("    heard: {").AppendJoin(", ", row.At(heard).Select(h => $"{h.Key.Id}: {{{Heard(h.Value)}}}")).Append("}\n");
            return new(row.At(accept), text.ToString(), [.. row.At(heard).SelectMany(h => h.Value.Copies.Select(c => c.Id).Prepend(h.Key.Id))]);
        });

    static readonly Field<string> under = new("under", Kinds.Id, "the claim of the case that says the same; it gains the report", "cac-asked-to-pause");
    static readonly Field<int> grade = new Field<int>("credibility", Kinds.Integer(1, 6), "not used: the claim keeps its own", "3").Optional(0);
    static readonly Field<string?> wording = Fields.Maybe("does", Kinds.Text, "not used: the claim keeps its own words", "asks platforms to pause orders");
    static readonly Field<string?> actor = Fields.Maybe("who", Kinds.Id, "not used: the claim keeps its own", "cac");
    static readonly Field<string?> date = Fields.Maybe("when", Kinds.Text, "not used: the claim keeps its own", "about 2025-07-22");

    /// <summary>A proposal that repeats a claim of the case.</summary>
    public static Shape<HeardUnder> Repeated { get; } = new("repeated proposal", "A proposal that adds its report to a claim of the case.",
        [under, heard, grade, wording, actor, date, note, also, like, to, about, numbers, sentence],
        row => new(row.At(under), [.. row.At(heard).Select(h => (h.Key.Id, Heard(h.Value with { Copies = [] }), h.Value.Copies.Select(c => c.Id).ToImmutableArray()))]));

    static string Heard(HeardSoFar heard) => string.Join(", ", new[]
    {
        heard.SaidBy is { } by ? $"said-by: {ReviewFile.Quoted(by)}" : null, $"certainty: {heard.Certainty.ToString().ToLowerInvariant()}", heard.Behalf == Behalf.Own ? "interest: own" : null,
        heard.Copies.IsEmpty ? null : $"in: [{string.Join(", ", heard.Copies.Select(c => c.Id))}]",
    }.OfType<string>());

    static Shape<(int, int)> Place()
    {
        var (start, length) = (new Field<int>("start", Kinds.Integer(0), "where it begins", "1"), new Field<int>("length", Kinds.Integer(0), "its length", "80"));
        return new("place", "Where a sentence stands in the extracted text.", [start, length], row => (row.At(start), row.At(length)));
    }
}

/// <summary>An accepted proposal.</summary>
/// <param name="Id">Name of the claim.</param>
/// <param name="Text">Its entry.</param>
/// <param name="Reports">Reports that it names.</param>
sealed record Accepted(string Id, string Text, ImmutableArray<string> Reports);
