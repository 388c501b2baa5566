using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>How a <see cref="FleetRow"/> is written.</summary>
public static class FleetShape
{
    static readonly Field<Ref> part = new("part", Kinds.Name("part"), "part", "nvidia-h20");
    static readonly Field<Ref> place = new("place", Kinds.Name("place"), "place", "mainland");
    static readonly Field<Given<double>> units = new("units", Given.Of(new CountKind()), "units", "200k");
    static readonly Field<DateOnly?> installed = Fields.MaybeValue("installed", Kinds.Date, "day of installation", "2025-01-31", "not known");
    static readonly Field<DateOnly?> retires = Fields.MaybeValue("retires", Kinds.Date, "day on which they leave", "2030-01-31", "after the horizon");

    /// <summary>The shape.</summary>
    public static Shape<FleetRow> Shape { get; } = new("row of fleet", "Units that stand at a place.", [part, place, units, installed, retires], row =>
    {
        if (row.At(installed) is { } begin && row.At(retires) is { } end && end <= begin) row.Reject(retires, "a day after 'installed'", "that is not after the installation");
        return new(row.At(part), row.At(place), row.At(units), row.At(installed), row.At(retires));
    });
}

/// <summary>How an <see cref="OnOrderRow"/> is written.</summary>
public static class OnOrderShape
{
    static readonly Field<Ref> offer = new("offer", Kinds.Name("offer"), "terms of the order", "h20-stock");
    static readonly Field<Given<double>> units = new("units", Given.Of(new CountKind()), "units", "20k");
    static readonly Field<DateOnly> due = new("due", Kinds.Date, "day on which they fall due", "2025-09-15");
    static readonly Field<Paid?> depositPaid = Fields.Maybe("deposit-paid", new PaidKind(), "what is paid so far, as a share of the price or as money for all units together", "30 %", "the offer's deposit");

    /// <summary>The shape. A share paid becomes money once the offers are known.</summary>
    public static Shape<OnOrderSoFar> Shape { get; } = new("row of on-order", "Units on order.", [offer, units, due, depositPaid],
        row => new(row.At(offer), row.At(units), row.At(due), row.At(depositPaid), row.PlaceOf(due)));
}

/// <summary>How a <see cref="PlannedRow"/> is written.</summary>
public static class PlannedShape
{
    static readonly Field<Ref> offer = new("offer", Kinds.Name("offer"), "offer", "h20-stock");
    static readonly Field<Given<double>> units = new("units", Given.Of(new CountKind(orEquivalents: true)), "units; equivalents for a rental", "36k units");
    static readonly Field<DateOnly> orderBy = new("order-by", Kinds.Date, "day on which the plan orders them", "2025-09-30");

    /// <summary>The shape.</summary>
    public static Shape<PlannedRow> Shape { get; } = new("row of planned", "Units that the viewpoint planned to order before the news.", [offer, units, orderBy],
        row => new(row.At(offer), row.At(units), row.At(orderBy)) { At = row.PlaceOf(orderBy) });
}

/// <summary>How a <see cref="DemandRow"/> is written.</summary>
public static class DemandShape
{
    static readonly Field<Ref> workload = new("workload", Kinds.Name("workload"), "workload", "inference");
    static readonly Field<string> period = new("period", Kinds.Id, "label of a period of the case, or its first day", "2025-08");
    static readonly Field<Given<double>> amount = new("amount", Given.Of(Measures.Equivalents), "equivalents kept running, mean over the period", "165k H20e");

    /// <summary>The shape.</summary>
    public static Shape<DemandRow> Shape { get; } = new("row of demand", "Demand of a workload in a period.", [workload, period, amount],
        row => new(row.At(workload), row.At(period), row.At(amount)) { At = row.PlaceOf(period) });
}
