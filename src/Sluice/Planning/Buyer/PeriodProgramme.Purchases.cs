using System.Collections.Immutable;
using Sluice.Market;
using Sluice.Outlooks;
using Sluice.Reading;

namespace Sluice.Planning.Buyer;

/// <summary>Orders, cancellations and receipts of one offer.</summary>
sealed partial class PeriodProgramme
{
    void WritePurchase(PurchaseTerms purchase)
    {
        var conditions = Conditions(purchase.Index);
        var flow = WriteOrder(purchase, conditions);
        var due = new StateKey(ChoiceKind.Due, purchase.Id, "", t);
        var held = new StateKey(ChoiceKind.Held, purchase.Id);
        var arrives = builder.Incoming(due) >= 0 || flow > 0;
        var receives = arrives || builder.Incoming(held) >= 0;
        var spill = receives ? WriteReceipts(purchase, conditions, due, held, flow) : default((double Constant, double Slope)?);
        if (!receives)
            WriteDeliveryLeft(purchase, conditions, -1);
        WriteDue(purchase, spill, flow);
    }

    /// <summary>Writes the order column; returns the share of it that falls due in this very period.</summary>
    double WriteOrder(PurchaseTerms purchase, OfferConditions conditions)
    {
        if (!purchase.Orderable(t))
            return 0;
        var offer = purchase.Offer;
        var most = MostOrdered(purchase, conditions);
        var from = OrderGates(conditions);
        var limit = from.IsEmpty && conditions.Launched
            ? Limit(t <= purchase.LastQuotePeriod ? LimitKind.Quote : LimitKind.Supply, purchase.Id, "",
                t <= purchase.LastQuotePeriod ? offer.Quote!.Quantity.Provenance : offer.Supply.FirstOrDefault()?.Value.Provenance)
            : new Limit(LimitKind.Gate, purchase.Id, "", t, from);
        var order = Column(ChoiceKind.Order, purchase.Id, "", PriceItems(CostKind.Deposit, purchase, conditions, offer.Deposit.Value), most, limit);
        // A quote is one pool over its periods: what is demanded of it is demanded at once.
        if (question.AtLeast.TryGetValue(purchase.Id, out var share) && (t == 0 || t > purchase.LastQuotePeriod))
            builder.Subproblem.SetBounds(order, share * most, most);
        if (question.Exactly.TryGetValue(purchase.Id, out var pin))
            builder.Subproblem.SetBounds(order, pin.Bounds(t, most).Least, pin.Bounds(t, most).Most);
        orders[purchase.Index] = order;
        return purchase.Arrivals[t].Where(a => a.Period == t).Sum(a => a.Share);
    }

    /// <summary>Effects and asks that stop or cap orders.</summary>
    internal static ImmutableArray<Provenance> OrderGates(OfferConditions conditions) =>
        [.. conditions.From.GetValueOrDefault(nameof(OfferConditions.OrderShare), []), .. conditions.From.GetValueOrDefault(nameof(OfferConditions.OrderCap), [])];

    static ImmutableArray<Provenance> DeliveryGates(OfferConditions conditions) =>
        [.. conditions.From.GetValueOrDefault(nameof(OfferConditions.PassShare), []), .. conditions.From.GetValueOrDefault(nameof(OfferConditions.DeliveryCap), [])];

    double MostOrdered(PurchaseTerms purchase, OfferConditions conditions)
    {
        if (!conditions.Launched || conditions.OrderShare <= 0)
            return 0;
        var supply = t <= purchase.LastQuotePeriod ? purchase.Offer.Quote!.Quantity.Value / Programme.UnitScale : purchase.Supply[t] * conditions.SupplyFactor;
        return Math.Min(conditions.OrderShare * supply, conditions.OrderCap / Programme.UnitScale * months);
    }

    static double PriceNow(PurchaseTerms purchase, OfferConditions conditions) => purchase.Price * conditions.PriceFactor;

    /// <summary>What the buyer bears of the levies in force, per unit of price.</summary>
    static double PassedOn(OfferConditions conditions) => conditions.Levies.Sum(l => l.Rate * l.PassedOn);

    /// <summary>A share of the price as it stands now, and beside it the same share of what is passed on of levies.</summary>
    ImmutableArray<CostItem> PriceItems(CostKind kind, PurchaseTerms purchase, OfferConditions conditions, double share)
    {
        var offer = purchase.Offer;
        var price = discount * PriceNow(purchase, conditions) * share;
        var item = Pay(kind, offer.Seller, price, offer.Price.Provenance, offer.Deposit.Provenance);
        return [item, .. conditions.Levies.SelectMany(levy => LevyItems(levy, price, offer.Seller))];
    }

    /// <summary>What the buyer bears goes to the seller, who is asked for the levy; the levy itself goes from its payer to whoever raises it.</summary>
    IEnumerable<CostItem> LevyItems(LevyConditions levy, double price, string seller)
    {
        if (levy.PassedOn > 0)
            yield return new CostItem(CostKind.Levy, terms.Viewpoint, levy.Payer == terms.Viewpoint ? RaisedBy(levy) : seller, price * levy.Rate * levy.PassedOn, [levy.From]);
        if (levy.Payer != terms.Viewpoint)
            yield return new CostItem(CostKind.Levy, levy.Payer, RaisedBy(levy), price * levy.Rate, [levy.From]);
    }

    /// <summary>The driver whose level levies, as its path says: drivers.NAME.levels.….</summary>
    static string RaisedBy(LevyConditions levy) => levy.From.Path.Split('.') is ["drivers", var driver, ..] ? driver : levy.From.Path;

    /// <summary>
    /// Writes what becomes of units that fall due; returns the rest that moves to the next period, as constant and slope in the fill.
    /// </summary>
    (double Constant, double Slope) WriteReceipts(PurchaseTerms purchase, OfferConditions conditions, StateKey due, StateKey held, double flow)
    {
        var offer = purchase.Offer;
        var capped = !double.IsInfinity(conditions.DeliveryCap) || !double.IsInfinity(conditions.DeliveryInAll);
        var falling = 1 - conditions.DelayShare;
        var waiting = OverPeriod(conditions.WaitingShare);
        var price = PriceNow(purchase, conditions);
        var (balance, fitOut) = (discount * price * (1 - offer.Deposit.Value) * (1 + PassedOn(conditions)), discount * price * offer.FitOut.Value);
        var balanceItems = PriceItems(CostKind.Balance, purchase, conditions, 1 - offer.Deposit.Value);
        var fitOutItem = Pay(CostKind.FitOut, "integrators", fitOut, offer.Price.Provenance, offer.FitOut.Provenance);
        var worth = discount * purchase.ResidualShare[t] * purchase.LowestPrice[t] * (1 + offer.FitOut.Value);
        var residualItem = Receive(CostKind.Residual, "residual value", worth, offer.Life.Provenance, offer.Price.Provenance);

        var paidAnyway = !purchase.MayHold && !capped;
        var receive = Column(ChoiceKind.Receive, purchase.Id, "",
            paidAnyway ? [fitOutItem, residualItem] : [.. balanceItems, fitOutItem, residualItem],
            capped ? conditions.DeliveryCap / Programme.UnitScale * months : double.PositiveInfinity,
            capped ? new Limit(LimitKind.Gate, purchase.Id, "", t, DeliveryGates(conditions)) : null);
        receipts.Add((purchase.AssetIndex, receive, 1 - (1 - offer.Ramp.Value) * Math.Min(1, 1 / months)));

        var gate = DeliveryGates(conditions);
        if (paidAnyway)
        {
            var pass = Column(ChoiceKind.Pass, purchase.Id, "", balanceItems);
            var passing = builder.Row(new Limit(LimitKind.Delivery, purchase.Id, "", t, gate), 0, 0);
            builder.Put(passing, pass, 1);
            Arrive(passing, purchase, due, flow, -conditions.PassShare * falling);
            builder.Take(passing, held, -waiting);
            var taken = builder.Row(Limit(LimitKind.Delivery, purchase.Id), double.NegativeInfinity, 0);
            builder.Put(taken, receive, 1);
            builder.Put(taken, pass, -1);
            var back = WriteCancelHeld(purchase, held);
            builder.Put(passing, back, waiting);
            WriteHeldOfTaken(purchase, conditions, due, held, flow, falling, waiting, back);
        }
        else
        {
            var back = WriteCancelHeld(purchase, held);
            var holding = Pay(CostKind.Holding, offer.Seller, purchase.Holding * months * (balance + fitOut), offer.Holding?.Provenance);
            var open = conditions.PassShare >= 1 && waiting >= 1;
            WriteHeld(purchase, conditions, due, held, flow, falling, receive, back, open ? [holding] : []);
            if (!open)
                WriteGate(purchase, conditions, due, held, flow, falling, waiting, receive, back, holding);
        }
        WriteDeliveryLeft(purchase, conditions, receive);
        return purchase.HasFill ? (1, -falling) : (conditions.DelayShare, 0);
    }

    /// <summary>Puts coefficient · fill · (due + what this period's order brings at once) into a row.</summary>
    void Arrive(int row, PurchaseTerms purchase, StateKey due, double flow, double coefficient)
    {
        var comes = fill.Base(purchase);
        builder.Take(row, due, coefficient * comes);
        fill.Depends(purchase, row, builder.Incoming(due), 0, coefficient);
        if (flow <= 0 || coefficient == 0)
            return;
        builder.Put(row, orders[purchase.Index], coefficient * comes * flow);
        fill.DependsOnColumn(purchase, row, orders[purchase.Index], 0, coefficient * flow);
    }

    /// <summary>Held units that are given back: at most those that the period began with. Returns −1 where there are none.</summary>
    int WriteCancelHeld(PurchaseTerms purchase, StateKey held)
    {
        if (purchase.Offer.Cancel is not { } cancel || builder.Incoming(held) < 0)
            return -1;
        var back = Column(ChoiceKind.CancelHeld, purchase.Id, "", [RefundNow(purchase, cancel)]);
        var row = builder.Row(Limit(LimitKind.Balance, purchase.Id), double.NegativeInfinity, 0);
        builder.Put(row, back, 1);
        builder.Take(row, held, -1);
        return back;
    }

    /// <summary>Units that the buyer may leave: held′ = held + due − received − given back − lapsed. At an open gate all of them were left.</summary>
    void WriteHeld(PurchaseTerms purchase, OfferConditions conditions, StateKey due, StateKey held, double flow, double falling,
        int receive, int back, ImmutableArray<CostItem> holding)
    {
        var heldColumn = HeldColumn(purchase, held, holding);
        var balance = builder.Row(Limit(LimitKind.Balance, purchase.Id), 0, 0);
        builder.Put(balance, receive, 1);
        builder.Put(balance, heldColumn, 1);
        builder.Put(balance, back, 1);
        builder.Take(balance, held, -1);
        Arrive(balance, purchase, due, flow, -falling * (1 - conditions.LapseShare));
        WriteLapse(purchase, conditions, due, flow, falling);
    }

    /// <summary>
    /// A gate that passes some or none: received + left = what passes. What is left pays the holding cost, what the gate stops does not.
    /// </summary>
    void WriteGate(PurchaseTerms purchase, OfferConditions conditions, StateKey due, StateKey held, double flow, double falling, double waiting,
        int receive, int back, CostItem holding)
    {
        var shut = conditions.PassShare <= 0 && waiting <= 0;
        var passing = builder.Row(new Limit(LimitKind.Gate, purchase.Id, "", t, DeliveryGates(conditions)), shut ? double.NegativeInfinity : 0, 0);
        builder.Put(passing, receive, 1);
        if (shut)
            return;
        builder.Put(passing, Column(ChoiceKind.Left, purchase.Id, "", [holding]), 1);
        builder.Put(passing, back, waiting);
        Arrive(passing, purchase, due, flow, -conditions.PassShare * falling);
        builder.Take(passing, held, -waiting);
    }

    /// <summary>Units that pass are paid for in any case; only those that a gate stops wait.</summary>
    void WriteHeldOfTaken(PurchaseTerms purchase, OfferConditions conditions, StateKey due, StateKey held, double flow, double falling, double waiting,
        int back)
    {
        WriteLapse(purchase, conditions, due, flow, falling);
        var heldColumn = HeldColumn(purchase, held, []);
        if (heldColumn < 0)
            return;
        var balance = builder.Row(Limit(LimitKind.Balance, purchase.Id), 0, 0);
        builder.Put(balance, heldColumn, 1);
        builder.Put(balance, back, 1 - waiting);
        builder.Take(balance, held, -(1 - waiting));
        Arrive(balance, purchase, due, flow, -falling * (1 - conditions.PassShare - conditions.LapseShare));
    }

    /// <summary>What waits at the end of the period: a state, or in the last period units that are credited their refund at the end.</summary>
    int HeldColumn(PurchaseTerms purchase, StateKey held, ImmutableArray<CostItem> holding)
    {
        var column = builder.State(held, holding);
        return column >= 0 || !Last ? column : Column(ChoiceKind.Held, purchase.Id, "",
            [.. holding, Receive(CostKind.Refund, purchase.Offer.Seller, terms.Discount[^1] * purchase.Refund, purchase.Offer.Cancel?.Refund.Provenance)]);
    }

    void WriteLapse(PurchaseTerms purchase, OfferConditions conditions, StateKey due, double flow, double falling)
    {
        if (conditions.LapseShare <= 0)
            return;
        var refund = Receive(CostKind.Refund, purchase.Offer.Seller, discount * purchase.Refund, purchase.Offer.Cancel?.Refund.Provenance);
        var lapse = Column(ChoiceKind.Lapse, purchase.Id, "", [refund]);
        var row = builder.Row(new Limit(LimitKind.Gate, purchase.Id, "", t, DeliveryGates(conditions)), 0, 0);
        builder.Put(row, lapse, 1);
        Arrive(row, purchase, due, flow, -falling * conditions.LapseShare);
    }

    void WriteDeliveryLeft(PurchaseTerms purchase, OfferConditions conditions, int receive)
    {
        var left = new StateKey(ChoiceKind.DeliveryLeft, purchase.Id);
        if (builder.Incoming(left) < 0)
            return;
        var column = builder.State(left, []);
        var counts = double.IsInfinity(conditions.DeliveryInAll) ? 0 : 1;
        var row = builder.Row(new Limit(LimitKind.Gate, purchase.Id, "", t, DeliveryGates(conditions)),
            double.NegativeInfinity, 0);
        builder.Put(row, column, 1);
        builder.Put(row, receive, counts);
        builder.Take(row, left, -1);
    }

    /// <summary>Units that fall due later: what was due, less what is given back, plus new orders and rests.</summary>
    void WriteDue(PurchaseTerms purchase, (double Constant, double Slope)? spill, double flow)
    {
        var offer = purchase.Offer;
        for (var τ = t + 1; τ < terms.Stages; τ++)
        {
            var key = new StateKey(ChoiceKind.Due, purchase.Id, "", τ);
            var later = builder.State(key, []);
            if (later < 0)
                continue;
            var row = builder.Row(Limit(LimitKind.Balance, purchase.Id), 0, 0);
            builder.Put(row, later, 1);
            builder.Take(row, key, -1);
            if (orders.TryGetValue(purchase.Index, out var order))
                builder.Put(row, order, -ShareDue(purchase, τ));
            if (builder.Incoming(key) >= 0 && offer.Cancel is { } cancel
                && terms.Periods[τ].StartMonth - period.StartMonth >= cancel.Notice.Value - 1e-9)
                WriteCancel(purchase, cancel, key, row, joined: ShareDue(purchase, τ) > 0 || (τ == t + 1 && spill is { } r && r is not (0, 0)));
            if (τ == t + 1 && spill is { } rest)
                Spill(row, purchase, flow, rest, ShareDue(purchase, τ));
        }
        if (Last && purchase.Refund > 0 && spill is { } end && end is not (0, 0))
        {
            var refund = Receive(CostKind.Refund, offer.Seller, terms.Discount[^1] * purchase.Refund, offer.Cancel?.Refund.Provenance);
            var row = builder.Row(Limit(LimitKind.Balance, purchase.Id), 0, 0);
            builder.Put(row, Column(ChoiceKind.Unfilled, purchase.Id, "", [refund]), 1);
            Spill(row, purchase, flow, end, 0);
        }
    }

    /// <summary>Units that were due when the period began are given back; this period's orders and what its fill leaves over only join them.</summary>
    void WriteCancel(PurchaseTerms purchase, Cancellation cancel, StateKey key, int balance, bool joined)
    {
        var column = Column(ChoiceKind.Cancel, purchase.Id, "", [RefundNow(purchase, cancel)], due: key.Period);
        builder.Put(balance, column, 1);
        if (!joined)
            return;
        var row = builder.Row(Limit(LimitKind.Balance, purchase.Id), double.NegativeInfinity, 0);
        builder.Put(row, column, 1);
        builder.Take(row, key, -1);
    }

    double ShareDue(PurchaseTerms purchase, int τ) => purchase.Arrivals[t].Where(a => a.Period == τ).Sum(a => a.Share);

    /// <summary>
    /// Takes the rest of this period's due units, constant + slope · fill of them, into a row that already holds <paramref name="ordered"/>
    /// of this period's order.
    /// </summary>
    void Spill(int row, PurchaseTerms purchase, double flow, (double Constant, double Slope) rest, double ordered)
    {
        var due = new StateKey(ChoiceKind.Due, purchase.Id, "", t);
        var share = rest.Constant + rest.Slope * fill.Base(purchase);
        builder.Take(row, due, -share);
        fill.Depends(purchase, row, builder.Incoming(due), -rest.Constant, -rest.Slope);
        if (flow <= 0)
            return;
        builder.Put(row, orders[purchase.Index], -share * flow);
        fill.DependsOnColumn(purchase, row, orders[purchase.Index], -ordered - rest.Constant * flow, -rest.Slope * flow);
    }

    CostItem RefundNow(PurchaseTerms purchase, Cancellation cancel) =>
        Receive(CostKind.Refund, purchase.Offer.Seller, discount * purchase.Refund, cancel.Refund.Provenance);
}
