namespace Sluice.Optimization;

/// <summary>Work done by the nodes of a policy, those shared with a parent or branches included.</summary>
/// <param name="Solves">Linear programmes solved.</param>
/// <param name="SimplexIterations">Simplex iterations of them.</param>
/// <param name="HighsRuns">Those of the solves that went to HiGHS.</param>
/// <param name="Cuts">Cuts held now.</param>
public readonly record struct SolverCounts(long Solves, long SimplexIterations, long HighsRuns, long Cuts);
