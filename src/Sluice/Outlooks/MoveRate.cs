using System.Collections.Immutable;

namespace Sluice.Outlooks;

/// <summary>The rate of a move in a calendar month, with all that it comes from.</summary>
/// <param name="Driver">Driver.</param>
/// <param name="Move">Name of the move.</param>
/// <param name="Month">First day of the month.</param>
/// <param name="Base">Per month, before reasons.</param>
/// <param name="Reasons">Every reason of the move, whether it acts in the month or not.</param>
/// <param name="Shift">Sum over groups, within ± ln 4: logarithm of what the reasons do.</param>
/// <param name="Clipped">Whether the sum went beyond ± ln 4.</param>
/// <param name="Events">Scheduled events that act in the month.</param>
/// <param name="Value">Per month: base · exp(shift) · factors of events.</param>
public sealed record MoveRate(
    string Driver, string Move, DateOnly Month, double Base, ImmutableArray<WeighedReason> Reasons, double Shift, Clipping Clipped,
    ImmutableArray<WeighedEvent> Events, double Value);

/// <summary>A reason weighed for a month.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Support">min(S of the event, S of the link), or the weight that it was said.</param>
/// <param name="First">First day of the first month in which it acts.</param>
/// <param name="After">First day after the last one.</param>
/// <param name="Decay">1 inside that span, else 0.</param>
/// <param name="Group">Heaviest origin of the event: reasons of one origin and sign move a rate once; null where no origin is visible.</param>
/// <param name="Shift">S · ln times · decay.</param>
/// <param name="Role">Whether it speaks for its group in this month.</param>
public sealed record WeighedReason(
    Reason Reason, double Support, DateOnly First, DateOnly After, double Decay, string? Group, double Shift, GroupRole Role)
{
    /// <summary>Factor on the rate that the reason would have alone.</summary>
    public double Factor => Math.Exp(Shift);
}

/// <summary>Part that a reason plays in its group.</summary>
public enum GroupRole
{
    /// <summary>It does not act in the month, or has no weight.</summary>
    Idle,

    /// <summary>It has the largest effect of its group and counts.</summary>
    Speaks,

    /// <summary>Another reason of the same origin and sign has the larger effect.</summary>
    Covered,
}

/// <summary>Whether the sum of reasons was held within its bound.</summary>
public enum Clipping
{
    /// <summary>Within the bound.</summary>
    Within,

    /// <summary>Cut at ± ln 4.</summary>
    Cut,
}

/// <summary>A scheduled event that acts on a rate.</summary>
/// <param name="Event">Name of the event.</param>
/// <param name="On">Day.</param>
/// <param name="Times">Factor on the rate.</param>
public sealed record WeighedEvent(string Event, DateOnly On, double Times);
