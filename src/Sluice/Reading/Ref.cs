namespace Sluice.Reading;

/// <summary>A name that refers to an entry of some list, with the place where it was written. Whether the entry exists is settled when a case is linked.</summary>
/// <param name="Id">The name.</param>
/// <param name="At">Where it was written.</param>
/// <param name="List">What it names an entry of: <c>claim</c>, <c>part</c>.</param>
public sealed record Ref(string Id, Place At, string List)
{
    /// <summary>The name.</summary>
    public override string ToString() => Id;
}
