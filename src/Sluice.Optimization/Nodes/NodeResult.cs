namespace Sluice.Optimization;

/// <summary>Where an engine puts the solution of a node; the cost-to-go is the last column where there is one.</summary>
internal sealed class NodeResult(int columns, int rows)
{
    internal double[] Columns { get; } = new double[columns];
    internal double[] ReducedCosts { get; } = new double[columns];

    /// <summary>Duals of the programme's own rows, cuts left out.</summary>
    internal double[] RowDuals { get; } = new double[rows];

    /// <summary>Optimal value without the cost of the incoming state.</summary>
    internal double Objective { get; set; }

    /// <summary>Simplex iterations of the solve.</summary>
    internal int Iterations { get; set; }
}
