using System.Diagnostics.CodeAnalysis;

namespace Sluice.Reading;

/// <summary>Reads a plain value that is not empty; false refuses it.</summary>
/// <typeparam name="T">The typed value.</typeparam>
public delegate bool TryReadScalar<T>(Scalar scalar, [MaybeNullWhen(false)] out T value);
