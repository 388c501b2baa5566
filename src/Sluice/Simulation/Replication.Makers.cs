namespace Sluice.Simulation;

sealed partial class Replication
{
    double Rate(StageTerms stage, int l, int t) => stage.Rate[l * T + t] is var i and >= 0 ? par[i] : 0;

    void OpenLines()
    {
        // A line that runs at the start is taken to have run steadily, at the rate that its slower stage and the shared capacity allow.
        Array.Clear(capacityAsked);
        ring = 1;
        for (var l = 0; l < L; l++)
        {
            (price[l], fitOut[l]) = (Minor(par[data.Price[l]]), Minor(par[data.Price[l]] * par[data.FitOut[l]]));
            (costW[l], costB[l]) = (Minor(par[data.Wafers.Cost[l]]), Minor(par[data.BackEnd.Cost[l]]));
            (leadW[l], leadB[l]) = (Math.Clamp(Months(par[data.Wafers.Lead[l]]), 1, T), Math.Clamp(Months(par[data.BackEnd.Lead[l]]), 1, T));
            ring = Math.Max(ring, Math.Max(leadW[l], leadB[l]) + 1);
            (stock[l], dies[l]) = (Whole(par[data.OpeningStock[l]]), Whole(par[data.OpeningDies[l]]));
            askW[l] = data.Running[l] ? (long)Math.Min(Rate(data.Wafers, l, 0), Rate(data.BackEnd, l, 0)) : 0;
            Ask(data.Wafers, l, askW[l], 1);
            Ask(data.BackEnd, l, askW[l], 1);
        }
        for (var l = 0; l < L; l++)
        {
            var steady = Math.Min(Granted(data.Wafers, l, askW[l], 0), Granted(data.BackEnd, l, askW[l], 0));
            (inW[l], inB[l]) = (steady * leadW[l], steady * leadB[l]);
            for (var k = 0; k < leadW[l]; k++)
                pipeW[l * ring + k] = steady;
            for (var k = 0; k < leadB[l]; k++)
                pipeB[l * ring + k] = steady;
            started[l] = inW[l] + inB[l] + stock[l] + dies[l];
            made[l] = 0;
            expected[l] = steady;
            (runW[l], runB[l]) = (Opening(data.Running[l], steady), Opening(data.Running[l], steady));
            (netOrders[l], kept[l], recognised[l], refunded[l]) = (0, 0, 0, 0);
        }
    }

    static StageState Opening(bool runs, long steady) => new() { Is = runs ? Running.Runs : Running.Halted, Last = steady };

    void Ask(StageTerms stage, int l, long units, double supply)
    {
        if (stage.Capacity[l] >= 0 && units > 0)
            capacityAsked[stage.Capacity[l]] += units * par[stage.Takes[l]] / supply;
    }

    // What a shared capacity grants: all, or every asker the same share.
    long Granted(StageTerms stage, int l, long units, int t)
    {
        if (stage.Capacity[l] < 0 || units == 0)
            return units;
        var c = stage.Capacity[l];
        var most = data.CapacityRate[c * T + t] is var i and >= 0 ? par[i] : 0;
        return capacityAsked[c] <= most ? units : (long)(units * (most / capacityAsked[c]));
    }

    // What was started a lead time ago ends its stage; what was written down in progress stays so.
    void Finish(int t)
    {
        var slot = t % ring;
        for (var l = 0; l < L; l++)
        {
            var wafers = pipeW[l * ring + slot];
            if (wafers > 0)
            {
                var written = Math.Min(wafers, reserveW[l]);
                reserveW[l] -= written;
                writtenDies[l] += written;
                dies[l] += wafers - written;
                inW[l] -= wafers;
                pipeW[l * ring + slot] = 0;
            }
            made[l] = pipeB[l * ring + slot];
            if (made[l] > 0)
            {
                var written = Math.Min(made[l], reserveB[l]);
                reserveB[l] -= written;
                writtenStock[l] += written;
                stock[l] += made[l] - written;
                inB[l] -= made[l];
                pipeB[l * ring + slot] = 0;
            }
        }
    }

    // Stock goes pro rata to orders of earlier months that may pass; what waits at a gate passes at its own share.
    void Deliver(int levels)
    {
        for (var l = 0; l < L; l++)
        {
            deliveredLine[l] = revenue[l] = levy[l] = 0;
            var cleared = canPass[l] && openFor[l] > Months(par[data.Clearance[l]]);
            long asks = 0;
            for (var b = 0; b < B; b++)
            {
                var i = b * L + l;
                deliveredOf[i] = 0;
                ref readonly var now = ref terms[i];
                if (double.IsInfinity(now.DeliveryInAll))
                    inAll[i] = 0;
                var due = cleared && now.Pass > 0 ? (long)((backlog[i] - ordersOf[i]) * takeOf[i] * (1 - now.Delay)) : 0;
                askOf[b] = Math.Max(0, due);
                asks += askOf[b];
            }
            var ship = Math.Min(asks, stock[l] + writtenStock[l]);
            long before = 0, shipped = 0;
            for (var b = 0; b < B; b++)
            {
                before += askOf[b];
                var upTo = asks > 0 ? Share(ship, before, asks) : 0;
                Ship(b, l, levels, upTo - shipped);
                shipped = upTo;
            }
        }
    }

    void Ship(int b, int l, int levels, long units)
    {
        var i = b * L + l;
        if (units == 0 && atGate[i] == 0)
        {
            pace[i] -= pace[i] / 3;
            return;
        }
        ref readonly var now = ref terms[i];
        var firms = par[data.Firms[b]];
        var room = (long)Math.Min(Math.Min(now.DeliveryCap * firms, now.DeliveryInAll * firms - inAll[i]), long.MaxValue / 4);
        var comes = Math.Clamp((long)(atGate[i] * now.Waiting), 0, Math.Max(0, room));
        atGate[i] -= comes;
        atGateOf[l] -= comes;
        var passes = Math.Min((long)(units * now.Pass), Math.Max(0, room - comes));
        var lapses = Math.Min(units - passes, (long)(units * now.Lapse));
        var waits = units - passes - lapses;
        if (lapses > 0)
        {
            GiveBack(b, l, lapses, comes, par[data.Refund[l]]);
            backlog[i] -= lapses;
        }
        TakeFromStock(l, passes + waits);
        if (waits > 0)
        {
            atGate[i] += waits;
            atGateOf[l] += waits;
            backlog[i] -= waits;
        }
        Receive(b, l, levels, passes, comes);
        pace[i] += ((passes + comes) - pace[i]) / 3;
    }

    void TakeFromStock(int l, long units)
    {
        var fresh = Math.Min(units, stock[l]);
        stock[l] -= fresh;
        writtenStock[l] -= units - fresh;
    }

    // The deposit of a unit is released when it comes; the rest is paid at the price of the day, and fit-out on top.
    void Receive(int b, int l, int levels, long passes, long comes)
    {
        var i = b * L + l;
        var units = passes + comes;
        if (units == 0)
            return;
        ref readonly var now = ref terms[i];
        var held = backlog[i] + atGate[i] + comes;
        var released = held > 0 ? Share(prepaid[i], units, Math.Max(units, held)) : 0;
        prepaid[i] -= released;
        backlog[i] -= passes;
        var balance = units * Minor(par[data.Price[l]] * now.Price * (1 - par[data.Deposit[l]]));
        ledger.Pay(b, B + data.LineMaker[l], balance);
        ledger.Pay(b, Integrators, units * fitOut[l]);
        if (now.BuyerLevy > 0)
            ledger.Pay(b, State, units * Minor(par[data.Price[l]] * now.Price * now.BuyerLevy));
        var duty = units * Minor(par[data.Price[l]] * data.Terms.MakerLevy[levels * L + l]);
        if (duty > 0)
            ledger.Pay(B + data.LineMaker[l], State, duty);
        recognised[l] += balance + released;
        revenue[l] += balance + released;
        levy[l] += duty;
        deliveredOf[i] += units;
        deliveredLine[l] += units;
        sold[l] += units;
        this.units[b * A + l] += units;
        inAll[i] += units;
        if (data.Terms.StopsUse && Barred(b, l, levels))
            barred[b * A + l] += units;
    }

    bool Barred(int b, int l, int levels)
    {
        for (var w = 0; w < W; w++)
            if (data.Terms.NewBarred[((levels * B + b) * W + w) * A + l])
                return true;
        return false;
    }

    // Makers expect what they lately saw; they start what orders and cover ask for beyond what they have, and halt what nobody has asked for in a while.
    void Produce(int t, int levels)
    {
        Array.Clear(capacityAsked);
        for (var l = 0; l < L; l++)
        {
            var m = data.LineMaker[l];
            var supply = data.Terms.Supply[levels * L + l];
            var memory = Math.Max(1, par[data.MakerMemory[m]]);
            expected[l] += (Math.Max(0, netOrders[l]) - expected[l]) / memory;
            var open = canPass[l] ? 1.0 : 0;
            long orders = 0;
            for (var b = 0; b < B; b++)
                if (terms[b * L + l].Pass > 0)
                    orders += backlog[b * L + l];
            var cover = par[data.MakerCover[m]];
            var finished = stock[l] + writtenStock[l] + inB[l];
            var needB = orders * open + open * expected[l] * (leadB[l] + cover) - finished;
            var needW = orders * open + open * expected[l] * (leadW[l] + leadB[l] + cover) - (finished + dies[l] + writtenDies[l] + inW[l]);
            var patience = par[data.MakerPatience[m]];
            askW[l] = Run(ref runW[l], data.Wafers, l, needW, patience, supply > 0 ? Rate(data.Wafers, l, t) * supply : 0);
            askB[l] = Math.Min(dies[l] + writtenDies[l], Run(ref runB[l], data.BackEnd, l, needB, patience, Rate(data.BackEnd, l, t) * supply));
            Ask(data.Wafers, l, askW[l], supply);
            Ask(data.BackEnd, l, askB[l], supply);
        }
        for (var l = 0; l < L; l++)
            Start(l, t, Granted(data.Wafers, l, askW[l], t), Granted(data.BackEnd, l, askB[l], t));
    }

    long Run(ref StageState stage, StageTerms terms, int l, double need, double patience, double most)
    {
        var needs = need >= 1 && most >= 1;
        stage.Idle = needs ? 0 : stage.Idle + 1;
        switch (stage.Is)
        {
            case Running.Runs when stage.Idle >= patience:
                (stage.Is, stage.Left) = (Running.Stops, Months(par[terms.Stop[l]]));
                break;
            case Running.Stops when needs:
                stage.Is = Running.Runs;
                break;
            case Running.Halted when needs:
                (stage.Is, stage.Left) = (Running.Restarts, Months(par[terms.Restart[l]]));
                break;
            case Running.Restarts when !needs:
                stage.Is = Running.Halted;
                break;
        }
        if (stage is { Is: Running.Stops, Left: 0 })
            stage.Is = Running.Halted;
        if (stage is { Is: Running.Restarts, Left: 0 })
            stage.Is = Running.Runs;
        long starts = 0;
        switch (stage.Is)
        {
            case Running.Runs:
                starts = (long)Math.Clamp(need, 0, most);
                stage.Last = starts;
                break;
            case Running.Stops:
                starts = Math.Min(stage.Last, (long)most);
                stage.Left--;
                break;
            case Running.Restarts:
                stage.Left--;
                break;
        }
        return starts;
    }

    void Start(int l, int t, long wafers, long backEnd)
    {
        var m = B + data.LineMaker[l];
        if (wafers > 0)
        {
            pipeW[l * ring + (t + leadW[l]) % ring] += wafers;
            inW[l] += wafers;
            started[l] += wafers;
            ledger.Pay(m, Owner(data.Wafers, l), wafers * costW[l]);
        }
        if (backEnd > 0)
        {
            var fresh = Math.Min(backEnd, dies[l]);
            dies[l] -= fresh;
            writtenDies[l] -= backEnd - fresh;
            pipeB[l * ring + (t + leadB[l]) % ring] += backEnd;
            inB[l] += backEnd;
            ledger.Pay(m, Owner(data.BackEnd, l), backEnd * costB[l]);
        }
    }

    int Owner(StageTerms stage, int l) => stage.Capacity[l] >= 0 ? B + M + stage.Capacity[l] : Suppliers;

    // Lower of cost and what it will bring: what expected orders do not take in time brings nothing, and is not written up before it is sold.
    void WriteDown(int m)
    {
        for (var l = 0; l < L; l++)
        {
            if (data.LineMaker[l] != m)
                continue;
            long orders = 0;
            for (var b = 0; b < B; b++)
                if (terms[b * L + l].Pass > 0)
                    orders += backlog[b * L + l];
            var sells = canPass[l] ? orders + expected[l] * par[data.MakerWriteDown[m]] : 0;
            var excess = stock[l] + dies[l] + inW[l] - reserveW[l] + inB[l] - reserveB[l] - (long)sells;
            if (excess <= 0)
                continue;
            writeDown[l] += Write(ref stock[l], ref writtenStock[l], ref excess) * (costW[l] + costB[l]);
            writeDown[l] += Reserve(inB[l], ref reserveB[l], ref excess) * (costW[l] + costB[l]);
            writeDown[l] += Write(ref dies[l], ref writtenDies[l], ref excess) * costW[l];
            writeDown[l] += Reserve(inW[l], ref reserveW[l], ref excess) * costW[l];
        }
    }

    static long Write(ref long from, ref long to, ref long excess)
    {
        var units = Math.Min(from, excess);
        from -= units;
        to += units;
        excess -= units;
        return units;
    }

    static long Reserve(long inProgress, ref long reserve, ref long excess)
    {
        var units = Math.Min(inProgress - reserve, excess);
        reserve += units;
        excess -= units;
        return units;
    }
}
