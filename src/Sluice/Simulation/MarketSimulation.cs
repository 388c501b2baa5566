using System.Collections.Immutable;
using Sluice.Policies;

namespace Sluice.Simulation;

/// <summary>Runs a market many times over.</summary>
public static class MarketSimulation
{
    /// <summary>Most values of all series together that a run keeps: series × months × replications.</summary>
    public const long MostValues = 400_000_000;

    /// <summary>Runs the replications.</summary>
    /// <param name="model">The market.</param>
    /// <param name="options">Replications, seed, threads, spread.</param>
    /// <param name="policies">Makes the policy of a buyer for one thread, or null where it acts by habit; null: every buyer does.</param>
    /// <param name="progress">Told how many replications are done.</param>
    /// <param name="cancellation">Ends the run early; what is done counts.</param>
    /// <exception cref="ArgumentException">The run would keep more than <see cref="MostValues"/>.</exception>
    public static MarketRun Run(
        MarketModel model, MarketOptions options, Func<int, IPolicy?>? policies = null, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(options);
        var plan = new SeriesPlan(model);
        var values = (long)plan.All.Length * model.Months * options.Replications;
        if (values > MostValues)
            throw new ArgumentException(
                $"{options.Replications:N0} replications of {plan.All.Length:N0} series over {model.Months:N0} months are {values:N0} values; at most {MostValues:N0} are kept. Ask for fewer replications or months.");
        var recorder = new Recorder(plan, model.Months, options.Replications);
        var next = -1;
        var errors = (Units: 0L, Money: 0L);
        var gate = new object();
        Parallel.For(0, options.Threads, new ParallelOptions { MaxDegreeOfParallelism = options.Threads }, _ =>
        {
            var mine = recorder.Share();
            var course = new Replication(model, options.Seed, options.Spread,
                [.. Enumerable.Range(0, model.Buyers.Length).Select(b => policies?.Invoke(b) ?? new Habit(model.Lines.Length, model.Workloads.Length))]);
            while (!cancellation.IsCancellationRequested && Interlocked.Increment(ref next) * Recorder.Block is var first && first < options.Replications)
            {
                var count = Math.Min(Recorder.Block, options.Replications - first);
                for (var r = first; r < first + count; r++)
                    course.Run(r, mine);
                progress?.Report(first + count);
            }
            lock (gate)
            {
                recorder.Add(mine);
                errors = (Math.Max(errors.Units, course.UnitsError), Math.Max(errors.Money, course.MoneyError));
            }
        });
        // Blocks are taken in order and each that is taken is finished, so that what is done is a beginning without gaps.
        return new(model, options, recorder, Math.Min((next + 1) * Recorder.Block, options.Replications), errors.Units, errors.Money);
    }
}

/// <summary>What came of a run.</summary>
public sealed class MarketRun
{
    readonly Recorder recorder;

    internal MarketRun(MarketModel model, MarketOptions options, Recorder recorder, int done, long unitsError, long moneyError) =>
        (Model, Options, this.recorder, Done, UnitsError, MoneyError) = (model, options, recorder, done, unitsError, moneyError);

    /// <summary>The market.</summary>
    public MarketModel Model { get; }

    /// <summary>How it was run.</summary>
    public MarketOptions Options { get; }

    /// <summary>Replications done; fewer than asked where the run was cancelled.</summary>
    public int Done { get; }

    /// <summary>Largest failure of conservation in units.</summary>
    public long UnitsError { get; }

    /// <summary>Largest failure of conservation in minor units of money.</summary>
    public long MoneyError { get; }

    /// <summary>Series.</summary>
    public ImmutableArray<MarketSeries> Series => recorder.Plan.All;

    /// <summary>Index of a series; a line names its maker's.</summary>
    /// <exception cref="ArgumentException">There is no such series.</exception>
    public int Find(string name, string? party = null, string? line = null, string? workload = null) => recorder.Plan.Of(name, party, line, workload);

    /// <summary>Mean of a series in a month, in its unit.</summary>
    public double Mean(int series, int month) => (double)recorder.Sum(series, month) / Done * Series[series].Scale;

    /// <summary>Value of a series in a month of a replication, in its unit.</summary>
    public double Value(int series, int month, int replication) => recorder.Value(series, month, replication) * Series[series].Scale;

    /// <summary>A replication's sum over all months, or for a level its mean, in the series' unit.</summary>
    public double Total(int series, int replication) =>
        recorder.Total(series, replication) * Series[series].Scale / (Series[series].Kind == SeriesKind.Level ? Model.Months : 1);

    /// <summary>Bands of all series.</summary>
    public ImmutableArray<Band> Bands()
    {
        var bands = new Band[Series.Length];
        Parallel.For(0, Series.Length, new ParallelOptions { MaxDegreeOfParallelism = Options.Threads }, () => new float[Model.Months * Done], (s, _, scratch) =>
        {
            bands[s] = BandOf(s, scratch);
            return scratch;
        }, _ => { });
        return [.. bands];
    }

    Band BandOf(int series, float[] scratch)
    {
        var months = Model.Months;
        var (scale, mean, p10, p50, p90) = (Series[series].Scale, new double[months], new double[months], new double[months], new double[months]);
        recorder.Copy(series, scratch);
        for (var t = 0; t < months; t++)
        {
            var values = scratch.AsSpan(t * Done, Done);
            mean[t] = Mean(series, t);
            // Each is looked for behind the one before, which has put everything smaller in front of it.
            p10[t] = Quantiles.Of(values, .1) * scale;
            p50[t] = Quantiles.Of(values, .5, after: .1) * scale;
            p90[t] = Quantiles.Of(values, .9, after: .5) * scale;
        }
        return new(Series[series], [.. mean], [.. p10], [.. p50], [.. p90]);
    }
}

/// <summary>A series with its band, month by month, in the series' unit.</summary>
/// <param name="Series">Series.</param>
/// <param name="Mean">[month] mean over replications.</param>
/// <param name="P10">[month] one replication in ten lies below.</param>
/// <param name="P50">[month] half lie below.</param>
/// <param name="P90">[month] one in ten lies above.</param>
public sealed record Band(MarketSeries Series, ImmutableArray<double> Mean, ImmutableArray<double> P10, ImmutableArray<double> P50, ImmutableArray<double> P90);
