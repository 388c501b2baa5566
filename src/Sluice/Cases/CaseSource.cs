using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>Where a case was read and what was changed about it, so that other worlds can be read as further patches of the same files.</summary>
/// <param name="Files">Files of the case.</param>
/// <param name="Atlas">Files of the atlas.</param>
/// <param name="Options">What is changed about the case.</param>
public sealed record CaseSource(IFileSource Files, IFileSource Atlas, LoadOptions Options)
{
    /// <summary>The same with its files as they are when they are first read: worlds read from it later are worlds of one case, and cost no second parse.</summary>
    public CaseSource Held() => this with { Files = new HeldSource(Files), Atlas = new HeldSource(Atlas) };

    /// <summary>Reads the case.</summary>
    public Loaded Load() => CaseReader.Load(Files, Atlas, Options);

    /// <summary>Reads another world: the case with more changed.</summary>
    /// <param name="change">Adds to the options: patches, mutes, resolutions.</param>
    public Loaded Load(Func<LoadOptions, LoadOptions> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return CaseReader.Load(Files, Atlas, change(Options));
    }
}
