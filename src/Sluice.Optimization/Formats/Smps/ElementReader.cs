namespace Sluice.Optimization;

/// <summary>Finds the places that lines of a stoch file name.</summary>
internal sealed class ElementReader(SmpsText text, CoreProgramme core, Periods periods, IssueList issues)
{
    /// <summary>
    /// The element whose row is word <paramref name="rowAt"/> + 1 (first pair) or <paramref name="rowAt"/> (second), with the column in the first word;
    /// or a bound: type, set, column. <paramref name="valueAt"/> is the word of its value.
    /// </summary>
    internal RandomElement? Element(SmpsLine line, int rowAt, out int valueAt)
    {
        valueAt = rowAt == 0 ? 2 : rowAt + 1;
        if (rowAt == 0 && IsBound(line)) return Bound(line, out valueAt);
        if (line.Count <= valueAt) { Error(line, 0, $"Expected a column, a row and a value; found {line.Count} words."); return null; }
        var (name, row) = (line[0].Text, valueAt - 1);
        var isColumn = core.ColumnIndex.TryGetValue(name, out var column);
        if (!core.RowIndex.TryGetValue(line[row].Text, out var index))
        {
            Error(line, row, $"Row {line[row].Text} is not in the core file.{IssueList.Nearest(line[row].Text, core.RowIndex.Keys)}");
            return null;
        }
        if (index == CoreProgramme.FreeRow) { Error(line, row, $"Row {line[row].Text} is a free row, which has no effect."); return null; }
        if (isColumn) return index == CoreProgramme.ObjectiveRow ? new(ElementKind.Cost, -1, column) : new(ElementKind.Coefficient, index, column);
        if (name == core.RangeSet && name != core.RightHandSideSet) { Error(line, 0, "Random ranges are not read."); return null; }
        var isRightHandSide = name == core.RightHandSideSet || name.StartsWith("RHS", StringComparison.OrdinalIgnoreCase) || name.Equals("RIGHT", StringComparison.OrdinalIgnoreCase);
        if (!isRightHandSide)
        {
            Error(line, 0, $"{name} is neither a column nor the set of right-hand sides ({core.RightHandSideSet ?? "RHS"}).{IssueList.Nearest(name, core.ColumnNames)}");
            return null;
        }
        if (index == CoreProgramme.ObjectiveRow) { Error(line, row, "A random constant of the objective is not read."); return null; }
        return new(ElementKind.RightHandSide, index, -1);
    }

    internal int Period(SmpsLine line, int k)
    {
        var stage = periods.Find(line[k].Text);
        if (stage < 0) Error(line, k, $"Period {line[k].Text} is not in the time file.{IssueList.Nearest(line[k].Text, periods.Names)}");
        return stage;
    }

    internal bool Number(SmpsLine line, int k, out double value)
    {
        if (line[k].TryNumber(out value) && double.IsFinite(value)) return true;
        Error(line, k, $"Found {line[k].Text}; expected a number.");
        return false;
    }

    private bool IsBound(SmpsLine line) =>
        line.Count >= 4 && line[0].Text.ToUpperInvariant() is "UP" or "LO" or "FX" && line[0].Text.Length == 2 && !core.ColumnIndex.ContainsKey(line[0].Text) && line.Count >= 4;

    private RandomElement? Bound(SmpsLine line, out int valueAt)
    {
        valueAt = 3;
        if (!core.ColumnIndex.TryGetValue(line[2].Text, out var column))
        {
            Error(line, 2, $"Column {line[2].Text} is not in the core file.{IssueList.Nearest(line[2].Text, core.ColumnNames)}");
            return null;
        }
        var kind = line[0].Is("UP") ? ElementKind.UpperBound : line[0].Is("LO") ? ElementKind.LowerBound : ElementKind.FixedBound;
        return new(kind, -1, column);
    }

    private void Error(SmpsLine line, int word, string message) => issues.Error(text.File, line.Number, line[word].Column, message);
}
