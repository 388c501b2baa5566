using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>What is changed about a case when it is loaded. All of it becomes patches of the one tree, in this order: overlay, what-ifs, as-of, resolutions, mutes, events that did not happen.</summary>
public sealed record LoadOptions
{
    /// <summary>Nothing is changed.</summary>
    public static LoadOptions None { get; } = new();

    /// <summary>What-ifs, in order: names of files in <c>whatifs/</c>, or paths of files.</summary>
    public ImmutableArray<string> WhatIfs { get; init; } = [];

    /// <summary>Path of an overlay kept outside the case; null: none.</summary>
    public string? Overlay { get; init; }

    /// <summary>Another day of knowledge; null: that of the case.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Claims that are taken out with every reference to them.</summary>
    public ImmutableArray<string> Mute { get; init; } = [];

    /// <summary>Events that did not happen: a claim goes with every reference to it and every standing that it brought about, a scheduled event goes.</summary>
    public ImmutableArray<string> Without { get; init; } = [];

    /// <summary>Disputes that are taken as settled, each with the side that holds.</summary>
    public ImmutableArray<(string Dispute, string Side)> Resolve { get; init; } = [];

    /// <summary>Further patches, applied last: sliders, break-evens, hinges.</summary>
    public ImmutableArray<Patch> Patches { get; init; } = [];

    /// <summary>Today, for what has changed since the atlas was filled; null: not counted.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>Whether the case is loaded as it is written.</summary>
    public bool ChangesNothing => WhatIfs.IsEmpty && Overlay is null && AsOf is null && Mute.IsEmpty && Without.IsEmpty && Resolve.IsEmpty && Patches.IsEmpty;

    /// <summary>Where files outside the case are looked up.</summary>
    public IFileSource Outside { get; init; } = MemorySource.Empty;
}
