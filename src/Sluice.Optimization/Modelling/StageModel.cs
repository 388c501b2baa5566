using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>The model of one stage: variables, random values, constraints and an objective.</summary>
public sealed class StageModel
{
    private readonly Subproblem programme;
    private readonly List<string> columnNames, rowNames = [];
    private readonly RandomRows rows = new();
    private readonly List<ImmutableArray<(double Probability, double[] Values)>> sources = [];
    private readonly List<int> sourceOf = [];
    private readonly double sign;
    private Expression objective = 0;

    internal StageModel(IReadOnlyList<string> states, Sense sense)
    {
        sign = sense == Sense.Maximise ? -1 : 1;
        columnNames = [.. states];
        programme = new Subproblem(states.Count, states.Count) { ColumnName = j => columnNames[j], RowName = i => rowNames[i] };
        for (var i = 0; i < states.Count; i++) programme.SetOutgoing(i, programme.AddColumn(0, double.NegativeInfinity, double.PositiveInfinity));
    }

    /// <summary>A decision of this stage.</summary>
    /// <param name="name">Name, for messages and files.</param>
    /// <param name="lower">Lower bound; default 0; −∞ allowed.</param>
    /// <param name="upper">Upper bound; default +∞.</param>
    /// <exception cref="ArgumentException">The bounds cross.</exception>
    public Expression Variable(string name, double lower = 0, double upper = double.PositiveInfinity)
    {
        columnNames.Add(name);
        return Expression.Of(TermKind.Column, programme.AddColumn(0, lower, upper));
    }

    /// <summary>A decision in whole numbers; only the extensive form solves such models.</summary>
    /// <param name="name">Name, for messages and files.</param>
    /// <param name="lower">Lower bound; default 0.</param>
    /// <param name="upper">Upper bound; default +∞.</param>
    public Expression WholeVariable(string name, double lower = 0, double upper = double.PositiveInfinity)
    {
        var variable = Variable(name, lower, upper);
        programme.SetInteger(programme.Columns - 1);
        return variable;
    }

    /// <summary>A value that is random and known before this stage decides; independent of other calls and of other stages.</summary>
    /// <param name="outcomes">Values with their probabilities, which sum to 1.</param>
    /// <exception cref="ArgumentException">There are no values, or a probability is out of range.</exception>
    public Expression Random(params ReadOnlySpan<(double Probability, double Value)> outcomes)
    {
        var joint = new (double, double[])[outcomes.Length];
        for (var w = 0; w < outcomes.Length; w++) joint[w] = (outcomes[w].Probability, [outcomes[w].Value]);
        return Random(1, joint)[0];
    }

    /// <summary>Several values that are random together.</summary>
    /// <param name="count">How many, ≥ 1.</param>
    /// <param name="outcomes">Lists of as many values with their probabilities, which sum to 1.</param>
    /// <exception cref="ArgumentException">There are no lists, a list has another length, or a probability is out of range.</exception>
    public ImmutableArray<Expression> Random(int count, params ReadOnlySpan<(double Probability, double[] Values)> outcomes)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (outcomes.IsEmpty) throw new ArgumentException("There are 0 outcomes; noise needs at least one.", nameof(outcomes));
        foreach (var (probability, values) in outcomes)
        {
            Checks.Share(probability, nameof(outcomes));
            if (values.Length != count) throw new ArgumentException($"An outcome has {values.Length} values; {count} are random together.", nameof(outcomes));
        }
        var first = sourceOf.Count;
        for (var k = 0; k < count; k++) sourceOf.Add(sources.Count);
        sources.Add([.. outcomes]);
        return [.. Enumerable.Range(first, count).Select(k => Expression.Of(TermKind.Random, k))];
    }

    /// <summary>Adds a constraint.</summary>
    /// <param name="constraint">A comparison of two expressions.</param>
    /// <param name="name">Name, for messages and files. Default: by number.</param>
    public void SubjectTo(Constraint constraint, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(constraint);
        var row = rows.AddRow(programme, constraint.Expression.Compile(), constraint.Lower, constraint.Upper);
        rowNames.Add(name ?? $"c{row + 1}");
    }

    /// <summary>Adds to the objective of this stage: a cost when the model minimises, a revenue when it maximises.</summary>
    /// <param name="terms">Terms.</param>
    public void Objective(Expression terms) => objective += terms;

    internal (Subproblem Programme, ImmutableArray<ImmutableArray<Outcome>> Noise) Build()
    {
        rows.SetObjective(programme, objective.Compile(), sign, AddFree, Copy);
        return (programme, Noise());
    }

    // Sources that meet in one row or cost become one, for its value must be known as a whole.
    private ImmutableArray<ImmutableArray<Outcome>> Noise()
    {
        var parent = Enumerable.Range(0, sources.Count).ToArray();
        foreach (var together in rows.Together)
            foreach (var random in together.Skip(1)) parent[Find(sourceOf[random])] = Find(sourceOf[together[0]]);
        return [.. Enumerable.Range(0, sources.Count).GroupBy(Find).Select(group => Outcomes([.. group]))];

        int Find(int s)
        {
            while (parent[s] != s) s = parent[s];
            return s;
        }
    }

    private ImmutableArray<Outcome> Outcomes(int[] joined)
    {
        var known = Enumerable.Range(0, sourceOf.Count).Where(random => joined.Contains(sourceOf[random])).ToHashSet();
        IEnumerable<(double Probability, double[] Noise)> joint = [(1, new double[sourceOf.Count])];
        foreach (var source in joined)
        {
            var (before, first) = (joint, sourceOf.IndexOf(source));
            joint = before.SelectMany(_ => sources[source], (a, outcome) =>
            {
                double[] noise = [.. a.Noise];
                outcome.Values.CopyTo(noise, first);
                return (a.Probability * outcome.Probability, noise);
            });
        }
        return [.. joint.Select(outcome => new Outcome(outcome.Probability, rows.Changes(outcome.Noise, known)))];
    }

    private int AddFree(string name)
    {
        columnNames.Add(name);
        return programme.AddColumn(0, double.NegativeInfinity, double.PositiveInfinity);
    }

    private void Copy(int column, int state)
    {
        var row = programme.AddRow(0, 0);
        rowNames.Add("copy");
        programme.Set(row, column, 1);
        programme.SetIncoming(row, state, -1);
    }
}
