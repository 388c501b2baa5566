namespace Sluice.Optimization;

/// <summary>How a problem is solved.</summary>
public enum SolveMethod
{
    /// <summary>Whatever is expected to be faster for this problem; see <see cref="StochasticSolver"/>.</summary>
    Auto,

    /// <summary>One programme over all histories.</summary>
    Equivalent,

    /// <summary>Benders' decomposition for two stages, nested decomposition or SDDP for more.</summary>
    Decomposition,
}

/// <summary>Method, accuracy and limits.</summary>
public sealed record SolveOptions
{
    /// <summary>Method. Default <see cref="SolveMethod.Auto"/>.</summary>
    public SolveMethod Method { get; init; } = SolveMethod.Auto;

    /// <summary>Relative gap between the bounds at which a problem counts as solved, &gt; 0. Default 1e-6; for whole-number columns never below 1e-6.</summary>
    public double Tolerance { get; init; } = 1e-6;

    /// <summary>Ceiling on the time; what was found until then is returned. Default null: none.</summary>
    public TimeSpan? Time { get; init; }

    /// <summary>Threads, ≥ 1. Default: the processors of this machine.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Most entries of an extensive form, ≥ 1. Default 10 million, about 3 GB inside HiGHS.</summary>
    public double MaximumEntries { get; init; } = new EquivalentOptions().MaximumEntries;

    /// <summary>
    /// A bound on the value of all later stages that decompositions of more than two stages may rely on: from below when minimising, from above when maximising.
    /// Default null: computed. A bound that does not hold gives wrong values, as it does in any solver that asks for one.
    /// </summary>
    public double? CostToGoBound { get; init; }

    internal void Check()
    {
        if (!(Tolerance > 0)) throw new ArgumentOutOfRangeException(nameof(Tolerance), Tolerance, "It must be above 0.");
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 1);
        if (!(MaximumEntries >= 1)) throw new ArgumentOutOfRangeException(nameof(MaximumEntries), MaximumEntries, "It must be at least 1.");
    }
}
