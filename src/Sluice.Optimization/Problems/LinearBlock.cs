namespace Sluice.Optimization;

/// <summary>A subproblem laid out row by row, with a place for every value that any outcome of its nodes may change.</summary>
/// <remarks>lower ≤ A y + T s ≤ upper. Values are the subproblem's own until <see cref="Apply"/>, and again after <see cref="Undo"/>.</remarks>
internal sealed class LinearBlock
{
    private readonly Subproblem source;
    private readonly SparseRows matrix, incoming;

    internal LinearBlock(Subproblem source, IEnumerable<Change> changes)
    {
        this.source = source;
        (Columns, Rows, Incoming) = (source.Columns, source.Rows, source.IncomingStates);
        var (touched, touchedIncoming) = (new HashSet<(int, int)>(), new HashSet<(int, int)>());
        foreach (var change in changes)
        {
            if (change.Kind == ChangeKind.MatrixCoefficient) touched.Add((change.Row, change.Column));
            else if (change.Kind == ChangeKind.IncomingCoefficient) touchedIncoming.Add((change.Row, change.Column));
        }
        matrix = SparseRows.From(Rows, source.Matrix.Concat(touched.Select(at => new Subproblem.Entry(at.Item1, at.Item2, 0))));
        incoming = SparseRows.From(Rows, source.Incoming.Concat(touchedIncoming.Select(at => new Subproblem.Entry(at.Item1, at.Item2, 0))));
        (Costs, ColumnLower, ColumnUpper) = (source.Costs.ToArray(), source.ColumnLower.ToArray(), source.ColumnUpper.ToArray());
        (RowLower, RowUpper) = (source.RowLower.ToArray(), source.RowUpper.ToArray());
        (Matrix, T) = ([.. matrix.Value], [.. incoming.Value]);
    }

    internal Subproblem Source => source;
    internal int Columns { get; }
    internal int Rows { get; }
    internal int Incoming { get; }
    internal double[] Costs { get; }
    internal double[] ColumnLower { get; }
    internal double[] ColumnUpper { get; }
    internal double[] RowLower { get; }
    internal double[] RowUpper { get; }

    /// <summary>Starts of the rows of A, and its column indices.</summary>
    internal int[] MatrixStart => matrix.Start;
    internal int[] MatrixIndex => matrix.Index;

    /// <summary>Values of A, zeros included where only an outcome has an entry.</summary>
    internal double[] Matrix { get; }

    /// <summary>Starts of the rows of T, and its incoming states.</summary>
    internal int[] IncomingStart => incoming.Start;
    internal int[] IncomingIndex => incoming.Index;

    internal double[] T { get; }

    /// <summary>Blocks for the nodes of a problem; nodes with one subproblem share one block.</summary>
    internal static LinearBlock[] All(StochasticProblem problem)
    {
        var blocks = problem.Nodes
            .GroupBy(node => node.Subproblem, ReferenceEqualityComparer.Instance)
            .ToDictionary(
                group => group.Key!,
                group => new LinearBlock(group.First().Subproblem, group.SelectMany(node => node.Noise).SelectMany(noise => noise).SelectMany(outcome => outcome.Changes)),
                ReferenceEqualityComparer.Instance);
        return [.. problem.Nodes.Select(node => blocks[node.Subproblem])];
    }

    internal void Apply(IEnumerable<Change> changes)
    {
        foreach (var change in changes)
        {
            switch (change.Kind)
            {
                case ChangeKind.RowBounds: (RowLower[change.Row], RowUpper[change.Row]) = (change.First, change.Second); break;
                case ChangeKind.ColumnCost: Costs[change.Column] = change.First; break;
                case ChangeKind.ColumnBounds: (ColumnLower[change.Column], ColumnUpper[change.Column]) = (change.First, change.Second); break;
                case ChangeKind.IncomingCoefficient: T[Place(incoming, change)] = change.First; break;
                case ChangeKind.MatrixCoefficient: Matrix[Place(matrix, change)] = change.First; break;
            }
        }
    }

    internal void Undo(IEnumerable<Change> changes)
    {
        foreach (var change in changes)
        {
            switch (change.Kind)
            {
                case ChangeKind.RowBounds: (RowLower[change.Row], RowUpper[change.Row]) = (source.RowLower[change.Row], source.RowUpper[change.Row]); break;
                case ChangeKind.ColumnCost: Costs[change.Column] = source.Costs[change.Column]; break;
                case ChangeKind.ColumnBounds:
                    (ColumnLower[change.Column], ColumnUpper[change.Column]) = (source.ColumnLower[change.Column], source.ColumnUpper[change.Column]);
                    break;
                case ChangeKind.IncomingCoefficient: T[Place(incoming, change)] = incoming.Value[Place(incoming, change)]; break;
                case ChangeKind.MatrixCoefficient: Matrix[Place(matrix, change)] = matrix.Value[Place(matrix, change)]; break;
            }
        }
    }

    /// <summary>Place of an entry of A in <see cref="Matrix"/>; negative where there is none.</summary>
    internal int MatrixPlace(int row, int column) => Place(matrix, row, column);

    /// <summary>Place of an entry of T in <see cref="T"/>; negative where there is none.</summary>
    internal int IncomingPlace(int row, int state) => Place(incoming, row, state);

    private static int Place(SparseRows rows, Change change) => Place(rows, change.Row, change.Column);

    private static int Place(SparseRows rows, int row, int column) =>
        Array.BinarySearch(rows.Index, rows.Start[row], rows.Start[row + 1] - rows.Start[row], column);
}
