using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>Rows and costs of a subproblem that depend on noise, and what values of the noise change in them.</summary>
internal sealed class RandomRows
{
    private readonly List<(int Row, RandomFunction Function, double Lower, double Upper)> rows = [];
    private readonly Dictionary<int, int> copies = [];
    private RandomFunction objective = new();
    private double sign = 1;
    private int constantColumn = -1;

    /// <summary>Random variables that meet in one place, for each place: they must be known together.</summary>
    internal IEnumerable<int[]> Together
    {
        get
        {
            foreach (var (_, f, _, _) in rows) yield return Used(f.Random.Keys, f.RandomPairs, f.RandomColumns, f.RandomStates);
            foreach (var column in objective.RandomColumns.GroupBy(p => p.Column)) yield return [.. column.Select(p => p.Random).Distinct()];
            foreach (var state in objective.RandomStates.GroupBy(p => p.State)) yield return [.. state.Select(p => p.Random).Distinct()];
            if (objective.ShiftIsRandom) yield return Used(objective.Random.Keys, objective.RandomPairs, [], []);
        }
    }

    /// <summary>Adds lower ≤ function ≤ upper as a row and returns it.</summary>
    internal int AddRow(Subproblem programme, RandomFunction function, double lower, double upper)
    {
        var row = programme.AddRow(lower - function.Constant, upper - function.Constant);
        foreach (var (column, value) in function.Columns) programme.Set(row, column, value);
        foreach (var (state, value) in function.States) programme.SetIncoming(row, state, value);
        if (function.ShiftIsRandom || function.RandomColumns.Count + function.RandomStates.Count > 0) rows.Add((row, function, lower, upper));
        return row;
    }

    /// <summary>Adds the objective; <paramref name="addColumn"/> makes a free column for what needs one.</summary>
    internal void SetObjective(Subproblem programme, RandomFunction function, double withSign, Func<string, int> addColumn, Action<int, int> copyState)
    {
        (objective, sign) = (function, withSign);
        foreach (var (column, cost) in function.Columns) programme.AddCost(column, sign * cost);
        foreach (var (state, cost) in function.States) programme.SetIncomingCost(state, sign * cost);
        foreach (var (_, state, _) in function.RandomStates)
        {
            // A random cost of an incoming state falls on a column that copies it.
            if (copies.ContainsKey(state)) continue;
            copies[state] = addColumn($"copy {state}");
            copyState(copies[state], state);
        }
        if (function.Constant == 0 && !function.ShiftIsRandom) return;
        constantColumn = addColumn("constant");
        programme.AddCost(constantColumn, sign * function.Constant);
        programme.SetBounds(constantColumn, 1, 1);
    }

    /// <summary>What values of the random variables change; only in places that use one of <paramref name="known"/>, all when it is null.</summary>
    internal ImmutableArray<Change> Changes(ReadOnlySpan<double> noise, IReadOnlySet<int>? known = null)
    {
        var changes = ImmutableArray.CreateBuilder<Change>();
        foreach (var (row, function, lower, upper) in rows)
        {
            if (known is not null && !Used(function.Random.Keys, function.RandomPairs, function.RandomColumns, function.RandomStates).Any(known.Contains)) continue;
            if (function.ShiftIsRandom) changes.Add(Change.RowBounds(row, lower - function.Shift(noise), upper - function.Shift(noise)));
            foreach (var (column, value) in function.ColumnsUnder(noise)) changes.Add(Change.MatrixCoefficient(row, column, value));
            foreach (var (state, value) in function.StatesUnder(noise)) changes.Add(Change.IncomingCoefficient(row, state, value));
        }
        foreach (var (column, value) in objective.ColumnsUnder(noise))
            if (known is null || objective.RandomColumns.Exists(p => p.Column == column && known.Contains(p.Random))) changes.Add(Change.ColumnCost(column, sign * value));
        foreach (var (state, value) in objective.StatesUnder(noise))
            if (known is null || objective.RandomStates.Exists(p => p.State == state && known.Contains(p.Random)))
                changes.Add(Change.ColumnCost(copies[state], sign * (value - objective.States.GetValueOrDefault(state))));
        if (objective.ShiftIsRandom && (known is null || Used(objective.Random.Keys, objective.RandomPairs, [], []).Any(known.Contains)))
            changes.Add(Change.ColumnCost(constantColumn, sign * objective.Shift(noise)));
        return changes.ToImmutable();
    }

    private static int[] Used(
        IEnumerable<int> alone, List<(int First, int Second, double Value)> pairs, List<(int Random, int Column, double Value)> columns, List<(int Random, int State, double Value)> states) =>
        [.. alone.Concat(pairs.SelectMany(p => (int[])[p.First, p.Second])).Concat(columns.Select(p => p.Random)).Concat(states.Select(p => p.Random)).Distinct()];
}
