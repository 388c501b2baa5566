using System.Runtime.ExceptionServices;
using static Sluice.Optimization.HighsApi;

namespace Sluice.Optimization;

/// <summary>Whole programmes, bases and whole-number columns.</summary>
internal sealed unsafe partial class Highs
{
    private const int FeasiblePoint = 2;

    /// <summary>True when the last run left a feasible point.</summary>
    internal bool HasPrimal => Integer32("primal_solution_status"u8) == FeasiblePoint;

    /// <summary>Bound on the objective of an integer programme.</summary>
    internal double DualBound
    {
        get
        {
            double value;
            fixed (byte* name = "mip_dual_bound"u8) _ = Highs_getDoubleInfoValue(handle, name, &value);
            return value;
        }
    }

    /// <summary>Iterations of the last run, whatever the method.</summary>
    internal long TotalIterations =>
        Math.Max(0L, Integer32("simplex_iteration_count"u8)) + Math.Max(0L, Integer32("ipm_iteration_count"u8)) + Math.Max(0L, Integer32("pdlp_iteration_count"u8));

    internal void SetInteger(ReadOnlySpan<int> columns)
    {
        var kinds = new int[columns.Length];
        Array.Fill(kinds, HighsApi.Integer);
        fixed (int* set = columns, kind = kinds) Check(Highs_changeColsIntegralityBySet(handle, columns.Length, set, kind), "whole-number columns");
    }

    /// <summary>Runs on several threads until done or cancelled.</summary>
    /// <remarks>
    /// HiGHS keeps a scheduler for each thread that calls it, and refuses a run whose number of threads is not that of the scheduler it finds. A thread of its own, whose
    /// scheduler ends with it, leaves those of all other callers alone.
    /// </remarks>
    internal ModelStatus Run(int threads, CancellationToken cancellation)
    {
        if (threads == 1) return Run(cancellation);
        ExceptionDispatchInfo? failure = null;
        var runner = new Thread(() =>
        {
            try
            {
                SetOption("threads", threads);
                Run(cancellation);
            }
            catch (Exception e)
            {
                failure = ExceptionDispatchInfo.Capture(e);
            }
            finally
            {
                Highs_resetGlobalScheduler(1);
            }
        });
        runner.Start();
        runner.Join();
        SetOption("threads", 1);
        failure?.Throw();
        return Status;
    }

    /// <summary>Basic variables in the order of the basis: a column, or −1 − row.</summary>
    internal void ReadBasicVariables(Span<int> basic)
    {
        fixed (int* b = basic) Check(Highs_getBasicVariables(handle, b), "to list its basis");
    }

    /// <summary>Column of the inverse of the basis matrix that belongs to a row, in the order of <see cref="ReadBasicVariables"/>.</summary>
    internal void ReadInverseColumn(int row, Span<double> column)
    {
        fixed (double* c = column) Check(Highs_getBasisInverseCol(handle, row, c, null, null), "a column of its inverse");
    }

    /// <summary>Activity of each row in the last solution, with columns, reduced costs and duals.</summary>
    internal void ReadAll(Span<double> columns, Span<double> reducedCosts, Span<double> rowValues, Span<double> rowDuals)
    {
        fixed (double* c = columns, d = reducedCosts, v = rowValues, r = rowDuals) _ = Highs_getSolution(handle, c, d, v, r);
    }

    private int Integer32(ReadOnlySpan<byte> info)
    {
        int value;
        fixed (byte* name = info) _ = Highs_getIntInfoValue(handle, name, &value);
        return value;
    }
}
