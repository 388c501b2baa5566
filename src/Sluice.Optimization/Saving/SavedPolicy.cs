using System.Text.Json;

namespace Sluice.Optimization;

/// <summary>A saved policy, read and held against the shape of a graph.</summary>
internal sealed class SavedPolicy : IDisposable
{
    private readonly JsonDocument document;
    private readonly PolicyGraph graph;

    private SavedPolicy(JsonDocument document, PolicyGraph graph) => (this.document, this.graph) = (document, graph);

    internal string Fingerprint => Text("graph");

    internal int Passes => document.RootElement.GetProperty("passes").GetInt32();

    internal double LowerBound => NumberOr(document.RootElement.GetProperty("lowerBound"), double.NegativeInfinity);

    /// <exception cref="PolicyFileException">The text is no saved policy of this shape.</exception>
    internal static SavedPolicy Read(Stream source, PolicyGraph graph)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(source);
        }
        catch (JsonException e)
        {
            throw new PolicyFileException($"This is no saved policy: line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1} is not JSON.", e);
        }
        var saved = new SavedPolicy(document, graph);
        try
        {
            Try(saved.CheckShape);
            return saved;
        }
        catch
        {
            saved.Dispose();
            throw;
        }
    }

    /// <summary>[stage, all but the last]: trial points with their 1.</summary>
    internal IReadOnlyList<double[]>[] Points() =>
        Try(() => Stages().SkipLast(1).Select((stage, t) => (IReadOnlyList<double[]>)[.. Rows(stage.GetProperty("points"), States(t), one: true)]).ToArray());

    /// <summary>Hands everything to an untrained policy of the same data.</summary>
    internal void Restore(StageSolver[] to) => Try(() =>
    {
        foreach (var (t, stage) in Stages().Index())
        {
            if (to[t].Leaving is { } leaving)
                foreach (var point in Rows(stage.GetProperty("points"), to[t].Outgoing, one: true)) leaving.Add(point);
            foreach (var (n, node) in stage.GetProperty("nodes").EnumerateArray().Index()) Restore(node, to[t], to[t].Nodes[n]);
        }
        return 0;
    });

    public void Dispose() => document.Dispose();

    private static void Restore(JsonElement from, StageSolver stage, NodeSolver to)
    {
        to.Lift = NumberOr(from.GetProperty("lift"), double.PositiveInfinity);
        if (to.Cuts is { } cuts)
            foreach (var cut in Rows(from.GetProperty("cuts"), stage.Outgoing + 1, one: false)) cuts.Add(cut);
        foreach (var (part, supports) in from.GetProperty("parts").EnumerateArray().Index())
            foreach (var support in Rows(supports, stage.Incoming + 1, one: false)) to.Supports[part].Add(support);
    }

    private int CheckShape()
    {
        if (document.RootElement.ValueKind != JsonValueKind.Object || Text("schema") is var schema && schema != PolicyWriter.Schema)
            throw new PolicyFileException($"The schema of the saved policy is not {PolicyWriter.Schema}, the only one known here.");
        var stages = Stages().ToList();
        if (stages.Count != graph.Stages.Length) throw Other($"{stages.Count} stages; the graph has {graph.Stages.Length}");
        for (var t = 0; t < stages.Count; t++)
        {
            var (nodes, first) = (stages[t].GetProperty("nodes").GetArrayLength(), graph.Stages[t].Nodes[0].Subproblem);
            if (nodes != graph.Stages[t].Nodes.Length) throw Other($"{nodes} nodes in stage {t}; the graph has {graph.Stages[t].Nodes.Length}");
            var (enters, leaves) = (stages[t].GetProperty("incomingStates").GetInt32(), stages[t].GetProperty("outgoingStates").GetInt32());
            if (enters != first.IncomingStates || leaves != first.OutgoingStates)
                throw Other($"{enters} states that enter stage {t} and {leaves} that leave it; the graph has {first.IncomingStates} and {first.OutgoingStates}");
        }
        return 0;
    }

    private JsonElement.ArrayEnumerator Stages() => document.RootElement.GetProperty("stages").EnumerateArray();

    private int States(int t) => graph.Stages[t].Nodes[0].Subproblem.OutgoingStates;

    private string Text(string name) => Try(() => document.RootElement.GetProperty(name).GetString() ?? "");

    private static T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is KeyNotFoundException or InvalidOperationException or FormatException or IndexOutOfRangeException)
        {
            throw new PolicyFileException($"The saved policy is damaged or of another kind: {e.Message}", e);
        }
    }

    private static IEnumerable<double[]> Rows(JsonElement rows, int width, bool one)
    {
        foreach (var row in rows.EnumerateArray())
        {
            if (row.GetArrayLength() != width) throw new FormatException($"a row has {row.GetArrayLength()} numbers where {width} belong.");
            var numbers = new double[Vectors.Width(one ? width : width - 1)];
            foreach (var (i, number) in row.EnumerateArray().Index()) numbers[i] = number.GetDouble();
            if (one) numbers[width] = 1;
            yield return numbers;
        }
    }

    private static double NumberOr(JsonElement element, double otherwise) => element.ValueKind == JsonValueKind.Null ? otherwise : element.GetDouble();

    private static PolicyFileException Other(string what) => new($"The saved policy is of another graph: it has {what}.");
}
