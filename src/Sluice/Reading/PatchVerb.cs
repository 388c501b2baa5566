namespace Sluice.Reading;

/// <summary>What a patch does.</summary>
public enum PatchVerb
{
    /// <summary>Replaces a value that exists.</summary>
    Set,

    /// <summary>Replaces or adds a value under a map that exists.</summary>
    Put,

    /// <summary>Removes an entry that exists.</summary>
    Remove,

    /// <summary>Lays a map over the tree.</summary>
    Merge,
}
