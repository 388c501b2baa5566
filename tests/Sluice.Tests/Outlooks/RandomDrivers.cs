using System.Collections.Immutable;
using CsCheck;
using Sluice.Outlooks;
using static Sluice.Tests.Outlooks.Sketch;

namespace Sluice.Tests.Outlooks;

/// <summary>Drivers d0 … dn of two to four levels l0 …, with moves up and down, conditions on each other and now and then a memory.</summary>
internal static class RandomDrivers
{
    public static Gen<ImmutableArray<Driver>> Any { get; } =
        from count in Gen.Int[1, 3]
        from levels in Gen.Int[2, 4].Array[count]
        from rates in Gen.Double[0, 2].Array[count * 8]
        from remembers in Gen.Bool.Array[count]
        from other in Gen.Int[0, count - 1].Array[count]
        from conditional in Gen.Bool.Array[count]
        select Enumerable.Range(0, count).Select(d => Make(d, levels, rates, remembers, other[d], conditional[d])).ToImmutableArray();

    static Driver Make(int d, int[] levels, double[] rates, bool[] remembers, int other, bool conditional)
    {
        var moves = new List<Move>();
        for (var l = 1; l < levels[d]; l++)
        {
            IEnumerable<When> when = conditional ? [When($"d{other}", remembers[other] ? "recent" : "l0")] : [];
            moves.Add(Move(l == 1 ? "up" : $"up{l}", $"l{l - 1}", $"l{l}", rates[d * 8 + l], when));
            moves.Add(Move($"down{l}", $"l{l}", $"l{l - 1}", rates[d * 8 + 4 + l]));
        }
        return Driver($"d{d}", string.Join(' ', Enumerable.Range(0, levels[d]).Select(l => $"l{l}")), moves, remembers[d] ? Recent(1 + rates[d * 8], "up") : null);
    }
}
