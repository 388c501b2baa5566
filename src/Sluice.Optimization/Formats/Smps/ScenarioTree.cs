namespace Sluice.Optimization;

/// <summary>A node of a scenario tree: the values of its stage, its parent (−1 at the root) and the weight of the scenarios through it.</summary>
internal sealed class TreeNode(int stage, int parent, string name, IReadOnlyDictionary<RandomElement, double> values)
{
    internal int Stage { get; } = stage;
    internal int Parent { get; } = parent;
    internal string Name { get; } = name;

    /// <summary>Values that replace those of the core; those of other stages are ignored.</summary>
    internal IReadOnlyDictionary<RandomElement, double> Values { get; } = values;

    internal double Weight { get; set; }
}

/// <summary>Grows the tree that scenarios describe.</summary>
/// <remarks>
/// A scenario shares its parent's nodes before the stage at which it branches. The root has the core's values, except that the first scenario, when it branches
/// from the root in the first stage, is the root path itself; others that do so with the same first-stage values share its first node.
/// </remarks>
internal sealed class ScenarioTree(SmpsText text, Periods periods, SmpsOptions options, IssueList issues)
{
    private static readonly Dictionary<RandomElement, double> Nothing = [];

    private readonly List<TreeNode> nodes = [];
    private readonly List<Dictionary<RandomElement, double>> values = [];
    private readonly List<int[]> paths = [];
    private readonly int stages = periods.Names.Count;
    private int[]? rootPath;

    internal List<TreeNode> Grow(List<Scenario> scenarios)
    {
        var sum = scenarios.Sum(s => s.Probability);
        if (Math.Abs(sum - 1) > 0.01) issues.Error(text.File, 0, 0, $"The probabilities of the scenarios sum to {sum}; they must sum to 1.");
        else if (Math.Abs(sum - 1) > 1e-9 && options.Probabilities == ProbabilityHandling.AsWritten)
            issues.Warn(text.File, 0, 0, $"The probabilities of the scenarios sum to {sum}; they are used as written.");
        var scale = options.Probabilities == ProbabilityHandling.Normalise ? 1 / sum : 1;
        foreach (var scenario in scenarios) Add(scenario, scale * scenario.Probability);
        return nodes;
    }

    private void Add(Scenario scenario, double weight)
    {
        var inherited = scenario.Parent >= 0 ? values[scenario.Parent] : Nothing;
        var own = new Dictionary<RandomElement, double>(inherited);
        if (options.Inherit == ScenarioInheritance.Core)
            foreach (var element in inherited.Keys.Where(e => e.Stage(periods) >= scenario.Stage)) own.Remove(element);
        foreach (var (element, value) in scenario.Values)
        {
            if (element.Stage(periods) < scenario.Stage && !(inherited.TryGetValue(element, out var before) && before == value))
                issues.Error(text.File, scenario.Line, 0, $"Scenario {scenario.Name} changes a value of period {periods.Names[element.Stage(periods)]}, before it leaves its parent in {periods.Names[scenario.Stage]}.");
            own[element] = value;
        }
        values.Add(own);
        var path = new int[stages];
        for (var t = 0; t < stages; t++) path[t] = t < scenario.Stage ? Shared(scenario, t) : Grown(scenario, t, t == 0 ? -1 : path[t - 1], own);
        paths.Add(path);
        rootPath ??= scenario.Parent < 0 && scenario.Stage == 0 ? [path[0]] : null;
        foreach (var node in path) nodes[node].Weight += weight;
    }

    private int Shared(Scenario scenario, int t)
    {
        if (scenario.Parent >= 0) return paths[scenario.Parent][t];
        if (rootPath is null || rootPath.Length <= t)
        {
            var path = new int[t + 1];
            rootPath?.CopyTo(path, 0);
            for (var s = rootPath?.Length ?? 0; s <= t; s++) path[s] = New(s, s == 0 ? -1 : path[s - 1], "ROOT", Nothing);
            rootPath = path;
        }
        return rootPath[t];
    }

    private int Grown(Scenario scenario, int t, int parent, Dictionary<RandomElement, double> own)
    {
        if (t == 0)
        {
            var first = own.Where(v => v.Key.Stage(periods) == 0).ToList();
            var same = nodes.FindIndex(node => node.Stage == 0 && node.Values.Count(v => v.Key.Stage(periods) == 0) == first.Count
                && first.TrueForAll(v => node.Values.TryGetValue(v.Key, out var value) && value == v.Value));
            if (same >= 0) return same;
        }
        return New(t, parent, scenario.Name, own);
    }

    private int New(int stage, int parent, string name, IReadOnlyDictionary<RandomElement, double> own)
    {
        nodes.Add(new TreeNode(stage, parent, name, own));
        return nodes.Count - 1;
    }
}
