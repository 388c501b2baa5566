namespace Sluice.Outlooks;

/// <summary>Limits within which an outlook is built.</summary>
/// <param name="PruneBelow">States rarer than this at the start of a period are pruned, unless one of their levels says keep; 0 prunes none.</param>
/// <param name="MostAlive">Most joint states alive in one period; above it the outlook is refused.</param>
/// <param name="MostReachable">Most joint states reachable at all; above it the outlook is refused before any arithmetic.</param>
public sealed record OutlookOptions(double PruneBelow, int MostAlive, int MostReachable)
{
    /// <summary>1e-7, 400, 10,000.</summary>
    /// <remarks>In a trial of the founding case 1e-6 already cost a tenth of the indifference and saved nothing.</remarks>
    public static OutlookOptions Default { get; } = new(1e-7, 400, 10_000);
}
