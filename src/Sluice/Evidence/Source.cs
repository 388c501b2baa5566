using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Evidence;

/// <summary>Who publishes: an outlet, an authority, a firm.</summary>
/// <param name="Id">Name.</param>
/// <param name="Title">Name as printed.</param>
/// <param name="Reliability">Grade A (reliable) to E (unreliable), F (cannot be judged): NATO AJP-2.1, source reliability.</param>
/// <param name="Interests">Parties or subjects in which the source has an interest of its own.</param>
/// <param name="At">Where the source stands in its file.</param>
public sealed record Source(string Id, string Title, char Reliability, ImmutableArray<string> Interests, Place At)
{
    /// <summary>Name in Chinese.</summary>
    public string? Chinese { get; init; }

    /// <summary>Where it stands, ISO 3166 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>What it is.</summary>
    public SourceKind Kind { get; init; }

    /// <summary>Why it has its grade.</summary>
    public string? Why { get; init; }

    /// <summary>Remark for readers.</summary>
    public string? Note { get; init; }
}

/// <summary>What a source is.</summary>
public enum SourceKind
{
    /// <summary>A newspaper, agency, site or broadcaster.</summary>
    Outlet,

    /// <summary>A state body.</summary>
    Authority,

    /// <summary>A company.</summary>
    Firm,

    /// <summary>A house that measures or estimates.</summary>
    Analyst,

    /// <summary>Somebody who speaks in public.</summary>
    Person,
}

/// <summary>One document.</summary>
/// <param name="Id">Name.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Published">Day of publication; the last possible one where only a month or a year is known.</param>
/// <param name="Title">Title in own words, where given.</param>
/// <param name="Address">Where it can be read, where known.</param>
/// <param name="At">Where the report stands in its file.</param>
public sealed record Report(string Id, Ref Source, DateOnly Published, string? Title, string? Address, Place At)
{
    /// <summary>Publication as written, perhaps only a month or a year.</summary>
    public VagueDate Dated { get; init; } = VagueDate.On(Published);
}
