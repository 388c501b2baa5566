namespace Sluice.Quantities;

/// <summary>Nothing was said about what the number rests on. See <see cref="Basis.None"/>.</summary>
public sealed record NoBasis : Basis;
