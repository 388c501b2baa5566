using System.Collections.Immutable;

namespace Sluice.Outlooks;

/// <summary>What a transition of the outlook rests on, computed anew from the rates.</summary>
/// <param name="Chance">Probability of the transition over the period.</param>
/// <param name="Rates">
/// Moves that lead straight from the old to the new level of each driver that changed and whose conditions hold at the start, with their
/// rates in every month of the period. A driver without one moved by more than one step, or by an event.
/// </param>
/// <param name="Events">Scheduled events of the period that move one of those drivers.</param>
public sealed record ArcTrace(double Chance, ImmutableArray<MoveRate> Rates, ImmutableArray<CalendarEvent> Events);
