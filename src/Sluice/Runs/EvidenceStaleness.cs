using Sluice.Cases;
using Sluice.Evidence;
using Sluice.Outlooks;

namespace Sluice.Runs;

/// <summary>Finds what has aged or soon will.</summary>
static class EvidenceStaleness
{
    /// <summary>Reasons that end within so many months are about to expire.</summary>
    const int Soon = 3;

    public static ImmutableArray<StaleRow> Of(Case world, CaseOutlook outlook, int oldAfter) =>
        [.. Levels(world, outlook, oldAfter).Concat(Reasons(world, outlook, oldAfter))
            .OrderBy(s => s.Kind switch { "old" => 0, "expires" => 1, _ => 2 }).ThenBy(s => s.On).ThenBy(s => s.Path, StringComparer.Ordinal).ThenBy(s => s.Claim, StringComparer.Ordinal)];

    static IEnumerable<StaleRow> Levels(Case world, CaseOutlook outlook, int oldAfter) =>
        from driver in world.Drivers
        from entry in driver.History
        where EvidenceUses.InForce(outlook.Standing, driver, entry)
        from claim in entry.Claims
        from row in Old(world, outlook.Supports.SupportOf(claim.Id), EvidenceUses.PathOf(driver, entry), $"{driver.Id} is held to stand at {entry.Level} by it", oldAfter)
        select row;

    static IEnumerable<StaleRow> Reasons(Case world, CaseOutlook outlook, int oldAfter)
    {
        var asOf = world.Header.AsOf;
        var month = new DateOnly(asOf.Year, asOf.Month, 1);
        foreach (var driver in world.Drivers)
            foreach (var move in driver.Moves)
                foreach (var reason in outlook.Rates.At(driver.Id, move.Name, asOf).Reasons)
                {
                    var path = EvidenceUses.PathOf(driver, move, reason.Reason);
                    var last = reason.After.AddDays(-1);
                    if (reason.After <= month) yield return new("expired", reason.Reason.Event.Id, path, last, $"moves {move.From} → {move.To} no more");
                    if (reason.Decay <= 0) continue;
                    if (reason.After <= month.AddMonths(Soon)) yield return new("expires", reason.Reason.Event.Id, path, last, $"moves {move.From} → {move.To} by × {reason.Factor:0.00} until then");
                    foreach (var claim in new[] { reason.Reason.Event.Id, reason.Reason.Link?.Id }.OfType<string>().Distinct(StringComparer.Ordinal))
                        foreach (var row in Old(world, outlook.Supports.SupportOf(claim), path, $"moves {move.From} → {move.To} by × {reason.Factor:0.00}", oldAfter)) yield return row;
                }
    }

    static IEnumerable<StaleRow> Old(Case world, ClaimSupport claim, string path, string what, int oldAfter)
    {
        if (claim.Origins.IsEmpty) yield break;
        var newest = claim.Origins.Max(o => o.Published);
        if (newest.AddMonths(oldAfter) < world.Header.AsOf) yield return new("old", claim.Claim.Id, path, newest, $"last heard {newest:yyyy-MM-dd}; {what}");
    }
}
