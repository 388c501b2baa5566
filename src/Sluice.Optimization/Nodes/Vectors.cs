using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sluice.Optimization;

/// <summary>Products of short dense vectors. The order of summation depends on the lengths alone, so results repeat.</summary>
/// <remarks>
/// An affine function is a row of <see cref="Width"/> entries: slopes, intercept, zeros. Beside it a point ends in a 1, so that its value is one product.
/// The kernels are compiled fully at once: a short training would otherwise be half over before they are.
/// </remarks>
internal static class Vectors
{
    /// <summary>Room for the slopes and the intercept of an affine function, or for a point and its 1.</summary>
    internal static int Width(int states) => Pad(states + 1);

    /// <summary>The next multiple of the widest vector in use.</summary>
    internal static int Pad(int length) => (length + 7) & ~7;

    /// <summary>a · b over the shorter length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b) =>
        Dot(ref MemoryMarshal.GetReference(a), ref MemoryMarshal.GetReference(b), Math.Min(a.Length, b.Length));

    /// <summary>target += factor · source.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> source)
    {
        ref var x = ref MemoryMarshal.GetReference(target);
        ref var y = ref MemoryMarshal.GetReference(source);
        var (length, i) = (Math.Min(target.Length, source.Length), 0);
        var scale = new Vector<double>(factor);
        for (; i <= length - Vector<double>.Count; i += Vector<double>.Count) Store(ref x, i, Load(ref x, i) + scale * Load(ref y, i));
        for (; i < length; i++) Unsafe.Add(ref x, i) += factor * Unsafe.Add(ref y, i);
    }

    /// <summary>products[k] = row k of a matrix · vector, rows of one padded width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Products(ReadOnlySpan<double> rows, ReadOnlySpan<double> vector, Span<double> products)
    {
        ref var matrix = ref MemoryMarshal.GetReference(rows);
        ref var v = ref MemoryMarshal.GetReference(vector);
        for (var k = 0; k < products.Length; k++) products[k] = Dot(ref Unsafe.Add(ref matrix, k * vector.Length), ref v, vector.Length);
    }

    /// <summary>target = Σ weight · row over some rows of a matrix, rows of one padded width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Combine(ReadOnlySpan<double> weights, ReadOnlySpan<int> chosen, ReadOnlySpan<double> rows, Span<double> target)
    {
        ref var matrix = ref MemoryMarshal.GetReference(rows);
        ref var result = ref MemoryMarshal.GetReference(target);
        var (width, step) = (target.Length, Vector<double>.Count);
        var i = 0;
        for (; i <= width - 4 * step; i += 4 * step)
        {
            var (a, b, c, d) = (Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero, Vector<double>.Zero);
            for (var k = 0; k < chosen.Length; k++)
            {
                ref var row = ref Unsafe.Add(ref matrix, chosen[k] * width + i);
                var weight = new Vector<double>(weights[k]);
                a += weight * Load(ref row, 0);
                b += weight * Load(ref row, step);
                c += weight * Load(ref row, 2 * step);
                d += weight * Load(ref row, 3 * step);
            }
            Store(ref result, i, a);
            Store(ref result, i + step, b);
            Store(ref result, i + 2 * step, c);
            Store(ref result, i + 3 * step, d);
        }
        for (; i < width; i += step)
        {
            var a = Vector<double>.Zero;
            for (var k = 0; k < chosen.Length; k++) a += new Vector<double>(weights[k]) * Load(ref Unsafe.Add(ref matrix, chosen[k] * width), i);
            Store(ref result, i, a);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector<double> Load(ref double start, int at) =>
        Unsafe.ReadUnaligned<Vector<double>>(ref Unsafe.As<double, byte>(ref Unsafe.Add(ref start, at)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(ref double start, int at, Vector<double> value) =>
        Unsafe.WriteUnaligned(ref Unsafe.As<double, byte>(ref Unsafe.Add(ref start, at)), value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Dot(ref double x, ref double y, int length)
    {
        var (step, i) = (Vector<double>.Count, 0);
        var (first, second) = (Vector<double>.Zero, Vector<double>.Zero);
        for (; i <= length - 2 * step; i += 2 * step)
        {
            first += Load(ref x, i) * Load(ref y, i);
            second += Load(ref x, i + step) * Load(ref y, i + step);
        }
        for (; i <= length - step; i += step) first += Load(ref x, i) * Load(ref y, i);
        var sum = Vector.Sum(first + second);
        for (; i < length; i++) sum += Unsafe.Add(ref x, i) * Unsafe.Add(ref y, i);
        return sum;
    }
}
