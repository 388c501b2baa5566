using System.Collections.Immutable;

namespace Sluice.Policies;

/// <summary>What a buyer knows of the market that does not change: which parts there are, how fast they are for it, and what it may buy.</summary>
/// <remarks>Assets are the parts on sale, one per line and in their order, then parts that stand in some fleet and are sold no more.</remarks>
public sealed class BuyerDesk
{
    /// <summary>Describes a desk.</summary>
    /// <param name="buyer">Party.</param>
    /// <param name="lines">Names of the lines on sale.</param>
    /// <param name="workloads">Names of the workloads.</param>
    /// <param name="speed">[workload · assets + asset] equivalents per unit; 0 where the part cannot serve it.</param>
    /// <param name="isDomestic">[asset] whether its maker is of the buyer's country.</param>
    /// <param name="mayBuy">[line] whether it is sold to this buyer.</param>
    /// <param name="movesFirst">Workloads in the order in which they take domestic parts; foreign ones are taken in the opposite order.</param>
    public BuyerDesk(
        string buyer, ImmutableArray<string> lines, ImmutableArray<string> workloads, double[] speed, bool[] isDomestic, bool[] mayBuy, ImmutableArray<int> movesFirst)
    {
        ArgumentNullException.ThrowIfNull(speed);
        (Buyer, Lines, Workloads, Assets) = (buyer, lines, workloads, speed.Length / workloads.Length);
        (Speed, IsDomestic, MayBuy, MovesFirst) = (speed, isDomestic, mayBuy, movesFirst);
    }

    /// <summary>Party.</summary>
    public string Buyer { get; }

    /// <summary>Names of the lines on sale.</summary>
    public ImmutableArray<string> Lines { get; }

    /// <summary>Names of the workloads.</summary>
    public ImmutableArray<string> Workloads { get; }

    /// <summary>Number of assets; at least that of the lines.</summary>
    public int Assets { get; }

    /// <summary>Workloads in the order in which they take domestic parts.</summary>
    public ImmutableArray<int> MovesFirst { get; }

    internal double[] Speed { get; }

    internal bool[] IsDomestic { get; }

    internal bool[] MayBuy { get; }

    /// <summary>Equivalents per unit; 0 where the part cannot serve the workload.</summary>
    public double SpeedOf(int workload, int asset) => Speed[workload * Assets + asset];
}
