namespace Sluice.Reading;

/// <summary>In which order the entries of a map are loaded.</summary>
public enum MapOrder
{
    /// <summary>Ordinal order of the ids, so that rearranging a file changes nothing.</summary>
    ById,

    /// <summary>The order of the file, where it means something.</summary>
    AsWritten,
}
