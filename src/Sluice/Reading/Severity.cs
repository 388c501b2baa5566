namespace Sluice.Reading;

/// <summary>How much a diagnostic weighs.</summary>
public enum Severity
{
    /// <summary>The case cannot be used until this is mended.</summary>
    Error,

    /// <summary>The case can be used; something in it probably does not say what its author meant.</summary>
    Warning,

    /// <summary>Worth knowing; nothing needs to be mended.</summary>
    Note,
}
