namespace Sluice.Policies;

/// <summary>What a buyer sees in a month before it decides. Spans are valid during the call only.</summary>
public readonly ref struct Situation
{
    /// <summary>What does not change.</summary>
    public required BuyerDesk Desk { get; init; }

    /// <summary>Habits as numbers.</summary>
    public required Traits Traits { get; init; }

    /// <summary>Replication, from 0.</summary>
    public required int Replication { get; init; }

    /// <summary>Month, from 0.</summary>
    public required int Month { get; init; }

    /// <summary>Joint state of the drivers: number of its combination of levels.</summary>
    public required int Levels { get; init; }

    /// <summary>Joint state of the drivers: their levels, and the flags that remember recent moves.</summary>
    public required int State { get; init; }

    /// <summary>[workload] equivalents wanted when today's orders arrive.</summary>
    public required ReadOnlySpan<double> Forecast { get; init; }

    /// <summary>[workload] equivalents that will be ported to domestic stacks by then.</summary>
    public required ReadOnlySpan<double> Ported { get; init; }

    /// <summary>[workload · assets + asset] units in service that may work at it.</summary>
    public required ReadOnlySpan<double> Usable { get; init; }

    /// <summary>[asset] units in service.</summary>
    public required ReadOnlySpan<long> Units { get; init; }

    /// <summary>[asset] units of them that came while new ones were barred from some work.</summary>
    public required ReadOnlySpan<long> Barred { get; init; }

    /// <summary>[line] units on order or waiting at a gate.</summary>
    public required ReadOnlySpan<long> OnOrder { get; init; }

    /// <summary>[line] units of them that wait at a gate.</summary>
    public required ReadOnlySpan<long> AtGate { get; init; }

    /// <summary>[line] units per month that it has lately received.</summary>
    public required ReadOnlySpan<double> Pace { get; init; }

    /// <summary>[line] units per month that it may expect: the pace, or its share of what the line can make while anything passes.</summary>
    public required ReadOnlySpan<double> Expected { get; init; }

    /// <summary>[line] whether it is on sale.</summary>
    public required ReadOnlySpan<bool> OnSale { get; init; }

    /// <summary>[line] money per unit with fit-out, in minor units.</summary>
    public required ReadOnlySpan<double> Price { get; init; }

    /// <summary>[line] share of an order that gates and asks leave, 0 to 1.</summary>
    public required ReadOnlySpan<double> OrderShare { get; init; }

    /// <summary>[line] share of the buyer's firms that hold orders back because they were asked to, 0 to 1.</summary>
    public required ReadOnlySpan<double> Asked { get; init; }

    /// <summary>[line] most units that caps, quotas and bundles leave this month; infinite where none binds.</summary>
    public required ReadOnlySpan<double> Allowed { get; init; }

    /// <summary>[line] share of what it would have on order that is held back for a part that is announced, 0 to 1.</summary>
    public required ReadOnlySpan<double> HeldBack { get; init; }
}
