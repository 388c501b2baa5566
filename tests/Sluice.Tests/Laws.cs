using CsCheck;

namespace Sluice.Tests;

/// <summary>
/// Laws on drawn cases, the same ones every time, so that a change and not chance decides whether they pass. <c>SLUICE_EXPLORE=1</c> draws new ones
/// and shrinks what fails.
/// </summary>
internal static class Laws
{
    static readonly bool explores = Environment.GetEnvironmentVariable("SLUICE_EXPLORE") == "1";

    /// <summary>Checks a law on so many draws.</summary>
    public static void Always<T>(this Gen<T> gen, Action<T> law, int draws = 100)
    {
        if (explores)
        {
            gen.Sample(law, iter: draws, threads: 1);
            return;
        }
        var random = new PCG(1, 20250801);
        for (var i = 0; i < draws; i++)
        {
            var drawn = gen.Generate(random, null, out _);
            try
            {
                law(drawn);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Draw {i}, {drawn}: {e.Message}", e);
            }
        }
    }

    /// <summary>A law that holds or does not.</summary>
    public static void Always<T>(this Gen<T> gen, Func<T, bool> law, int draws = 100) => gen.Always(drawn => Assert.True(law(drawn)), draws);
}
