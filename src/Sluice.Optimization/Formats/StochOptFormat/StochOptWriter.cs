using System.Collections.Immutable;
using System.Text.Json;

namespace Sluice.Optimization;

/// <summary>Writes a problem as StochOptFormat 1.0.</summary>
/// <remarks>Every value that an outcome changes becomes a random variable; one that multiplies a variable stands in a quadratic term.</remarks>
internal sealed class StochOptWriter(StochasticProblem problem, Utf8JsonWriter json)
{
    private const double MostOutcomes = 100_000;

    private readonly List<string> states = [];
    private readonly Dictionary<Subproblem, WrittenSubproblem> written = new(ReferenceEqualityComparer.Instance);

    internal void Write()
    {
        foreach (var node in problem.Nodes)
            if (node.JointOutcomes > MostOutcomes)
                throw new NotSupportedException($"Node {node.Name} has {node.JointOutcomes:0} joint outcomes; at most {MostOutcomes:0} can be listed.");
        var nodeNames = Unique(problem.Nodes.Select(node => node.Name));
        foreach (var node in problem.Nodes) states.AddRange(Incoming(node).Concat(Outgoing(node)).Where(state => !states.Contains(state)).Distinct().ToList());
        foreach (var group in problem.Nodes.GroupBy(node => node.Subproblem, ReferenceEqualityComparer.Instance))
            written.Add((Subproblem)group.Key!, new WrittenSubproblem($"s{written.Count + 1}", [.. group], states, problem.Sense));

        json.WriteStartObject();
        json.WriteString("name", problem.Name);
        json.WriteString("description", "Written by Sluice.Optimization");
        Version(1, 0);
        json.WriteStartObject("root");
        json.WriteStartObject("state_variables");
        var initial = Incoming(problem.Nodes[problem.Root[0].Node]);
        foreach (var state in states) json.WriteNumber(state, initial.IndexOf(state) is >= 0 and var at ? problem.InitialState[at] : 0);
        json.WriteEndObject();
        Successors(problem.Root, nodeNames);
        json.WriteEndObject();
        json.WriteStartObject("nodes");
        foreach (var (n, node) in problem.Nodes.Index()) Node(node, nodeNames[n], nodeNames);
        json.WriteEndObject();
        json.WriteStartObject("subproblems");
        foreach (var subproblem in written.Values) subproblem.Write(json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Names of a node's incoming states; by number where it gives none.</summary>
    internal static ImmutableArray<string> Incoming(ProblemNode node) => Names(node.IncomingNames, node.Subproblem.IncomingStates);

    internal static ImmutableArray<string> Outgoing(ProblemNode node) => Names(node.OutgoingNames, node.Subproblem.OutgoingStates);

    private static ImmutableArray<string> Names(ImmutableArray<string> given, int count) =>
        given.Length == count ? given : [.. Enumerable.Range(1, count).Select(i => $"state{i}")];

    private void Version(int major, int minor)
    {
        json.WriteStartObject("version");
        json.WriteNumber("major", major);
        json.WriteNumber("minor", minor);
        json.WriteEndObject();
    }

    private void Node(ProblemNode node, string name, List<string> nodeNames)
    {
        var subproblem = written[node.Subproblem];
        json.WriteStartObject(name);
        json.WriteString("subproblem", subproblem.Name);
        if (node.Noise.Length > 0 || subproblem.HasRandom)
        {
            json.WriteStartArray("realizations");
            foreach (var outcome in node.Outcomes())
            {
                json.WriteStartObject();
                json.WriteNumber("probability", outcome.Probability);
                subproblem.WriteSupport(json, outcome);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        Successors(node.Successors, nodeNames);
        json.WriteEndObject();
    }

    private void Successors(ImmutableArray<Successor> successors, List<string> nodeNames)
    {
        json.WriteStartObject("successors");
        foreach (var group in successors.GroupBy(next => next.Node)) json.WriteNumber(nodeNames[group.Key], group.Sum(next => next.Probability));
        json.WriteEndObject();
    }

    private static List<string> Unique(IEnumerable<string> names)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var result = new List<string>();
        foreach (var name in names)
        {
            var candidate = name;
            for (var k = 2; !seen.Add(candidate); k++) candidate = $"{name} ({k})";
            result.Add(candidate);
        }
        return result;
    }
}
