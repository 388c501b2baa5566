using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Sluice.Optimization;

/// <summary>Products of short dense vectors. The order of summation depends on the length alone, so results repeat.</summary>
internal static class Vectors
{
    internal static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var width = Vector<double>.Count;
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var (length, i) = (Math.Min(a.Length, b.Length), 0);
        var (first, second) = (Vector<double>.Zero, Vector<double>.Zero);
        for (; i <= length - 2 * width; i += 2 * width)
        {
            first += Load(ref x, i) * Load(ref y, i);
            second += Load(ref x, i + width) * Load(ref y, i + width);
        }
        for (; i <= length - width; i += width) first += Load(ref x, i) * Load(ref y, i);
        var sum = Vector.Sum(first + second);
        for (; i < length; i++) sum += Unsafe.Add(ref x, i) * Unsafe.Add(ref y, i);
        return sum;
    }

    /// <summary>target += factor · source.</summary>
    internal static void AddScaled(Span<double> target, double factor, ReadOnlySpan<double> source)
    {
        var width = Vector<double>.Count;
        ref var x = ref MemoryMarshal.GetReference(target);
        ref var y = ref MemoryMarshal.GetReference(source);
        var (length, i) = (Math.Min(target.Length, source.Length), 0);
        var scale = new Vector<double>(factor);
        for (; i <= length - width; i += width)
            Unsafe.WriteUnaligned(ref Unsafe.As<double, byte>(ref Unsafe.Add(ref x, i)), Load(ref x, i) + scale * Load(ref y, i));
        for (; i < length; i++) Unsafe.Add(ref x, i) += factor * Unsafe.Add(ref y, i);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<double> Load(ref double start, int at) =>
        Unsafe.ReadUnaligned<Vector<double>>(ref Unsafe.As<double, byte>(ref Unsafe.Add(ref start, at)));
}
