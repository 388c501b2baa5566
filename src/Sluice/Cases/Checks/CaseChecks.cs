using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>What is looked at once the records of a case are read: contradictions between them, and what probably was not meant.</summary>
static class CaseChecks
{
    /// <summary>All checks, in the order in which they run. Each reports what it finds and leaves the draft as it is.</summary>
    static readonly ImmutableArray<Action<CaseDraft, CheckSettings, Diagnostics>> all =
    [
        HeaderChecks.Run, DriverChecks.Run, HistoryChecks.Run, GuidanceChecks.Run, CalendarChecks.Run, DemandChecks.Run, BookChecks.Run, OfferChecks.Run, ServiceChecks.Run,
        EvidenceChecks.Run, BasisChecks.Run, VerdictChecks.Run, AssumptionChecks.Run, HabitChecks.Run,
    ];

    /// <summary>Runs them.</summary>
    public static void Run(CaseDraft draft, CheckSettings settings, Diagnostics into)
    {
        foreach (var check in all) check(draft, settings, into);
    }
}

/// <summary>What the checks need to know beside the draft.</summary>
/// <param name="References">Every name that was read.</param>
/// <param name="Assumptions">Every number that was read.</param>
/// <param name="AsOf">Whether the as-of date is that of the case or was moved, as a replay does: rows of the past are then no slip.</param>
/// <param name="Text">Whether the case stands as written: what a patch leaves without use is no slip of its author.</param>
sealed record CheckSettings(References References, ImmutableArray<Assumption> Assumptions, AsOfDate AsOf, CaseText Text);

/// <summary>Whose as-of date holds.</summary>
enum AsOfDate
{
    /// <summary>That of the case.</summary>
    OfTheCase,

    /// <summary>One given as an option.</summary>
    Moved,
}

/// <summary>Whether patches changed the case.</summary>
enum CaseText
{
    /// <summary>As written.</summary>
    AsWritten,

    /// <summary>Changed by options.</summary>
    Patched,
}
