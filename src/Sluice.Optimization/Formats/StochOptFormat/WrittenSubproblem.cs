using System.Text.Json;

namespace Sluice.Optimization;

/// <summary>One subproblem as it is written: variable names, and a random variable for each value that a node's noise changes.</summary>
internal sealed class WrittenSubproblem
{
    private readonly LinearBlock block;
    private readonly List<string> states;
    private readonly ProblemNode first;
    private readonly double sign;
    private readonly bool maximise;
    private readonly List<string> columns = [];
    private readonly SortedDictionary<(ChangeKind Kind, int Row, int Column, int Side), string> random = [];

    internal WrittenSubproblem(string name, List<ProblemNode> nodes, List<string> states, Sense sense)
    {
        (Name, this.states, first) = (name, states, nodes[0]);
        maximise = sense == Sense.Maximise;
        sign = maximise ? -1 : 1;
        var changes = nodes.SelectMany(node => node.Noise).SelectMany(source => source).SelectMany(outcome => outcome.Changes).ToList();
        block = new LinearBlock(nodes[0].Subproblem, changes);
        for (var j = 0; j < block.Columns; j++) columns.Add($"x{j + 1}" + (block.Source.ColumnName is { } naming ? " " + naming(j) : ""));
        foreach (var change in changes)
        {
            if (change.Kind is not (ChangeKind.RowBounds or ChangeKind.ColumnBounds)) { Add(change, 0); continue; }
            Add(change, 0);
            Add(change, 1);
        }
        foreach (var kind in (ChangeKind[])[ChangeKind.RowBounds, ChangeKind.ColumnBounds])
            foreach (var place in changes.Where(change => change.Kind == kind).GroupBy(change => (change.Row, change.Column))) Settle(kind, [.. place]);
    }

    internal string Name { get; }

    internal bool HasRandom => random.Count > 0;

    internal void WriteSupport(Utf8JsonWriter json, Outcome outcome)
    {
        block.Apply(outcome.Changes);
        json.WriteStartObject("support");
        foreach (var (place, name) in random) json.WriteNumber(name, Value(place));
        json.WriteEndObject();
        block.Undo(outcome.Changes);
    }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject(Name);
        json.WriteStartObject("state_variables");
        foreach (var state in states)
        {
            json.WriteStartObject(state);
            json.WriteString("in", In(state));
            json.WriteString("out", Out(state) is >= 0 and var column ? columns[column] : Unused(state));
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteStartArray("random_variables");
        foreach (var name in random.Values) json.WriteStringValue(name);
        json.WriteEndArray();
        Model(json);
        json.WriteEndObject();
    }

    private void Model(Utf8JsonWriter json)
    {
        var model = new MofWriter(json);
        json.WriteStartObject("subproblem");
        model.Version();
        model.Variables([.. states.Select(In), .. columns, .. states.Where(state => Out(state) < 0).Select(Unused), .. random.Values]);
        model.Objective(maximise, terms =>
        {
            for (var j = 0; j < block.Columns; j++)
            {
                if (random.TryGetValue((ChangeKind.ColumnCost, -1, j, 0), out var noise)) terms.Product(noise, columns[j], 1);
                else terms.Add(columns[j], sign * block.Costs[j]);
            }
            foreach (var (i, state) in StochOptWriter.Incoming(first).Index()) terms.Add(In(state), sign * block.Source.IncomingCosts[i]);
        });
        json.WriteStartArray("constraints");
        for (var i = 0; i < block.Rows; i++) Row(model, i);
        for (var j = 0; j < block.Columns; j++) Bounds(model, j);
        foreach (var column in block.Source.Integers) model.Whole(columns[column]);
        foreach (var state in states.Where(state => Out(state) < 0)) model.Bound(Unused(state), 0, 0);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void Row(MofWriter model, int i)
    {
        var name = block.Source.RowName is { } naming ? naming(i) : null;
        Sides(model, name, (ChangeKind.RowBounds, i, -1), block.RowLower[i], block.RowUpper[i], terms =>
        {
            for (var k = block.MatrixStart[i]; k < block.MatrixStart[i + 1]; k++)
            {
                var column = block.MatrixIndex[k];
                if (random.TryGetValue((ChangeKind.MatrixCoefficient, i, column, 0), out var noise)) terms.Product(noise, columns[column], 1);
                else terms.Add(columns[column], block.Matrix[k]);
            }
            var names = StochOptWriter.Incoming(first);
            for (var k = block.IncomingStart[i]; k < block.IncomingStart[i + 1]; k++)
            {
                var state = block.IncomingIndex[k];
                if (random.TryGetValue((ChangeKind.IncomingCoefficient, i, state, 0), out var noise)) terms.Product(noise, In(names[state]), 1);
                else terms.Add(In(names[state]), block.T[k]);
            }
        });
    }

    private void Bounds(MofWriter model, int j)
    {
        if (random.ContainsKey((ChangeKind.ColumnBounds, -1, j, 0)) || random.ContainsKey((ChangeKind.ColumnBounds, -1, j, 1)))
            Sides(model, null, (ChangeKind.ColumnBounds, -1, j), block.ColumnLower[j], block.ColumnUpper[j], terms => terms.Add(columns[j], 1));
        else model.Bound(columns[j], block.ColumnLower[j], block.ColumnUpper[j]);
    }

    private void Sides(MofWriter model, string? name, (ChangeKind Kind, int Row, int Column) place, double lower, double upper, Action<MofTerms> terms)
    {
        var low = random.GetValueOrDefault((place.Kind, place.Row, place.Column, 0));
        var high = random.GetValueOrDefault((place.Kind, place.Row, place.Column, 1));
        if (low is null && high is null) { model.Row(name, lower, upper, terms); return; }
        if (IsEqual(place))
        {
            model.Row(name, 0, 0, t => { terms(t); t.Add(low ?? high!, -1); });
            return;
        }
        if (low is not null) model.Row(name, 0, double.PositiveInfinity, t => { terms(t); t.Add(low, -1); });
        if (high is not null) model.Row(name is null ? null : name + " (upper)", double.NegativeInfinity, 0, t => { terms(t); t.Add(high, -1); });
    }

    private readonly HashSet<(ChangeKind, int, int)> equal = [];

    private bool IsEqual((ChangeKind, int, int) place) => equal.Contains(place);

    // Drops the random variable of a side that is never finite, and one of the two where the sides are always equal.
    private void Settle(ChangeKind kind, List<Change> changes)
    {
        var (row, column) = (changes[0].Row, changes[0].Column);
        var (lower, upper) = kind == ChangeKind.RowBounds ? (block.RowLower[row], block.RowUpper[row]) : (block.ColumnLower[column], block.ColumnUpper[column]);
        List<double> lows = [lower, .. changes.Select(change => change.First)], highs = [upper, .. changes.Select(change => change.Second)];
        foreach (var (side, values) in ((int, List<double>)[])[(0, lows), (1, highs)])
        {
            if (values.TrueForAll(double.IsInfinity)) random.Remove((kind, row, column, side));
            else if (values.Exists(double.IsInfinity))
                throw new NotSupportedException($"A bound in subproblem {Name} is finite under one outcome and infinite under another; StochOptFormat cannot say that.");
        }
        if (lows.Zip(highs).All(pair => pair.First == pair.Second))
        {
            equal.Add((kind, row, column));
            random.Remove((kind, row, column, 1));
        }
    }

    private void Add(Change change, int side) =>
        random[(change.Kind, change.Row, change.Kind == ChangeKind.RowBounds ? -1 : change.Column, side)] =
            $"ω {change.Kind switch
            {
                ChangeKind.RowBounds => $"row {change.Row + 1} {(side == 0 ? "lower" : "upper")}",
                ChangeKind.ColumnBounds => $"bound {change.Column + 1} {(side == 0 ? "lower" : "upper")}",
                ChangeKind.ColumnCost => $"cost {change.Column + 1}",
                ChangeKind.IncomingCoefficient => $"T {change.Row + 1} {change.Column + 1}",
                _ => $"A {change.Row + 1} {change.Column + 1}",
            }}";

    private double Value((ChangeKind Kind, int Row, int Column, int Side) place) => place.Kind switch
    {
        ChangeKind.RowBounds => place.Side == 0 ? block.RowLower[place.Row] : block.RowUpper[place.Row],
        ChangeKind.ColumnBounds => place.Side == 0 ? block.ColumnLower[place.Column] : block.ColumnUpper[place.Column],
        ChangeKind.ColumnCost => sign * block.Costs[place.Column],
        ChangeKind.IncomingCoefficient => block.T[block.IncomingPlace(place.Row, place.Column)],
        _ => block.Matrix[block.MatrixPlace(place.Row, place.Column)],
    };

    private static string In(string state) => state + "_in";

    private static string Unused(string state) => state + "_out";

    private int Out(string state) => StochOptWriter.Outgoing(first).IndexOf(state) is >= 0 and var at ? block.Source.Outgoing[at] : -1;
}
