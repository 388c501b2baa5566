using System.Globalization;
using Sluice.Outlooks;
using Sluice.Reading;

namespace Sluice.Runs.Replays;

/// <summary>Something that became known between two dates, and how to take it back on the later one.</summary>
/// <param name="Causes">What it changed, one row each; the decisions are filled in later.</param>
/// <param name="Mute">Claims to mute.</param>
/// <param name="Level">Driver and level to put back; null: none.</param>
sealed record EvidenceNews(ImmutableArray<ChangeCause> Causes, ImmutableArray<string> Mute, (string Driver, string Level)? Level)
{
    static readonly Place here = new("--from", 1, 1);

    /// <summary>The patch that puts a level back.</summary>
    public ImmutableArray<Patch> Patches => Level is not { } back ? [] :
        [Patch.Merge(new Map([new("told", here, new Map([new(back.Driver, here, new Scalar(back.Level, false, here, $"told.{back.Driver}"))], here, "told"))], here, ""))];

    /// <summary>Levels that differ, one by one.</summary>
    public static ImmutableArray<EvidenceNews> Levels(PlannedWorld before, PlannedWorld after) =>
        [.. from pair in before.Outlook.Standing.Drivers.Zip(after.Outlook.Standing.Drivers)
            where pair.First.Level != pair.Second.Level
            let driver = after.World.Driver(pair.Second.Driver)
            let was = driver.Levels[pair.First.Level].Id
            let now = driver.Levels[pair.Second.Level].Id
            let entry = pair.Second.Entry ?? Reported(driver, now, after.World.Header.AsOf)
            let path = entry is null ? $"told.{driver.Id}" : $"drivers.{driver.Id}.history.{entry.Effective}"
            let claims = entry?.Claims.Select(c => (string?)c.Id).ToList() ?? []
            select new EvidenceNews([.. (claims.Count == 0 ? [null] : claims).Select(c => new ChangeCause(c, path, was, now, []))], [], (driver.Id, was))];

    /// <summary>The entry by which a level that the viewpoint was told was reported as well; null: by none.</summary>
    static HistoryEntry? Reported(Driver driver, string level, DateOnly asOf) => driver.History.LastOrDefault(h => h.Known <= asOf && h.Level == level);

    /// <summary>Claims first heard between the dates that are a reason of a move, or dispute one, each with the rates that it changes.</summary>
    /// <param name="before">The earlier date.</param>
    /// <param name="after">The later date.</param>
    /// <param name="without">The outlook of the later date with claims muted.</param>
    public static ImmutableArray<EvidenceNews> Claims(PlannedWorld before, PlannedWorld after, Func<ImmutableArray<string>, MoveRates?> without)
    {
        var seen = after.Outlook.Supports.Unseen.ToHashSet(StringComparer.Ordinal);
        var reasons = after.World.Drivers.SelectMany(d => d.Moves).SelectMany(m => m.Because).SelectMany(r => r.Link is { } link ? new[] { r.Event.Id, link.Id } : [r.Event.Id]).ToHashSet(StringComparer.Ordinal);
        foreach (var dispute in after.World.Evidence.Disputes.Where(d => d.Sides.Any(s => s.Claims.Any(c => reasons.Contains(c.Id)))).ToList())
            reasons.UnionWith(dispute.Sides.SelectMany(s => s.Claims).Select(c => c.Id));
        var news = ImmutableArray.CreateBuilder<EvidenceNews>();
        foreach (var claim in before.Outlook.Supports.Unseen.Where(c => !seen.Contains(c) && reasons.Contains(c)))
            if (without([claim]) is { } rates && Rates(after, rates, claim) is { IsEmpty: false } causes) news.Add(new(causes, [claim], null));
        return news.ToImmutable();
    }

    static ImmutableArray<ChangeCause> Rates(PlannedWorld after, MoveRates without, string claim) =>
        [.. from driver in after.World.Drivers
            from move in driver.Moves
            let day = after.World.Header.AsOf
            let rates = (Was: without.At(driver.Id, move.Name, day).Value, Is: after.Outlook.Rates.At(driver.Id, move.Name, day).Value)
            where Math.Abs(rates.Was - rates.Is) > 1e-9
            select new ChangeCause(claim, $"drivers.{driver.Id}.moves.{move.Name}", Quarterly(rates.Was), Quarterly(rates.Is), [])];

    static string Quarterly(double rate) => $"{((1 - Math.Exp(-3 * rate)) * 100).ToString("0.0", CultureInfo.InvariantCulture)} % per quarter";
}
