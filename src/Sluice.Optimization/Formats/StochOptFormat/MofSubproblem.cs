using System.Collections.Immutable;
using System.Text.Json;

namespace Sluice.Optimization;

/// <summary>A subproblem in MathOptFormat with its state and random variables, turned into a <see cref="Subproblem"/> and changes of it.</summary>
internal sealed class MofSubproblem
{
    private readonly JsonReading read;
    private readonly Dictionary<string, (char Kind, int Index)> variables = new(StringComparer.Ordinal);
    private readonly List<string> columnNames = [], rowNames = [];
    private readonly RandomRows random = new();
    private RandomFunction objective = new();

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
    internal ImmutableArray<Change> Changes(ReadOnlySpan<double> noise) => random.Changes(noise);

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
        random.SetObjective(Programme, objective, Maximise == true ? -1 : 1, name => Column(name, 0), (column, state) => Copy(column, state));
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
        if (read.Need(aim, "function", JsonValueKind.Object) is { } function) objective = new MofFunctions(read, variables).Read(function) ?? objective;
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
        var row = random.AddRow(Programme, function, wanted.Lower, wanted.Upper);
        rowNames.Add(constraint["name"] is { Kind: JsonValueKind.String } name ? name.Text : $"c{row + 1}");
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
