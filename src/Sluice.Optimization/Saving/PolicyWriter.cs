using System.Text.Json;

namespace Sluice.Optimization;

/// <summary>Writes what a policy has learnt: trial points and cuts of every stage, and recent supports.</summary>
/// <remarks>
/// JSON, schema <c>sluice-policy-1</c>. Numbers are written so that they are read back bit by bit. A function is its slopes and then its intercept. Parts of a node
/// are its mean over the outcomes, or its outcomes where the stage before measures risk. What is not a number (a lift never measured) is null.
/// </remarks>
internal static class PolicyWriter
{
    internal const string Schema = "sluice-policy-1";

    // The ring of supports is many times the cuts; a loaded policy makes the rest anew as it trains.
    private const int MostSupports = 40;

    internal static void Write(Stream target, PolicyGraph graph, StageSolver[] stages, int passes, double lowerBound)
    {
        using var json = new Utf8JsonWriter(target);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("graph", GraphFingerprint.Of(graph));
        json.WriteNumber("passes", passes);
        Number(json, "lowerBound", lowerBound);
        json.WriteStartArray("stages");
        foreach (var stage in stages)
        {
            Write(json, stage);
            json.Flush();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StageSolver stage)
    {
        json.WriteStartObject();
        json.WriteNumber("incomingStates", stage.Incoming);
        json.WriteNumber("outgoingStates", stage.Outgoing);
        if (stage.Leaving is { } leaving) Rows(json, "points", leaving.Recent(int.MaxValue / 2), stage.Outgoing);
        json.WriteStartArray("nodes");
        foreach (var node in stage.Nodes)
        {
            json.WriteStartObject();
            Number(json, "lift", node.Lift);
            if (node.Cuts is { } cuts) Rows(json, "cuts", Held(cuts), stage.Outgoing + 1);
            json.WriteStartArray("parts");
            foreach (var supports in node.Supports) Rows(json, null, supports.Recent(MostSupports), stage.Incoming + 1);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static IEnumerable<double[]> Held(CutPool cuts)
    {
        for (var slot = 0; slot < cuts.Slots; slot++)
            if (cuts.IsHeld(slot)) yield return cuts.Function(slot).ToArray();
    }

    private static void Rows(Utf8JsonWriter json, string? name, IEnumerable<double[]> rows, int width)
    {
        if (name is null) json.WriteStartArray();
        else json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartArray();
            for (var i = 0; i < width; i++) json.WriteNumberValue(row[i]);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value)) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }
}
