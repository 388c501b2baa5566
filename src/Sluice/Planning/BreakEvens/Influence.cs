using Sluice.Cases;

namespace Sluice.Planning.BreakEvens;

/// <summary>How the optimal cost moves with a number of the case.</summary>
/// <param name="Assumption">The number.</param>
/// <param name="PerUnit">∂V/∂θ: money per unit in which the number is written; the steeper side at a kink.</param>
/// <param name="Kink">
/// Whether the two sides differ by more than a fiftieth, or it acts in nodes whose prices are one of several that hold there: the figure is then one of the slopes
/// that meet.
/// </param>
/// <param name="From">Low end of its range: as stated, else a quarter below.</param>
/// <param name="To">High end.</param>
/// <param name="Opens">Money that choices of the wait which stand at 0 would earn at an end of the range, to first order, 0 or more.</param>
/// <param name="Touches">Whether anything in the programme moves with it.</param>
public sealed record Influence(Assumption Assumption, double PerUnit, bool Kink, double From, double To, double Opens, bool Touches)
{
    /// <summary>Money over the range.</summary>
    public double OverRange => PerUnit * (To - From);

    /// <summary>What it is ranked by as a candidate for a break-even: its influence over its range, or what it opens.</summary>
    public double Rank => Math.Max(Math.Abs(OverRange), Opens);
}
