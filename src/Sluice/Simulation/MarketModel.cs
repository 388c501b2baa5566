using System.Collections.Immutable;
using Sluice.Outlooks;
using Sluice.Policies;

namespace Sluice.Simulation;

/// <summary>A market ready to be simulated: what the habits and the conditions say, as arrays. Immutable; made by <see cref="MarketCompiler"/>.</summary>
public sealed class MarketModel
{
    internal MarketModel() { }

    /// <summary>First day of the first month.</summary>
    public required DateOnly Start { get; init; }

    /// <summary>Months.</summary>
    public required int Months { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>Buyers, makers and owners of capacity, by id.</summary>
    public required ImmutableArray<string> Buyers { get; init; }

    /// <summary>Makers.</summary>
    public required ImmutableArray<string> Makers { get; init; }

    /// <summary>Shared capacities.</summary>
    public required ImmutableArray<string> Capacities { get; init; }

    /// <summary>Lines.</summary>
    public required ImmutableArray<string> Lines { get; init; }

    /// <summary>[line] part that it makes.</summary>
    public required ImmutableArray<string> Parts { get; init; }

    /// <summary>Workloads.</summary>
    public required ImmutableArray<string> Workloads { get; init; }

    /// <summary>[workload] name of its equivalent.</summary>
    public required ImmutableArray<string> Equivalents { get; init; }

    /// <summary>Drivers.</summary>
    public required ImmutableArray<Driver> Drivers { get; init; }

    /// <summary>[buyer] what it knows of the market.</summary>
    public required ImmutableArray<BuyerDesk> Desks { get; init; }

    /// <summary>[line] whether the part is domestic to the first buyer's country.</summary>
    public required ImmutableArray<bool> IsDomestic { get; init; }

    /// <summary>The viewpoint as a buyer of its own: index into <see cref="Buyers"/>; null where it is one of its kind.</summary>
    public int? Viewpoint => Arrays.Entry?.Buyer;

    internal MarketArrays Arrays { get; init; } = null!;
}

/// <summary>The arrays that a replication runs over. Numbers are indices into <see cref="Numbers"/>.</summary>
sealed class MarketArrays
{
    public required DriverSteps Steps { get; init; }
    public required DriverCourse Course { get; init; }
    public required ulong[] DriverKey { get; init; }
    public required int OpeningState { get; init; }
    public required int DrawnMonth { get; init; }
    public required int DrawnState { get; init; }
    public required DrawnNumbers Numbers { get; init; }
    public required TermsTable Terms { get; init; }

    // Indices into the drawn numbers.
    public required int[] Firms { get; init; }
    public required int[] Foresight { get; init; }
    public required int[] Patience { get; init; }
    public required int[] Compliance { get; init; }
    public required int[] Cut { get; init; }
    public required int[] Defer { get; init; }
    public required int[] Foreign { get; init; }
    public required int[] Premium { get; init; }
    public required int[] Level { get; init; }
    public required int[] Growth { get; init; }
    public required int[] Slowing { get; init; }
    public required int[] Ported { get; init; }
    public required int[] PortRate { get; init; }
    public required int[] Learning { get; init; }
    public required int[] Fleet { get; init; }
    public required WaitTerms[] Waits { get; init; }

    public required ViewpointEntry? Entry { get; init; }

    public required int[] MakerMemory { get; init; }
    public required int[] MakerCover { get; init; }
    public required int[] MakerPatience { get; init; }
    public required int[] MakerReturns { get; init; }
    public required int[] MakerWriteDown { get; init; }
    public required bool[] QuarterEnds { get; init; }

    public required int[] CapacityRate { get; init; }

    public required int[] LineMaker { get; init; }
    public required int[] SaleFrom { get; init; }
    public required bool[] Running { get; init; }
    public required int[] Price { get; init; }
    public required int[] FitOut { get; init; }
    public required int[] Deposit { get; init; }
    public required int[] Refund { get; init; }
    public required int[] Clearance { get; init; }
    public required int[] OpeningStock { get; init; }
    public required int[] OpeningDies { get; init; }
    public required StageTerms Wafers { get; init; }
    public required StageTerms BackEnd { get; init; }
}

/// <summary>A stage of all lines: indices into the drawn numbers.</summary>
/// <param name="Capacity">[line] shared capacity, or −1.</param>
/// <param name="Takes">[line] units of it for each unit.</param>
/// <param name="Rate">[line · months + month] most units started; −1: none.</param>
/// <param name="Lead">[line] months.</param>
/// <param name="Stop">[line] months.</param>
/// <param name="Restart">[line] months.</param>
/// <param name="Cost">[line] money per unit.</param>
sealed record StageTerms(int[] Capacity, int[] Takes, int[] Rate, int[] Lead, int[] Stop, int[] Restart, int[] Cost);

/// <summary>A wait of a buyer for a line.</summary>
/// <param name="Buyer">Buyer.</param>
/// <param name="Line">Line that is waited for.</param>
/// <param name="Share">Index into the drawn numbers.</param>
/// <param name="Support">Support of the best of its claims, 0 to 1.</param>
/// <param name="From">First month.</param>
/// <param name="After">First month after.</param>
readonly record struct WaitTerms(int Buyer, int Line, int Share, double Support, int From, int After);
