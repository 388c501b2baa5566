using System.Numerics;
using System.Runtime.InteropServices;

namespace Sluice.Simulation;

/// <summary>
/// Takes the values of all series. Threads share the table of values, in which each block of replications has a stretch of its own; sums are
/// kept per thread and are whole numbers, so that no order of adding matters.
/// </summary>
sealed class Recorder
{
    /// <summary>Replications that a thread takes at a time: their values of a month fill one cache line of the table.</summary>
    public const int Block = 16;

    readonly float[] values;
    readonly long[] totals;
    readonly long[] sums;
    readonly long[] row;
    readonly int months;
    readonly int series;

    public Recorder(SeriesPlan plan, int months, int replications)
        : this(plan, months, new float[(long)plan.All.Length * months * ((replications + Block - 1) / Block * Block)], new long[(long)plan.All.Length * replications]) { }

    Recorder(SeriesPlan plan, int months, float[] values, long[] totals)
    {
        (Plan, this.months, this.values, this.totals, series) = (plan, months, values, totals, plan.All.Length);
        (sums, row) = (new long[series * months], new long[series]);
    }

    /// <summary>Which series there are.</summary>
    public SeriesPlan Plan { get; }

    /// <summary>[series] values of the month that is being recorded; all of them must be written.</summary>
    public Span<long> Row => row;

    /// <summary>A recorder for another thread, into the same table.</summary>
    public Recorder Share() => new(Plan, months, values, totals);

    /// <summary>Keeps the row as that of a month of a replication; months of a replication come in order.</summary>
    public void Keep(int month, int replication)
    {
        Add(totals.AsSpan(checked(replication * series), series), row);
        Add(sums.AsSpan(month * series, series), row);
        var into = values.AsSpan(checked((int)At(0, month, replication)));
        var step = months * Block;
        for (int s = 0, at = 0; s < row.Length; s++, at += step)
            into[at] = row[s];
    }

    /// <summary>Adds the sums of another thread.</summary>
    public void Add(Recorder other) => Add(sums, other.sums);

    /// <summary>Sum over replications.</summary>
    public long Sum(int seriesIndex, int month) => sums[month * series + seriesIndex];

    /// <summary>Sum over months of a replication.</summary>
    public long Total(int seriesIndex, int replication) => totals[(long)replication * series + seriesIndex];

    /// <summary>Copies a series: [month · replications + replication].</summary>
    public void Copy(int seriesIndex, Span<float> into)
    {
        var replications = into.Length / months;
        for (var first = 0; first < replications; first += Block)
        {
            var count = Math.Min(Block, replications - first);
            var from = values.AsSpan((int)At(seriesIndex, 0, first), months * Block);
            for (var t = 0; t < months; t++)
                from.Slice(t * Block, count).CopyTo(into.Slice(t * replications + first, count));
        }
    }

    /// <summary>Value of a series in a month of a replication.</summary>
    public float Value(int seriesIndex, int month, int replication) => values[At(seriesIndex, month, replication)];

    // [block of replications, series, month, replication of the block]
    long At(int seriesIndex, int month, int replication) => (((long)(replication / Block) * series + seriesIndex) * months + month) * Block + replication % Block;

    static void Add(Span<long> into, ReadOnlySpan<long> more)
    {
        var wide = MemoryMarshal.Cast<long, Vector<long>>(into);
        var added = MemoryMarshal.Cast<long, Vector<long>>(more);
        for (var i = 0; i < wide.Length; i++)
            wide[i] += added[i];
        for (var i = wide.Length * Vector<long>.Count; i < into.Length; i++)
            into[i] += more[i];
    }
}
