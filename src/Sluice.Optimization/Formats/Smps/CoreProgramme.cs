namespace Sluice.Optimization;

/// <summary>A core file: one deterministic linear programme over all periods.</summary>
internal sealed class CoreProgramme
{
    internal const int ObjectiveRow = -1, FreeRow = -2;

    internal string Name { get; set; } = "";
    internal bool Maximise { get; set; }

    /// <summary>Rows by name: an index, <see cref="ObjectiveRow"/>, or <see cref="FreeRow"/> for rows that are dropped.</summary>
    internal Dictionary<string, int> RowIndex { get; } = new(StringComparer.Ordinal);
    internal Dictionary<string, int> ColumnIndex { get; } = new(StringComparer.Ordinal);
    internal List<string> RowNames { get; } = [];
    internal List<string> ColumnNames { get; } = [];
    internal List<char> RowKinds { get; } = [];
    internal List<double> RightHandSides { get; } = [];
    internal List<double> Ranges { get; } = [];
    internal List<double> Costs { get; } = [];
    internal List<double> Lower { get; } = [];
    internal List<double> Upper { get; } = [];
    internal List<bool> Integer { get; } = [];
    internal Dictionary<(int Row, int Column), double> Matrix { get; } = [];

    /// <summary>Rows that come before the first kept row in the file, by name, for time files that start at the objective.</summary>
    internal HashSet<string> LeadingFreeRows { get; } = new(StringComparer.Ordinal);

    /// <summary>Right-hand side of the objective; the constant of the objective is its negative.</summary>
    internal double ObjectiveRightHandSide { get; set; }

    internal string? RightHandSideSet { get; set; }
    internal string? RangeSet { get; set; }
    internal string? BoundSet { get; set; }

    /// <summary>Bounds of a row at a right-hand side.</summary>
    internal (double Lower, double Upper) RowBounds(int row, double rightHandSide)
    {
        var range = Ranges[row];
        return RowKinds[row] switch
        {
            'L' => (double.IsNaN(range) ? double.NegativeInfinity : rightHandSide - Math.Abs(range), rightHandSide),
            'G' => (rightHandSide, double.IsNaN(range) ? double.PositiveInfinity : rightHandSide + Math.Abs(range)),
            _ when double.IsNaN(range) => (rightHandSide, rightHandSide),
            _ => range < 0 ? (rightHandSide + range, rightHandSide) : (rightHandSide, rightHandSide + range),
        };
    }
}
