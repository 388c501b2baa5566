namespace Sluice.Optimization;

/// <summary>How a decomposition works.</summary>
internal sealed record DecompositionOptions
{
    internal double Tolerance { get; init; } = 1e-6;
    internal int Threads { get; init; } = 1;
    internal TimeSpan? Time { get; init; }

    /// <summary>What is told how long it will take; null: nobody.</summary>
    internal Watch? Watch { get; init; }

    internal TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>A stated bound on the cost of later stages, in the minimising form; null: computed.</summary>
    internal double? CostToGo { get; init; }

    /// <summary>Most cuts a round, as far as the groups allow.</summary>
    internal int MostCuts { get; init; } = 64;

    /// <summary>Share of the way from the best point to the master's solution at which cuts are made, 0 to 1.</summary>
    internal double Step { get; init; } = 0.5;
}
