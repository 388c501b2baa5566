using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>Joins core, periods and random values into a problem.</summary>
internal sealed class SmpsProblem(SmpsText stoch, CoreProgramme core, Periods periods, SmpsOptions options, IssueList issues)
{
    /// <summary>Most scenarios of a file whose noise reaches into later periods, which needs a tree.</summary>
    private const double MostTreeNodes = 500_000;

    internal StochasticProblem? Build(StochData data, string name)
    {
        foreach (var source in data.Sources) Complete(source);
        var random = data.Sources.SelectMany(s => s.Realisations).SelectMany(r => r.Values.Keys).Concat(data.Scenarios.SelectMany(s => s.Values.Keys)).ToHashSet();
        var builder = new StageBuilder(core, periods, random);
        if (data.Scenarios.Count > 0) return FromTree(builder, new ScenarioTree(stoch, periods, options, issues).Grow(data.Scenarios), name);
        if (data.Sources.TrueForAll(s => s.Realisations.TrueForAll(r => r.Values.Keys.All(e => e.Stage(periods) == s.Stage)))) return FromSources(builder, data.Sources, name);
        return Product(data.Sources) is { } tree ? FromTree(builder, tree, name) : null;
    }

    // Values that a later realisation of a block leaves out are those of the first.
    private static void Complete(RandomSource source)
    {
        foreach (var later in source.Realisations.Skip(1))
            foreach (var (element, value) in source.Realisations[0].Values) later.Values.TryAdd(element, value);
    }

    private double Scale(RandomSource source) => options.Probabilities == ProbabilityHandling.Normalise ? 1 / source.Realisations.Sum(r => r.Probability) : 1;

    private StochasticProblem? FromSources(StageBuilder builder, List<RandomSource> sources, string name)
    {
        if (Overlap(sources)) return null;
        var nodes = builder.Subproblems.Select((programme, t) => new ProblemNode(
            periods.Names[t], programme,
            [.. sources.Where(s => s.Stage == t).Select(s => s.Realisations.Select(r => new Outcome(Scale(s) * r.Probability, builder.Changes(t, r.Values))).ToImmutableArray())],
            t + 1 < builder.Subproblems.Length ? [new Successor(t + 1, 1)] : [])
        { IncomingNames = builder.StateNames(t), OutgoingNames = builder.StateNames(t + 1) });
        return new StochasticProblem(name, Sense, [], [new Successor(0, 1)], [.. nodes]);
    }

    private bool Overlap(List<RandomSource> sources)
    {
        var taken = new Dictionary<RandomElement, RandomSource>();
        var before = issues.Errors;
        foreach (var source in sources)
            foreach (var element in source.Realisations.SelectMany(r => r.Values.Keys).Select(Place).Distinct())
                if (!taken.TryAdd(element, source))
                    issues.Error(stoch.File, source.Line, 0, $"{source.Name} changes a value that {taken[element].Name} (line {taken[element].Line}) changes too.");
        return issues.Errors > before;
    }

    // Both bounds of a column are one value of its subproblem.
    private static RandomElement Place(RandomElement element) =>
        element.Kind is ElementKind.LowerBound or ElementKind.UpperBound ? element with { Kind = ElementKind.FixedBound } : element;

    private List<TreeNode>? Product(List<RandomSource> sources)
    {
        if (Overlap(sources)) return null;
        var count = sources.Aggregate(1.0, (product, source) => product * source.Realisations.Count) * periods.Names.Count;
        if (count > MostTreeNodes)
        {
            issues.Error(stoch.File, 0, 0, $"A value is known before the period that uses it, which needs a scenario tree of about {count:0} nodes; at most {MostTreeNodes:0} are built.");
            return null;
        }
        var tree = new List<TreeNode>();
        Grow(0, -1, 1, []);
        return tree;

        void Grow(int t, int parent, double weight, Dictionary<RandomElement, double> known)
        {
            if (t == periods.Names.Count) return;
            foreach (var (chance, values) in Joint([.. sources.Where(s => s.Stage == t)], known))
            {
                tree.Add(new TreeNode(t, parent, $"{periods.Names[t]}/{tree.Count}", values) { Weight = weight * chance });
                Grow(t + 1, tree.Count - 1, weight * chance, values);
            }
        }
    }

    private IEnumerable<(double Chance, Dictionary<RandomElement, double> Values)> Joint(List<RandomSource> sources, Dictionary<RandomElement, double> known)
    {
        IEnumerable<(double Chance, Dictionary<RandomElement, double> Values)> joint = [(1, known)];
        foreach (var source in sources)
        {
            var (before, scale) = (joint, Scale(source));
            joint = before.SelectMany(_ => source.Realisations, (a, r) =>
            {
                var values = new Dictionary<RandomElement, double>(a.Values);
                foreach (var (element, value) in r.Values) values[element] = value;
                return (a.Chance * scale * r.Probability, values);
            });
        }
        return joint;
    }

    private StochasticProblem? FromTree(StageBuilder builder, List<TreeNode> tree, string name)
    {
        if (issues.Errors > 0) return null;
        var children = Enumerable.Range(0, tree.Count).Where(n => tree[n].Parent >= 0 && tree[n].Weight > 0).ToLookup(n => tree[n].Parent);
        var nodes = tree.Select((node, n) =>
        {
            var changes = builder.Changes(node.Stage, node.Values);
            return new ProblemNode(
                $"{node.Name}@{periods.Names[node.Stage]}", builder.Subproblems[node.Stage],
                changes.IsEmpty ? [] : [[new Outcome(1, changes)]],
                [.. children[n].Select(child => new Successor(child, tree[child].Weight / node.Weight))])
            { IncomingNames = builder.StateNames(node.Stage), OutgoingNames = builder.StateNames(node.Stage + 1) };
        });
        return new StochasticProblem(
            name, Sense, [], [.. Enumerable.Range(0, tree.Count).Where(n => tree[n].Parent < 0 && tree[n].Weight > 0).Select(n => new Successor(n, tree[n].Weight))], [.. nodes]);
    }

    private Sense Sense => core.Maximise ? Sense.Maximise : Sense.Minimise;
}
