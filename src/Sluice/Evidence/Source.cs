using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Evidence;

/// <summary>Who publishes: an outlet, an authority, a firm.</summary>
/// <param name="Id">Name.</param>
/// <param name="Title">Name as printed.</param>
/// <param name="Reliability">Grade A (reliable) to E (unreliable), F (cannot be judged): NATO AJP-2.1, source reliability.</param>
/// <param name="Interests">Parties or subjects in which the source has an interest of its own.</param>
/// <param name="At">Where the source stands in its file.</param>
public sealed record Source(string Id, string Title, char Reliability, ImmutableArray<string> Interests, Place At);

/// <summary>One document.</summary>
/// <param name="Id">Name.</param>
/// <param name="Source">Who published it.</param>
/// <param name="Published">Day of publication.</param>
/// <param name="Title">Title in own words, where given.</param>
/// <param name="Address">Where it can be read, where known.</param>
/// <param name="At">Where the report stands in its file.</param>
public sealed record Report(string Id, Ref Source, DateOnly Published, string? Title, string? Address, Place At);
