namespace Sluice.Runs;

/// <summary>A language in which results are said.</summary>
public enum Language
{
    /// <summary>English.</summary>
    English,

    /// <summary>Chinese, simplified.</summary>
    Chinese,
}
