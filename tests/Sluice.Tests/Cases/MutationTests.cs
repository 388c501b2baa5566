using System.Diagnostics;
using Sluice.Bench.Fuzz;
using Sluice.Cases;

namespace Sluice.Tests.Cases;

public class MutationTests
{
    const int Mutations = 2000;
    const int Seed = 20250821;

    [Fact]
    public void No_damage_to_the_files_crashes_or_hangs_the_reader()
    {
        var mutator = new CaseMutator(TestCases.Small, Seed);
        for (var i = 0; i < Mutations; i++)
        {
            var files = mutator.Next();
            var clock = Stopwatch.StartNew();
            try
            {
                var loaded = CaseReader.Load(files, TestCases.TinyAtlas, LoadOptions.None);
                Assert.True(loaded.Case is not null || loaded.Errors > 0, $"mutation {i} gives no case and says no reason");
            }
            catch (Exception fault) when (fault is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"mutation {i} of seed {Seed} throws {fault}");
            }

            Assert.True(clock.Elapsed.TotalSeconds < 10, $"mutation {i} of seed {Seed} took {clock.Elapsed}");
        }
    }
}
