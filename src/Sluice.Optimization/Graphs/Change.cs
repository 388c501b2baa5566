namespace Sluice.Optimization;

/// <summary>What a <see cref="Change"/> replaces.</summary>
public enum ChangeKind
{
    /// <summary>Both bounds of a row.</summary>
    RowBounds,

    /// <summary>The cost of a column.</summary>
    ColumnCost,

    /// <summary>Both bounds of a column.</summary>
    ColumnBounds,

    /// <summary>One entry of T (row, incoming state).</summary>
    IncomingCoefficient,

    /// <summary>One entry of A (row, column).</summary>
    MatrixCoefficient,
}

/// <summary>One value of a subproblem that an outcome replaces. New values are absolute, not differences.</summary>
public readonly record struct Change
{
    private Change(ChangeKind kind, int row, int column, double first, double second) =>
        (Kind, Row, Column, First, Second) = (kind, row, column, first, second);

    /// <summary>What is replaced.</summary>
    public ChangeKind Kind { get; }

    /// <summary>Row, or −1 where the kind has none.</summary>
    public int Row { get; }

    /// <summary>Column, or incoming state for <see cref="ChangeKind.IncomingCoefficient"/>; −1 where the kind has none.</summary>
    public int Column { get; }

    /// <summary>The new lower bound, cost or coefficient.</summary>
    public double First { get; }

    /// <summary>The new upper bound; 0 where the kind has none.</summary>
    public double Second { get; }

    /// <summary>Replaces the bounds of a row.</summary>
    public static Change RowBounds(int row, double lower, double upper)
    {
        Checks.Bounds(lower, upper);
        return new Change(ChangeKind.RowBounds, row, -1, lower, upper);
    }

    /// <summary>Replaces the cost of a column.</summary>
    public static Change ColumnCost(int column, double cost)
    {
        Checks.Finite(cost, nameof(cost));
        return new Change(ChangeKind.ColumnCost, -1, column, cost, 0);
    }

    /// <summary>Replaces the bounds of a column.</summary>
    public static Change ColumnBounds(int column, double lower, double upper)
    {
        Checks.Bounds(lower, upper);
        return new Change(ChangeKind.ColumnBounds, -1, column, lower, upper);
    }

    /// <summary>Replaces the coefficient of an incoming state in a row.</summary>
    public static Change IncomingCoefficient(int row, int state, double coefficient)
    {
        Checks.Finite(coefficient, nameof(coefficient));
        return new Change(ChangeKind.IncomingCoefficient, row, state, coefficient, 0);
    }

    /// <summary>Replaces the coefficient of a column in a row. The solver must refactor afterwards: prefer the other kinds where they do.</summary>
    public static Change MatrixCoefficient(int row, int column, double coefficient)
    {
        Checks.Finite(coefficient, nameof(coefficient));
        return new Change(ChangeKind.MatrixCoefficient, row, column, coefficient, 0);
    }
}
