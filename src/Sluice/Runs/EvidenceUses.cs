using System.Globalization;
using Sluice.Cases;
using Sluice.Outlooks;

namespace Sluice.Runs;

/// <summary>Everything in a case that rests on claims: reasons of moves, entries of histories, numbers.</summary>
static class EvidenceUses
{
    /// <summary>Uses by claim, each in ordinal order of paths.</summary>
    public static ILookup<string, UseRow> Of(Case world, Standing standing) =>
        Reasons(world).Concat(Histories(world, standing)).Concat(Numbers(world))
            .OrderBy(u => u.Use.Path, StringComparer.Ordinal).ThenBy(u => u.Use.As, StringComparer.Ordinal)
            .ToLookup(u => u.Claim, u => u.Use, StringComparer.Ordinal);

    /// <summary>Path of a reason.</summary>
    public static string PathOf(Driver driver, Move move, Reason reason) => $"drivers.{driver.Id}.moves.{move.Name}.because.{reason.Name}";

    /// <summary>Path of an entry of a history.</summary>
    public static string PathOf(Driver driver, HistoryEntry entry) => $"drivers.{driver.Id}.history.{entry.Effective}";

    /// <summary>Whether a driver stands where it stands by this entry.</summary>
    public static bool InForce(Standing standing, Driver driver, HistoryEntry entry) => standing.Drivers.Any(d => d.Driver == driver.Id && ReferenceEquals(d.Entry, entry));

    static IEnumerable<(string Claim, UseRow Use)> Reasons(Case world) =>
        from driver in world.Drivers
        from move in driver.Moves
        from reason in move.Because
        from use in new[] { (Claim: (string?)reason.Event.Id, As: "event"), (Claim: reason.Link?.Id, As: "link") }
        where use.Claim is not null
        select (use.Claim, new UseRow("move", PathOf(driver, move, reason), use.As,
            $"{driver.Id} {move.From} → {move.To}, × {reason.Times.Value.ToString("0.##", CultureInfo.InvariantCulture)} at full support"));

    static IEnumerable<(string Claim, UseRow Use)> Histories(Case world, Standing standing) =>
        from driver in world.Drivers
        from entry in driver.History
        from claim in entry.Claims
        select (claim.Id, new UseRow("history", PathOf(driver, entry), "level", $"{driver.Id} at {entry.Level}{State(world, standing, driver, entry)}"));

    static string State(Case world, Standing standing, Driver driver, HistoryEntry entry) =>
        InForce(standing, driver, entry) ? ", stands now" : entry.Known > world.Header.AsOf ? ", known only later" : "";

    static IEnumerable<(string Claim, UseRow Use)> Numbers(Case world) =>
        from number in world.Assumptions
        where number.Basis is Quantities.Claims
        from claim in ((Quantities.Claims)number.Basis).Ids
        select (claim.Id, new UseRow("number", number.Path, "basis", number.Text));
}
