using System.Globalization;

namespace Sluice.Optimization;

/// <summary>An extensive form has more entries than allowed, or the problem has none because a node can come again.</summary>
public sealed class EquivalentTooLargeException : Exception
{
    internal EquivalentTooLargeException(EquivalentSize size, EquivalentOptions limits) : base(
        double.IsInfinity(size.Entries)
            ? "The problem is cyclic: it has no extensive form."
            : size.Entries > limits.MaximumEntries
                ? $"The extensive form has {Short(size.Rows)} rows, {Short(size.Columns)} columns and {Short(size.Entries)} entries; at most {Short(limits.MaximumEntries)} entries are allowed."
                : $"The extensive form has {Short(size.Integers)} columns of whole numbers; at most {Short(limits.MaximumIntegers)} are allowed.") => Size = size;

    /// <summary>Size of the extensive form.</summary>
    public EquivalentSize Size { get; }

    private static string Short(double count) => count < 1e12 ? count.ToString("0", CultureInfo.InvariantCulture) : count.ToString("0.0e+0", CultureInfo.InvariantCulture);
}
