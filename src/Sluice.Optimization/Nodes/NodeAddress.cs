namespace Sluice.Optimization;

/// <summary>Where a node stands, for messages, and where its subproblem is written if it fails.</summary>
internal sealed record NodeAddress(int Stage, int Node, string? Name, string? FailedSubproblemPath);
