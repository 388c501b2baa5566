using System.Security.Cryptography;
using System.Text;
using Sluice.Reading;

namespace Sluice.Evidence.Intake;

/// <summary>Takes in a saved page or text: an entry for the report, and proposals for a person to accept or refuse.</summary>
public static class PageIntake
{
    /// <summary>Reads a page and proposes.</summary>
    /// <param name="page">The page.</param>
    /// <param name="names">Names of parties, outlets, parts and places.</param>
    /// <param name="known">What the case knows already.</param>
    /// <param name="latest">A day that the page is hardly later than, for days without a year; null: none.</param>
    /// <param name="published">Day of publication stated by whoever adds the page; null: the page is asked.</param>
    public static IntakeResult Read(Page page, NameBook names, EvidenceRecord known, DateOnly? latest, DateOnly? published)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(known);
        var entry = ReportFinder.Of(page, names, latest);
        if (published is { } stated) entry = entry with { Published = VagueDate.On(stated).ToString(), PublishedFrom = "stated by whoever added the page" };
        var anchor = entry.Published is { } text && VagueDate.TryParse(text, out var day) ? day.To : default(DateOnly?);
        var proposals = new Proposer(names, anchor, known).In(page);
        (entry, proposals) = OriginFinder.Of(page, entry, proposals, names, known);
        return new(entry, proposals, page, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(page.Text))));
    }
}
