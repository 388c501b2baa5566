using System.Collections.Immutable;
using Sluice.Gates;

namespace Sluice.Runs;

/// <summary>What <c>sluice gates</c> is asked.</summary>
/// <param name="Part">Name of a part as typed, or <c>all</c>.</param>
/// <param name="To">Country of delivery.</param>
/// <param name="Buyer">Who buys.</param>
/// <param name="From">First day; null: the day of knowledge.</param>
/// <param name="Until">Last day; null: the first day.</param>
/// <param name="AsOf">Day of knowledge; null: the latest horizon of the atlas.</param>
public sealed record GatesQuestion(string Part, string To, Buyer Buyer, DateOnly? From, DateOnly? Until, DateOnly? AsOf);

/// <summary>What came of it: the record, or why there is none.</summary>
/// <param name="Record">The record; null where the question cannot be answered.</param>
/// <param name="Fault">Why not, in one sentence.</param>
public sealed record GatesAnswer(GatesRecord? Record, string Fault)
{
    /// <summary>It cannot be answered.</summary>
    public static GatesAnswer Refused(string fault) => new(null, fault);
}
