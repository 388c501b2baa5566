namespace Sluice.Optimization;

/// <summary>Periods of a time file: the stage of every row and column of the core.</summary>
internal sealed record Periods(List<string> Names, int[] StageOfRow, int[] StageOfColumn)
{
    internal int Find(string name) => Names.FindIndex(other => string.Equals(other, name, StringComparison.Ordinal));
}

/// <summary>Reads a time file, implicit (first column and row of each period) or explicit (sections ROWS and COLUMNS).</summary>
internal sealed class TimeReader(SmpsText text, CoreProgramme core, IssueList issues)
{
    private readonly List<string> names = [];
    private readonly List<(int Line, int Column, int Row)> starts = [];
    private readonly Dictionary<int, int> rows = [], columns = [];
    private bool isExplicit;

    internal Periods? Read()
    {
        var (section, seen, before) = ("", false, issues.Errors);
        foreach (var line in text.Lines)
        {
            if (issues.Full || section == "ENDATA") break;
            if (line.IsHeader)
            {
                section = line[0].Text.ToUpperInvariant();
                seen |= section == "PERIODS";
                if (section == "PERIODS" && line.Count > 1) isExplicit = line[1].Is("EXPLICIT");
                else if (section is not ("TIME" or "NAME" or "PERIODS" or "ROWS" or "COLUMNS" or "ENDATA"))
                    issues.Error(text.File, line.Number, 1, $"Section {line[0].Text} is not known; expected TIME, PERIODS, ROWS, COLUMNS or ENDATA.");
                continue;
            }
            if (section == "PERIODS") Period(line);
            else if (section is "ROWS" or "COLUMNS") Assign(line, section == "ROWS");
        }
        if (!seen) issues.Error(text.File, 0, 0, "There is no section PERIODS.");
        else if (names.Count == 0) issues.Error(text.File, 0, 0, "No period is given.");
        if (issues.Errors > before) return null;
        return isExplicit ? Explicit() : Implicit();
    }

    private void Period(SmpsLine line)
    {
        if (isExplicit && line.Count == 1) { names.Add(line[0].Text); return; }
        if (line.Count != 3) { issues.Error(text.File, line.Number, line[0].Column, $"A period is its first column, its first row and its name; found {line.Count} words."); return; }
        if (names.Contains(line[2].Text)) issues.Error(text.File, line.Number, line[2].Column, $"Period {line[2].Text} is given twice.");
        names.Add(line[2].Text);
        if (isExplicit) return;
        starts.Add((line.Number, Column(line, line[0]), Row(line, line[1])));
    }

    private void Assign(SmpsLine line, bool isRow)
    {
        if (line.Count != 2) { issues.Error(text.File, line.Number, line[0].Column, $"Expected a {(isRow ? "row" : "column")} and its period; found {line.Count} words."); return; }
        var stage = names.IndexOf(line[1].Text);
        if (stage < 0) { issues.Error(text.File, line.Number, line[1].Column, $"Period {line[1].Text} is not known.{IssueList.Nearest(line[1].Text, names)}"); return; }
        var index = isRow ? Row(line, line[0]) : Column(line, line[0]);
        if (index >= 0) (isRow ? rows : columns)[index] = stage;
    }

    private int Column(SmpsLine line, SmpsWord word)
    {
        if (core.ColumnIndex.TryGetValue(word.Text, out var column)) return column;
        issues.Error(text.File, line.Number, word.Column, $"Column {word.Text} is not in the core file.{IssueList.Nearest(word.Text, core.ColumnNames)}");
        return -1;
    }

    // An objective or dropped row stands for the first row after it.
    private int Row(SmpsLine line, SmpsWord word)
    {
        if (core.RowIndex.TryGetValue(word.Text, out var row)) return row >= 0 || core.LeadingFreeRows.Contains(word.Text) || names.Count == 1 ? Math.Max(row, 0) : -1;
        issues.Error(text.File, line.Number, word.Column, $"Row {word.Text} is not in the core file.{IssueList.Nearest(word.Text, core.RowNames)}");
        return -1;
    }

    private Periods? Implicit()
    {
        for (var t = 1; t < starts.Count; t++)
        {
            if (starts[t].Column <= starts[t - 1].Column)
                issues.Error(text.File, starts[t].Line, 0, $"Period {names[t]} starts at column {core.ColumnNames[starts[t].Column]}, not after the start of {names[t - 1]}.");
            if (starts[t].Row < starts[t - 1].Row)
                issues.Error(text.File, starts[t].Line, 0, $"Period {names[t]} starts at a row before the start of {names[t - 1]}.");
        }
        if (starts.Any(start => start.Column < 0 || start.Row < 0)) return null;
        return Checked(
            [.. core.RowNames.Select((_, i) => Math.Max(0, starts.FindLastIndex(start => i >= start.Row)))],
            [.. core.ColumnNames.Select((_, j) => Math.Max(0, starts.FindLastIndex(start => j >= start.Column)))]);
    }

    private Periods? Explicit()
    {
        foreach (var (name, i) in core.RowNames.Select((name, i) => (name, i)))
            if (!rows.ContainsKey(i)) issues.Error(text.File, 0, 0, $"Row {name} is given no period.");
        foreach (var (name, j) in core.ColumnNames.Select((name, j) => (name, j)))
            if (!columns.ContainsKey(j)) issues.Error(text.File, 0, 0, $"Column {name} is given no period.");
        if (rows.Count < core.RowNames.Count || columns.Count < core.ColumnNames.Count) return null;
        return Checked([.. core.RowNames.Select((_, i) => rows[i])], [.. core.ColumnNames.Select((_, j) => columns[j])]);
    }

    private Periods? Checked(int[] stageOfRow, int[] stageOfColumn)
    {
        var before = issues.Errors;
        foreach (var (row, column) in core.Matrix.Keys)
            if (stageOfColumn[column] > stageOfRow[row])
                issues.Error(text.File, 0, 0, $"Row {core.RowNames[row]} of period {names[stageOfRow[row]]} uses column {core.ColumnNames[column]} of the later period {names[stageOfColumn[column]]}.");
        return issues.Errors > before ? null : new Periods(names, stageOfRow, stageOfColumn);
    }
}
