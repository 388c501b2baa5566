using System.Globalization;
using System.Text;
using Sluice.Runs;

namespace Sluice.Views;

/// <summary>Places within a report. Names of a case become ids of HTML that are safe in an address and differ where the names differ.</summary>
static class Anchors
{
    public static string Assumption(string path) => Safe("a-", path);

    public static string Group(string group) => Safe("n-", group);

    public static string Claim(string id) => Safe("c-", id);

    public static string Dispute(string id) => Safe("s-", id);

    public static string Driver(string id) => Safe("d-", id);

    public static string Offer(string id) => Safe("o-", id);

    public static string Workload(string id) => Safe("w-", id);

    /// <summary>Assumptions stand in groups: the first two names of their path, an entry of a table under its first column.</summary>
    public static string GroupOf(string path)
    {
        var names = path.Split('.');
        return names.Length < 2 ? names[0] : $"{names[0]}.{(names[0] is "on-order" or "planned" or "demand" or "fleet" ? names[1].Split('@')[0] : names[1])}";
    }

    /// <summary>Groups of assumptions that speak of an offer, as far as the record has them.</summary>
    public static IEnumerable<string> GroupsOf(PlanRecord plan, DecisionRecord decision)
    {
        if (plan.Grounds is not { } grounds) return [];
        var present = grounds.Assumptions.Select(a => GroupOf(a.Path)).ToHashSet(StringComparer.Ordinal);
        return new[] { $"offers.{decision.Offer}", $"on-order.{decision.Offer}", $"planned.{decision.Offer}", $"parts.{decision.Part}" }
            .Concat(decision.Reasons.Where(r => r.Driver is not null).Select(r => $"drivers.{r.Driver}")).Distinct().Where(present.Contains);
    }

    static string Safe(string prefix, string name)
    {
        var text = new StringBuilder(prefix);
        foreach (var c in name)
            if (char.IsAsciiLetterOrDigit(c) || c is '-' or '.') text.Append(c);
            else text.Append('_').Append(((int)c).ToString("x", CultureInfo.InvariantCulture)).Append('_');
        return text.ToString();
    }
}
