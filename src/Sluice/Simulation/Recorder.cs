namespace Sluice.Simulation;

/// <summary>Takes the values of all series. Threads share the table of values, in which each replication has cells of its own; sums are kept per thread and are whole numbers, so that no order of adding matters.</summary>
sealed class Recorder
{
    /// <summary>Replications that a thread takes at a time: their values fill one cache line of the table, so that it is written line by line.</summary>
    public const int Block = 16;

    readonly float[] values;
    readonly float[] block;
    readonly long[] totals;
    readonly long[] sums;
    readonly int months;
    readonly int replications;
    readonly int series;

    public Recorder(SeriesPlan plan, int months, int replications)
        : this(plan, months, replications, new float[(long)plan.All.Length * months * replications], new long[(long)plan.All.Length * replications]) { }

    Recorder(SeriesPlan plan, int months, int replications, float[] values, long[] totals)
    {
        (Plan, this.months, this.replications, this.values, this.totals, series) = (plan, months, replications, values, totals, plan.All.Length);
        (sums, block) = (new long[series * months], new float[series * months * Block]);
    }

    /// <summary>Which series there are.</summary>
    public SeriesPlan Plan { get; }

    /// <summary>A recorder for another thread, into the same table.</summary>
    public Recorder Share() => new(Plan, months, replications, values, totals);

    /// <summary>Takes a value.</summary>
    public void Put(int seriesIndex, int month, int replication, long value)
    {
        block[(seriesIndex * months + month) * Block + replication % Block] = value;
        totals[(long)replication * series + seriesIndex] += value;
        sums[seriesIndex * months + month] += value;
    }

    /// <summary>Writes a finished block of replications into the table.</summary>
    public void Flush(int first, int count)
    {
        for (var i = 0; i < series * months; i++)
            block.AsSpan(i * Block, count).CopyTo(values.AsSpan(checked((int)((long)i * replications + first)), count));
    }

    /// <summary>Adds the sums of another thread.</summary>
    public void Add(Recorder other)
    {
        for (var i = 0; i < sums.Length; i++)
            sums[i] += other.sums[i];
    }

    /// <summary>Sum over replications.</summary>
    public long Sum(int seriesIndex, int month) => sums[seriesIndex * months + month];

    /// <summary>Sum over months of a replication.</summary>
    public long Total(int seriesIndex, int replication) => totals[(long)replication * series + seriesIndex];

    /// <summary>Values of a month, one per replication. A caller may reorder them.</summary>
    public Span<float> Values(int seriesIndex, int month) => values.AsSpan(checked((int)(((long)seriesIndex * months + month) * replications)), replications);

    /// <summary>Value of a series in a month of a replication.</summary>
    public float Value(int seriesIndex, int month, int replication) => values[((long)seriesIndex * months + month) * replications + replication];
}
