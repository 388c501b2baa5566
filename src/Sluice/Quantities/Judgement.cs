namespace Sluice.Quantities;

/// <summary>The number is somebody's judgement: <c>judgement: no list price found; between dealers' asks</c>.</summary>
/// <param name="Why">The reason given.</param>
public sealed record Judgement(string Why) : Basis;
