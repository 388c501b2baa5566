using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Gates;

/// <summary>A rule, measure or event of the atlas as far as every reader of it agrees: its name, its two dates, what it rests on.</summary>
/// <param name="Id">Name.</param>
/// <param name="Issuer">Who issued it, or who acts.</param>
/// <param name="Effective">From when it is true; null where that was not found.</param>
/// <param name="Known">From when it could be known; the last possible day of a vague date counts.</param>
/// <param name="Ended">Last day; null where none is stated.</param>
/// <param name="End">What is known of its end.</param>
/// <param name="Written">All of it as written, for the screening of parts.</param>
public sealed record DatedEntry(string Id, string Issuer, VagueDate? Effective, VagueDate Known, VagueDate? Ended, KnownEnd End, Map Written)
{
    /// <summary>Where it stands.</summary>
    public Place At => Written.At;
}

/// <summary>What is known of the end of a rule or measure.</summary>
public enum KnownEnd
{
    /// <summary>It holds until further notice.</summary>
    None,

    /// <summary>No end was found; that is not the same as none.</summary>
    NotFound,

    /// <summary>It ended.</summary>
    Dated,
}
