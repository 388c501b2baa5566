namespace Sluice.Reading;

/// <summary>One line of a map: a name and its value.</summary>
/// <param name="Key">The name.</param>
/// <param name="KeyAt">Where the name stands.</param>
/// <param name="Value">The value.</param>
public sealed record Entry(string Key, Place KeyAt, Node Value);
