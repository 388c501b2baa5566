using System.Globalization;
using System.Text.Json;
using Sluice.Cases;
using Sluice.Planning.Buyer;
using Sluice.Planning.Rivals;
using Sluice.Reading;

namespace Sluice.Runs.Replays;

/// <summary>What to replay.</summary>
/// <param name="Dates">Dates in order; at least one.</param>
/// <param name="From">First date asked for.</param>
/// <param name="Until">Last day asked for.</param>
/// <param name="Every">How far apart.</param>
/// <param name="Options">How each date is planned.</param>
/// <param name="Header">Version, seed and what-ifs.</param>
public sealed record ReplayQuestion(ImmutableArray<DateOnly> Dates, DateOnly From, DateOnly Until, ReplayStep Every, PlanOptions Options, RunHeader Header);

/// <summary>What came of it.</summary>
/// <param name="Record">The document; null where a date cannot be planned.</param>
/// <param name="Plans">The plan of each date, for the run folder.</param>
/// <param name="Solves">Linear programmes solved.</param>
/// <param name="Faults">What keeps a date from being planned.</param>
public sealed record ReplayResult(ReplayRecord? Record, ImmutableArray<(DateOnly AsOf, PlanRecord Plan)> Plans, long Solves, ImmutableArray<Diagnostic> Faults);

/// <summary>Plans a case as of several dates, and finds for each change the evidence that made it by taking back what became known, one thing at a time.</summary>
public sealed class Replay
{
    /// <summary>Training passes of each plan where no other number is asked for.</summary>
    public const int UsualPasses = 40;

    /// <summary>Of the larger quantity: a smaller move is no change. Plans of so few passes differ by as much for no reason.</summary>
    const double LeastChange = 0.1;

    const double LeastOfLargest = 0.01;

    readonly CaseSource source;
    readonly LoadOptions own;
    readonly ReplayQuestion question;
    readonly Action<ReplayDate>? done;
    readonly Func<string, IProgress<PlanProgress>?> progress;
    readonly List<Diagnostic> faults = [];
    long solves;

    /// <summary>Prepares a replay.</summary>
    /// <param name="source">Where the case is read; its day of knowledge is not used.</param>
    /// <param name="question">What to replay.</param>
    /// <param name="progress">Gives, for words about a plan, what is told of its progress; null: nothing.</param>
    /// <param name="done">Told of each date as it is finished; null: nothing.</param>
    public Replay(CaseSource source, ReplayQuestion question, Func<string, IProgress<PlanProgress>?>? progress = null, Action<ReplayDate>? done = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(question);
        (this.source, own, this.question, this.done, this.progress) = (source, source.Options with { AsOf = null }, question, done, progress ?? (_ => null));
    }

    /// <summary>Replays. Cancelling keeps the dates that are finished.</summary>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="Outlooks.OutlookTooLargeException">The drivers together have too many joint states.</exception>
    public ReplayResult Run(CancellationToken cancellation = default)
    {
        var book = (source with { Options = own }).Load();
        if (book.Case is not { } world) return new(null, [], 0, book.Diagnostics);
        var knownTo = CameTrue.KnownTo(world);
        var dates = ImmutableArray.CreateBuilder<ReplayDate>();
        var plans = ImmutableArray.CreateBuilder<(DateOnly, PlanRecord)>();
        var realised = ImmutableArray.CreateBuilder<RealisedCost>();
        PlannedWorld? before = null;
        foreach (var date in question.Dates)
        {
            if (PlanOf(world, book.Tree!, date, null, $"{Day(date)} ({dates.Count + 1} of {question.Dates.Length})", knownTo, cancellation) is not { } planned)
            {
                if (cancellation.IsCancellationRequested) break;
                return new(null, plans.ToImmutable(), solves, [.. faults]);
            }

            if (DateOf(world, book.Tree!, before, planned, knownTo, cancellation) is not { } finished) break;
            dates.Add(finished);
            plans.Add((date, planned.Record));
            realised.AddRange(planned.Realised.Select(r => new RealisedCost(Word(r.Policy), date, Rounding.Money(r.Cost))));
            done?.Invoke(finished);
            before = planned;
        }

        return new(RecordOf(world, knownTo, dates.ToImmutable(), realised.ToImmutable()), plans.ToImmutable(), solves, []);
    }

    /// <summary>The document as JSON.</summary>
    public static string Json(ReplayRecord record) => JsonSerializer.Serialize(record, ReplayJson.Default.ReplayRecord) + "\n";

    LoadOptions OptionsOf(Case world, Map tree, DateOnly date, EvidenceNews[]? back) => own with
    {
        AsOf = date == world.Header.AsOf ? null : date,
        Mute = back is null ? own.Mute : [.. own.Mute, .. back.SelectMany(b => b.Mute).Distinct(StringComparer.Ordinal)],
        Patches = [.. own.Patches, .. ReplayBook.At(world, tree, date), .. back?.SelectMany(b => b.Patches) ?? []],
    };

    /// <summary>The plan of a date, where some news is taken back; null where it was cancelled or cannot be made.</summary>
    PlannedWorld? PlanOf(Case world, Map tree, DateOnly date, EvidenceNews[]? back, string about, DateOnly? knownTo, CancellationToken cancellation)
    {
        var there = source with { Options = OptionsOf(world, tree, date, back) };
        var loaded = there.Load();
        if (loaded.Case is not { } asKnown)
        {
            faults.AddRange(loaded.Diagnostics.Where(d => d.Severity == Severity.Error));
            return null;
        }

        PlannedWorld planned;
        try
        {
            planned = WorldPlan.Of(asKnown, question.Options, question.Header, there, knownTo, progress(about), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return null;
        }

        solves += planned.Plan.Solves;
        return cancellation.IsCancellationRequested ? null : planned;
    }

    ReplayDate? DateOf(Case world, Map tree, PlannedWorld? before, PlannedWorld planned, DateOnly knownTo, CancellationToken cancellation)
    {
        ImmutableArray<string> changed = before is null ? [] : [.. planned.Record.Decisions.Where(d => Differs(Find(before, d.Title), d, Math.Max(Largest(before), Largest(planned)))).Select(d => d.Title)];
        ImmutableArray<ChangeCause> because = [], other = [];
        if (before is not null)
        {
            if (CausesOf(world, tree, before, planned, changed, cancellation) is not { } causes) return null;
            because = [.. causes.Where(c => !c.Decisions.IsEmpty)];
            other = [.. causes.Where(c => c.Decisions.IsEmpty)];
        }

        return new ReplayDate
        {
            AsOf = planned.World.Header.AsOf,
            InputDigest = planned.Record.InputDigest,
            Stopped = planned.Record.Stopped,
            Bounds = planned.Record.Bounds,
            Levels = [.. planned.Outlook.Standing.Drivers.Select(s => new KnownLevel(s.Driver, planned.World.Driver(s.Driver).Levels[s.Level].Id,
                s.By switch { Outlooks.StandsBy.Told => "told", Outlooks.StandsBy.History => "history", _ => "first-level" }))],
            Decisions = planned.Record.Decisions,
            Changed = changed,
            ChangedBecause = because,
            OtherNews = other,
            Forecasts = LevelForecasts.Of(planned.World, planned.Outlook, knownTo),
        };
    }

    /// <summary>
    /// Levels are taken back one by one. Claims are taken back all at once, and one by one only where that undoes something. What no single thing undoes is laid to
    /// several together where taking back everything undoes it, else to the passing of time. Null where cancelled.
    /// </summary>
    List<ChangeCause>? CausesOf(Case world, Map tree, PlannedWorld before, PlannedWorld after, ImmutableArray<string> changed, CancellationToken cancellation)
    {
        var date = after.World.Header.AsOf;
        var levels = EvidenceNews.Levels(before, after);
        var claims = EvidenceNews.Claims(before, after, muted => (source with { Options = OptionsOf(world, tree, date, [new([], muted, null)]) }).Load().Case is { } without ? CaseOutlook.RatesOf(without) : null);
        var causes = new List<ChangeCause>();
        var explained = new HashSet<string>(StringComparer.Ordinal);
        foreach (var level in levels)
            if (!Add(level, Undone([level]))) return null;
        var together = claims.IsEmpty || changed.IsEmpty ? [] : Undone([.. claims]);
        if (together is null) return null;
        foreach (var claim in claims)
            if (!Add(claim, together.Value.IsEmpty ? [] : claims.Length == 1 ? together : Undone([claim]))) return null;
        var left = changed.Where(c => !explained.Contains(c)).ToImmutableArray();
        if (left.IsEmpty) return causes;
        ImmutableArray<string>? all = levels.Length + claims.Length > 1 ? Undone([.. levels, .. claims]) : [];
        if (all is not { } undone) return null;
        Remainder("several together", left.Where(undone.Contains));
        Remainder("the passing of time", left.Where(l => !undone.Contains(l)));
        return causes;

        bool Add(EvidenceNews news, ImmutableArray<string>? undoes)
        {
            if (undoes is not { } titles) return false;
            explained.UnionWith(titles);
            causes.AddRange(news.Causes.Select(c => c with { Decisions = titles }));
            return true;
        }

        void Remainder(string what, IEnumerable<string> titles)
        {
            if (titles.ToImmutableArray() is { IsEmpty: false } some) causes.Add(new(null, what, Day(before.World.Header.AsOf), Day(date), some));
        }

        ImmutableArray<string>? Undone(EvidenceNews[] back) =>
            changed.IsEmpty ? []
            : PlanOf(world, tree, date, back, $"{Day(date)}, without {(back.Length == 1 ? back[0].Causes[0].Claim ?? back[0].Causes[0].Assumption : $"{back.Length} things that became known")}", null, cancellation) is { } world2
                ? [.. changed.Where(title => IsUndone(Find(before, title), Find(after, title), Find(world2, title)))] : null;
    }

    static string Word(RivalPolicy policy) => policy switch
    {
        RivalPolicy.TwoStage => "two-stage",
        var other => other.ToString().ToLowerInvariant(),
    };

    static DecisionRecord? Find(PlannedWorld planned, string title) => planned.Record.Decisions.FirstOrDefault(d => d.Title == title);

    /// <summary>A quantity moves by more than a tenth of itself and a hundredth of the largest one.</summary>
    static bool Differs(DecisionRecord? before, DecisionRecord after, double largest)
    {
        var (was, now) = (Amount(before), Amount(after));
        return Math.Abs(was - now) > Math.Max(LeastChange * Math.Max(Math.Max(was, now), Math.Max(before?.Planned ?? 0, after.Planned)), LeastOfLargest * largest);
    }

    static double Largest(PlannedWorld planned) => planned.Record.Decisions.Select(d => Math.Max(d.Quantity, d.Planned)).DefaultIfEmpty(0).Max();

    static double Amount(DecisionRecord? decision) => decision is null ? 0 : DecisionAmounts.Of(decision);

    /// <summary>Whether at least half of a change is gone.</summary>
    static bool IsUndone(DecisionRecord? before, DecisionRecord? after, DecisionRecord? back)
    {
        var (was, now, then) = (Amount(before), Amount(after), Amount(back));
        return was == now || Math.Abs(then - was) <= Math.Abs(now - was) / 2;
    }

    ReplayRecord RecordOf(Case world, DateOnly knownTo, ImmutableArray<ReplayDate> dates, ImmutableArray<RealisedCost> realised)
    {
        var forecasts = dates.SelectMany(d => d.Forecasts).ToList();
        return new()
        {
            Case = world.Header.Title,
            Viewpoint = Names.OfViewpoint(world),
            BookOf = world.Header.AsOf,
            KnownTo = knownTo,
            AtlasHorizon = world.Atlas.Horizon,
            From = question.From,
            Until = question.Until,
            Every = question.Every.ToString(),
            With = question.Header.With,
            Muted = question.Header.Muted,
            Resolved = question.Header.Resolved,
            Currency = world.Header.Currency,
            Version = question.Header.Version,
            Seed = question.Header.Seed,
            Passes = question.Options.Passes,
            Stopped = dates.Length < question.Dates.Length ? "cancelled" : "done",
            Dates = dates,
            Scores = Scoring.Of(forecasts, hindsight: false),
            HindsightScores = Scoring.Of(forecasts, hindsight: true),
            Realised = realised,
            Notes = Notes(world, knownTo, dates, forecasts.Count(f => f.Came is null)),
        };
    }

    ImmutableArray<string> Notes(Case world, DateOnly knownTo, ImmutableArray<ReplayDate> dates, int unscored)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        notes.Add($"The book (fleet, orders, quotes, plans, demand) is that of {Day(world.Header.AsOf)} on every date; only what was reported by each date moves. Orders due before a date count as due on it.");
        if (question.Dates.Any(d => d < world.Header.AsOf)) notes.Add("Before that day demand is that of its first period, and nothing that the viewpoint itself was told counts.");
        notes.Add($"What came true is read from the dated histories of the case, which its reports follow to {Day(knownTo)}; later levels are drawn.");
        notes.Add($"Each plan is trained for at most {question.Options.Passes} passes from the start: cuts of one date are no bounds on another.");
        if (dates.Count(d => !d.Bounds.Settled) is > 0 and var open) notes.Add($"Not settled, with a gap over half the indifference: {open} of {dates.Length} dates; a change there may be chance. More --passes settle them.");
        if (world.Assumptions.Count(a => a.Hindsight) is > 0 and var hindsight) notes.Add($"{hindsight} numbers of the case rest on what came later and are used on every date; forecasts by such rates are kept apart and are no test.");
        if (unscored > 0) notes.Add($"{unscored} forecasts reach beyond {Day(knownTo)} or before a history begins, and are not scored.");
        notes.Add("Verdicts that the case states are those of its own day.");
        return notes.ToImmutable();
    }

    static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);
}
