using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>Splits the second stage into parts that share neither rows, columns nor noise, and each part into groups of equal costs and matrix.</summary>
/// <remarks>
/// The expected cost of the second stage is the sum of those of its parts, each over its own noise only: five independent demands of fifteen values that meet in no
/// row need 75 small programmes, not 646,425 large ones.
/// </remarks>
internal sealed class RecourseParts
{
    private const double MostScenarios = 2_000_000;

    private readonly LinearBlock block;
    private readonly ImmutableArray<ImmutableArray<Outcome>> sources;
    private readonly double weight;
    private readonly int[] parent;

    private RecourseParts(LinearBlock block, ImmutableArray<ImmutableArray<Outcome>> sources, double weight)
    {
        (this.block, this.sources, this.weight) = (block, sources, weight);
        parent = [.. Enumerable.Range(0, block.Rows + block.Columns + sources.Length)];
        for (var i = 0; i < block.Rows; i++)
            for (var k = block.MatrixStart[i]; k < block.MatrixStart[i + 1]; k++) Join(i, block.Rows + block.MatrixIndex[k]);
        for (var s = 0; s < sources.Length; s++)
            foreach (var change in sources[s].SelectMany(outcome => outcome.Changes)) Join(block.Rows + block.Columns + s, Place(change));
    }

    /// <summary>Cost of columns in no row, which no state moves.</summary>
    internal double Constant { get; private set; }

    internal List<RecourseGroup> Groups { get; } = [];

    /// <summary>Splits the programme of one node, or of several that share a subproblem (then with one joint source).</summary>
    internal static RecourseParts Of(LinearBlock block, ImmutableArray<ImmutableArray<Outcome>> sources, double weight)
    {
        var parts = new RecourseParts(block, sources, weight);
        parts.Build();
        return parts;
    }

    private void Build()
    {
        var members = Enumerable.Range(0, parent.Length).ToLookup(Find);
        foreach (var part in members.OrderBy(part => part.Min()))
        {
            int[] rows = [.. part.Where(i => i < block.Rows)];
            int[] columns = [.. part.Where(i => i >= block.Rows && i < block.Rows + block.Columns).Select(i => i - block.Rows)];
            var mine = part.Where(i => i >= block.Rows + block.Columns).Select(i => sources[i - block.Rows - block.Columns]).ToList();
            var others = weight;
            foreach (var (s, source) in sources.Index())
                if (Find(block.Rows + block.Columns + s) != part.Key) others *= source.Sum(outcome => outcome.Probability);
            if (rows.Length == 0 && columns.Length == 0) continue;
            if (rows.Length == 0) Constant += Loose(columns, mine, others);
            else Part(rows, columns, mine, others);
        }
    }

    private double Loose(int[] columns, List<ImmutableArray<Outcome>> mine, double others)
    {
        var total = 0.0;
        foreach (var (chance, changes) in Joint(mine))
        {
            block.Apply(changes);
            foreach (var j in columns)
            {
                var (cost, at) = (block.Costs[j], block.Costs[j] > 0 ? block.ColumnLower[j] : block.ColumnUpper[j]);
                if (cost != 0) total += others * chance * cost * at;
            }
            block.Undo(changes);
        }
        if (!double.IsFinite(total)) throw new DecompositionException("A column in no row has a cost that falls without limit.");
        return total;
    }

    private void Part(int[] rows, int[] columns, List<ImmutableArray<Outcome>> mine, double others)
    {
        var count = mine.Aggregate(1.0, (product, source) => product * source.Length);
        if (count > MostScenarios) throw new DecompositionException($"A part of the second stage that does not fall apart has {count:0} scenarios; at most {MostScenarios:0} are taken.");
        var localRow = rows.Index().ToDictionary(r => r.Item, r => r.Index);
        var structural = mine.Where(source => source.Any(outcome => outcome.Changes.Any(IsStructural))).ToList();
        var plain = mine.Except(structural).ToList();
        var groups = new Dictionary<StructuralKey, (ImmutableArray<Change> Changes, List<RecourseScenario> Scenarios)>();
        foreach (var (chance, changes) in Joint(structural))
        {
            ImmutableArray<Change> fixedPart = [.. changes.Where(IsStructural)];
            var key = new StructuralKey(fixedPart);
            if (!groups.TryGetValue(key, out var group)) groups.Add(key, group = (fixedPart, []));
            foreach (var (plainChance, plainChanges) in Joint(plain))
                group.Scenarios.Add(Scenario(others * chance * plainChance, changes.Where(c => !IsStructural(c)).Concat(plainChanges), localRow));
        }
        foreach (var (fixedPart, scenarios) in groups.Values)
        {
            block.Apply(fixedPart);
            Groups.Add(new RecourseGroup(LocalProgramme.Of(block, rows, columns), scenarios));
            block.Undo(fixedPart);
        }
    }

    private static RecourseScenario Scenario(double weight, IEnumerable<Change> changes, Dictionary<int, int> localRow)
    {
        var scenario = new RecourseScenario(weight, [], []);
        foreach (var change in changes)
        {
            if (change.Kind == ChangeKind.RowBounds) scenario.Bounds.Add((localRow[change.Row], change.First, change.Second));
            else scenario.Incoming.Add((localRow[change.Row], change.Column, change.First));
        }
        return scenario;
    }

    private static IEnumerable<(double Chance, ImmutableArray<Change> Changes)> Joint(List<ImmutableArray<Outcome>> several)
    {
        IEnumerable<(double Chance, ImmutableArray<Change> Changes)> joint = [(1, [])];
        foreach (var source in several)
        {
            var before = joint;
            joint = before.SelectMany(_ => source, (a, outcome) => (a.Chance * outcome.Probability, a.Changes.IsEmpty ? outcome.Changes : a.Changes.AddRange(outcome.Changes)));
        }
        return joint;
    }

    private static bool IsStructural(Change change) => change.Kind is ChangeKind.ColumnCost or ChangeKind.ColumnBounds or ChangeKind.MatrixCoefficient;

    private int Place(Change change) => change.Kind is ChangeKind.ColumnCost or ChangeKind.ColumnBounds ? block.Rows + change.Column : change.Row;

    private void Join(int a, int b) => parent[Find(a)] = Find(b);

    private int Find(int a)
    {
        while (parent[a] != a) a = parent[a] = parent[parent[a]];
        return a;
    }

    /// <summary>Costs, bounds and coefficients that scenarios have in common.</summary>
    private readonly struct StructuralKey(ImmutableArray<Change> changes) : IEquatable<StructuralKey>
    {
        private readonly ImmutableArray<Change> changes = changes;

        public bool Equals(StructuralKey other) => changes.SequenceEqual(other.changes);

        public override bool Equals(object? obj) => obj is StructuralKey other && Equals(other);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var change in changes) hash.Add(change);
            return hash.ToHashCode();
        }
    }
}
