using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Sluice.Cases;
using Sluice.Evidence;
using Sluice.Market;
using Sluice.Planning.Answers;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Planning.Hinges;

/// <summary>A world in which something holds that the plan does not count on.</summary>
/// <param name="About">The question, for example <c>dispute asked-or-paused: asked</c>.</param>
/// <param name="Change">What is changed about the case.</param>
/// <param name="Weights">Position of the table of weights; 0 is the plan's.</param>
/// <param name="Residual">Factor on what units are worth beyond the horizon.</param>
/// <param name="MovesNumbers">False where it is known beforehand that no number of the outlook depends on it.</param>
sealed record HingeWorld(string About, Func<LoadOptions, LoadOptions> Change, int Weights = 0, double Residual = 1, bool MovesNumbers = true);

/// <summary>The worlds that are looked at, those first that usually matter most.</summary>
static class HingeWorlds
{
    // Quarters added to the horizon, and shares that the residual is more or less.
    const int MoreQuarters = 4;
    const double More = 1.5;
    const double Less = 0.5;

    static readonly Place at = new("hinges", 1, 1);

    public static ImmutableArray<HingeWorld> Of(AnswerContext context)
    {
        var world = context.Programme.World;
        return
        [
            .. Told(world), .. Disputes(world), .. Weights(world), .. Conflicts(world),
            new HingeWorld("residual + 50 %", o => o, Residual: More), new HingeWorld("residual − 50 %", o => o, Residual: Less),
            .. Horizon(context), .. Muted(world),
        ];
    }

    /// <summary>What the viewpoint was told, at each other level.</summary>
    static IEnumerable<HingeWorld> Told(Case world) =>
        from told in world.Header.Told
        from level in world.Driver(told.Key).Levels
        where level.Id != told.Value
        select new HingeWorld($"told {told.Key}: {level.Id} instead of {told.Value}", o => Patched(o, Patch.Set($"told.{told.Key}", level.Id, at)));

    /// <summary>Each side of an open dispute; disputes that touch one move, or one driver's level, vary jointly.</summary>
    static IEnumerable<HingeWorld> Disputes(Case world)
    {
        foreach (var joint in Joint(world, [.. world.Evidence.Disputes.Where(d => d.Resolved is null)]))
        {
            IEnumerable<ImmutableArray<(string Dispute, string Side)>> combined = [[]];
            foreach (var dispute in joint)
                combined = combined.SelectMany(c => dispute.Sides.Select(s => c.Add((dispute.Id, s.Name)))).ToList();
            var moves = joint.Any(d => Uses(world, d).Any());
            foreach (var sides in combined)
                yield return new HingeWorld($"dispute {string.Join(", ", sides.Select(s => $"{s.Dispute}: {s.Side}"))}", o => o with { Resolve = [.. o.Resolve, .. sides] }, MovesNumbers: moves);
        }
    }

    static List<List<Dispute>> Joint(Case world, ImmutableArray<Dispute> disputes)
    {
        var groups = new List<(List<Dispute> Disputes, HashSet<string> Uses)>();
        foreach (var dispute in disputes)
        {
            var uses = Uses(world, dispute).ToHashSet(StringComparer.Ordinal);
            var touched = groups.Where(g => g.Uses.Overlaps(uses)).ToList();
            groups.RemoveAll(touched.Contains);
            groups.Add(([.. touched.SelectMany(g => g.Disputes), dispute], [.. touched.SelectMany(g => g.Uses), .. uses]));
        }
        return [.. groups.Select(g => g.Disputes)];
    }

    /// <summary>Moves whose reasons name a claim of the dispute, and drivers whose history does.</summary>
    static IEnumerable<string> Uses(Case world, Dispute dispute)
    {
        var claims = dispute.Sides.SelectMany(s => s.Claims).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var driver in world.Drivers)
        {
            if (driver.History.Any(h => h.Claims.Any(c => claims.Contains(c.Id))))
                yield return driver.Id;
            foreach (var move in driver.Moves)
                if (move.Because.Any(r => claims.Contains(r.Event.Id) || (r.Link is { } link && claims.Contains(link.Id))))
                    yield return $"{driver.Id}.{move.Name}";
        }
    }

    static IEnumerable<HingeWorld> Weights(Case world) =>
        Enumerable.Range(1, Math.Max(0, world.Evidence.Weights.Length - 1)).Select(i => new HingeWorld($"weights: {world.Evidence.Weights[i].Name}", o => o, Weights: i));

    /// <summary>Without new orders of an offer whose laws conflict; what is on order stays.</summary>
    static IEnumerable<HingeWorld> Conflicts(Case world) =>
        from offer in world.Market.Offers.OfType<Purchase>()
        where world.Verdicts.GetValueOrDefault(offer.Id)?.Conflict is not null
        let never = world.Header.Clock.Periods[^1].End.AddYears(10).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        select new HingeWorld($"without {offer.Id}, whose laws conflict", o => Patched(o, Patch.Put($"offers.{offer.Id}.from", never, at)));

    /// <summary>A year more, served at the demand of the last period; what is offered stays as it was at the end.</summary>
    static IEnumerable<HingeWorld> Horizon(AnswerContext context)
    {
        if (context.Source?.Load().Tree?["periods"] is not Scalar periods)
            yield break;
        var (world, last) = (context.Programme.World, context.Terms.Periods[^1]);
        var (word, each) = last.Months switch { < 2 => ("months", 1), < 6 => ("quarters", 3), _ => ("years", 12) };
        var count = MoreQuarters * 3 / each;
        var rows = new StringBuilder("demand:\n");
        var start = last.End.AddDays(1);
        for (var i = 0; i < count; i++, start = start.AddMonths(each))
            foreach (var row in world.Market.Demand.Where(r => world.Header.Clock.Find(r.Period)?.Index == last.Index))
            {
                var label = each switch { 1 => $"{start:yyyy-MM}", 3 => $"{start.Year}-Q{(start.Month + 2) / 3}", _ => $"{start.Year}" };
                rows.Append(CultureInfo.InvariantCulture, $"  {row.Workload.Id}@{label}: {{workload: {row.Workload.Id}, period: {label}, amount: {row.Amount.Value:0.######} {world.Market.Workload(row.Workload.Id).Equivalent}}}\n");
            }
        if (Yaml.Read("hinges", Encoding.UTF8.GetBytes(rows.ToString()), "", new Diagnostics()) is { } more)
            yield return new HingeWorld($"horizon + {MoreQuarters} quarters", o => Patched(o, Patch.Set("periods", $"{periods.Text}, then {count} {word}", at), Patch.Merge(more)));
    }

    /// <summary>Each claim muted. One that no reason, history or dispute names moves no number: a basis is not arithmetic.</summary>
    static IEnumerable<HingeWorld> Muted(Case world)
    {
        var moving = world.Drivers.SelectMany(d => d.Moves).SelectMany(m => m.Because).SelectMany(r => r.Link is { } link ? new[] { r.Event.Id, link.Id } : [r.Event.Id])
            .Concat(world.Drivers.SelectMany(d => d.History).Where(h => h.Known <= world.Header.AsOf).SelectMany(h => h.Claims).Select(c => c.Id))
            .Concat(world.Evidence.Disputes.Where(d => Uses(world, d).Any()).SelectMany(d => d.Sides).SelectMany(s => s.Claims).Select(c => c.Id)).ToHashSet(StringComparer.Ordinal);
        return world.Evidence.Claims.Select(claim => new HingeWorld($"without the claim {claim.Id}", o => o with { Mute = o.Mute.Add(claim.Id) }, MovesNumbers: moving.Contains(claim.Id)));
    }

    static LoadOptions Patched(LoadOptions options, params ReadOnlySpan<Patch> patches) => options with { Patches = [.. options.Patches, .. patches] };
}
