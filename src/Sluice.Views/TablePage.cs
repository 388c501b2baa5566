using Sluice.Runs;
using Sluice.Runs.Comparison;
using Sluice.Runs.Replays;

namespace Sluice.Views;

/// <summary>A result that is shown as tables: a comparison, a replay.</summary>
/// <param name="Title">Title.</param>
/// <param name="Version">Version of Sluice that made it.</param>
/// <param name="Lines">What it is, a paragraph each.</param>
/// <param name="Tables">Its tables; empty ones are left out.</param>
/// <param name="Notes">What a reader must know.</param>
public sealed record TablePage(string Title, string Version, ImmutableArray<string> Lines, ImmutableArray<RunTable> Tables, ImmutableArray<string> Notes)
{
    /// <summary>The page of a comparison.</summary>
    public static TablePage Of(CompareRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var same = record.Same;
        return new(record.A.Case == record.B.Case ? $"{record.A.Case}: two worlds side by side" : $"{record.A.Case} beside {record.B.Case}", record.A.Version,
            [Side("A", record.A, record.Currency), Side("B", record.B, record.Currency),
                $"{same.Total} rows are the same in both ({same.Decisions} of decisions, {same.Quantities} of quantities, {same.Money} of money). Money in {record.Currency}; the atlas knows to {Wording.English.Day(record.A.AtlasHorizon)}."],
            CompareTables.Of(record), record.Notes);
    }

    /// <summary>The page of a replay.</summary>
    public static TablePage Of(ReplayRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var words = Wording.English;
        return new($"{record.Case}: replayed", record.Version,
            [$"{record.Viewpoint} · as of {record.Dates.Length} dates from {words.Day(record.From)} to {words.Day(record.Until)}{(record.With.IsEmpty ? "" : " · with " + string.Join(", ", record.With))} · seed {record.Seed}",
                $"Each date knows only what was reported by then. The book (fleet, orders, quotes, offers, demand) stays that of {words.Day(record.BookOf)}. What came is known to {words.Day(record.KnownTo)}; the atlas knows to {words.Day(record.AtlasHorizon)}. Money in {record.Currency}."],
            ReplayTables.Of(record), record.Notes);
    }

    static string Side(string name, ComparedPlan plan, string currency) =>
        $"{name}: {plan.Case} · {plan.Viewpoint} · as of {Wording.English.Day(plan.AsOf)}{(plan.With.IsEmpty ? "" : " · with " + string.Join(", ", plan.With))} · at least {Wording.English.Money(plan.Bounds.Lower, currency)}"
        + (plan.Bounds.GapMoney is { } gap ? $", gap {Wording.English.Money(gap, currency)} ({(plan.Bounds.Settled ? "settled" : "not settled")})" : $", upper figure: {plan.Bounds.UpperKind}");
}
