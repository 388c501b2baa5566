using System.Collections.Immutable;
using System.Text.Json;
using Sluice.Cases;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Reading;

namespace Sluice.Runs;

/// <summary>Answers <c>sluice gates</c> from the files of an atlas.</summary>
public static class GatesRecords
{
    static readonly ImmutableArray<string> sections = ["parts", "us-rules", "cn-measures", "countries", "names"];
    static readonly ImmutableArray<string> knownUses = ["inference", "training"];

    /// <summary>Reads the atlas.</summary>
    /// <param name="atlas">Files of the atlas.</param>
    /// <param name="diagnostics">Receives what is wrong with them.</param>
    public static (GateBook Book, string Version) Read(IFileSource atlas, Diagnostics diagnostics)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        ArgumentNullException.ThrowIfNull(diagnostics);
        var (tree, faults) = AtlasTree.Read(atlas, sections);
        diagnostics.AddRange(faults.Sorted);
        return (GateBook.Read(tree.Root, new Reader(diagnostics)), ((tree.Root["about"] as Map)?["version"] as Scalar)?.Text ?? "none");
    }

    /// <summary>Answers a question.</summary>
    /// <param name="book">What was read of the atlas.</param>
    /// <param name="version">Version of the atlas.</param>
    /// <param name="question">The question.</param>
    public static GatesAnswer Answer(GateBook book, string version, GatesQuestion question)
    {
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(question);
        if (Fault(book, question) is { } fault) return GatesAnswer.Refused(fault);
        var asOf = question.AsOf ?? book.LastKnowledge;
        var from = question.From ?? (asOf < book.LastKnowledge ? asOf : book.Horizon);
        var until = question.Until ?? from;
        if (until < from) return GatesAnswer.Refused(GatesWords.EndsBeforeItBegins(from, until));
        ImmutableArray<Part> parts = question.Part == "all" ? book.Parts : [book.Parts.First(p => p.Id == book.Names.Find(question.Part))];
        return new(new()
        {
            AsOf = asOf, Horizon = book.Horizon, Atlas = version, RulesChanging = book.ChangesAfter(asOf < book.Horizon ? asOf : book.Horizon),
            Asked = new(question.Buyer.Headquarters, question.Buyer.Groups, question.Buyer.Firm, question.Buyer.Use),
            Rows = [.. parts.SelectMany(part => PartScreening.Of(book, part, asOf).Over(question.To, question.Buyer, from, until).Select(s => Row(book, part, question, s)))],
        }, "");
    }

    /// <summary>The document of <c>--json</c>.</summary>
    public static string Json(GatesRecord record) => JsonSerializer.Serialize(record, GatesJson.Default.GatesRecord) + "\n";

    static string? Fault(GateBook book, GatesQuestion question)
    {
        if (question.Part != "all" && book.Names.Find(question.Part) is null) return GatesWords.UnknownPart(question.Part, book.Names.Near(question.Part));
        foreach (var country in new[] { question.To, question.Buyer.Headquarters })
            if (country is not null && country is not [>= 'A' and <= 'Z', >= 'A' and <= 'Z']) return GatesWords.NotACountry(country, Nearest.To(country, book.Countries.Codes));
        foreach (var group in question.Buyer.Groups)
            if (!book.BuyerGroups.Contains(group)) return GatesWords.UnknownGroup(group, book.BuyerGroups, Nearest.To(group, book.BuyerGroups));
        if (question.Buyer.Firm is { } firm && !book.Parties.Contains(firm)) return GatesWords.UnknownFirm(firm, Nearest.To(firm, book.Parties));
        if (question.Buyer.Use is { } use && !knownUses.Contains(use)) return GatesWords.UnknownUse(use, knownUses, Nearest.To(use, knownUses));
        return null;
    }

    static GatesRow Row(GateBook book, Part part, GatesQuestion question, Screened screened) => new()
    {
        Part = part.Id, Title = book.Names.Brief(part), PartKnown = part.Known?.From, To = question.To, BuyerHq = question.Buyer.Headquarters, On = screened.On, Until = screened.Until,
        Conflicts = [.. screened.Conflicts.Select(c => new GatesConflict(c.Laws, c.Why))],
        Verdicts = [.. screened.Verdicts.Select(Written)],
    };

    /// <summary>A verdict as documents write it.</summary>
    internal static GatesVerdict Written(Verdict v) => new()
    {
        Gate = v.Gate, Verdict = GatesWords.Of(v.Word), Class = v.Class, Policy = v.Policy, Exception = v.Exception, Strength = v.Strength, Rules = v.Rules,
        Conditions = v.Conditions, Missing = v.Missing, TurnsOn = v.TurnsOn, LastKnown = v.LastKnown, Why = v.Why, Trace = v.Trace,
    };
}
