namespace Sluice.Policies;

/// <summary>
/// Orders up to what is wanted when today's orders arrive, at the cheapest effective part first, as far as gates and asks leave it; does with
/// open orders what its kind does when asked.
/// </summary>
/// <remarks>
/// Cheapest means money per equivalent; a domestic part counts as cheaper by the premium that the buyer accepts, and only as far as work is
/// ported. With one line it never has more on order than it needs of it; where that comes too slowly it books with the next as well. What a gate or an ask takes away goes on to the next part; what is held back for an announced part does not.
/// </remarks>
public sealed class Habit : IPolicy
{
    readonly double[] domestic;
    readonly double[] foreign;
    readonly double[] served;
    readonly double[] atHome;
    readonly double[] room;
    readonly double[] full;
    readonly double[] cost;
    readonly int[] rank;
    readonly double[] arriving;

    /// <summary>A habit for markets of so many lines and workloads.</summary>
    /// <param name="lines">Lines.</param>
    /// <param name="workloads">Workloads.</param>
    public Habit(int lines, int workloads)
    {
        (domestic, foreign, served, atHome, room, full) = (new double[workloads], new double[workloads], new double[workloads], new double[workloads], new double[workloads], new double[workloads]);
        (cost, rank, arriving) = (new double[lines], new int[lines], new double[lines]);
    }

    /// <inheritdoc/>
    public void Decide(in Situation situation, in Decision decision)
    {
        Answer(situation, decision);
        LookAhead(situation);
        var first = situation.Desk.MovesFirst;
        for (var i = first.Length - 1; i >= 0; i--)
        {
            var need = situation.Forecast[first[i]] - served[first[i]];
            if (need > 0)
                Order(situation, decision, first[i], need);
        }
    }

    // What is on order, where those who comply hold orders back.
    static void Answer(in Situation situation, in Decision decision)
    {
        var traits = situation.Traits;
        for (var l = 0; l < situation.OnOrder.Length; l++)
            if (situation.Asked[l] > 0)
            {
                decision.Cancellations[l] = (long)(situation.OnOrder[l] * (traits.Cut * situation.Asked[l]));
                decision.Take[l] = 1 - traits.Defer * situation.Asked[l];
            }
    }

    // Capacity when today's orders arrive: with what of the orders at hand comes by then for the need, with all of it for the room that porting leaves.
    void LookAhead(in Situation situation)
    {
        var desk = situation.Desk;
        var (lines, assets) = (desk.Lines.Length, desk.Assets);
        for (var l = 0; l < lines; l++)
            arriving[l] = Math.Min(situation.OnOrder[l], (situation.Pace[l] > 0 ? situation.Pace[l] : situation.Expected[l]) * situation.Traits.Foresight);
        for (var w = 0; w < domestic.Length; w++)
        {
            double home = 0, abroad = 0, ordered = 0;
            var usable = situation.Usable.Slice(w * assets, assets);
            var speed = desk.Speed.AsSpan(w * assets, assets);
            for (var a = 0; a < assets; a++)
            {
                var units = usable[a] + (a < lines ? arriving[a] : 0);
                if (!desk.IsDomestic[a])
                    abroad += units * speed[a];
                else
                {
                    home += units * speed[a];
                    if (a < lines)
                        ordered += (situation.OnOrder[a] - arriving[a]) * speed[a];
                }
            }
            (domestic[w], foreign[w], full[w]) = (home, abroad, home + ordered);
        }
        Service.Split(desk.MovesFirst, situation.Forecast, situation.Ported, domestic, foreign, served, atHome);
        var left = 1.0;
        foreach (var w in desk.MovesFirst)
        {
            var could = Math.Min(situation.Ported[w], situation.Forecast[w]);
            var holds = left * full[w];
            room[w] = Math.Max(0, could - holds);
            left = holds <= could || full[w] <= 0 ? 0 : left - could / full[w];
        }
    }

    void Order(in Situation situation, in Decision decision, int workload, double need)
    {
        var desk = situation.Desk;
        var lines = desk.Lines.Length;
        var speed = desk.Speed.AsSpan(workload * desk.Assets, lines);
        var count = Rank(situation, speed);
        var abroad = situation.Traits.Foreign * need;
        for (var i = 0; i < count && need > 0; i++)
        {
            var l = rank[i];
            var most = desk.IsDomestic[l] ? Math.Min(need, room[workload]) : Math.Min(need, abroad);
            var ordered = situation.OnOrder[l] + decision.Orders[l];
            var target = Math.Min(situation.Traits.Patience * situation.Expected[l], need / speed[l] + arriving[l]);
            var want = Math.Min(most / speed[l], target - ordered);
            if (want < 1)
                continue;
            decision.Wishes[l] += (long)want;
            var held = Math.Clamp(want - (target * (1 - situation.HeldBack[l]) - ordered), 0, want);
            var order = (long)Math.Min((want - held) * situation.OrderShare[l], situation.Allowed[l] - decision.Orders[l]);
            if (order > 0)
                decision.Orders[l] += order;
            var covered = (Math.Max(0, order) + held) * speed[l];
            need -= covered;
            if (desk.IsDomestic[l])
                room[workload] -= covered;
            else
                abroad -= covered;
        }
    }

    // Lines by money per equivalent, cheapest first; ties by their order.
    int Rank(in Situation situation, ReadOnlySpan<double> speed)
    {
        var desk = situation.Desk;
        var may = desk.MayBuy.AsSpan(0, speed.Length);
        var onSale = situation.OnSale[..speed.Length];
        var isDomestic = desk.IsDomestic.AsSpan(0, speed.Length);
        var price = situation.Price[..speed.Length];
        var costs = cost.AsSpan(0, speed.Length);
        var order = rank.AsSpan(0, speed.Length);
        var (count, accepts) = (0, 1 + situation.Traits.Premium);
        for (var l = 0; l < speed.Length; l++)
        {
            if (speed[l] <= 0 || !may[l] || !onSale[l])
                continue;
            var each = costs[l] = price[l] / (isDomestic[l] ? speed[l] * accepts : speed[l]);
            var at = count++;
            for (; at > 0 && costs[order[at - 1]] > each; at--)
                order[at] = order[at - 1];
            order[at] = l;
        }
        return count;
    }
}
