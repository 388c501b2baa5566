namespace Sluice.Optimization;

/// <summary>
/// The linear programme of one node without its cuts:
/// minimise c'y + k's subject to lower ≤ A y + T s ≤ upper and bounds on y, where s is the incoming state.
/// </summary>
/// <remarks>
/// The incoming state has no columns: it is moved into the row bounds before each solve, so that noise in T costs nothing extra.
/// Build it once and do not change it after it has entered a <see cref="PolicyGraph"/>; several nodes may share one instance.
/// </remarks>
public sealed class Subproblem
{
    private readonly List<double> costs = [], columnLower = [], columnUpper = [], rowLower = [], rowUpper = [];
    private readonly List<Entry> matrix = [], incoming = [];
    private readonly double[] incomingCosts;
    private readonly int[] outgoing;
    private readonly SortedSet<int> integers = [];

    /// <summary>Starts an empty programme.</summary>
    /// <param name="incomingStates">Number of entries of the incoming state, ≥ 0.</param>
    /// <param name="outgoingStates">Number of entries of the outgoing state, ≥ 0; each must be given a column by <see cref="SetOutgoing"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public Subproblem(int incomingStates, int outgoingStates)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(incomingStates);
        ArgumentOutOfRangeException.ThrowIfNegative(outgoingStates);
        incomingCosts = new double[incomingStates];
        outgoing = new int[outgoingStates];
        Array.Fill(outgoing, -1);
    }

    /// <summary>Number of entries of the incoming state.</summary>
    public int IncomingStates => incomingCosts.Length;

    /// <summary>Number of entries of the outgoing state.</summary>
    public int OutgoingStates => outgoing.Length;

    /// <summary>Number of columns so far.</summary>
    public int Columns => costs.Count;

    /// <summary>Number of rows so far.</summary>
    public int Rows => rowLower.Count;

    /// <summary>Name of a column, asked for only when a failed subproblem is written.</summary>
    public Func<int, string>? ColumnName { get; set; }

    /// <summary>Name of a row, asked for only when a failed subproblem is written.</summary>
    public Func<int, string>? RowName { get; set; }

    internal ReadOnlySpan<double> Costs => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(costs);
    internal ReadOnlySpan<double> ColumnLower => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(columnLower);
    internal ReadOnlySpan<double> ColumnUpper => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(columnUpper);
    internal ReadOnlySpan<double> RowLower => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rowLower);
    internal ReadOnlySpan<double> RowUpper => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(rowUpper);
    internal ReadOnlySpan<double> IncomingCosts => incomingCosts;
    internal ReadOnlySpan<int> Outgoing => outgoing;
    internal IReadOnlyCollection<int> Integers => integers;
    internal IReadOnlyList<Entry> Matrix => matrix;
    internal IReadOnlyList<Entry> Incoming => incoming;

    /// <summary>Adds a column and returns its index, from 0.</summary>
    /// <param name="cost">Cost per unit; any finite number.</param>
    /// <param name="lower">Lower bound; −∞ allowed.</param>
    /// <param name="upper">Upper bound, ≥ <paramref name="lower"/>; +∞ allowed.</param>
    /// <exception cref="ArgumentException">The cost is not finite or the bounds cross.</exception>
    public int AddColumn(double cost, double lower, double upper)
    {
        Checks.Finite(cost, nameof(cost));
        Checks.Bounds(lower, upper);
        costs.Add(cost);
        columnLower.Add(lower);
        columnUpper.Add(upper);
        return costs.Count - 1;
    }

    /// <summary>Adds a row lower ≤ A y + T s ≤ upper and returns its index, from 0.</summary>
    /// <param name="lower">Lower bound; −∞ allowed.</param>
    /// <param name="upper">Upper bound, ≥ <paramref name="lower"/>; +∞ allowed.</param>
    /// <exception cref="ArgumentException">The bounds cross.</exception>
    public int AddRow(double lower, double upper)
    {
        Checks.Bounds(lower, upper);
        rowLower.Add(lower);
        rowUpper.Add(upper);
        return rowLower.Count - 1;
    }

    /// <summary>Adds <paramref name="coefficient"/> to the entry of A at a row and column; repeated calls accumulate.</summary>
    /// <param name="row">Row, 0 ≤ row &lt; <see cref="Rows"/>.</param>
    /// <param name="column">Column, 0 ≤ column &lt; <see cref="Columns"/>.</param>
    /// <param name="coefficient">Any finite number.</param>
    /// <exception cref="ArgumentException">An index is out of range or the coefficient is not finite.</exception>
    public void Set(int row, int column, double coefficient)
    {
        Checks.Index(row, Rows, nameof(row));
        Checks.Index(column, Columns, nameof(column));
        Checks.Finite(coefficient, nameof(coefficient));
        matrix.Add(new Entry(row, column, coefficient));
    }

    /// <summary>Adds <paramref name="coefficient"/> to the entry of T at a row and incoming state; repeated calls accumulate.</summary>
    /// <param name="row">Row, 0 ≤ row &lt; <see cref="Rows"/>.</param>
    /// <param name="state">Incoming state, 0 ≤ state &lt; <see cref="IncomingStates"/>.</param>
    /// <param name="coefficient">Any finite number.</param>
    /// <exception cref="ArgumentException">An index is out of range or the coefficient is not finite.</exception>
    public void SetIncoming(int row, int state, double coefficient)
    {
        Checks.Index(row, Rows, nameof(row));
        Checks.Index(state, IncomingStates, nameof(state));
        Checks.Finite(coefficient, nameof(coefficient));
        incoming.Add(new Entry(row, state, coefficient));
    }

    /// <summary>Sets the linear cost k of an incoming state.</summary>
    /// <param name="state">Incoming state, 0 ≤ state &lt; <see cref="IncomingStates"/>.</param>
    /// <param name="cost">Cost per unit of that state; any finite number; default 0.</param>
    /// <exception cref="ArgumentException">The index is out of range or the cost is not finite.</exception>
    public void SetIncomingCost(int state, double cost)
    {
        Checks.Index(state, IncomingStates, nameof(state));
        Checks.Finite(cost, nameof(cost));
        incomingCosts[state] = cost;
    }

    /// <summary>Says that outgoing state <paramref name="state"/> is the value of a column.</summary>
    /// <param name="state">Outgoing state, 0 ≤ state &lt; <see cref="OutgoingStates"/>.</param>
    /// <param name="column">Column; no two states may share one.</param>
    /// <exception cref="ArgumentException">An index is out of range.</exception>
    public void SetOutgoing(int state, int column)
    {
        Checks.Index(state, OutgoingStates, nameof(state));
        Checks.Index(column, Columns, nameof(column));
        outgoing[state] = column;
    }

    /// <summary>The column that an outgoing state is; −1 where none has been said.</summary>
    /// <param name="state">Outgoing state, 0 ≤ state &lt; <see cref="OutgoingStates"/>.</param>
    /// <exception cref="ArgumentException">The index is out of range.</exception>
    public int OutgoingColumn(int state)
    {
        Checks.Index(state, OutgoingStates, nameof(state));
        return outgoing[state];
    }

    /// <summary>Says that a column takes whole numbers only. The extensive form obeys it; cuts cannot, and <see cref="Sddp"/> refuses the graph.</summary>
    /// <param name="column">Column, 0 ≤ column &lt; <see cref="Columns"/>.</param>
    /// <exception cref="ArgumentException">The index is out of range.</exception>
    public void SetInteger(int column)
    {
        Checks.Index(column, Columns, nameof(column));
        integers.Add(column);
    }

    /// <summary>Adds to the cost of a column.</summary>
    /// <param name="column">Column, 0 ≤ column &lt; <see cref="Columns"/>.</param>
    /// <param name="cost">Any finite number.</param>
    /// <exception cref="ArgumentException">The index is out of range or the cost is not finite.</exception>
    public void AddCost(int column, double cost)
    {
        Checks.Index(column, Columns, nameof(column));
        Checks.Finite(cost, nameof(cost));
        costs[column] += cost;
    }

    /// <summary>Replaces the bounds of a column.</summary>
    /// <param name="column">Column, 0 ≤ column &lt; <see cref="Columns"/>.</param>
    /// <param name="lower">Lower bound; −∞ allowed.</param>
    /// <param name="upper">Upper bound, ≥ <paramref name="lower"/>; +∞ allowed.</param>
    /// <exception cref="ArgumentException">The index is out of range or the bounds cross.</exception>
    public void SetBounds(int column, double lower, double upper)
    {
        Checks.Index(column, Columns, nameof(column));
        Checks.Bounds(lower, upper);
        columnLower[column] = lower;
        columnUpper[column] = upper;
    }

    /// <summary>Replaces the bounds of a row.</summary>
    /// <param name="row">Row, 0 ≤ row &lt; <see cref="Rows"/>.</param>
    /// <param name="lower">Lower bound; −∞ allowed.</param>
    /// <param name="upper">Upper bound, ≥ <paramref name="lower"/>; +∞ allowed.</param>
    /// <exception cref="ArgumentException">The index is out of range or the bounds cross.</exception>
    public void SetRowBounds(int row, double lower, double upper)
    {
        Checks.Index(row, Rows, nameof(row));
        Checks.Bounds(lower, upper);
        rowLower[row] = lower;
        rowUpper[row] = upper;
    }

    /// <summary>A copy with all costs multiplied.</summary>
    internal Subproblem TimesCosts(double factor)
    {
        var copy = Copy();
        for (var j = 0; j < copy.costs.Count; j++) copy.costs[j] *= factor;
        for (var i = 0; i < copy.incomingCosts.Length; i++) copy.incomingCosts[i] *= factor;
        return copy;
    }

    /// <summary>A copy in which each row may be missed at a price per unit; the new columns come last.</summary>
    internal Subproblem WithSlacks(double price)
    {
        var copy = Copy();
        for (var i = 0; i < rowLower.Count; i++)
        {
            if (!double.IsInfinity(rowLower[i])) copy.Set(i, copy.AddColumn(price, 0, double.PositiveInfinity), 1);
            if (!double.IsInfinity(rowUpper[i])) copy.Set(i, copy.AddColumn(price, 0, double.PositiveInfinity), -1);
        }
        return copy;
    }

    private Subproblem Copy()
    {
        var copy = new Subproblem(IncomingStates, OutgoingStates) { ColumnName = ColumnName, RowName = RowName };
        copy.costs.AddRange(costs);
        copy.columnLower.AddRange(columnLower);
        copy.columnUpper.AddRange(columnUpper);
        copy.rowLower.AddRange(rowLower);
        copy.rowUpper.AddRange(rowUpper);
        copy.matrix.AddRange(matrix);
        copy.incoming.AddRange(incoming);
        incomingCosts.CopyTo(copy.incomingCosts, 0);
        outgoing.CopyTo(copy.outgoing, 0);
        copy.integers.UnionWith(integers);
        return copy;
    }

    /// <summary>One entry of a sparse matrix.</summary>
    internal readonly record struct Entry(int Row, int Column, double Value);
}
