namespace Sluice.Bench;

/// <summary>
/// The arithmetic of a market's month written down plainly over arrays: mix the terms of two kinds of firms, price, rank, order, allocate pro
/// rata, pay, record — without drivers, quotas, gates that hold, write-downs, drawn numbers or checks. The yardstick of the engine.
/// </summary>
internal static class PlainLoop
{
    public static double Run(int replications, int months, int buyers, int lines)
    {
        const int workloads = 2;
        var speed = new double[workloads * lines];
        var (price, share, other) = (new double[lines], new double[buyers * lines], new double[buyers * lines]);
        for (var l = 0; l < lines; l++)
            (speed[l], speed[lines + l], price[l]) = (.5 + .1 * l, .4 + .12 * l, 8000 + 700 * l);
        Array.Fill(share, .5);
        Array.Fill(other, .9);
        var (units, backlog, prepaid, orders) = (new long[buyers * lines], new long[buyers * lines], new long[buyers * lines], new long[buyers * lines]);
        var (pace, cost, rank) = (new double[buyers * lines], new double[lines], new int[lines]);
        var (stock, pipe, revenue) = (new long[lines], new long[lines * 4], new long[lines]);
        var demand = new double[buyers * workloads];
        var served = new double[workloads];
        var record = new float[(buyers * 10 + lines * 9) * months];
        var sum = 0.0;
        for (var r = 0; r < replications; r++)
        {
            Array.Clear(units);
            Array.Clear(backlog);
            Array.Clear(prepaid);
            Array.Clear(pace);
            Array.Fill(stock, 5000 + r % 7);
            Array.Fill(pipe, 2000);
            for (var i = 0; i < demand.Length; i++)
                demand[i] = 30_000 + 5_000 * i;
            for (var t = 0; t < months; t++)
            {
                for (var b = 0; b < buyers; b++)
                {
                    for (var w = 0; w < workloads; w++)
                    {
                        double now = 0, ahead = 0;
                        for (var l = 0; l < lines; l++)
                        {
                            var i = b * lines + l;
                            now += units[i] * speed[w * lines + l];
                            ahead += Math.Min(backlog[i], pace[i] * 4) * speed[w * lines + l];
                        }
                        served[w] = Math.Min(demand[b * workloads + w], now);
                        var need = demand[b * workloads + w] * 1.2 - now - ahead;
                        var count = 0;
                        for (var l = 0; l < lines; l++)
                        {
                            cost[l] = price[l] * 1.5 / speed[w * lines + l];
                            var at = count++;
                            for (; at > 0 && cost[rank[at - 1]] > cost[l]; at--)
                                rank[at] = rank[at - 1];
                            rank[at] = l;
                        }
                        for (var k = 0; k < lines && need > 0; k++)
                        {
                            var i = b * lines + rank[k];
                            var want = Math.Min(need / speed[w * lines + rank[k]], 9 * Math.Max(pace[i], 2000) - backlog[i]);
                            if (want < 1)
                                continue;
                            var order = (long)(want * (other[i] + .8 * (share[i] - other[i])));
                            orders[i] = order;
                            backlog[i] += order;
                            prepaid[i] += (long)(order * price[rank[k]] * 30);
                            need -= order * speed[w * lines + rank[k]];
                        }
                        demand[b * workloads + w] *= 1.04;
                    }
                    for (var s = 0; s < 10; s++)
                        record[(b * 10 + s) * months + t] = (float)served[s % workloads];
                }
                for (var l = 0; l < lines; l++)
                {
                    stock[l] += pipe[l * 4 + t % 4];
                    long asks = 0;
                    for (var b = 0; b < buyers; b++)
                        asks += Math.Max(0, backlog[b * lines + l] - orders[b * lines + l]);
                    var ship = Math.Min(asks, stock[l]);
                    long before = 0, shipped = 0;
                    for (var b = 0; b < buyers; b++)
                    {
                        var i = b * lines + l;
                        before += Math.Max(0, backlog[i] - orders[i]);
                        var upTo = asks > 0 ? ship * before / asks : 0;
                        var come = upTo - shipped;
                        shipped = upTo;
                        var released = backlog[i] > 0 ? prepaid[i] * come / backlog[i] : 0;
                        prepaid[i] -= released;
                        backlog[i] -= come;
                        units[i] += come;
                        revenue[l] += released + (long)(come * price[l] * 70);
                        pace[i] += (come - pace[i]) / 3;
                        orders[i] = 0;
                    }
                    stock[l] -= ship;
                    pipe[l * 4 + t % 4] = Math.Clamp(asks - stock[l], 0, 20_000);
                    for (var s = 0; s < 9; s++)
                        record[(buyers * 10 + l * 9 + s) * months + t] = stock[l] + s;
                }
            }
            sum += revenue[r % lines] + record[r % record.Length];
        }
        return sum;
    }
}
