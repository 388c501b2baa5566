using System.Collections.Immutable;

namespace Sluice.Outlooks;

/// <summary>An effect as it binds the viewpoint: wholly, or for a share and perhaps only at one place where an ask is followed in part.</summary>
/// <param name="Effect">The effect.</param>
/// <param name="Share">Share that is followed, above 0 to 1; 1 for what is not an ask.</param>
/// <param name="OnlyAt">Place; null: everywhere.</param>
internal sealed record InForce(Effect Effect, double Share, string? OnlyAt)
{
    /// <summary>What a level does to the viewpoint: its effects, and its asks by stance.</summary>
    public static ImmutableArray<InForce> Of(Level level, Stance? stance)
    {
        var effects = level.Effects.Select(e => new InForce(e, 1, null));
        var asks = (stance?.Answer ?? Answer.Follow) switch
        {
            Answer.Follow => level.Asks.Select(a => new InForce(a, 1, null)),
            Answer.InPart when stance!.Share > 0 => level.Asks.Select(a => new InForce(a, stance.Share, stance.Place)),
            _ => [],
        };
        return [.. effects, .. asks];
    }

    /// <summary>Whether it reaches a place.</summary>
    public bool Reaches(string site) => OnlyAt is null || OnlyAt == site;

    /// <summary>A share or factor followed in part: moved from 1 by the share that is followed.</summary>
    public double Toward(double value) => 1 - Share * (1 - value);
}
