using Sluice.Planning.Buyer;

namespace Sluice.Planning.Rivals;

/// <summary>A way to plan, on paths that all ways share. Money.</summary>
/// <param name="Policy">Which.</param>
/// <param name="Mean">Mean discounted cost, control variate taken off.</param>
/// <param name="Tail90">One of the paths in ten costs more, plain.</param>
/// <param name="Difference">Mean of its cost less Sluice's, path by path.</param>
/// <param name="Interval">95 % interval of the difference.</param>
/// <param name="Perturbed">The same difference where the true rates are draws from the ranges of those stated; null where none has a range.</param>
/// <param name="PerturbedInterval">95 % interval of that difference, over the draws of rates; null where there is none.</param>
/// <param name="Realised">Mean cost along the levels that came true, by chance after what is known; null where nothing later is known.</param>
/// <param name="RootRegret">V(its decision in the first period) − V; null where it was not computed.</param>
/// <param name="Paths">Paths.</param>
public sealed record Rival(
    RivalPolicy Policy, double Mean, double Tail90, double Difference, Bracket Interval, double? Perturbed, Bracket? PerturbedInterval, double? Realised, Bracket? RootRegret, int Paths);

/// <summary>Ways to plan.</summary>
public enum RivalPolicy
{
    /// <summary>The plan.</summary>
    Sluice,

    /// <summary>Solved anew every period for scenarios of the next one, and an average after each.</summary>
    TwoStage,

    /// <summary>Solved anew every period for one average future.</summary>
    Average,

    /// <summary>What was planned before the news.</summary>
    Habit,
}
