namespace Sluice.Policies;

/// <summary>A buyer's habits as numbers, as they hold in one replication.</summary>
/// <param name="Foresight">Months ahead for which it orders.</param>
/// <param name="Patience">Months of a line's expected deliveries that it keeps on order at most.</param>
/// <param name="Foreign">Most of its need that it meets with foreign parts, 0 to 1.</param>
/// <param name="Premium">How much dearer a domestic part may be and still come first, as a share.</param>
/// <param name="Cut">Share of open orders that those who are asked cancel per month.</param>
/// <param name="Defer">Share of deliveries that those who are asked put off.</param>
public readonly record struct Traits(double Foresight, double Patience, double Foreign, double Premium, double Cut, double Defer);
