namespace Sluice.Optimization;

/// <summary>A decomposition cannot go on; the extensive form may still be solvable.</summary>
internal sealed class DecompositionException(string message) : Exception(message);
