using System.Collections.Immutable;
using System.Text.Json;

namespace Sluice.Optimization;

/// <summary>A subproblem in MathOptFormat with its state and random variables, turned into a <see cref="Subproblem"/> and changes of it.</summary>
internal sealed class MofSubproblem
{
    private readonly JsonReading read;
    private readonly Dictionary<string, (char Kind, int Index)> variables = new(StringComparer.Ordinal);
    private readonly List<string> columnNames = [], rowNames = [];
    private readonly List<(int Row, RandomFunction Function, double Lower, double Upper)> randomRows = [];
    private RandomFunction objective = new();
    private double sign = 1;
    private int constantColumn = -1;
    private readonly Dictionary<int, int> copies = [];

    private MofSubproblem(JsonReading read) => this.read = read;

    internal Subproblem Programme { get; private set; } = null!;

    internal ImmutableArray<string> RandomNames { get; private set; } = [];

    internal bool? Maximise { get; private set; }

    /// <summary>Reads a subproblem; null, with issues, when anything is wrong.</summary>
    internal static MofSubproblem? Read(JsonReading read, IssueList issues, PlacedJson holder, ImmutableArray<string> states)
    {
        var before = issues.Errors;
        var result = new MofSubproblem(read);
        result.ReadAll(holder, states);
        return issues.Errors > before ? null : result;
    }

    /// <summary>What values of the random variables change.</summary>
    internal ImmutableArray<Change> Changes(ReadOnlySpan<double> noise)
    {
        var changes = ImmutableArray.CreateBuilder<Change>();
        foreach (var (row, function, lower, upper) in randomRows)
        {
            if (function.ShiftIsRandom) changes.Add(Change.RowBounds(row, lower - function.Shift(noise), upper - function.Shift(noise)));
            foreach (var (column, value) in function.ColumnsUnder(noise)) changes.Add(Change.MatrixCoefficient(row, column, value));
            foreach (var (state, value) in function.StatesUnder(noise)) changes.Add(Change.IncomingCoefficient(row, state, value));
        }
        foreach (var (column, value) in objective.ColumnsUnder(noise)) changes.Add(Change.ColumnCost(column, sign * value));
        foreach (var (state, value) in objective.StatesUnder(noise)) changes.Add(Change.ColumnCost(copies[state], sign * (value - objective.States.GetValueOrDefault(state))));
        if (objective.ShiftIsRandom) changes.Add(Change.ColumnCost(constantColumn, sign * objective.Shift(noise)));
        return changes.ToImmutable();
    }

    private void ReadAll(PlacedJson holder, ImmutableArray<string> states)
    {
        var outgoing = ReadStates(holder, states);
        ReadRandom(holder);
        if (read.Need(holder, "subproblem", JsonValueKind.Object) is not { } model || outgoing is null) return;
        if (read.Need(model, "variables", JsonValueKind.Array) is not { } names || read.Need(model, "objective", JsonValueKind.Object) is not { } aim) return;
        Programme = new Subproblem(states.Length, states.Length);
        (Programme.ColumnName, Programme.RowName) = (j => columnNames[j], i => rowNames[i]);
        foreach (var name in names.Items) ReadVariable(name);
        ReadObjective(aim);
        foreach (var constraint in read.Need(model, "constraints", JsonValueKind.Array)?.Items ?? []) ReadConstraint(constraint);
        FinishObjective();
        Leave(outgoing);
    }

    private List<(string Name, PlacedJson At)>? ReadStates(PlacedJson holder, ImmutableArray<string> states)
    {
        if (read.Need(holder, "state_variables", JsonValueKind.Object) is not { } list) return null;
        foreach (var (name, value) in list.Members)
            if (!states.Contains(name)) read.Error(value, $"State {name} is not one of the root's.{IssueList.Nearest(name, states)}");
        var outgoing = new List<(string, PlacedJson)>();
        foreach (var (index, state) in states.Index())
        {
            if (read.Need(list, state, JsonValueKind.Object) is not { } pair || read.Text(pair, "in") is not { } enters || read.Text(pair, "out") is not { } leaves) return null;
            if (!variables.TryAdd(enters, ('s', index))) read.Error(pair, $"Variable {enters} enters for two states.");
            outgoing.Add((leaves, pair));
        }
        return outgoing;
    }

    private void ReadRandom(PlacedJson holder)
    {
        var names = new List<string>();
        foreach (var name in read.May(holder, "random_variables", JsonValueKind.Array)?.Items ?? [])
        {
            if (!read.Is(name, JsonValueKind.String, "A random variable")) continue;
            if (!variables.TryAdd(name.Text, ('r', names.Count))) read.Error(name, $"Variable {name.Text} is given two roles.");
            names.Add(name.Text);
        }
        RandomNames = [.. names];
    }

    private void ReadVariable(PlacedJson variable)
    {
        if (!read.Is(variable, JsonValueKind.Object, "A variable") || read.Text(variable, "name") is not { } name) return;
        if (variables.TryGetValue(name, out var known))
        {
            if (known.Kind == 'c') read.Error(variable, $"Variable {name} is given twice.");
            return;
        }
        variables.Add(name, ('c', Column(name, 0)));
    }

    private int Column(string name, double cost)
    {
        columnNames.Add(name);
        return Programme.AddColumn(cost, double.NegativeInfinity, double.PositiveInfinity);
    }

    private void ReadObjective(PlacedJson aim)
    {
        var sense = read.Text(aim, "sense");
        if (sense is "feasibility" or null) return;
        if (sense is not ("min" or "max")) { read.Error(aim["sense"]!, $"The sense is {sense}; expected min, max or feasibility."); return; }
        Maximise = sense == "max";
        sign = Maximise.Value ? -1 : 1;
        if (read.Need(aim, "function", JsonValueKind.Object) is { } function) objective = new MofFunctions(read, variables).Read(function) ?? objective;
    }

    private void FinishObjective()
    {
        foreach (var (column, cost) in objective.Columns) Programme.AddCost(column, sign * cost);
        foreach (var (state, cost) in objective.States) Programme.SetIncomingCost(state, sign * cost);
        foreach (var (_, state, _) in objective.RandomStates)
        {
            // A random cost of an incoming state falls on a column that copies it.
            if (copies.ContainsKey(state)) continue;
            copies[state] = Column($"copy {state}", 0);
            Copy(copies[state], state);
        }
        if (objective.Constant == 0 && !objective.ShiftIsRandom) return;
        constantColumn = Column("constant", sign * objective.Constant);
        Programme.SetBounds(constantColumn, 1, 1);
    }

    private void ReadConstraint(PlacedJson constraint)
    {
        if (!read.Is(constraint, JsonValueKind.Object, "A constraint")) return;
        if (read.Need(constraint, "function", JsonValueKind.Object) is not { } functionText || read.Need(constraint, "set", JsonValueKind.Object) is not { } set) return;
        if (new MofFunctions(read, variables).Read(functionText) is not { } function || MofSet.Read(read, set) is not { } wanted) return;
        var alone = functionText["type"]?.Text is "Variable" or "SingleVariable";
        if (alone && function.Columns.Count == 1) { Bound(constraint, function.Columns.Keys.First(), wanted); return; }
        if (wanted.IsInteger)
        {
            if (!alone) read.Error(set, "Whole numbers can be asked of single variables only.");
            return;
        }
        if (alone && function.Random.Count == 1) return;
        var row = Programme.AddRow(wanted.Lower - function.Constant, wanted.Upper - function.Constant);
        rowNames.Add(constraint["name"] is { Kind: JsonValueKind.String } name ? name.Text : $"c{row + 1}");
        foreach (var (column, value) in function.Columns) Programme.Set(row, column, value);
        foreach (var (state, value) in function.States) Programme.SetIncoming(row, state, value);
        if (function.ShiftIsRandom || function.RandomColumns.Count + function.RandomStates.Count > 0) randomRows.Add((row, function, wanted.Lower, wanted.Upper));
    }

    private void Bound(PlacedJson at, int column, MofSet wanted)
    {
        if (wanted.IsInteger) Programme.SetInteger(column);
        var (lower, upper) = (Math.Max(Programme.ColumnLower[column], wanted.Lower), Math.Min(Programme.ColumnUpper[column], wanted.Upper));
        if (lower > upper) read.Error(at, $"The bounds of {columnNames[column]} contradict each other: {lower} and {upper}.");
        else Programme.SetBounds(column, lower, upper);
    }

    private void Leave(List<(string Name, PlacedJson At)> outgoing)
    {
        var used = new HashSet<int>();
        foreach (var (state, (name, at)) in outgoing.Index())
        {
            if (!variables.TryGetValue(name, out var variable)) { read.Error(at, $"Variable {name} is not in the subproblem.{IssueList.Nearest(name, variables.Keys)}"); continue; }
            if (variable.Kind == 'r') { read.Error(at, $"Variable {name} is random; it cannot leave as a state."); continue; }
            var column = variable.Index;
            if (variable.Kind == 's' || !used.Add(column))
            {
                column = Column(name, 0);
                if (variable.Kind == 's') Copy(column, variable.Index);
                else Programme.Set(Copy(column, -1), variable.Index, -1);
            }
            Programme.SetOutgoing(state, column);
        }
    }

    // Row: column = incoming state, or column = whatever the caller subtracts.
    private int Copy(int column, int state)
    {
        var row = Programme.AddRow(0, 0);
        rowNames.Add($"copy {columnNames[column]}");
        Programme.Set(row, column, 1);
        if (state >= 0) Programme.SetIncoming(row, state, -1);
        return row;
    }
}
