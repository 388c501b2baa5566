using Sluice.Outlooks;
using Sluice.Planning.Worlds;

namespace Sluice.Planning.News;

/// <summary>Finds drivers that change nothing: none of their levels does anything, and no other driver looks at them.</summary>
static class Idle
{
    /// <summary>Whether conditions are the same in any two joint states that differ only in this driver, and no move waits for it.</summary>
    public static bool Is(OutlookChain chain, Conditions conditions, int driver)
    {
        var id = chain.Drivers[driver].Id;
        if (chain.Drivers.Any(d => d.Id != id && d.Moves.Any(m => m.When.Any(w => w.Driver.Id == id))))
            return false;
        return Enumerable.Range(0, chain.States.Length).GroupBy(s => Others(chain.States[s], driver)).All(same =>
            same.Skip(1).All(s => SameConditions.Are(conditions, same.First(), s)));
    }

    static string Others(JointState state, int driver) =>
        string.Join(' ', Enumerable.Range(0, state.Levels.Length).Where(d => d != driver).Select(d => $"{state.Levels[d]}{(state.Recent[d] ? "r" : "")}"));
}
