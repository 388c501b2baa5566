namespace Sluice.Optimization;

/// <summary>An extensive form has more entries than allowed, or the problem has none because a node can come again.</summary>
public sealed class EquivalentTooLargeException : Exception
{
    internal EquivalentTooLargeException(EquivalentSize size, double limit) : base(
        double.IsInfinity(size.Entries)
            ? "The problem is cyclic: it has no extensive form."
            : $"The extensive form has {size.Rows:0} rows, {size.Columns:0} columns and {size.Entries:0} entries; at most {limit:0} entries are allowed.") => Size = size;

    /// <summary>Size of the extensive form.</summary>
    public EquivalentSize Size { get; }
}
