using System.Runtime.CompilerServices;

namespace Sluice.Bench;

/// <summary>
/// The arithmetic of the market's bench case written down plainly over arrays, one loop after the other, without a type for anything: numbers
/// drawn once per replication, two drivers, terms mixed for two kinds of firms, service, look-ahead, ranking, orders in two workloads, deposits,
/// returns, pro rata deliveries, two stages with shared capacity and lags, write-downs, every series with its sums, and the audit of
/// each month. What the bench case does not have (quotas, bundles, waits, stops of use, levies) is left out. The yardstick of the engine.
/// </summary>
internal static class PlainLoop
{
    const int W = 2, M = 2, C = 3, Ring = 5, Numbers = 420, Drawn = 60;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Run(int replications, int months, int B, int L)
    {
        int BL = B * L, S = B * (6 + 2 * W) + 9 * L + 3 * M + C + 4 * W + 2;
        var (par, value, below) = (new double[Numbers], new double[Numbers], new double[Numbers]);
        for (var i = 0; i < Numbers; i++)
            (value[i], below[i]) = (1, i < Drawn ? .2 : 0);
        var (speed, price, fitOut) = (new double[W * L], new long[L], new long[L]);
        for (var l = 0; l < L; l++)
            (speed[l], speed[L + l]) = (.5 + .1 * l, .5 + .1 * l);
        const int K = 11;
        var (asked, unasked, terms) = (new double[4 * BL * K], new double[4 * BL * K], new double[BL * K]);
        for (var s = 0; s < 4; s++)
            for (var b = 0; b < B; b++)
                for (var l = 0; l < L; l++)
                {
                    var at = ((s * B + b) * L + l) * K;
                    var abroad = l % 2 == 0;
                    for (var k = 0; k < K; k++)
                        asked[at + k] = unasked[at + k] = k is 1 or 6 or 7 ? double.PositiveInfinity : k is 4 or 5 or 9 or 10 ? 0 : 1;
                    if (abroad && s / 2 == 1)
                        asked[at] = unasked[at] = asked[at + 2] = unasked[at + 2] = asked[at + 3] = unasked[at + 3] = 0;
                    if (abroad && s % 2 == 1 && b % 2 == 0)
                        asked[at] = 0;
                }
        var (units, backlog, prepaid, orders, cancelled, delivered, wishes, atGate, unplaced, inAll) =
            (new long[BL], new long[BL], new long[BL], new long[BL], new long[BL], new long[BL], new long[BL], new long[BL], new long[BL], new long[BL]);
        var (pace, take, usable) = (new double[BL], new double[BL], new double[W * L]);
        var (stock, dies, writtenStock, writtenDies, reserveW, reserveB, inW, inB, sold, started, made, revenue, writeDown, recognised, kept, refunded, netOrders, shippedLine) =
            (new long[L], new long[L], new long[L], new long[L], new long[L], new long[L], new long[L], new long[L], new long[L], new long[L], new long[L], new long[L], new long[L], new long[L], new long[L], new long[L], new long[L], new long[L]);
        var (pipeW, pipeB, askW, askB) = (new long[L * Ring], new long[L * Ring], new long[L], new long[L]);
        var (expected, canMake) = (new double[L], new double[L]);
        var (canPass, openFor, shutFor, stateW, stateB, leftW, leftB, idleW, idleB) = (new bool[L], new int[L], new int[L], new int[L], new int[L], new int[L], new int[L], new int[L], new int[L]);
        var (lastW, lastB) = (new long[L], new long[L]);
        var (demand, growth, ported, wanted, servedNow, home) = (new double[B * W], new double[B * W], new double[B * W], new double[B * W], new double[B * W], new double[B * W]);
        var (domestic, foreign, full, forecast, portedAhead, served, atHome, room) = (new double[W], new double[W], new double[W], new double[W], new double[W], new double[W], new double[W], new double[W]);
        var (cost, rank, arriving, onOrder, orderShare, askedNow, allowed, priceNow, expectedNow) =
            (new double[L], new int[L], new double[L], new long[L], new double[L], new double[L], new double[L], new double[L], new double[L]);
        var (capacityAsked, capacity, compliance, shareOf) = (new double[C], new[] { 120_000.0, 70_000, 200_000 }, new double[B], new double[B]);
        var (paid, received, spent, askOf) = (new long[B + M + C + 3], new long[B + M + C + 3], new long[B], new long[B]);
        var table = new float[(long)S * months * ((replications + 15) / 16 * 16)];
        var (totals, sums, row) = (new long[(long)S * replications], new long[S * months], new long[S]);
        var check = 0.0;

        for (var r = 0; r < replications; r++)
        {
            for (var i = 0; i < Numbers; i++)
            {
                par[i] = value[i];
                if (below[i] == 0)
                    continue;
                par[i] += (2 * Uniform(r, i, 0) - 1) * below[i];
            }
            Array.Clear(backlog); Array.Clear(prepaid); Array.Clear(pace); Array.Clear(atGate); Array.Clear(unplaced); Array.Clear(inAll); Array.Clear(units);
            Array.Clear(writtenStock); Array.Clear(writtenDies); Array.Clear(reserveW); Array.Clear(reserveB); Array.Clear(sold); Array.Clear(pipeW); Array.Clear(pipeB);
            Array.Clear(paid); Array.Clear(received); Array.Clear(spent); Array.Clear(refunded); Array.Clear(kept); Array.Clear(recognised); Array.Clear(writeDown);
            var sumOfDemand = 0.0;
            for (var b = 0; b < B; b++)
            {
                (compliance[b], units[b * L], units[b * L + 1]) = (.8 * par[b % Drawn], 20_000 + 1000 * b, 1000 * b);
                for (var w = 0; w < W; w++)
                {
                    var at = b * W + w;
                    (demand[at], growth[at], ported[at]) = ((w == 0 ? 50_000 + 10_000 * b : 30_000 + 5_000 * b) * par[10 + b], w == 0 ? .05 * par[20 + b] : .03, w == 0 ? 5_000 : 0);
                }
                shareOf[b] = demand[b * W] + demand[b * W + 1];
                sumOfDemand += shareOf[b];
            }
            for (var l = 0; l < L; l++)
            {
                (price[l], stock[l], dies[l]) = ((long)((8000 + 700 * l) * 100 * par[30 + l]), 5000, 0);
                fitOut[l] = price[l] / 2;
                var steady = (long)(Math.Min((20_000 + 1000 * l) * par[40 + l], 30_000) * .5);
                for (var k = 0; k < 3; k++) pipeW[l * Ring + k] = steady;
                pipeB[l * Ring] = steady;
                (inW[l], inB[l], started[l], expected[l], stateW[l], stateB[l], idleW[l], idleB[l], lastW[l], lastB[l]) = (3 * steady, steady, 4 * steady + 5000, steady, 0, 0, 0, 0, steady, steady);
            }
            var (levels, last) = (0, -1);
            for (var t = 0; t < months; t++)
            {
                // Drivers, then stages that finish.
                var (u0, u1) = (Uniform(r, 1000, t), Uniform(r, 1001, t));
                levels = (levels / 2 == 0 ? u0 < .05 ? 1 : 0 : u0 < .15 ? 0 : 1) * 2 + (levels % 2 == 0 ? u1 < .11 ? 1 : 0 : u1 < .07 ? 0 : 1);
                for (var l = 0; l < L; l++)
                {
                    var slot = l * Ring + t % Ring;
                    if (pipeW[slot] > 0)
                    {
                        var written = Math.Min(pipeW[slot], reserveW[l]);
                        reserveW[l] -= written; writtenDies[l] += written; dies[l] += pipeW[slot] - written; inW[l] -= pipeW[slot]; pipeW[slot] = 0;
                    }
                    made[l] = pipeB[slot];
                    if (made[l] > 0)
                    {
                        var written = Math.Min(made[l], reserveB[l]);
                        reserveB[l] -= written; writtenStock[l] += written; stock[l] += made[l] - written; inB[l] -= made[l]; pipeB[slot] = 0;
                    }
                }
                // Terms.
                Array.Clear(canPass);
                for (var b = 0; b < B; b++)
                {
                    var at = (levels * B + b) * L;
                    if (levels != last)
                        for (var l = 0; l < L; l++)
                            for (var k = 0; k < K; k++)
                            {
                                var (one, other) = (asked[(at + l) * K + k], unasked[(at + l) * K + k]);
                                terms[(b * L + l) * K + k] = one == other || double.IsInfinity(other) ? other : double.IsInfinity(one) ? one : other + compliance[b] * (one - other);
                            }
                    for (var l = 0; l < L; l++)
                        canPass[l] |= terms[(b * L + l) * K + 2] > 0;
                }
                last = levels;
                for (var l = 0; l < L; l++)
                {
                    openFor[l] = canPass[l] ? t == 0 ? 1000 : openFor[l] + 1 : 0;
                    shutFor[l] = canPass[l] ? 0 : t == 0 ? 1 : shutFor[l] + 1;
                    canMake[l] = 30_000;
                }
                // Buyers.
                for (var b = 0; b < B; b++)
                {
                    for (var w = 0; w < W; w++)
                    {
                        double atHomeSum = 0, abroadSum = 0;
                        for (var l = 0; l < L; l++)
                        {
                            usable[w * L + l] = units[b * L + l];
                            var c = units[b * L + l] * speed[w * L + l];
                            if (l % 2 == 1) atHomeSum += c; else abroadSum += c;
                        }
                        (domestic[w], foreign[w], forecast[w]) = (atHomeSum, abroadSum, demand[b * W + w]);
                        portedAhead[w] = ported[b * W + w];
                    }
                    Split(forecast, portedAhead, domestic, foreign, served, atHome);
                    for (var w = 0; w < W; w++)
                    {
                        (wanted[b * W + w], servedNow[b * W + w], home[b * W + w]) = (forecast[w], served[w], atHome[w]);
                        forecast[w] *= 1 + growth[b * W + w] * 4;
                        portedAhead[w] = Math.Min(forecast[w], ported[b * W + w] + 4 * (w == 0 ? 2000 + .1 * atHome[w] : 0));
                    }
                    for (var l = 0; l < L; l++)
                    {
                        var i = b * L + l;
                        var at = (levels * B + b) * L + l;
                        (onOrder[l], orderShare[l], allowed[l]) = (backlog[i] + atGate[i], terms[i * K], terms[i * K + 1] * (b + 1));
                        askedNow[l] = Math.Max(0, compliance[b] * (unasked[at * K] - asked[at * K]));
                        priceNow[l] = price[l] * (terms[i * K + 8] * (1 + terms[i * K + 9])) + fitOut[l];
                        expectedNow[l] = terms[i * K + 2] > 0 ? Math.Max(pace[i], shareOf[b] / sumOfDemand * canMake[l]) : pace[i];
                        (wishes[i], orders[i], cancelled[i], take[i]) = (0, 0, 0, 1);
                        if (askedNow[l] > 0)
                        {
                            cancelled[i] = (long)(onOrder[l] * (.1 * askedNow[l]));
                            take[i] = 1 - .4 * askedNow[l];
                        }
                        arriving[l] = Math.Min(onOrder[l], (pace[i] > 0 ? pace[i] : expectedNow[l]) * 4);
                    }
                    for (var w = 0; w < W; w++)
                    {
                        double atHomeSum = 0, abroadSum = 0, ordered = 0;
                        for (var l = 0; l < L; l++)
                        {
                            var u = usable[w * L + l] + arriving[l];
                            if (l % 2 == 0) abroadSum += u * speed[w * L + l];
                            else
                            {
                                atHomeSum += u * speed[w * L + l];
                                ordered += (onOrder[l] - arriving[l]) * speed[w * L + l];
                            }
                        }
                        (domestic[w], foreign[w], full[w]) = (atHomeSum, abroadSum, atHomeSum + ordered);
                    }
                    Split(forecast, portedAhead, domestic, foreign, served, atHome);
                    var left = 1.0;
                    for (var w = 0; w < W; w++)
                    {
                        var could = Math.Min(portedAhead[w], forecast[w]);
                        var holds = left * full[w];
                        room[w] = Math.Max(0, could - holds);
                        left = holds <= could || full[w] <= 0 ? 0 : left - could / full[w];
                    }
                    for (var w = W - 1; w >= 0; w--)
                    {
                        var need = forecast[w] - served[w];
                        if (need <= 0) continue;
                        var count = 0;
                        for (var l = 0; l < L; l++)
                        {
                            cost[l] = priceNow[l] / (l % 2 == 1 ? speed[w * L + l] * (1 + .1 * b) : speed[w * L + l]);
                            var at = count++;
                            for (; at > 0 && cost[rank[at - 1]] > cost[l]; at--) rank[at] = rank[at - 1];
                            rank[at] = l;
                        }
                        var abroad = need;
                        for (var k = 0; k < count && need > 0; k++)
                        {
                            var l = rank[k];
                            var i = b * L + l;
                            var most = l % 2 == 1 ? Math.Min(need, room[w]) : Math.Min(need, abroad);
                            var ordered = onOrder[l] + orders[i];
                            var target = Math.Min(9 * expectedNow[l], need / speed[w * L + l] + arriving[l]);
                            var want = Math.Min(most / speed[w * L + l], target - ordered);
                            if (want < 1) continue;
                            wishes[i] += (long)want;
                            var held = Math.Clamp(want - (target - ordered), 0, want);
                            var order = (long)Math.Min((want - held) * orderShare[l], allowed[l] - orders[i]);
                            if (order > 0) orders[i] += order;
                            var covered = (Math.Max(0, order) + held) * speed[w * L + l];
                            need -= covered;
                            if (l % 2 == 1) room[w] -= covered; else abroad -= covered;
                        }
                    }
                    for (var l = 0; l < L; l++)
                    {
                        var i = b * L + l;
                        var order = Math.Max(0, (long)Math.Min(orders[i], Math.Max(0, allowed[l])));
                        var cancel = Math.Clamp(cancelled[i], 0, backlog[i]);
                        if (cancel > 0)
                        {
                            var of = Share(prepaid[i], cancel, backlog[i] + atGate[i]);
                            prepaid[i] -= of; refunded[l] += of / 2; kept[l] += of - of / 2; backlog[i] -= cancel;
                            paid[B + l % M] += of / 2; received[b] += of / 2;
                        }
                        if (order > 0)
                        {
                            var deposit = order * (long)Math.Round(price[l] * terms[i * K + 8] * .3);
                            paid[b] += deposit; received[B + l % M] += deposit; prepaid[i] += deposit; backlog[i] += order;
                        }
                        (orders[i], cancelled[i]) = (order, cancel);
                        var wished = Math.Max(wishes[i], order);
                        wishes[i] = Math.Max(0, wished - unplaced[i]);
                        unplaced[i] = wished - order;
                    }
                    for (var w = 0; w < W; w++)
                    {
                        var at = b * W + w;
                        ported[at] = Math.Min(Math.Max(ported[at], wanted[at]), ported[at] + (w == 0 ? 2000 + .1 * home[at] : 0));
                        demand[at] *= 1 + growth[at];
                        growth[at] *= w == 0 ? .98 : 1;
                    }
                }
                // Returns and deliveries.
                for (var l = 0; l < L; l++)
                {
                    netOrders[l] = 0;
                    var returns = l % M == 0 && shutFor[l] >= 1;
                    for (var b = 0; b < B; b++)
                    {
                        var i = b * L + l;
                        if (returns && backlog[i] > 0)
                        {
                            var of = Share(prepaid[i], backlog[i], backlog[i] + atGate[i]);
                            prepaid[i] -= of; refunded[l] += of; paid[B + l % M] += of; received[b] += of; cancelled[i] += backlog[i]; backlog[i] = 0;
                        }
                        netOrders[l] += orders[i] - cancelled[i];
                    }
                }
                for (var l = 0; l < L; l++)
                {
                    shippedLine[l] = revenue[l] = 0;
                    var cleared = canPass[l] && openFor[l] > 0;
                    long asks = 0;
                    for (var b = 0; b < B; b++)
                    {
                        var i = b * L + l;
                        delivered[i] = 0;
                        if (double.IsInfinity(terms[i * K + 7])) inAll[i] = 0;
                        askOf[b] = Math.Max(0, cleared && terms[i * K + 2] > 0 ? (long)((backlog[i] - orders[i]) * take[i] * (1 - terms[i * K + 5])) : 0);
                        asks += askOf[b];
                    }
                    var ship = Math.Min(asks, stock[l] + writtenStock[l]);
                    long before = 0, shipped = 0;
                    for (var b = 0; b < B; b++)
                    {
                        var i = b * L + l;
                        before += askOf[b];
                        var upTo = asks > 0 ? Share(ship, before, asks) : 0;
                        var come = upTo - shipped;
                        shipped = upTo;
                        if (come == 0)
                        {
                            pace[i] -= pace[i] / 3;
                            continue;
                        }
                        var fresh = Math.Min(come, stock[l]);
                        stock[l] -= fresh; writtenStock[l] -= come - fresh;
                        var released = Share(prepaid[i], come, Math.Max(come, backlog[i] + atGate[i]));
                        var balance = come * (long)Math.Round(price[l] * terms[i * K + 8] * .7);
                        prepaid[i] -= released; backlog[i] -= come;
                        paid[b] += balance + come * fitOut[l]; received[B + l % M] += balance; received[B + M + C] += come * fitOut[l];
                        recognised[l] += balance + released; revenue[l] += balance + released; delivered[i] += come; shippedLine[l] += come; sold[l] += come; units[i] += come; inAll[i] += come;
                        pace[i] += (come - pace[i]) / 3;
                    }
                }
                // Makers.
                Array.Clear(capacityAsked);
                for (var l = 0; l < L; l++)
                {
                    expected[l] += (Math.Max(0, netOrders[l]) - expected[l]) / 3;
                    var open = canPass[l] ? 1.0 : 0;
                    long waiting = 0;
                    for (var b = 0; b < B; b++)
                        if (terms[(b * L + l) * K + 2] > 0) waiting += backlog[b * L + l];
                    var finished = stock[l] + writtenStock[l] + inB[l];
                    var needB = waiting * open + open * expected[l] * 3 - finished;
                    var needW = waiting * open + open * expected[l] * 6 - (finished + dies[l] + writtenDies[l] + inW[l]);
                    askW[l] = Stage(ref stateW[l], ref leftW[l], ref idleW[l], ref lastW[l], needW, (20_000 + 1000 * l) * par[40 + l], 1, 3);
                    askB[l] = Math.Min(dies[l] + writtenDies[l], Stage(ref stateB[l], ref leftB[l], ref idleB[l], ref lastB[l], needB, canMake[l], 0, 0));
                    capacityAsked[l % 2] += askW[l];
                    capacityAsked[2] += askB[l];
                }
                for (var l = 0; l < L; l++)
                {
                    var wafers = capacityAsked[l % 2] <= capacity[l % 2] ? askW[l] : (long)(askW[l] * (capacity[l % 2] / capacityAsked[l % 2]));
                    var back = capacityAsked[2] <= capacity[2] ? askB[l] : (long)(askB[l] * (capacity[2] / capacityAsked[2]));
                    if (wafers > 0)
                    {
                        pipeW[l * Ring + (t + 3) % Ring] += wafers; inW[l] += wafers; started[l] += wafers; paid[B + l % M] += wafers * 200_000; received[B + M + l % 2] += wafers * 200_000;
                    }
                    if (back > 0)
                    {
                        var fresh = Math.Min(back, dies[l]);
                        dies[l] -= fresh; writtenDies[l] -= back - fresh; pipeB[l * Ring + (t + 1) % Ring] += back; inB[l] += back; paid[B + l % M] += back * 200_000; received[B + M + 2] += back * 200_000;
                    }
                }
                if (t % 3 == 2)
                    for (var l = 0; l < L; l++)
                    {
                        long waiting = 0;
                        for (var b = 0; b < B; b++)
                            if (terms[(b * L + l) * K + 2] > 0) waiting += backlog[b * L + l];
                        var sells = canPass[l] ? waiting + expected[l] * 12 : 0;
                        var excess = stock[l] + dies[l] + inW[l] - reserveW[l] + inB[l] - reserveB[l] - (long)sells;
                        if (excess <= 0) continue;
                        var n = Math.Min(stock[l], excess); stock[l] -= n; writtenStock[l] += n; excess -= n; writeDown[l] += n * 400_000;
                        n = Math.Min(inB[l] - reserveB[l], excess); reserveB[l] += n; excess -= n; writeDown[l] += n * 400_000;
                        n = Math.Min(dies[l], excess); dies[l] -= n; writtenDies[l] += n; excess -= n; writeDown[l] += n * 200_000;
                        n = Math.Min(inW[l] - reserveW[l], excess); reserveW[l] += n; writeDown[l] += n * 200_000;
                    }
                // Every series, with sums.
                var x = 0;
                long all = 0, domesticUnits = 0;
                for (var b = 0; b < B; b++)
                {
                    long wished = 0, ordered = 0, given = 0, came = 0, waiting = 0;
                    for (var l = 0; l < L; l++)
                    {
                        var i = b * L + l;
                        wished += wishes[i]; ordered += orders[i]; given += cancelled[i]; came += delivered[i]; waiting += backlog[i] + atGate[i];
                        if (l % 2 == 1) domesticUnits += delivered[i];
                    }
                    all += came;
                    (row[x], row[x + 1], row[x + 2], row[x + 3], row[x + 4], row[x + 5]) = (wished, ordered, given, came, waiting, paid[b] - received[b] - spent[b]);
                    spent[b] = paid[b] - received[b];
                    x += 6;
                    for (var w = 0; w < W; w++, x += 2)
                        (row[x], row[x + 1]) = ((long)Math.Round(wanted[b * W + w] - servedNow[b * W + w]), Millionths(home[b * W + w], servedNow[b * W + w]));
                }
                for (var l = 0; l < L; l++, x += 9)
                {
                    long wished = 0, ordered = 0;
                    for (var b = 0; b < B; b++)
                    {
                        wished += wishes[b * L + l];
                        ordered += orders[b * L + l];
                    }
                    (row[x], row[x + 1], row[x + 2], row[x + 3], row[x + 4], row[x + 5], row[x + 6], row[x + 7], row[x + 8]) = (wished, ordered, shippedLine[l], made[l], stock[l],
                        inW[l] - reserveW[l] + dies[l] + inB[l] - reserveB[l], reserveW[l] + writtenDies[l] + reserveB[l] + writtenStock[l], revenue[l], writeDown[l]);
                }
                for (var m = 0; m < M; m++, x += 3)
                {
                    long earned = 0, lost = 0;
                    for (var l = m; l < L; l += M)
                    {
                        earned += revenue[l];
                        lost += writeDown[l];
                    }
                    (row[x], row[x + 1], row[x + 2]) = (earned, lost, 0);
                }
                Array.Clear(writeDown);
                for (var c = 0; c < C; c++, x++)
                    row[x] = Millionths(Math.Min(capacityAsked[c], capacity[c]), capacity[c]);
                for (var w = 0; w < W; w++, x += 4)
                {
                    double want = 0, serve = 0, own = 0;
                    for (var b = 0; b < B; b++)
                    {
                        want += wanted[b * W + w]; serve += servedNow[b * W + w]; own += home[b * W + w];
                    }
                    (row[x], row[x + 1], row[x + 2], row[x + 3]) = ((long)Math.Round(want), (long)Math.Round(serve), (long)Math.Round(want - serve), Millionths(own, serve));
                }
                (row[x], row[x + 1]) = (all, Millionths(domesticUnits, all));
                for (var s = 0; s < S; s++)
                {
                    totals[r * S + s] += row[s];
                    sums[t * S + s] += row[s];
                    table[((r / 16 * S + s) * months + t) * 16 + r % 16] = row[s];
                }
                // The audit.
                for (var l = 0; l < L; l++)
                {
                    long pipes = 0, fleet = 0, gates = 0;
                    for (var k = 0; k < Ring; k++) pipes += pipeW[l * Ring + k] + pipeB[l * Ring + k];
                    for (var b = 0; b < B; b++)
                    {
                        fleet += units[b * L + l];
                        gates += atGate[b * L + l];
                    }
                    check += Math.Abs(pipes - inW[l] - inB[l]) + gates + Math.Abs(started[l] - sold[l] - stock[l] - dies[l] - inW[l] + reserveW[l] - inB[l] + reserveB[l] - reserveW[l] - writtenDies[l] - reserveB[l] - writtenStock[l]) + fleet * 0;
                }
                var error = 0L;
                for (var a = 0; a < paid.Length; a++) error += received[a] - paid[a];
                check += error;
                for (var m = 0; m < M; m++)
                {
                    long owed = 0;
                    for (var l = m; l < L; l += M)
                    {
                        owed += recognised[l] + kept[l] + refunded[l];
                        for (var b = 0; b < B; b++) owed += prepaid[b * L + l];
                    }
                    check += Math.Abs(received[B + m] - owed);
                }
            }
        }
        return check + sums[^1] % 1000 + totals[0] % 1000 + table[0];
    }

    static void Split(double[] demand, double[] ported, double[] domestic, double[] foreign, double[] served, double[] atHome)
    {
        var left = 1.0;
        for (var w = 0; w < W; w++)
        {
            var most = left * domestic[w];
            var use = Math.Min(most, Math.Min(ported[w], demand[w]));
            atHome[w] = use;
            if (use > 0) left = use >= most ? 0 : left - use / domestic[w];
        }
        left = 1.0;
        for (var w = W - 1; w >= 0; w--)
        {
            var most = left * foreign[w];
            var use = Math.Min(most, demand[w] - atHome[w]);
            served[w] = atHome[w] + use;
            if (use > 0) left = use >= most ? 0 : left - use / foreign[w];
        }
    }

    // 0 runs, 1 stops, 2 halted, 3 restarts.
    static long Stage(ref int state, ref int left, ref int idle, ref long last, double need, double most, int stop, int restart)
    {
        var needs = need >= 1 && most >= 1;
        idle = needs ? 0 : idle + 1;
        if (state == 0 && idle >= 1) (state, left) = (1, stop);
        else if (state == 1 && needs) state = 0;
        else if (state == 2 && needs) (state, left) = (3, restart);
        else if (state == 3 && !needs) state = 2;
        if (state == 1 && left == 0) state = 2;
        if (state == 3 && left == 0) state = 0;
        if (state == 0) return last = (long)Math.Clamp(need, 0, most);
        if (state == 2) return 0;
        left--;
        return state == 1 ? Math.Min(last, (long)most) : 0;
    }

    static long Millionths(double part, double of) => of > 0 ? (long)Math.Round(part / of * 1e6) : 0;

    static long Share(long whole, long part, long of)
    {
        if (whole == 0 || part == of) return whole;
        var high = Math.BigMul((ulong)whole, (ulong)part, out var low);
        return high == 0 ? (long)(low / (ulong)of) : (long)((Int128)whole * part / of);
    }

    static double Uniform(int replication, int what, int month)
    {
        static ulong Mix(ulong z)
        {
            z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
            z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
            return z ^ (z >> 31);
        }
        return (Mix(Mix(Mix(7UL + 0x9E37_79B9_7F4A_7C15) ^ (ulong)replication) ^ (ulong)(what * 1_000_003) ^ ((ulong)month * 0x9E37_79B9_7F4A_7C15)) >> 11) * (1.0 / (1UL << 53));
    }
}
