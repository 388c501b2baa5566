using Sluice.Policies;

namespace Sluice.Simulation;

/// <summary>One course of the market: state and arithmetic of all parties, reused from replication to replication. Nothing is allocated while it runs.</summary>
/// <remarks>
/// Order of a month: stages finish; buyers serve, port, wish, order, cancel; makers give back orders behind a shut gate; what is in stock goes
/// to orders of earlier months, pro rata; makers start, halt, restart; at a quarter's end stock is written down. Units are whole, money is in
/// minor units. What is delivered in a month serves from the next.
/// </remarks>
sealed partial class Replication
{
    readonly MarketModel model;
    readonly MarketArrays data;
    readonly ulong seed;
    readonly Spread spread;
    readonly IPolicy[] policies;
    readonly int B, L, A, W, M, C, T;
    readonly double[] par;
    readonly double[] uniform;
    readonly int[] stateAt;

    // Buyers: [buyer], [buyer · workloads + workload], [buyer · lines + line], [buyer · assets + asset].
    readonly Traits[] traits;
    readonly double[] demand, growth, ported;
    readonly long[] units, barred, brought, backlog, atGate, prepaid, unplaced, inAll;
    readonly double[] pace, shareOfDemand, credit;
    readonly double[][] quotaLeft;
    readonly long[] ordersOf, cancelledOf, deliveredOf, wishesOf;
    readonly double[] takeOf;

    // Lines.
    readonly long[] price, fitOut, costW, costB;
    readonly long[] stock, writtenStock, dies, writtenDies, reserveW, reserveB, inW, inB, sold, started, made, atGateOf;
    readonly long[] pipeW, pipeB;
    readonly int[] leadW, leadB;
    readonly int ringMost;
    readonly double[] expected, canMake;
    readonly long[] netOrders, deliveredLine, wishesLine, ordersLine;
    readonly long[] revenue, writeDown, levy, recognised, kept, refunded;
    readonly int[] openFor, shutFor;
    readonly bool[] canPass;
    readonly StageState[] runW, runB;
    readonly long[] askW, askB, askOf, spent;
    readonly double[] capacityAsked, capacityAt;

    // Scratch of a buyer's month.
    readonly double[] forecast, portedAhead, usable, servedW, atHomeW, domesticW, foreignW;
    readonly double[] orderShare, asked, allowed, heldBack, priceNow, expectedNow;
    readonly bool[] onSale;
    readonly OfferTerms[] terms;
    readonly long[] onOrder;
    readonly double[] wantedNow, servedNow, homeNow;

    readonly Ledger ledger;
    readonly long[][] cleared;
    int replication;
    int termsOf;
    int ring;

    public Replication(MarketModel model, int seed, Spread spread, IPolicy[] policies)
    {
        (this.model, data, this.seed, this.spread, this.policies) = (model, model.Arrays, (ulong)(uint)seed, spread, policies);
        (B, L, A, W, M, C, T) = (model.Buyers.Length, model.Lines.Length, model.Desks[0].Assets, model.Workloads.Length, model.Makers.Length, model.Capacities.Length, model.Months);
        par = new double[data.Numbers.Count];
        (uniform, stateAt) = (new double[data.DriverKey.Length], new int[T]);
        traits = new Traits[B];
        (demand, growth, ported) = (new double[B * W], new double[B * W], new double[B * W]);
        (units, barred, brought) = (new long[B * A], new long[B * A], new long[B * A]);
        (backlog, atGate, prepaid, unplaced, inAll) = (new long[B * L], new long[B * L], new long[B * L], new long[B * L], new long[B * L]);
        (pace, shareOfDemand, credit) = (new double[B * L], new double[B], new double[B]);
        quotaLeft = [.. data.Terms.Quotas.Select(q => new double[q.Length])];
        (ordersOf, cancelledOf, deliveredOf, wishesOf, takeOf) = (new long[B * L], new long[B * L], new long[B * L], new long[B * L], new double[B * L]);
        (price, fitOut, costW, costB) = (new long[L], new long[L], new long[L], new long[L]);
        (stock, writtenStock, dies, writtenDies, reserveW, reserveB) = (new long[L], new long[L], new long[L], new long[L], new long[L], new long[L]);
        (inW, inB, sold, started, made, atGateOf) = (new long[L], new long[L], new long[L], new long[L], new long[L], new long[L]);
        (leadW, leadB, expected, canMake) = (new int[L], new int[L], new double[L], new double[L]);
        ringMost = T + 1;
        (pipeW, pipeB) = (new long[L * ringMost], new long[L * ringMost]);
        (netOrders, deliveredLine, wishesLine, ordersLine) = (new long[L], new long[L], new long[L], new long[L]);
        (revenue, writeDown, levy) = (new long[L], new long[L], new long[L]);
        (recognised, kept, refunded, askOf, spent) = (new long[L], new long[L], new long[L], new long[B], new long[B]);
        (wantedNow, servedNow, homeNow) = (new double[B * W], new double[B * W], new double[B * W]);
        (openFor, shutFor, canPass) = (new int[L], new int[L], new bool[L]);
        (runW, runB, askW, askB) = (new StageState[L], new StageState[L], new long[L], new long[L]);
        (capacityAsked, capacityAt) = (new double[C], new double[C]);
        (forecast, portedAhead, usable) = (new double[W], new double[W], new double[W * A]);
        (servedW, atHomeW, domesticW, foreignW) = (new double[W], new double[W], new double[W], new double[W]);
        (orderShare, asked, allowed, heldBack, priceNow, expectedNow) = (new double[L], new double[L], new double[L], new double[L], new double[L], new double[L]);
        (onSale, terms, onOrder) = (new bool[L], new OfferTerms[B * L], new long[L]);
        ledger = new(B + M + C + 3);
        cleared = [barred, brought, backlog, atGate, prepaid, unplaced, inAll, writtenStock, writtenDies, reserveW, reserveB, sold, atGateOf, pipeW, pipeB, spent];
    }

    int State => B + M + C;

    int Integrators => B + M + C + 1;

    int Suppliers => B + M + C + 2;

    /// <summary>Largest failure of made = sold + stock + in progress + written down over all lines, in units.</summary>
    public long UnitsError { get; private set; }

    /// <summary>Largest failure of paid = received, and of what makers hold against what they sold and owe, in minor units.</summary>
    public long MoneyError { get; private set; }

    /// <summary>Runs a replication into a recorder.</summary>
    public void Run(int number, Recorder into)
    {
        replication = number;
        data.Numbers.Draw(seed, number, spread, par);
        Follow();
        Open();
        for (var t = 0; t < T; t++)
        {
            var levels = data.Steps.LevelsOf[stateAt[t]];
            Finish(t);
            Gates(t, levels);
            if (t == data.Entry?.Month)
                Enter(data.Entry, t);
            for (var b = 0; b < B; b++)
                Buy(b, t, levels);
            Return();
            Deliver(levels);
            Produce(t, levels);
            for (var m = 0; m < M; m++)
                if (data.QuarterEnds[m * T + t])
                    WriteDown(m);
            Record(t, into);
            Audit();
        }
    }

    // The path of the drivers: as the course puts them, drawn where it leaves them to chance.
    void Follow()
    {
        var state = data.OpeningState;
        for (var t = 0; t < T; t++)
        {
            if (t == data.DrawnMonth)
                state = data.DrawnState;
            var forced = data.Course.Levels[t];
            for (var d = 0; d < forced.Length; d++)
                if (forced[d] >= 0 && forced[d] != data.Steps.Level(state, d))
                    state = data.Steps.Put(state, d, forced[d]);
            stateAt[t] = state;
            for (var d = 0; d < uniform.Length; d++)
                uniform[d] = CounterRandom.Uniform(seed, replication, data.DriverKey[d], t);
            state = data.Steps.Next(state, t, uniform);
        }
    }

    void Open()
    {
        ledger.Clear();
        termsOf = -1;
        foreach (var counts in cleared)
            Array.Clear(counts);
        Array.Clear(pace);
        Array.Clear(credit);
        var all = 0.0;
        for (var b = 0; b < B; b++)
        {
            traits[b] = new(par[data.Foresight[b]], par[data.Patience[b]], par[data.Foreign[b]], par[data.Premium[b]], par[data.Cut[b]], par[data.Defer[b]]);
            shareOfDemand[b] = 0;
            for (var w = 0; w < W; w++)
            {
                var at = b * W + w;
                (demand[at], growth[at], ported[at]) = (par[data.Level[at]], par[data.Growth[at]], par[data.Ported[at]]);
                shareOfDemand[b] += demand[at];
            }
            all += shareOfDemand[b];
            for (var a = 0; a < A; a++)
                units[b * A + a] = Whole(par[data.Fleet[b * A + a]]);
            var quotas = data.Terms.Quotas[b];
            for (var q = 0; q < quotas.Length; q++)
                quotaLeft[b][q] = quotas[q].Opening * par[data.Firms[b]];
        }
        for (var b = 0; b < B; b++)
            shareOfDemand[b] = all > 0 ? shareOfDemand[b] / all : 0;
        OpenLines();
    }

    static long Whole(double value) => (long)Math.Round(value);

    static long Minor(double money) => (long)Math.Round(money * 100);

    static int Months(double months) => (int)Math.Round(Math.Min(months, 1e6));

    /// <summary>Where a stage stands.</summary>
    enum Running
    {
        Runs,
        Stops,
        Halted,
        Restarts,
    }

    struct StageState
    {
        public Running Is;
        public int Left;
        public int Idle;
        public long Last;
    }
}
