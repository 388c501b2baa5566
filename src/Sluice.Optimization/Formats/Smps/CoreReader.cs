namespace Sluice.Optimization;

/// <summary>Reads a core file: MPS with sections NAME, OBJSENSE, ROWS, COLUMNS, RHS, RANGES, BOUNDS, ENDATA.</summary>
/// <remarks>The first N row is the objective, later ones are dropped. Of several sets of right-hand sides, ranges or bounds the first counts.</remarks>
internal sealed class CoreReader(SmpsText text, IssueList issues)
{
    private readonly CoreProgramme core = new();
    private readonly HashSet<int> bounded = [];
    private bool hasObjective, inIntegers, ended;
    private string lastColumn = "";

    internal CoreProgramme Read()
    {
        var (section, seenRows) = ("", false);
        foreach (var line in text.Lines)
        {
            if (ended || issues.Full) break;
            if (line.IsHeader)
            {
                section = line[0].Text.ToUpperInvariant();
                seenRows |= section == "ROWS";
                Header(section, line);
                continue;
            }
            switch (section)
            {
                case "ROWS": Row(line); break;
                case "COLUMNS": Column(line); break;
                case "RHS": Pairs(line, "right-hand side", core.RightHandSideSet, set => core.RightHandSideSet = set, RightHandSide); break;
                case "RANGES": Pairs(line, "range", core.RangeSet, set => core.RangeSet = set, Range); break;
                case "BOUNDS": Bound(line); break;
                case "OBJSENSE" or "OBJSENSE:": Sense(line[0]); break;
                case "OBJNAME" or "": break;
                default: break;
            }
        }
        if (!seenRows) Error(0, 0, "There is no section ROWS; a core file is an MPS file.");
        else if (!hasObjective) Error(0, 0, "No row of type N is given; the first one is the objective.");
        if (!ended && !issues.Full) Error(text.Lines is [.., var last] ? last.Number : 0, 0, "The file ends without ENDATA; it may be cut off.");
        if (core.ColumnNames.Count == 0 && issues.Errors == 0) Error(0, 0, "There are no columns.");
        for (var j = 0; j < core.ColumnNames.Count; j++)
            if (core.Lower[j] > core.Upper[j]) Error(0, 0, $"Column {core.ColumnNames[j]} has the lower bound {core.Lower[j]} above its upper bound {core.Upper[j]}.");
        return core;
    }

    private void Header(string section, SmpsLine line)
    {
        switch (section)
        {
            case "NAME": core.Name = line.Count > 1 ? line[1].Text : ""; break;
            case "ENDATA": ended = true; break;
            case "OBJSENSE" when line.Count > 1: Sense(line[1]); break;
            case "MAX" or "MAXIMIZE" or "MIN" or "MINIMIZE": Sense(line[0]); break;
            case "ROWS" or "COLUMNS" or "RHS" or "RANGES" or "BOUNDS" or "OBJSENSE" or "OBJNAME" or "OBJSENSE:": break;
            case "QUADOBJ" or "QMATRIX" or "QSECTION" or "QCMATRIX" or "SOS" or "SOS1" or "SOS2" or "CSECTION" or "INDICATORS":
                Error(line.Number, 1, $"Section {section} is not linear; only linear and integer programmes are read.");
                break;
            default:
                Error(line.Number, 1, $"Section {line[0].Text} is not known; expected one of NAME, OBJSENSE, ROWS, COLUMNS, RHS, RANGES, BOUNDS, ENDATA.");
                break;
        }
    }

    private void Sense(SmpsWord word)
    {
        var upper = word.Text.ToUpperInvariant();
        if (upper.StartsWith("MAX", StringComparison.Ordinal)) core.Maximise = true;
        else if (!upper.StartsWith("MIN", StringComparison.Ordinal)) Error(0, word.Column, $"The sense is {word.Text}; expected MIN or MAX.");
    }

    private void Row(SmpsLine line)
    {
        if (line.Count != 2) { Error(line.Number, line[0].Column, $"A row needs a type and a name; found {line.Count} words."); return; }
        var (kind, name) = (line[0].Text.ToUpperInvariant(), line[1].Text);
        if (kind is not ("N" or "L" or "G" or "E")) { Error(line.Number, line[0].Column, $"The type of row {name} is {line[0].Text}; expected N, L, G or E."); return; }
        if (core.RowIndex.ContainsKey(name)) { Error(line.Number, line[1].Column, $"Row {name} is defined twice."); return; }
        if (kind == "N")
        {
            core.RowIndex[name] = hasObjective ? CoreProgramme.FreeRow : CoreProgramme.ObjectiveRow;
            hasObjective = true;
            if (core.RowNames.Count == 0) core.LeadingFreeRows.Add(name);
            return;
        }
        core.RowIndex[name] = core.RowNames.Count;
        core.RowNames.Add(name);
        core.RowKinds.Add(kind[0]);
        core.RightHandSides.Add(0);
        core.Ranges.Add(double.NaN);
    }

    private void Column(SmpsLine line)
    {
        if (line.Count >= 3 && line.Words.Any(word => word.Is("'MARKER'") || word.Is("MARKER")) && Marker(line)) return;
        if (line.Count is not (3 or 5)) { Error(line.Number, line[0].Column, $"A column entry is a name and one or two pairs of row and value; found {line.Count} words."); return; }
        var name = line[0].Text;
        if (!core.ColumnIndex.TryGetValue(name, out var column))
        {
            column = core.ColumnNames.Count;
            core.ColumnIndex[name] = column;
            core.ColumnNames.Add(name);
            core.Costs.Add(0);
            core.Lower.Add(0);
            core.Upper.Add(double.PositiveInfinity);
            core.Integer.Add(inIntegers);
        }
        else if (lastColumn != name) Error(line.Number, line[0].Column, $"Column {name} comes again after other columns; its entries must stand together.");
        lastColumn = name;
        for (var k = 1; k + 1 < line.Count; k += 2)
        {
            if (!Known(line, k, out var row) || !Number(line, k + 1, out var value) || row == CoreProgramme.FreeRow) continue;
            if (row == CoreProgramme.ObjectiveRow) core.Costs[column] += value;
            else if (!core.Matrix.TryAdd((row, column), value)) Error(line.Number, line[k].Column, $"The entry of column {name} in row {line[k].Text} is given twice.");
        }
    }

    private bool Marker(SmpsLine line)
    {
        var kind = line.Words[^1].Text.Trim('\'').ToUpperInvariant();
        if (kind == "INTORG") inIntegers = true;
        else if (kind == "INTEND") inIntegers = false;
        else return false;
        return true;
    }

    // Set name, then pairs of row and value; the set name may be missing.
    private void Pairs(SmpsLine line, string what, string? first, Action<string> setFirst, Action<SmpsLine, int, double> store)
    {
        if (line.Count is < 2 or > 5) { Error(line.Number, line[0].Column, $"A {what} is a set name and one or two pairs of row and value; found {line.Count} words."); return; }
        var named = line.Count % 2 == 1;
        if (named)
        {
            if (first is null) setFirst(line[0].Text);
            else if (first != line[0].Text) return;
        }
        for (var k = named ? 1 : 0; k + 1 < line.Count; k += 2)
            if (Known(line, k, out var row) && Number(line, k + 1, out var value) && row != CoreProgramme.FreeRow) store(line, row, value);
    }

    private void RightHandSide(SmpsLine line, int row, double value)
    {
        if (row == CoreProgramme.ObjectiveRow) core.ObjectiveRightHandSide = value;
        else core.RightHandSides[row] = value;
    }

    private void Range(SmpsLine line, int row, double value)
    {
        if (row != CoreProgramme.ObjectiveRow) core.Ranges[row] = value;
    }

    private void Bound(SmpsLine line)
    {
        var kind = line[0].Text.ToUpperInvariant();
        if (kind is not ("UP" or "LO" or "FX" or "FR" or "MI" or "PL" or "BV" or "LI" or "UI" or "SC"))
        {
            Error(line.Number, line[0].Column, $"The type of bound is {line[0].Text}; expected UP, LO, FX, FR, MI, PL, BV, LI or UI.");
            return;
        }
        if (kind == "SC") { Error(line.Number, line[0].Column, "Semi-continuous columns are not read."); return; }
        var needsValue = kind is "UP" or "LO" or "FX" or "LI" or "UI";
        var named = needsValue ? line.Count >= 4 : line.Count >= 3 && !core.ColumnIndex.ContainsKey(line[1].Text) || line.Count >= 3 && core.ColumnIndex.ContainsKey(line[2].Text);
        var at = named ? 2 : 1;
        if (line.Count <= (needsValue ? at + 1 : at)) { Error(line.Number, line[0].Column, $"A bound {kind} needs {(needsValue ? "a column and a value" : "a column")}."); return; }
        if (named)
        {
            core.BoundSet ??= line[1].Text;
            if (core.BoundSet != line[1].Text) return;
        }
        if (!core.ColumnIndex.TryGetValue(line[at].Text, out var column))
        {
            Error(line.Number, line[at].Column, $"Column {line[at].Text} is not known.{IssueList.Nearest(line[at].Text, core.ColumnNames)}");
            return;
        }
        var value = 0.0;
        if (needsValue && !Number(line, at + 1, out value, allowInfinite: true)) return;
        Set(line, kind, column, value);
    }

    private void Set(SmpsLine line, string kind, int column, double value)
    {
        var hadLower = !bounded.Add(column);
        switch (kind)
        {
            case "UP" or "UI":
                core.Upper[column] = Wide(value);
                if (value < 0 && core.Lower[column] == 0 && !hadLower)
                {
                    core.Lower[column] = double.NegativeInfinity;
                    issues.Warn(text.File, line.Number, line[0].Column, $"Column {core.ColumnNames[column]} has a negative upper bound and no lower one: −∞ is taken, as is usual.");
                }
                break;
            case "LO" or "LI": core.Lower[column] = Wide(value); break;
            case "FX": core.Lower[column] = core.Upper[column] = value; break;
            case "FR": (core.Lower[column], core.Upper[column]) = (double.NegativeInfinity, double.PositiveInfinity); break;
            case "MI": core.Lower[column] = double.NegativeInfinity; break;
            case "PL": core.Upper[column] = double.PositiveInfinity; break;
            case "BV": (core.Lower[column], core.Upper[column], core.Integer[column]) = (0, 1, true); break;
        }
        if (kind is "LI" or "UI") core.Integer[column] = true;
    }

    // Many files write 1e30 for no bound.
    private static double Wide(double value) => Math.Abs(value) >= 1e30 ? Math.CopySign(double.PositiveInfinity, value) : value;

    private bool Known(SmpsLine line, int k, out int row)
    {
        if (core.RowIndex.TryGetValue(line[k].Text, out row)) return true;
        Error(line.Number, line[k].Column, $"Row {line[k].Text} is not known.{IssueList.Nearest(line[k].Text, core.RowIndex.Keys)}");
        return false;
    }

    private bool Number(SmpsLine line, int k, out double value, bool allowInfinite = false)
    {
        if (line[k].TryNumber(out value) && (allowInfinite || double.IsFinite(value))) return true;
        Error(line.Number, line[k].Column, $"Found {line[k].Text}; expected a number.");
        return false;
    }

    private void Error(int line, int column, string message) => issues.Error(text.File, line, column, message);
}
