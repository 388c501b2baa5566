using Sluice.Market;

namespace Sluice.Planning.Buyer;

/// <summary>Rent, porting, and demand with its steps of shortage.</summary>
sealed partial class PeriodProgramme
{
    /// <summary>
    /// rent′ = rent − given up + more, given up ≤ rent. What is given up is paid for the notice and serves for as much of it as lies in
    /// the period.
    /// </summary>
    void WriteRentals()
    {
        foreach (var rental in terms.Rentals)
        {
            var conditions = Conditions(rental.Index);
            var offer = rental.Offer;
            var key = new StateKey(ChoiceKind.Rent, rental.Id);
            var price = rental.Price * conditions.PriceFactor * (1 + PassedOn(conditions));
            var most = MostRented(rental, t, state);
            var rent = Pay(CostKind.Rent, offer.Seller, discount * price * months, offer.Price.Provenance);
            var limit = Limit(LimitKind.RentLimit, rental.Id, "", offer.Limit.FirstOrDefault()?.Value.Provenance);
            var level = builder.State(key, [rent], most, limit);
            if (level < 0)
                level = Column(ChoiceKind.Rent, rental.Id, "", [rent], most, limit);
            var noticeItem = Pay(CostKind.Rent, offer.Seller, discount * price * offer.Notice.Value, offer.Price.Provenance, offer.Notice.Provenance);
            var giveUp = Column(ChoiceKind.GiveUp, rental.Id, "", [noticeItem]);
            var mostMore = Math.Min(conditions.OrderShare * most, conditions.OrderCap / Programme.UnitScale * months);
            var more = Column(ChoiceKind.RentMore, rental.Id, "", [], mostMore,
                conditions.OrderShare < 1 ? new Limit(LimitKind.Gate, rental.Id, "", t, OrderGates(conditions)) : null);
            var balance = builder.Row(Limit(LimitKind.Balance, rental.Id), 0, 0);
            builder.Put(balance, level, 1);
            builder.Put(balance, giveUp, 1);
            builder.Put(balance, more, -1);
            builder.Take(balance, key, -1);
            var givenUp = builder.Row(Limit(LimitKind.Balance, rental.Id), double.NegativeInfinity, 0);
            builder.Put(givenUp, giveUp, 1);
            builder.Take(givenUp, key, -1);
            // What is demanded must be within reach from any level.
            if (question.AtLeast.TryGetValue(rental.Id, out var share) && mostMore >= share * most)
                builder.Subproblem.SetBounds(level, share * most, most);
            if (question.Exactly.TryGetValue(rental.Id, out var pin))
                builder.Subproblem.SetBounds(level, mostMore >= pin.Bounds(t, most).Most ? pin.Bounds(t, most).Least : 0, pin.Bounds(t, most).Most);
            var noticeShare = Math.Min(offer.Notice.Value, months) / months;
            WriteRunningOut(rental, level, giveUp, noticeShare, most);
            WriteAllowance(rental.Id, more);
            WriteServe(rental, level, giveUp, noticeShare);
        }
    }

    double MostRented(RentalTerms rental, int period, int inState)
    {
        var conditions = terms.Conditions.Offers[inState][rental.Index];
        return conditions.Launched ? rental.Limit[period] * conditions.SupplyFactor : 0;
    }

    /// <summary>
    /// What runs out counts against the limit for as long as it serves: else what is given up could be rented again beside itself and the limit
    /// would hold for half of what is used. Where the limit falls, what the old one let in may run out.
    /// </summary>
    void WriteRunningOut(RentalTerms rental, int level, int giveUp, double noticeShare, double most)
    {
        if (noticeShare <= 0)
            return;
        var before = t == 0 ? rental.Opening : terms.Chain.Alive[t - 1].Max(s => MostRented(rental, t - 1, s));
        var row = builder.Row(Limit(LimitKind.RentLimit, rental.Id, "", rental.Offer.Limit.FirstOrDefault()?.Value.Provenance),
            double.NegativeInfinity, Math.Max(most, before));
        builder.Put(row, level, 1);
        builder.Put(row, giveUp, noticeShare);
    }

    void WriteServe(RentalTerms rental, int level, int giveUp, double noticeShare)
    {
        if (rental.Workloads is [var only])
        {
            served[only].Add((level, 1));
            served[only].Add((giveUp, noticeShare));
            return;
        }
        var row = builder.Row(Limit(LimitKind.RentLimit, rental.Id), double.NegativeInfinity, 0);
        builder.Put(row, level, -1);
        builder.Put(row, giveUp, -noticeShare);
        foreach (var w in rental.Workloads)
        {
            var serve = Column(ChoiceKind.Serve, rental.Id, terms.Workloads[w].Id, []);
            builder.Put(row, serve, 1);
            served[w].Add((serve, 1));
        }
    }

    /// <summary>ported′ = ported + what its delay brings; use on a stack ≤ ported.</summary>
    void WritePorting()
    {
        foreach (var (stack, workload, porting) in terms.Portings)
        {
            var key = new StateKey(ChoiceKind.Ported, stack.Id, workload.Id);
            var ported = Standing(key, ChoiceKind.Ported);
            var balance = builder.Row(Limit(LimitKind.Balance, stack.Id, workload.Id), 0, 0);
            builder.Put(balance, ported, 1);
            builder.Take(balance, key, -1);
            builder.Take(balance, new StateKey(ChoiceKind.PortDue, stack.Id, workload.Id, t), -1);
            var port = -1;
            if (porting.Terms is { } portingTerms && !porting.Arrivals[t].IsEmpty)
            {
                port = Column(ChoiceKind.Port, stack.Id, workload.Id,
                    [Pay(CostKind.Porting, "engineers", discount * porting.Price, portingTerms.Price.Provenance)], porting.Rate * months,
                    Limit(LimitKind.PortingRate, stack.Id, workload.Id, portingTerms.Rate.Provenance));
                builder.Put(balance, port, -porting.Arrivals[t].Where(a => a.Period == t).Sum(a => a.Share));
            }
            for (var τ = t + 1; τ < terms.Stages; τ++)
                WritePortDue(stack, workload, porting, port, τ);
            if (!onStack.TryGetValue((stack.Id, WorkloadIndex(workload)), out var columns))
                continue;
            var row = builder.Row(Limit(LimitKind.Ported, stack.Id, workload.Id), double.NegativeInfinity, 0);
            builder.Put(row, ported, -1);
            foreach (var (column, speed) in columns)
                builder.Put(row, column, speed);
        }
    }

    void WritePortDue(Stack stack, Workload workload, PortingTerms porting, int port, int τ)
    {
        var key = new StateKey(ChoiceKind.PortDue, stack.Id, workload.Id, τ);
        var later = builder.State(key, []);
        if (later < 0)
            return;
        var row = builder.Row(Limit(LimitKind.Balance, stack.Id, workload.Id), 0, 0);
        builder.Put(row, later, 1);
        builder.Take(row, key, -1);
        if (port >= 0)
            builder.Put(row, port, -porting.Arrivals[t].Where(a => a.Period == τ).Sum(a => a.Share));
    }

    int WorkloadIndex(Workload workload) => terms.Workloads.IndexOf(workload);

    /// <summary>Σ speed · use + rent + shortage ≥ demand; steps are shares of demand at rising prices, the last below the minimum service.</summary>
    void WriteDemand()
    {
        for (var w = 0; w < terms.Workloads.Length; w++)
        {
            var workload = terms.Workloads[w];
            var demand = terms.Demand[w][t] * terms.Conditions.Demand[state][w];
            var row = builder.Row(Limit(LimitKind.Demand, workload.Id), demand, double.PositiveInfinity);
            foreach (var (column, speed) in served[w])
                builder.Put(row, column, speed);
            var mayLack = workload.MinimumService is { } service ? Math.Max(0, demand - service.Level.Value / Programme.UnitScale) : double.PositiveInfinity;
            var above = 0.0;
            foreach (var step in workload.Shortage)
            {
                var upTo = Math.Min(mayLack, step.UpTo is { } share ? share.Value * demand : double.PositiveInfinity);
                var item = Pay(CostKind.Shortage, "unserved users", discount * months * step.Price.Value / 1_000, step.Price.Provenance);
                builder.Put(row, Column(ChoiceKind.Unserved, workload.Id, step.Name, [item], Math.Max(0, upTo - above),
                    Limit(LimitKind.Step, workload.Id, step.Name, step.UpTo?.Provenance)), 1);
                above = Math.Max(above, upTo);
            }
            if (workload.MinimumService is { } minimum)
            {
                var item = Pay(CostKind.MinimumService, "unserved users", discount * months * minimum.Price.Value / 1_000, minimum.Price.Provenance);
                builder.Put(row, Column(ChoiceKind.Unserved, workload.Id, "minimum service", [item]), 1);
            }
        }
    }
}
