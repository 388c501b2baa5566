namespace Sluice.Simulation;

sealed partial class Replication
{
    void Record(int t, Recorder into)
    {
        var plan = into.Plan;
        var month = into.Row;
        var at = 0;
        long delivered = 0, domestic = 0;
        for (var b = 0; b < B; b++)
        {
            long wished = 0, ordered = 0, cancelled = 0, came = 0, waiting = 0;
            for (var l = 0; l < L; l++)
            {
                var i = b * L + l;
                wished += wishesOf[i];
                ordered += ordersOf[i];
                cancelled += cancelledOf[i];
                came += deliveredOf[i];
                waiting += backlog[i] + atGate[i];
                if (model.IsDomestic[l])
                    domestic += deliveredOf[i];
            }
            delivered += came;
            month[at] = wished;
            month[at + 1] = ordered;
            month[at + 2] = cancelled;
            month[at + 3] = came;
            month[at + 4] = waiting;
            month[at + 5] = ledger.PaidBy(b) - ledger.ReceivedBy(b) - spent[b];
            if (data.Entry is { } entry && entry.Buyer == b)
                month[plan.Own] = t < entry.Month ? 0 : Whole(entry.Cost(
                    t, ledger.PaidBy(b) - ledger.ReceivedBy(b) - spent[b], wantedNow.AsSpan(b * W, W), servedNow.AsSpan(b * W, W), deliveredOf.AsSpan(b * L, L)));
            spent[b] = ledger.PaidBy(b) - ledger.ReceivedBy(b);
            for (var w = 0; w < W; w++)
            {
                var i = b * W + w;
                month[at + SeriesPlan.BuyerFixed + 2 * w] = Whole(wantedNow[i] - servedNow[i]);
                month[at + SeriesPlan.BuyerFixed + 2 * w + 1] = PartsPerMillion(homeNow[i], servedNow[i]);
            }
            at += plan.PerBuyer;
        }
        for (var l = 0; l < L; l++)
        {
            long wished = 0, ordered = 0;
            for (var b = 0; b < B; b++)
            {
                wished += wishesOf[b * L + l];
                ordered += ordersOf[b * L + l];
            }
            at = plan.Line + l * SeriesPlan.LineFixed;
            month[at] = wished;
            month[at + 1] = ordered;
            month[at + 2] = deliveredLine[l];
            month[at + 3] = made[l];
            month[at + 4] = stock[l] + atGateOf[l];
            month[at + 5] = InProgress(l);
            month[at + 6] = Written(l);
            month[plan.LineMoney + 2 * l] = revenue[l];
            month[plan.LineMoney + 2 * l + 1] = writeDown[l];
        }
        for (var m = 0; m < M; m++)
        {
            long earned = 0, lost = 0, taxed = 0;
            for (var l = 0; l < L; l++)
                if (data.LineMaker[l] == m)
                {
                    earned += revenue[l];
                    lost += writeDown[l];
                    taxed += levy[l];
                }
            at = plan.Maker + m * SeriesPlan.MakerFixed;
            month[at] = earned;
            month[at + 1] = lost;
            month[at + 2] = taxed;
        }
        Array.Clear(writeDown);
        for (var c = 0; c < C; c++)
        {
            var most = data.CapacityRate[c * T + t] is var i and >= 0 ? par[i] : 0;
            month[plan.Capacity + c] = PartsPerMillion(Math.Min(capacityAsked[c], most), most);
        }
        for (var w = 0; w < W; w++)
        {
            double wanted = 0, served = 0, home = 0;
            for (var b = 0; b < B; b++)
            {
                wanted += wantedNow[b * W + w];
                served += servedNow[b * W + w];
                home += homeNow[b * W + w];
            }
            at = plan.Workload + w * SeriesPlan.PerWorkload;
            month[at] = Whole(wanted);
            month[at + 1] = Whole(served);
            month[at + 2] = Whole(wanted - served);
            month[at + 3] = PartsPerMillion(home, served);
        }
        month[plan.Whole] = delivered;
        month[plan.Whole + 1] = PartsPerMillion(domestic, delivered);
        into.Keep(t, replication);
    }

    static long PartsPerMillion(double part, double of) => of > 0 ? (long)Math.Round(part / of * 1e6) : 0;

    long InProgress(int l) => inW[l] - reserveW[l] + dies[l] + inB[l] - reserveB[l];

    long Written(int l) => reserveW[l] + writtenDies[l] + reserveB[l] + writtenStock[l];

    // Laws of every month: units started are sold, held, in progress or written down; money paid is money received, and a maker holds what it sold, owes and kept.
    void Audit()
    {
        for (var l = 0; l < L; l++)
        {
            var pipes = 0L;
            for (var k = 0; k < ring; k++)
                pipes += pipeW[l * ring + k] + pipeB[l * ring + k];
            var fleet = 0L;
            var gates = 0L;
            for (var b = 0; b < B; b++)
            {
                fleet += units[b * A + l] - Whole(par[data.Fleet[b * A + l]]) - brought[b * A + l];
                gates += atGate[b * L + l];
            }
            UnitsError = Math.Max(UnitsError, Math.Abs(started[l] - sold[l] - stock[l] - atGateOf[l] - InProgress(l) - Written(l)));
            UnitsError = Math.Max(UnitsError, Math.Abs(fleet - sold[l]) + Math.Abs(gates - atGateOf[l]) + Math.Abs(pipes - inW[l] - inB[l]));
        }
        MoneyError = Math.Max(MoneyError, Math.Abs(ledger.Error()));
        for (var m = 0; m < M; m++)
        {
            var owed = 0L;
            for (var l = 0; l < L; l++)
                if (data.LineMaker[l] == m)
                {
                    owed += recognised[l] + kept[l] + refunded[l];
                    for (var b = 0; b < B; b++)
                        owed += prepaid[b * L + l];
                }
            MoneyError = Math.Max(MoneyError, Math.Abs(ledger.ReceivedBy(B + m) - owed));
        }
    }
}
