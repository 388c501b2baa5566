namespace Sluice.Optimization;

/// <summary>What HiGHS says about a linear programme after a run. The numbers are those of its C interface.</summary>
public enum ModelStatus
{
    /// <summary>Nothing has been run.</summary>
    NotSet = 0,

    /// <summary>The programme could not be read.</summary>
    LoadError = 1,

    /// <summary>The programme is not valid.</summary>
    ModelError = 2,

    /// <summary>Presolve failed.</summary>
    PresolveError = 3,

    /// <summary>The simplex method failed.</summary>
    SolveError = 4,

    /// <summary>The solution could not be translated back.</summary>
    PostsolveError = 5,

    /// <summary>The programme has no rows or columns.</summary>
    Empty = 6,

    /// <summary>An optimal vertex was found.</summary>
    Optimal = 7,

    /// <summary>No point satisfies all rows and bounds.</summary>
    Infeasible = 8,

    /// <summary>Infeasible or unbounded.</summary>
    UnboundedOrInfeasible = 9,

    /// <summary>The cost falls without limit.</summary>
    Unbounded = 10,

    /// <summary>A bound on the objective was reached.</summary>
    ObjectiveBound = 11,

    /// <summary>A target of the objective was reached.</summary>
    ObjectiveTarget = 12,

    /// <summary>A time limit was reached.</summary>
    TimeLimit = 13,

    /// <summary>An iteration limit was reached.</summary>
    IterationLimit = 14,

    /// <summary>The outcome is not known.</summary>
    Unknown = 15,

    /// <summary>A limit on the number of solutions was reached.</summary>
    SolutionLimit = 16,

    /// <summary>The caller ended the run.</summary>
    Interrupt = 17,
}
