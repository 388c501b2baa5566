using System.Collections.Immutable;

namespace Sluice.Gates;

/// <summary>What may pass at one gate on one day, with how that came about.</summary>
public sealed record Verdict
{
    /// <summary>us-export or cn-import.</summary>
    public required string Gate { get; init; }

    /// <summary>The verdict.</summary>
    public required VerdictWord Word { get; init; }

    /// <summary>Class of the rule that decides; null where none does.</summary>
    public string? Class { get; init; }

    /// <summary>denial, case-by-case, approval or notice; null where none is known.</summary>
    public string? Policy { get; init; }

    /// <summary>Licence exception that applies: NAC, ACA; null where none does.</summary>
    public string? Exception { get; init; }

    /// <summary>Strength on the ladder of pressure, for guidance; null elsewhere.</summary>
    public int? Strength { get; init; }

    /// <summary>Rules and measures that it rests on.</summary>
    public ImmutableArray<string> Rules { get; init; } = [];

    /// <summary>What is asked of the transaction, or taken for granted about it.</summary>
    public ImmutableArray<string> Conditions { get; init; } = [];

    /// <summary>Facts that would settle it.</summary>
    public ImmutableArray<string> Missing { get; init; } = [];

    /// <summary>Weak figures and weak texts without which it would read otherwise.</summary>
    public ImmutableArray<string> TurnsOn { get; init; } = [];

    /// <summary>Last day on which what it rests on is known to hold, where no end was found; null elsewhere.</summary>
    public DateOnly? LastKnown { get; init; }

    /// <summary>One sentence for the reader.</summary>
    public required string Why { get; init; }

    /// <summary>How it came about, line by line.</summary>
    public ImmutableArray<string> Trace { get; init; } = [];

    /// <summary>Whether another day's verdict says the same; the way there may differ.</summary>
    public bool Says(Verdict other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Word == other.Word && Class == other.Class && Policy == other.Policy && Exception == other.Exception && Strength == other.Strength && Missing.SequenceEqual(other.Missing);
    }
}

/// <summary>Laws that cannot both be followed. Sluice chooses neither.</summary>
/// <param name="Laws">The laws.</param>
/// <param name="Why">In words.</param>
public sealed record LawConflict(ImmutableArray<string> Laws, string Why);

/// <summary>Both gates, over days on which their verdicts stay the same.</summary>
/// <param name="On">First day.</param>
/// <param name="Until">Last day.</param>
/// <param name="Verdicts">us-export and cn-import.</param>
/// <param name="Conflicts">Laws that conflict.</param>
public sealed record Screened(DateOnly On, DateOnly Until, ImmutableArray<Verdict> Verdicts, ImmutableArray<LawConflict> Conflicts)
{
    /// <summary>Whether both gates say the same as on another day.</summary>
    public bool Says(Screened other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Verdicts.Length == other.Verdicts.Length && Verdicts.Zip(other.Verdicts).All(p => p.First.Says(p.Second)) && Conflicts.Length == other.Conflicts.Length;
    }
}

/// <summary>Who buys, and for what.</summary>
/// <param name="Headquarters">Country of the ultimate parent; null: taken to be that of the destination, and said so.</param>
/// <param name="Groups">Groups of buyers that it belongs to; empty: not known.</param>
/// <param name="Use">Workload; null: not known.</param>
public sealed record Buyer(string? Headquarters, ImmutableArray<string> Groups, string? Use)
{
    /// <summary>The firm, for measures that name single firms; null: not known.</summary>
    public string? Firm { get; init; }

    /// <summary>Nothing is known of the buyer.</summary>
    public static Buyer Unknown { get; } = new(null, [], null);
}
