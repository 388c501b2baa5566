using System.Text;

namespace Sluice.Simulation;

/// <summary>Uniform numbers by counter: each is a hash of what it is for, so that no order of drawing and no number of threads changes it.</summary>
/// <remarks>The finaliser of SplitMix64 (Steele, Lea, Flood 2014), once per word.</remarks>
static class CounterRandom
{
    const ulong Golden = 0x9E37_79B9_7F4A_7C15;

    /// <summary>A number in [0, 1).</summary>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="replication">Replication.</param>
    /// <param name="key">What is drawn: see <see cref="KeyOf"/>.</param>
    /// <param name="month">Month; 0 for what is drawn once.</param>
    public static double Uniform(ulong seed, int replication, ulong key, int month) =>
        (Mix(Mix(Mix(seed + Golden) ^ ((ulong)replication + Golden)) ^ key ^ ((ulong)month * Golden)) >> 11) * (1.0 / (1UL << 53));

    /// <summary>Key of a name (FNV-1a, 64 bits, then mixed).</summary>
    public static ulong KeyOf(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var b in Encoding.UTF8.GetBytes(name))
            hash = (hash ^ b) * 1099511628211UL;
        return Mix(hash);
    }

    static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58_476D_1CE4_E5B9;
        z = (z ^ (z >> 27)) * 0x94D0_49BB_1331_11EB;
        return z ^ (z >> 31);
    }
}
