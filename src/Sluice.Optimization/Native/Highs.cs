using static Sluice.Optimization.HighsApi;

namespace Sluice.Optimization;

/// <summary>One linear programme inside HiGHS: minimise c'y subject to row and column bounds, solved by the simplex method from the last basis.</summary>
/// <remarks>An instance belongs to one node for its life: its basis, and with it the vertex found at a tie, must not depend on what other nodes did.</remarks>
internal sealed unsafe partial class Highs : IDisposable
{
    private nint handle;

    internal Highs()
    {
        handle = Highs_create();
        Check(Highs_setBoolOptionValue(handle, "output_flag", 0), "output_flag");
        SetOption("presolve", "off");
        SetOption("solver", "simplex");
        SetOption("threads", 1);
    }

    ~Highs() => Release();

    /// <summary>Number of rows, cuts included.</summary>
    internal int Rows { get; private set; }

    /// <summary>Number of columns.</summary>
    internal int Columns { get; private set; }

    /// <summary>Optimal value of the last run.</summary>
    internal double Objective => Highs_getObjectiveValue(handle);

    /// <summary>Status after the last run.</summary>
    internal ModelStatus Status => (ModelStatus)Highs_getModelStatus(handle);

    /// <summary>Simplex iterations of the last run.</summary>
    internal int Iterations
    {
        get
        {
            int count;
            fixed (byte* name = "simplex_iteration_count"u8) _ = Highs_getIntInfoValue(handle, name, &count);
            return Math.Max(0, count);
        }
    }

    internal void SetOption(string option, string value) => Check(Highs_setStringOptionValue(handle, option, value), option);
    internal void SetOption(string option, double value) => Check(Highs_setDoubleOptionValue(handle, option, value), option);
    internal void SetOption(string option, int value) => Check(Highs_setIntOptionValue(handle, option, value), option);

    /// <summary>Loads a whole programme, row-wise.</summary>
    internal void Load(
        ReadOnlySpan<double> cost, ReadOnlySpan<double> columnLower, ReadOnlySpan<double> columnUpper,
        ReadOnlySpan<double> rowLower, ReadOnlySpan<double> rowUpper,
        ReadOnlySpan<int> start, ReadOnlySpan<int> index, ReadOnlySpan<double> value)
    {
        Columns = cost.Length;
        Rows = rowLower.Length;
        fixed (double* c = cost, cl = columnLower, cu = columnUpper, rl = rowLower, ru = rowUpper, v = value)
        fixed (int* s = start, i = index)
            Check(Highs_passLp(handle, Columns, Rows, value.Length, RowWise, Minimise, 0, c, cl, cu, rl, ru, s, i, v), "the programme");
    }

    internal void AddRows(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper, ReadOnlySpan<int> start, ReadOnlySpan<int> index, ReadOnlySpan<double> value)
    {
        fixed (double* l = lower, u = upper, v = value)
        fixed (int* s = start, i = index)
            Check(Highs_addRows(handle, lower.Length, l, u, value.Length, s, i, v), "new rows");
        Rows += lower.Length;
    }

    internal void DeleteRows(ReadOnlySpan<int> rows)
    {
        fixed (int* r = rows) Check(Highs_deleteRowsBySet(handle, rows.Length, r), "row deletion");
        Rows -= rows.Length;
    }

    internal void SetCost(int column, double cost) => Check(Highs_changeColCost(handle, column, cost), "a cost");

    internal void SetColumnBounds(int column, double lower, double upper) =>
        Check(Highs_changeColBounds(handle, column, lower, upper), "column bounds");

    internal void SetRowBounds(ReadOnlySpan<int> rows, ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        fixed (int* r = rows)
        fixed (double* l = lower, u = upper)
            Check(Highs_changeRowsBoundsBySet(handle, rows.Length, r, l, u), "row bounds");
    }

    internal void SetCoefficient(int row, int column, double value) => Check(Highs_changeCoeff(handle, row, column, value), "a coefficient");

    internal ModelStatus Run()
    {
        _ = Highs_run(handle);
        return Status;
    }

    /// <summary>Forgets basis and factors, so that the next run starts afresh.</summary>
    internal void Forget() => _ = Highs_clearSolver(handle);

    /// <summary>Reads the last solution. <paramref name="rowDuals"/> must hold <see cref="Rows"/> entries.</summary>
    internal void Read(Span<double> columns, Span<double> reducedCosts, Span<double> rowDuals)
    {
        fixed (double* c = columns, d = reducedCosts, r = rowDuals) _ = Highs_getSolution(handle, c, d, null, r);
    }

    /// <summary>Basis status of each column and row after a run.</summary>
    internal void ReadBasis(out int[] columnStatus, out int[] rowStatus)
    {
        (columnStatus, rowStatus) = (new int[Columns], new int[Rows]);
        fixed (int* c = columnStatus, r = rowStatus) Check(Highs_getBasis(handle, c, r), "to give its basis");
    }

    /// <summary>Lets the next run start from a basis; one that HiGHS refuses changes nothing.</summary>
    internal void StartFrom(int[] columnStatus, int[] rowStatus)
    {
        fixed (int* c = columnStatus, r = rowStatus) _ = Highs_setBasis(handle, c, r);
    }

    internal bool Write(string file, Func<int, string>? columnName, Func<int, string>? rowName, int namedColumns, int namedRows)
    {
        for (var j = 0; columnName is not null && j < namedColumns; j++) _ = Highs_passColName(handle, j, columnName(j));
        for (var i = 0; rowName is not null && i < namedRows; i++) _ = Highs_passRowName(handle, i, rowName(i));
        return Highs_writeModel(handle, file) >= 0;
    }

    public void Dispose()
    {
        Release();
        GC.SuppressFinalize(this);
    }

    private void Release()
    {
        if (handle == 0) return;
        Highs_destroy(handle);
        handle = 0;
    }

    private static void Check(int status, string what)
    {
        if (status < 0) throw new InvalidOperationException($"HiGHS refused {what}.");
    }
}
