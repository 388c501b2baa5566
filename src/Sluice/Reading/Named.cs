namespace Sluice.Reading;

/// <summary>An entry of a map that was read: a name and what stands under it.</summary>
/// <param name="Id">The name.</param>
/// <param name="At">Where the name stands.</param>
/// <param name="Value">What stands under it.</param>
public sealed record Named<T>(string Id, Place At, T Value);

/// <summary>An entry of a map whose keys are names of entries of some list.</summary>
/// <param name="Key">The name.</param>
/// <param name="Value">What stands under it.</param>
public sealed record Keyed<T>(Ref Key, T Value);
