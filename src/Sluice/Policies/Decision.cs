namespace Sluice.Policies;

/// <summary>What a buyer decides in a month. Everything is nought, and all deliveries are taken, until a policy writes.</summary>
/// <param name="Wishes">[line] units that it would order if no gate, ask or cap stood in the way.</param>
/// <param name="Orders">[line] units ordered.</param>
/// <param name="Cancellations">[line] units of open orders given up.</param>
/// <param name="Take">[line] share of deliveries that it takes now, 0 to 1.</param>
public readonly ref struct Decision(Span<long> Wishes, Span<long> Orders, Span<long> Cancellations, Span<double> Take)
{
    /// <summary>[line] units that it would order if no gate, ask or cap stood in the way.</summary>
    public Span<long> Wishes { get; } = Wishes;

    /// <summary>[line] units ordered.</summary>
    public Span<long> Orders { get; } = Orders;

    /// <summary>[line] units of open orders given up.</summary>
    public Span<long> Cancellations { get; } = Cancellations;

    /// <summary>[line] share of deliveries that it takes now, 0 to 1.</summary>
    public Span<double> Take { get; } = Take;
}
