using System.Globalization;
using System.Text;

namespace Sluice.Evidence.Intake;

/// <summary>Writes the file that a person reviews: an entry for evidence.yaml and proposals, each with the place of its sentence and none of its words.</summary>
public static class ReviewFile
{
    /// <summary>The file.</summary>
    public static string Of(IntakeResult intake)
    {
        ArgumentNullException.ThrowIfNull(intake);
        var report = intake.Report;
        var text = new StringBuilder()
            .Append("# Proposals from a page. Nothing of this is in the case. To accept one, add `accept: NAME` (its name in the case) and `credibility: 1 to 6`, and put `does` in your own words.\n")
            .Append("# Where a claim of the case says the same, add `under: CLAIM` instead: the claim then gains this report and stays as it is;\n")
            .Append("# then `sluice evidence accept THISFILE CASE` writes it into evidence.yaml. Proposals without either are left out.\n")
            .Append("# `sentence` counts characters of the extracted text; `sluice evidence add FILE --text OUT` writes that text beside you for reading.\n")
            .Append(CultureInfo.InvariantCulture, $"# SHA-256 of the extracted text: {intake.Digest}\n");
        foreach (var why in report.OriginWhy) text.Append("# ").Append(Comment(why)).Append('\n');
        if (report.Known is { } self) text.Append("# This page is already report ").Append(Comment(self)).Append(".\n");
        text.Append("reports:\n  ").Append(Key(report.Id)).Append(":\n");
        Line("    source", report.Source is { } source ? Quoted(source) + (report.SourceKnown ? "" : "                 # not among the sources; grade it there first") : "unknown                 # the page does not say");
        Line("    published", report.Published is { } day ? $"{day}                 # {Comment(report.PublishedFrom ?? "")}" : "unknown                 # the page does not say");
        if (report.Title is { } title) Line("    title", Quoted(title));
        if (report.Address is { } address) Line("    address", Quoted(address));
        text.Append("proposals:\n");
        if (intake.Proposals.IsEmpty) text.Append("  {}\n");
        for (var i = 0; i < intake.Proposals.Length; i++) Proposal(i + 1, intake.Proposals[i]);
        return text.ToString();

        void Proposal(int number, Proposal p)
        {
            text.Append(CultureInfo.InvariantCulture, $"  p{number:000}:\n");
            if (p.Like is { } like) Line("    like", $"{Key(like)}                 # a claim of the case says much the same; `under: {Comment(like)}` adds this report to it");
            Line("    who", p.Who is { } who ? Key(who) : "unknown");
            if (!p.Also.IsEmpty) Line("    also", $"[{string.Join(", ", p.Also.Select(Key))}]");
            Line("    does", Quoted(p.Does));
            if (p.To is { } to) Line("    to", Key(to));
            if (p.About is { } about) Line("    object", Key(about));
            if (p.When is { } when) Line("    when", $"{when}                 # {p.WhenFrom}");
            Line("    heard", $"{{{Key(report.Origin ?? report.Id)}: {{{(p.SaidBy is { } by ? $"said-by: {Quoted(by)}, " : "")}certainty: {p.Certainty}{(report.Origin is null ? "" : $", in: [{Key(report.Known ?? report.Id)}]")}}}}}");
            if (!p.Numbers.IsEmpty) Line("    numbers", $"[{string.Join(", ", p.Numbers.Select(n => Quoted(Number(n))))}]");
            Line("    sentence", string.Create(CultureInfo.InvariantCulture, $"{{start: {p.Sentence.Start}, length: {p.Sentence.Length}}}"));
        }

        void Line(string key, string value) => text.Append(key).Append(": ").Append(value).Append('\n');
    }

    /// <summary>A number as people read it.</summary>
    public static string Number(FoundNumber number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var unit = number.Unit == "%" ? " %" : $" {number.Unit}";
        return number.UpTo is { } high ? string.Create(CultureInfo.InvariantCulture, $"{number.Value:0.####} to {high:0.####}{unit}") : string.Create(CultureInfo.InvariantCulture, $"{number.Value:0.####}{unit}");
    }

    static string Key(string id) => id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_') && id.Length > 0 ? id : Quoted(id);

    static string Comment(string text) => string.Concat(text.Select(c => IsPlain(c) ? c : ' '));

    /// <summary>Double quotation marks, everything that is not plain print escaped, cut at 300 characters.</summary>
    internal static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text.Length > 300 ? text[..299] + "…" : text)
            if (c is '"' or '\\') quoted.Append('\\').Append(c);
            else if (IsPlain(c)) quoted.Append(c);
            else quoted.Append(CultureInfo.InvariantCulture, $"\\u{(char.IsSurrogate(c) ? 0xFFFD : (int)c):X4}");
        return quoted.Append('"').ToString();
    }

    static bool IsPlain(char c) => c >= ' ' && c != '\u007F' && !char.IsSurrogate(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
