namespace Sluice.Reading;

/// <summary>A piece of a file that was read: a <see cref="Scalar"/>, a <see cref="Sequence"/> or a <see cref="Map"/>, with its position and its path.</summary>
/// <param name="At">Where the value begins.</param>
/// <param name="Path">Names of the maps on the way down, joined by dots (<c>drivers.cac.moves.tighten.chance</c>); never an index.</param>
public abstract record Node(Place At, string Path)
{
    private readonly string? name;

    /// <summary>The node that a patch laid this one over, or null when nothing was covered.</summary>
    public Node? Covers { get; init; }

    /// <summary>The last name of the path. Kept apart because a name may itself hold a dot (<c>3A090.a</c>).</summary>
    public string Name
    {
        get => name ?? Path[(Path.LastIndexOf('.') + 1)..];
        init => name = value.Contains('.', StringComparison.Ordinal) ? value : null;
    }

    /// <summary>A few words for messages: what form the node has and, for a plain value, its text.</summary>
    public abstract string Words { get; }

    /// <summary>The same content under another path and name, all the way down.</summary>
    public abstract Node Moved(string path, string name);

    /// <summary>Whether both say the same, positions and paths aside.</summary>
    public abstract bool Says(Node other);

    /// <summary>The plain values of a key that takes one or a list; none for anything else, an empty value included.</summary>
    internal static IEnumerable<Scalar> Scalars(Node? node) => node switch
    {
        Scalar { Text.Length: > 0 } one => [one],
        Sequence list => list.Items.OfType<Scalar>(),
        _ => [],
    };

    /// <summary>Joins a path and a name; an empty path gives the name alone.</summary>
    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
