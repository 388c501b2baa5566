using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>Cuts a core programme into one subproblem a stage and turns random values into changes of them.</summary>
/// <remarks>
/// A column that a later stage uses is a state from its own stage to the last that uses it; stages between carry it on in a column of their own.
/// </remarks>
internal sealed class StageBuilder
{
    private readonly CoreProgramme core;
    private readonly Periods periods;
    private readonly double sign;
    private readonly int[] place;
    private readonly int[] placeOfRow;
    private readonly List<int>[] incoming;
    private readonly Dictionary<int, int>[] stateOf;

    internal StageBuilder(CoreProgramme core, Periods periods, IEnumerable<RandomElement> random)
    {
        (this.core, this.periods, sign) = (core, periods, core.Maximise ? -1 : 1);
        place = new int[core.ColumnNames.Count];
        placeOfRow = new int[core.RowNames.Count];
        var stages = periods.Names.Count;
        (incoming, stateOf) = ([.. Enumerable.Range(0, stages + 1).Select(_ => new List<int>())], new Dictionary<int, int>[stages + 1]);
        FindStates([.. core.Matrix.Keys, .. random.Where(e => e.Kind == ElementKind.Coefficient).Select(e => (e.Row, e.Column))]);
        Subproblems = [.. Enumerable.Range(0, stages).Select(Build)];
    }

    internal Subproblem[] Subproblems { get; }

    internal ImmutableArray<string> StateNames(int stage) => [.. incoming[stage].Select(column => core.ColumnNames[column])];

    /// <summary>Changes of one stage's subproblem that give the stated values.</summary>
    internal ImmutableArray<Change> Changes(int stage, IReadOnlyDictionary<RandomElement, double> values)
    {
        var changes = ImmutableArray.CreateBuilder<Change>();
        var bounds = new SortedDictionary<int, (double Lower, double Upper)>();
        foreach (var (element, value) in values.Where(v => v.Key.Stage(periods) == stage))
        {
            switch (element.Kind)
            {
                case ElementKind.RightHandSide:
                    var (lower, upper) = core.RowBounds(element.Row, value);
                    changes.Add(Change.RowBounds(placeOfRow[element.Row], lower, upper));
                    break;
                case ElementKind.Cost: changes.Add(Change.ColumnCost(place[element.Column], sign * value)); break;
                case ElementKind.Coefficient when periods.StageOfColumn[element.Column] == stage:
                    changes.Add(Change.MatrixCoefficient(placeOfRow[element.Row], place[element.Column], value));
                    break;
                case ElementKind.Coefficient: changes.Add(Change.IncomingCoefficient(placeOfRow[element.Row], stateOf[stage][element.Column], value)); break;
                default:
                    var now = bounds.GetValueOrDefault(element.Column, (core.Lower[element.Column], core.Upper[element.Column]));
                    bounds[element.Column] = (element.Kind == ElementKind.UpperBound ? now.Item1 : value, element.Kind == ElementKind.LowerBound ? now.Item2 : value);
                    break;
            }
        }
        foreach (var (column, (lower, upper)) in bounds) changes.Add(Change.ColumnBounds(place[column], lower, upper));
        return changes.ToImmutable();
    }

    private void FindStates(IEnumerable<(int Row, int Column)> entries)
    {
        var lastUse = new int[core.ColumnNames.Count];
        foreach (var (row, column) in entries) lastUse[column] = Math.Max(lastUse[column], periods.StageOfRow[row]);
        for (var column = 0; column < lastUse.Length; column++)
            for (var t = periods.StageOfColumn[column] + 1; t <= lastUse[column]; t++) incoming[t].Add(column);
        for (var t = 0; t < stateOf.Length; t++) stateOf[t] = incoming[t].Index().ToDictionary(state => state.Item, state => state.Index);
    }

    private Subproblem Build(int stage)
    {
        var programme = new Subproblem(incoming[stage].Count, incoming[stage + 1].Count);
        var names = new List<string>();
        for (var j = 0; j < core.ColumnNames.Count; j++)
        {
            if (periods.StageOfColumn[j] != stage) continue;
            place[j] = programme.AddColumn(sign * core.Costs[j], core.Lower[j], core.Upper[j]);
            if (core.Integer[j]) programme.SetInteger(place[j]);
            names.Add(core.ColumnNames[j]);
        }
        var rowNames = new List<string>();
        for (var i = 0; i < core.RowNames.Count; i++)
        {
            if (periods.StageOfRow[i] != stage) continue;
            var (lower, upper) = core.RowBounds(i, core.RightHandSides[i]);
            placeOfRow[i] = programme.AddRow(lower, upper);
            rowNames.Add(core.RowNames[i]);
        }
        if (stage == 0 && core.ObjectiveRightHandSide != 0)
        {
            programme.AddColumn(-sign * core.ObjectiveRightHandSide, 1, 1);
            names.Add("constant");
        }
        Enter(programme, stage);
        Leave(programme, stage, names, rowNames);
        (programme.ColumnName, programme.RowName) = (j => names[j], i => rowNames[i]);
        return programme;
    }

    private void Enter(Subproblem programme, int stage)
    {
        foreach (var ((row, column), value) in core.Matrix)
        {
            if (periods.StageOfRow[row] != stage) continue;
            if (periods.StageOfColumn[column] == stage) programme.Set(placeOfRow[row], place[column], value);
            else programme.SetIncoming(placeOfRow[row], stateOf[stage][column], value);
        }
    }

    private void Leave(Subproblem programme, int stage, List<string> names, List<string> rowNames)
    {
        foreach (var (state, column) in incoming[stage + 1].Index())
        {
            if (periods.StageOfColumn[column] == stage) { programme.SetOutgoing(state, place[column]); continue; }
            var carried = programme.AddColumn(0, double.NegativeInfinity, double.PositiveInfinity);
            var row = programme.AddRow(0, 0);
            programme.Set(row, carried, 1);
            programme.SetIncoming(row, stateOf[stage][column], -1);
            programme.SetOutgoing(state, carried);
            names.Add(core.ColumnNames[column]);
            rowNames.Add("carry " + core.ColumnNames[column]);
        }
    }
}
