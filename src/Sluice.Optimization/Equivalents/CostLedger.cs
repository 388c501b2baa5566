namespace Sluice.Optimization;

/// <summary>Where the costs of an extensive form go: the objective, or a value column v ≥ Σ cost · column + constant of one history.</summary>
/// <remarks>
/// A measure of risk Σ w · CVaR(tail) over histories of values v and probabilities p is Σ w · (η + Σ p u ÷ tail) with u ≥ v − η, u ≥ 0 and η free
/// (Rockafellar and Uryasev, 2000); of the worst case, η with η ≥ v. Nested, each history has columns v, η and u of its own.
/// </remarks>
internal sealed class CostLedger(Func<double, double, int> addColumn, Action<int, double> addToObjective)
{
    private readonly List<List<(int Column, double Coefficient)>> rows = [];
    private readonly List<double> lower = [];

    /// <summary>Part of the objective that no column changes.</summary>
    internal double Constant { get; private set; }

    /// <summary>The objective itself.</summary>
    internal static Account Objective { get; } = new(-1, 1);

    /// <summary>Rows of the ledger: Σ coefficient · column ≥ lower.</summary>
    internal IEnumerable<(List<(int Column, double Coefficient)> Entries, double Lower)> Rows => rows.Zip(lower);

    internal void Charge(Account to, int column, double cost)
    {
        if (to.Row < 0) addToObjective(column, to.Weight * cost);
        else rows[to.Row].Add((column, -to.Weight * cost));
    }

    internal void Charge(Account to, double cost)
    {
        if (to.Row < 0) Constant += to.Weight * cost;
        else lower[to.Row] += to.Weight * cost;
    }

    /// <summary>Opens the accounts of what follows a history: called with the probability of each follower, it gives where its costs go.</summary>
    internal Func<double, Account> Follow(Account parent, RiskMeasure measure)
    {
        if (measure.IsNeutral) return chance => parent with { Weight = parent.Weight * chance };
        var levels = new int[measure.Parts.Length];
        for (var k = 0; k < levels.Length; k++)
        {
            if (measure.Parts[k].Tail == 1) continue;
            levels[k] = addColumn(double.NegativeInfinity, double.PositiveInfinity);
            Charge(parent, levels[k], measure.Parts[k].Weight);
        }
        return chance =>
        {
            var value = addColumn(double.NegativeInfinity, double.PositiveInfinity);
            var row = Open([(value, 1)]);
            for (var k = 0; k < levels.Length; k++) Weigh(parent, measure.Parts[k], levels[k], value, chance);
            return new Account(row, 1);
        };
    }

    private void Weigh(Account parent, RiskPart part, int level, int value, double chance)
    {
        if (part.Tail == 1) Charge(parent, value, part.Weight * chance);
        else if (part.Tail == 0) Open([(level, 1), (value, -1)]);
        else
        {
            var excess = addColumn(0, double.PositiveInfinity);
            Charge(parent, excess, part.Weight * chance / part.Tail);
            Open([(excess, 1), (level, 1), (value, -1)]);
        }
    }

    private int Open(List<(int, double)> entries)
    {
        rows.Add(entries);
        lower.Add(0);
        return rows.Count - 1;
    }

    /// <summary>A place for costs, and the weight at which they count there.</summary>
    internal readonly record struct Account(int Row, double Weight);
}
