using Sluice.Reading;

namespace Sluice.Cases.Checks;

/// <summary>Counts numbers without basis, and lists those that know more than the as-of date.</summary>
static class AssumptionChecks
{
    public static void Run(CaseDraft draft, CheckSettings settings, Diagnostics into)
    {
        var bare = settings.Assumptions.Where(a => !a.Basis.IsStated).ToList();
        if (bare.Count > 0) into.Add(CheckMessages.WithoutBasis(bare));
        foreach (var assumption in settings.Assumptions)
            if (assumption.Hindsight) into.Add(CheckMessages.Hindsight(assumption));
    }
}
