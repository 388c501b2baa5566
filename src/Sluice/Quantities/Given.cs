using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>Makes kinds of given values, and given values that nobody wrote.</summary>
public static class Given
{
    /// <summary>A value that is plain, or a map <c>{value, between: [a, b], basis, confidence, judgement, hindsight}</c>.</summary>
    /// <remarks>Each value read is entered into the <see cref="GivenIndex"/> of the reader. Ends of <c>between</c> may leave out the unit of the value.
    /// Diagnostics: those of <paramref name="kind"/>, SLU0126. A judgement beside a basis is the <see cref="Basis.Remark"/> of it.</remarks>
    public static Kind<Given<T>> Of<T>(Kind<T> kind) => new GivenKind<T>(kind);

    /// <summary>A default of the program, for keys left out.</summary>
    public static Given<T> Default<T>(T value) => new(value, null, Basis.None, false, new("", new("default", 1, 1), null));

    /// <summary>A value without range and basis.</summary>
    public static Given<T> Plain<T>(T value, Provenance provenance) => new(value, null, Basis.None, false, provenance);
}
