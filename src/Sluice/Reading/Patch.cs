namespace Sluice.Reading;

/// <summary>One change to a tree of nodes: what-ifs, overlays, options of the command line and sliders are lists of these.</summary>
public sealed record Patch
{
    private Patch(PatchVerb verb, string path, Node? value, Place at) => (Verb, Path, Value, At) = (verb, path, value, at);

    /// <summary>What it does.</summary>
    public PatchVerb Verb { get; }

    /// <summary>The dotted path that it changes; empty for a merge at the root.</summary>
    public string Path { get; }

    /// <summary>The new value; null for a removal.</summary>
    public Node? Value { get; }

    /// <summary>Where the patch itself was written, for diagnostics.</summary>
    public Place At { get; }

    /// <summary>Puts a value in place of the one at a path, which must exist (diagnostic SLU0030).</summary>
    public static Patch Set(string path, Node value, Place at) => new(PatchVerb.Set, path, value, at);

    /// <summary>Puts a plain value in place of the one at a path, which must exist (diagnostic SLU0030).</summary>
    public static Patch Set(string path, string text, Place at) => new(PatchVerb.Set, path, new Scalar(text, false, at, path), at);

    /// <summary>Puts a value at a path; only the map above it must exist. For options that may state what a case left out.</summary>
    public static Patch Put(string path, Node value, Place at) => new(PatchVerb.Put, path, value, at);

    /// <summary>Puts a plain value at a path; only the map above it must exist.</summary>
    public static Patch Put(string path, string text, Place at) => new(PatchVerb.Put, path, new Scalar(text, false, at, path), at);

    /// <summary>Removes the entry at a path, which must exist (diagnostic SLU0030).</summary>
    public static Patch Remove(string path, Place at) => new(PatchVerb.Remove, path, null, at);

    /// <summary>Lays a map over the whole tree: see <see cref="Patches.Merge"/>.</summary>
    public static Patch Merge(Map over)
    {
        ArgumentNullException.ThrowIfNull(over);
        return new(PatchVerb.Merge, "", over, over.At);
    }
}
