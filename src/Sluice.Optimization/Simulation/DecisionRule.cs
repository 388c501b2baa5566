namespace Sluice.Optimization;

/// <summary>A way to decide at a node other than the policy's, such as a habit: it pins or prices columns for one solve.</summary>
/// <param name="stage">Stage, from 0.</param>
/// <param name="node">Node in the stage, from 0.</param>
/// <param name="outcome">Outcome in the node, from 0.</param>
/// <param name="state">Incoming state.</param>
/// <param name="edit">Takes the changes; empty at the call.</param>
/// <remarks>Called from several threads at once: it must depend on its arguments alone.</remarks>
public delegate void DecisionRule(int stage, int node, int outcome, ReadOnlySpan<double> state, RuleEdit edit);
