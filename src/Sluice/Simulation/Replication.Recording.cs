namespace Sluice.Simulation;

sealed partial class Replication
{
    void Record(int t, Recorder into)
    {
        var plan = into.Plan;
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
            into.Put(at, t, replication, wished);
            into.Put(at + 1, t, replication, ordered);
            into.Put(at + 2, t, replication, cancelled);
            into.Put(at + 3, t, replication, came);
            into.Put(at + 4, t, replication, waiting);
            into.Put(at + 5, t, replication, ledger.PaidBy(b) - ledger.ReceivedBy(b) - spent[b]);
            if (data.Entry is { } entry && entry.Buyer == b)
                into.Put(plan.Own, t, replication, t < entry.Month ? 0 : Whole(entry.Cost(
                    t, ledger.PaidBy(b) - ledger.ReceivedBy(b) - spent[b], wantedNow.AsSpan(b * W, W), servedNow.AsSpan(b * W, W), deliveredOf.AsSpan(b * L, L))));
            spent[b] = ledger.PaidBy(b) - ledger.ReceivedBy(b);
            for (var w = 0; w < W; w++)
            {
                var i = b * W + w;
                into.Put(at + SeriesPlan.BuyerFixed + 2 * w, t, replication, Whole(wantedNow[i] - servedNow[i]));
                into.Put(at + SeriesPlan.BuyerFixed + 2 * w + 1, t, replication, PartsPerMillion(homeNow[i], servedNow[i]));
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
            into.Put(at, t, replication, wished);
            into.Put(at + 1, t, replication, ordered);
            into.Put(at + 2, t, replication, deliveredLine[l]);
            into.Put(at + 3, t, replication, made[l]);
            into.Put(at + 4, t, replication, stock[l] + atGateOf[l]);
            into.Put(at + 5, t, replication, InProgress(l));
            into.Put(at + 6, t, replication, Written(l));
            into.Put(plan.LineMoney + 2 * l, t, replication, revenue[l]);
            into.Put(plan.LineMoney + 2 * l + 1, t, replication, writeDown[l]);
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
            into.Put(at, t, replication, earned);
            into.Put(at + 1, t, replication, lost);
            into.Put(at + 2, t, replication, taxed);
        }
        Array.Clear(writeDown);
        for (var c = 0; c < C; c++)
        {
            var most = data.CapacityRate[c * T + t] is var i and >= 0 ? par[i] : 0;
            into.Put(plan.Capacity + c, t, replication, PartsPerMillion(Math.Min(capacityAsked[c], most), most));
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
            into.Put(at, t, replication, Whole(wanted));
            into.Put(at + 1, t, replication, Whole(served));
            into.Put(at + 2, t, replication, Whole(wanted - served));
            into.Put(at + 3, t, replication, PartsPerMillion(home, served));
        }
        into.Put(plan.Whole, t, replication, delivered);
        into.Put(plan.Whole + 1, t, replication, PartsPerMillion(domestic, delivered));
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
