using System.Collections.Immutable;
using System.Text.Json;

namespace Sluice.Optimization;

/// <summary>Reads StochOptFormat 1.0 and 0.1 from a parsed file.</summary>
internal sealed class StochOptReader(string file, IssueList issues)
{
    private readonly JsonReading read = new(file, issues);
    private readonly Dictionary<string, MofSubproblem?> subproblems = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> nodeIndex = new(StringComparer.Ordinal);
    private ImmutableArray<string> states = [];
    private bool old;

    internal StochasticProblem? Read(PlacedJson top, string fallbackName)
    {
        if (!read.Is(top, JsonValueKind.Object, "The file") || !Version(top)) return null;
        if (read.Need(top, "root", JsonValueKind.Object) is not { } root || read.Need(top, "nodes", JsonValueKind.Object) is not { } nodes) return null;
        if (InitialState(root) is not { } initial) return null;
        foreach (var (index, member) in nodes.Members.Index()) nodeIndex[member.Name] = index;
        if (nodes.Members.Count == 0) { read.Error(nodes, "There are no nodes."); return null; }
        var arcs = old ? Edges(top, root) : Successors(root, nodes);
        var built = nodes.Members.Select((member, n) => Node(top, member.Name, member.Value, arcs[n + 1])).ToList();
        if (issues.Errors > 0 || built.Contains(null)) return null;
        if (arcs[0].IsEmpty) { read.Error(root, "The root has no successors."); return null; }
        var senses = subproblems.Values.Select(s => s?.Maximise).Where(s => s is not null).Distinct().ToList();
        if (senses.Count > 1) { read.Error(nodes, "Some subproblems minimise and some maximise; all must do the same."); return null; }
        var name = top["name"] is { Kind: JsonValueKind.String, Text: { Length: > 0 } text } ? text : fallbackName;
        return new StochasticProblem(name, senses is [true] ? Sense.Maximise : Sense.Minimise, initial, arcs[0], [.. built!]);
    }

    private bool Version(PlacedJson top)
    {
        if (read.Need(top, "version", JsonValueKind.Object) is not { } version) return false;
        if (read.Number(version, "major") is not { } major || read.Number(version, "minor") is not { } minor) return false;
        old = major == 0;
        if (major == 1 || (major == 0 && minor == 1)) return true;
        read.Error(version, $"The version is {major}.{minor}; expected 1.0 or 0.1.");
        return false;
    }

    private ImmutableArray<double>? InitialState(PlacedJson root)
    {
        if (read.Need(root, "state_variables", JsonValueKind.Object) is not { } list) return null;
        var values = new List<double>();
        foreach (var (name, value) in list.Members)
        {
            var number = value.Kind == JsonValueKind.Object ? read.Number(value, "initial_value") : read.Finite(value);
            if (number is not { } initial) return null;
            values.Add(initial);
        }
        states = [.. list.Members.Select(member => member.Name)];
        return [.. values];
    }

    // [0] for the root, [n + 1] for node n.
    private ImmutableArray<Successor>[] Successors(PlacedJson root, PlacedJson nodes)
    {
        var result = new ImmutableArray<Successor>[nodes.Members.Count + 1];
        result[0] = Of(read.Need(root, "successors", JsonValueKind.Object));
        foreach (var (n, (_, node)) in nodes.Members.Index())
            result[n + 1] = read.Is(node, JsonValueKind.Object, "A node") ? Of(read.May(node, "successors", JsonValueKind.Object)) : [];
        return result;

        ImmutableArray<Successor> Of(PlacedJson? list) =>
            list is null ? [] : Sum(list, [.. list.Members.Select(member => Arc(member.Value, member.Name, member.Value)).OfType<Successor>()]);
    }

    private ImmutableArray<Successor>[] Edges(PlacedJson top, PlacedJson root)
    {
        var arcs = Enumerable.Range(0, nodeIndex.Count + 1).Select(_ => ImmutableArray.CreateBuilder<Successor>()).ToArray();
        var rootName = read.Text(root, "name");
        foreach (var edge in read.Need(top, "edges", JsonValueKind.Array)?.Items ?? [])
        {
            if (!read.Is(edge, JsonValueKind.Object, "An edge") || read.Text(edge, "from") is not { } from || read.Text(edge, "to") is not { } to) continue;
            if (edge["probability"] is not { } probability) { read.Need(edge, "probability", JsonValueKind.Number); continue; }
            if (from != rootName && !nodeIndex.ContainsKey(from)) { read.Error(edge, $"Node {from} is not known.{IssueList.Nearest(from, nodeIndex.Keys)}"); continue; }
            if (Arc(edge, to, probability) is { } arc) arcs[from == rootName ? 0 : nodeIndex[from] + 1].Add(arc);
        }
        return [.. arcs.Select(list => Sum(top, list.ToImmutable()))];
    }

    private Successor? Arc(PlacedJson at, string to, PlacedJson probability)
    {
        if (!nodeIndex.TryGetValue(to, out var node)) { read.Error(at, $"Node {to} is not known.{IssueList.Nearest(to, nodeIndex.Keys)}"); return null; }
        return Probability(probability) is { } chance ? new Successor(node, chance) : null;
    }

    private double? Probability(PlacedJson value)
    {
        if (read.Finite(value) is not { } chance) return null;
        if (chance is >= 0 and <= 1.000001) return chance;
        read.Error(value, $"Found {chance}; expected a probability between 0 and 1.");
        return null;
    }

    private ImmutableArray<Successor> Sum(PlacedJson at, ImmutableArray<Successor> arcs)
    {
        var sum = arcs.Sum(arc => arc.Probability);
        if (sum > 1 + 1e-6) read.Error(at, $"The probabilities of the successors sum to {sum}; they must not exceed 1.");
        return arcs;
    }

    private ProblemNode? Node(PlacedJson top, string name, PlacedJson node, ImmutableArray<Successor> successors)
    {
        if (!read.Is(node, JsonValueKind.Object, "A node")) return null;
        if ((old ? Inline(name, node) : Named(top, node)) is not { } subproblem) return null;
        return Noise(node, subproblem) is { } noise
            ? new ProblemNode(name, subproblem.Programme, noise, successors) { IncomingNames = states, OutgoingNames = states }
            : null;
    }

    private MofSubproblem? Inline(string name, PlacedJson node) => subproblems[name] = MofSubproblem.Read(read, issues, node, states);

    private MofSubproblem? Named(PlacedJson top, PlacedJson node)
    {
        if (read.Text(node, "subproblem") is not { } name) return null;
        if (subproblems.TryGetValue(name, out var known)) return known;
        if (read.Need(top, "subproblems", JsonValueKind.Object) is not { } list) return null;
        if (list[name] is not { } holder) { read.Error(node["subproblem"]!, $"Subproblem {name} is not known.{IssueList.Nearest(name, list.Members.Select(m => m.Name))}"); return null; }
        return subproblems[name] = read.Is(holder, JsonValueKind.Object, "A subproblem") ? MofSubproblem.Read(read, issues, holder, states) : null;
    }

    private ImmutableArray<ImmutableArray<Outcome>>? Noise(PlacedJson node, MofSubproblem subproblem)
    {
        var list = read.May(node, "realizations", JsonValueKind.Array);
        if (list is null || list.Items.Count == 0)
        {
            if (subproblem.RandomNames.IsEmpty) return [];
            read.Error(node, $"\"realizations\" is missing, and {subproblem.RandomNames[0]} is random.");
            return null;
        }
        var outcomes = ImmutableArray.CreateBuilder<Outcome>();
        foreach (var item in list.Items)
        {
            if (!read.Is(item, JsonValueKind.Object, "A realization") || read.Need(item, "probability", JsonValueKind.Number) is not { } weight || Probability(weight) is not { } chance) return null;
            if (Values(item, subproblem) is not { } noise) return null;
            outcomes.Add(new Outcome(chance, subproblem.Changes(noise)));
        }
        var sum = outcomes.Sum(outcome => outcome.Probability);
        if (Math.Abs(sum - 1) > 0.01) read.Error(list, $"The probabilities of the realizations sum to {sum}; they must sum to 1.");
        else if (Math.Abs(sum - 1) > 1e-6) read.Warn(list, $"The probabilities of the realizations sum to {sum}; they are used as written.");
        if (outcomes.Count == 1 && outcomes[0] is { Probability: 1, Changes.IsEmpty: true }) return [];
        return [outcomes.ToImmutable()];
    }

    private double[]? Values(PlacedJson item, MofSubproblem subproblem)
    {
        if (subproblem.RandomNames.IsEmpty) return [];
        if (read.Need(item, "support", JsonValueKind.Object) is not { } support) return null;
        foreach (var (name, value) in support.Members)
            if (!subproblem.RandomNames.Contains(name)) read.Error(value, $"{name} is not a random variable of the subproblem.{IssueList.Nearest(name, subproblem.RandomNames)}");
        var noise = new double[subproblem.RandomNames.Length];
        for (var k = 0; k < noise.Length; k++)
        {
            if (read.Number(support, subproblem.RandomNames[k]) is not { } number) return null;
            noise[k] = number;
        }
        return noise;
    }
}
