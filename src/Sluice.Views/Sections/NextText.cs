using System.Net;
using Microsoft.AspNetCore.Components;
using Sluice.Runs;

namespace Sluice.Views.Sections;

/// <summary>What follows a move, in words.</summary>
static class NextText
{
    /// <summary>The move with its chance; the driver is a link.</summary>
    public static MarkupString If(NextRecord next, Wording words, string anchor)
    {
        var link = $"<a href=\"#{anchor}\">{WebUtility.HtmlEncode(next.Driver)}</a>";
        return new(words.Say("If {0} stands at {1} by {2} (chance {3}):", link, $"<b>{WebUtility.HtmlEncode(words[next.Level])}</b>", words.Day(next.By), words.Share(next.Chance)));
    }

    public static string Then(NextRecord next, Wording words) => next.Actions.IsEmpty ? words["nothing changes"]
        : string.Join(words.Semicolon, next.Actions.Select(a => words.Say("{0} {1} (else {2})", a.Offer, words.Quantity(a.Quantity), words.Quantity(a.Otherwise))));
}
