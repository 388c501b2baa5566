namespace Sluice.Optimization;

/// <summary>Where a scenario takes the values from that it does not list itself.</summary>
public enum ScenarioInheritance
{
    /// <summary>From its parent, in every period.</summary>
    Parent,

    /// <summary>From the core file, from its branching period on, as COIN-OR's reader does.</summary>
    Core,
}

/// <summary>What happens to probabilities that do not sum to 1.</summary>
public enum ProbabilityHandling
{
    /// <summary>They are weights, used as written.</summary>
    AsWritten,

    /// <summary>Each distribution, and all scenarios together, are divided by their sum.</summary>
    Normalise,
}

/// <summary>Conventions on which readers of SMPS differ.</summary>
public sealed record SmpsOptions
{
    /// <summary>Inheritance of scenarios. Default: from the parent.</summary>
    public ScenarioInheritance Inherit { get; init; } = ScenarioInheritance.Parent;

    /// <summary>Use of probabilities. Default: as written.</summary>
    public ProbabilityHandling Probabilities { get; init; } = ProbabilityHandling.AsWritten;
}
