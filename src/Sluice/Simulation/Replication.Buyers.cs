using Sluice.Policies;

namespace Sluice.Simulation;

sealed partial class Replication
{
    // Terms of every buyer and line in this month, and since when each line's gate is open or shut.
    void Gates(int t, int levels)
    {
        var table = data.Terms;
        Array.Clear(canPass);
        for (var b = 0; b < B; b++)
        {
            var at = (levels * B + b) * L;
            if (levels != termsOf)
                for (var l = 0; l < L; l++)
                    terms[b * L + l] = table.Asked[at + l].Mixed(par[data.Compliance[b]], table.Unasked[at + l]);
            for (var l = 0; l < L; l++)
                canPass[l] |= table.OnSale[at + l] && terms[b * L + l].Pass > 0 && t >= data.SaleFrom[l];
        }
        termsOf = levels;
        for (var l = 0; l < L; l++)
        {
            // A gate that stands open at the start has long been open.
            openFor[l] = canPass[l] ? t == 0 ? T + 1000 : openFor[l] + 1 : 0;
            shutFor[l] = canPass[l] ? 0 : t == 0 ? 1 : shutFor[l] + 1;
            canMake[l] = Rate(data.BackEnd, l, t) * table.Supply[levels * L + l];
        }
    }

    void Buy(int b, int t, int levels)
    {
        var (table, at) = (data.Terms, (levels * B + b) * L);
        Serve(b, levels);
        LookAhead(b);
        var comply = par[data.Compliance[b]];
        var firms = par[data.Firms[b]];
        for (var l = 0; l < L; l++)
        {
            var i = b * L + l;
            ref readonly var now = ref terms[i];
            onOrder[l] = backlog[i] + atGate[i];
            onSale[l] = table.OnSale[at + l] && t >= data.SaleFrom[l];
            orderShare[l] = now.OrderShare;
            asked[l] = Math.Max(0, comply * (table.Unasked[at + l].OrderShare - table.Asked[at + l].OrderShare));
            allowed[l] = now.OrderCap * firms;
            if (now.Bundle > 0)
                allowed[l] = Math.Min(allowed[l], Math.Max(0, credit[b]) / now.Bundle);
            priceNow[l] = price[l] * (now.Price * (1 + now.BuyerLevy)) + fitOut[l];
            expectedNow[l] = now.Pass > 0 ? Math.Max(pace[i], shareOfDemand[b] * canMake[l]) : pace[i];
            heldBack[l] = 0;
        }
        Quotas(b, levels, firms);
        foreach (ref readonly var wait in data.Waits.AsSpan())
            if (wait.Buyer == b && t >= wait.From && t < wait.After && !onSale[wait.Line])
                for (var l = 0; l < L; l++)
                    if (!model.Desks[b].IsDomestic[l] && l != wait.Line)
                        heldBack[l] = Math.Max(heldBack[l], par[wait.Share] * wait.Support);

        var slice = b * L;
        var wishes = wishesOf.AsSpan(slice, L);
        var orders = ordersOf.AsSpan(slice, L);
        var cancelled = cancelledOf.AsSpan(slice, L);
        var take = takeOf.AsSpan(slice, L);
        wishes.Clear();
        orders.Clear();
        cancelled.Clear();
        take.Fill(1);
        policies[b].Decide(
            new Situation
            {
                Desk = model.Desks[b],
                Traits = traits[b],
                Replication = replication,
                Month = t,
                Levels = levels,
                State = stateAt[t],
                Forecast = forecast,
                Ported = portedAhead,
                Usable = usable,
                Units = units.AsSpan(b * A, A),
                Barred = barred.AsSpan(b * A, A),
                OnOrder = onOrder,
                AtGate = atGate.AsSpan(slice, L),
                Pace = pace.AsSpan(slice, L),
                Expected = expectedNow,
                OnSale = onSale,
                Price = priceNow,
                OrderShare = orderShare,
                Asked = asked,
                Allowed = allowed,
                HeldBack = heldBack,
            },
            new Decision(wishes, orders, cancelled, take));
        for (var l = 0; l < L; l++)
            Place(b, l, levels);
        Learn(b, t);
    }

    // What stands serves first; what is bought this month serves from the next.
    void Serve(int b, int levels)
    {
        var (desk, table) = (model.Desks[b], data.Terms);
        for (var w = 0; w < W; w++)
        {
            double home = 0, abroad = 0;
            var at = ((levels * B + b) * W + w) * A;
            for (var a = 0; a < A; a++)
            {
                double free = units[b * A + a];
                if (table.StopsUse)
                    free = (free - (table.NewBarred[at + a] ? barred[b * A + a] : 0)) * table.Usable[at + a];
                usable[w * A + a] = free;
                var capacity = free * desk.Speed[w * A + a];
                if (desk.IsDomestic[a])
                    home += capacity;
                else
                    abroad += capacity;
            }
            (domesticW[w], foreignW[w]) = (home, abroad);
            forecast[w] = demand[b * W + w] * table.Demand[(levels * B + b) * W + w];
        }
        Service.Split(desk.MovesFirst, forecast, ported.AsSpan(b * W, W), domesticW, foreignW, servedW, atHomeW);
        for (var w = 0; w < W; w++)
        {
            wantedNow[b * W + w] = forecast[w];
            servedNow[b * W + w] = servedW[w];
            homeNow[b * W + w] = atHomeW[w];
        }
    }

    // Demand when today's orders arrive, and what will be ported by then.
    void LookAhead(int b)
    {
        var ahead = traits[b].Foresight;
        for (var w = 0; w < W; w++)
        {
            var at = b * W + w;
            forecast[w] *= 1 + growth[at] * ahead;
            portedAhead[w] = Math.Min(forecast[w], ported[at] + ahead * (par[data.PortRate[at]] + par[data.Learning[at]] * homeNow[at]));
        }
    }

    void Quotas(int b, int levels, double firms)
    {
        var quotas = data.Terms.Quotas[b];
        for (var q = 0; q < quotas.Length; q++)
        {
            quotaLeft[b][q] += quotas[q].Grant[levels] * firms;
            if (quotas[q].InForce[levels])
                foreach (var offer in quotas[q].Offers)
                    allowed[data.Terms.LineOf[offer]] = Math.Min(allowed[data.Terms.LineOf[offer]], quotaLeft[b][q]);
        }
    }

    // Orders and cancellations take effect: deposits are paid, and given back as far as the terms say.
    void Place(int b, int l, int levels)
    {
        var i = b * L + l;
        var order = Math.Max(0, (long)Math.Min(ordersOf[i], Math.Max(0, allowed[l])));
        if (!onSale[l])
            order = 0;
        var cancel = Math.Clamp(cancelledOf[i], 0, backlog[i]);
        if (cancel > 0)
        {
            GiveBack(b, l, cancel, 0, par[data.Refund[l]]);
            backlog[i] -= cancel;
        }
        if (order > 0)
        {
            var paid = order * Minor(par[data.Price[l]] * terms[i].Price * par[data.Deposit[l]]);
            ledger.Pay(b, B + data.LineMaker[l], paid);
            prepaid[i] += paid;
            backlog[i] += order;
            Draw(b, l, levels, order);
        }
        (ordersOf[i], cancelledOf[i]) = (order, cancel);
        var wished = Math.Max(wishesOf[i], order);
        wishesOf[i] = Math.Max(0, wished - unplaced[i]);
        unplaced[i] = wished - order;
    }

    // The deposit of units given up: a share goes back, the maker keeps the rest. What already leaves a gate this month counts among the units held.
    void GiveBack(int b, int l, long units, long leaving, double share)
    {
        var i = b * L + l;
        var of = Share(prepaid[i], units, backlog[i] + atGate[i] + leaving);
        var back = (long)(of * share);
        prepaid[i] -= of;
        ledger.Pay(B + data.LineMaker[l], b, back);
        refunded[l] += back;
        kept[l] += of - back;
    }

    void Draw(int b, int l, int levels, long order)
    {
        credit[b] += model.Desks[b].IsDomestic[l] ? order : -terms[b * L + l].Bundle * order;
        var quotas = data.Terms.Quotas[b];
        for (var q = 0; q < quotas.Length; q++)
            if (quotas[q].InForce[levels])
                foreach (var offer in quotas[q].Offers)
                    if (data.Terms.LineOf[offer] == l)
                    {
                        quotaLeft[b][q] -= order;
                        foreach (var other in quotas[q].Offers)
                            allowed[data.Terms.LineOf[other]] = Math.Min(allowed[data.Terms.LineOf[other]], quotaLeft[b][q]);
                    }
    }

    // Porting goes on; the more work runs on domestic parts, the faster. Then demand grows, at a growth that slows.
    void Learn(int b, int t)
    {
        for (var w = 0; w < W; w++)
        {
            var at = b * W + w;
            ported[at] = Math.Min(Math.Max(ported[at], wantedNow[at]), ported[at] + par[data.PortRate[at]] + par[data.Learning[at]] * homeNow[at]);
            demand[at] *= 1 + growth[at];
            growth[at] *= 1 - par[data.Slowing[at]];
        }
        if (data.Entry is { } entry && entry.Buyer == b && t >= entry.Month)
            Need(entry, t + 1);
    }

    // The viewpoint leaves its kind: one firm's share of all that the kind has goes, and the viewpoint stands with what the case says. Nothing of it counts as a trade.
    void Enter(ViewpointEntry entry, int t)
    {
        var (b, kind) = (entry.Buyer, entry.Kind);
        var share = Math.Min(1, 1 / Math.Max(1, par[data.Firms[kind]]));
        for (var a = 0; a < A; a++)
        {
            var (leaves, barredLeave) = ((long)(units[kind * A + a] * share), (long)(barred[kind * A + a] * share));
            units[kind * A + a] -= leaves;
            barred[kind * A + a] -= barredLeave;
            brought[kind * A + a] = -leaves;
            units[b * A + a] = brought[b * A + a] = entry.Fleet[a];
        }
        for (var l = 0; l < L; l++)
        {
            var given = (long)(backlog[kind * L + l] * share);
            if (given > 0)
            {
                GiveBack(kind, l, given, 0, 1);
                backlog[kind * L + l] -= given;
            }
            var paid = entry.OnOrder[l] * Minor(par[data.Price[l]] * par[data.Deposit[l]]);
            ledger.Pay(b, B + data.LineMaker[l], paid);
            (backlog[b * L + l], prepaid[b * L + l]) = (entry.OnOrder[l], paid);
            unplaced[kind * L + l] -= (long)(unplaced[kind * L + l] * share);
        }
        for (var w = 0; w < W; w++)
        {
            demand[kind * W + w] *= 1 - share;
            ported[kind * W + w] *= 1 - share;
            ported[b * W + w] = entry.Ported[w];
        }
        Need(entry, t);
        shareOfDemand[b] = shareOfDemand[kind] * share;
        shareOfDemand[kind] -= shareOfDemand[b];
        par[data.Firms[kind]] -= share * par[data.Firms[kind]];
        spent[kind] = ledger.PaidBy(kind) - ledger.ReceivedBy(kind);
        spent[b] = ledger.PaidBy(b) - ledger.ReceivedBy(b);
    }

    // What the case says is needed in a month, and how it grows to the end of the foresight.
    void Need(ViewpointEntry entry, int t)
    {
        var ahead = Math.Clamp(Months(traits[entry.Buyer].Foresight), 1, ViewpointEntry.Ahead - 1);
        for (var w = 0; w < W; w++)
        {
            var (now, then) = (entry.Demand[t * W + w], entry.Demand[(t + ahead) * W + w]);
            (demand[entry.Buyer * W + w], growth[entry.Buyer * W + w]) = (now, now > 0 ? (then / now - 1) / ahead : 0);
        }
    }

    // A maker whose gate has been shut too long gives open orders back with their deposits.
    void Return()
    {
        for (var l = 0; l < L; l++)
        {
            netOrders[l] = 0;
            var returns = shutFor[l] > 0 && shutFor[l] >= par[data.MakerReturns[data.LineMaker[l]]];
            for (var b = 0; b < B; b++)
            {
                var i = b * L + l;
                if (returns && backlog[i] > 0)
                {
                    GiveBack(b, l, backlog[i], 0, 1);
                    cancelledOf[i] += backlog[i];
                    backlog[i] = 0;
                }
                netOrders[l] += ordersOf[i] - cancelledOf[i];
            }
        }
    }

    // part · whole ÷ of, rounded down, in whole numbers throughout.
    static long Share(long whole, long part, long of)
    {
        if (whole == 0 || part == of)
            return whole;
        var high = Math.BigMul((ulong)whole, (ulong)part, out var low);
        return high == 0 ? (long)(low / (ulong)of) : (long)((Int128)whole * part / of);
    }
}
