namespace Sluice.Reading;

/// <summary>The wording of diagnostics about files, YAML, tables and patches.</summary>
internal static class FileMessages
{
    public static Diagnostic Anchor(Place at, string written) =>
        ReadingCodes.Anchor.At(at, written, "the value itself", $"'{Excerpts.Short(written)}': anchors (&) and aliases (*) are not part of the format; write the value itself, or put the text in quotation marks.");

    public static Diagnostic Tag(Place at, string tag) =>
        ReadingCodes.Tag.At(at, tag, "the value itself", $"'{Excerpts.Short(tag)}': tags are not part of the format; remove it, or put the text in quotation marks.");

    public static Diagnostic MergeKey(Place at) =>
        ReadingCodes.MergeKey.At(at, "<<", "the entries themselves", "the merge key '<<' is not part of the format; write the entries, or keep shared ones in an overlay.");

    public static Diagnostic SecondDocument(Place at) =>
        ReadingCodes.SecondDocument.At(at, "---", "one document", "a second document begins here; a file holds one. Nothing from here on was read.");

    public static Diagnostic Directive(Place at) =>
        ReadingCodes.SecondDocument.At(at, "%", "one document without directives", "directives (lines that begin with %) are not part of the format; remove it.");

    public static Diagnostic DuplicateKey(Place at, string key, Place first) =>
        ReadingCodes.DuplicateKey.At(at, key, "each name once", $"'{Excerpts.Short(key)}' stands here a second time; the first is at {first.Line}:{first.Column}. Rename one, or join the two.");

    public static Diagnostic TooDeep(Place at, int deepest) =>
        ReadingCodes.TooDeep.At(at, $"a level below {deepest} others", $"at most {deepest} levels", $"maps and lists stand in each other more than {deepest} deep; probably brackets were not closed. Nothing from here on was read.");

    public static Diagnostic Invisible(Place at, char c) =>
        ReadingCodes.Invisible.At(at, $"U+{(int)c:X4}", "visible text", $"an invisible character (U+{(int)c:X4}) stands here; delete it. The file was not read.");

    public static Diagnostic Binary(string file) =>
        ReadingCodes.Binary.At(Place.StartOf(file), "zero bytes", "text", "this is not a text file (it holds zero bytes); save it as UTF-8 text, or give a workbook its own ending, .xlsx.");

    public static Diagnostic NotUtf8(Place at) =>
        ReadingCodes.NotUtf8.At(at, "bytes that are not UTF-8", "UTF-8", "the file is not UTF-8 from here on; save it as UTF-8 (it may be in GBK, Latin-1 or UTF-16). It was not read.");

    public static Diagnostic NotAMap(Node node) =>
        ReadingCodes.NotAMap.At(node.At, node.Words, "names with values", $"the file is {node.Words}; expected names with values, `name: value`.");

    public static Diagnostic ListOfParts(Node item, string path) =>
        ReadingCodes.ListOfParts.At(item.At, item.Words, "a plain value", $"the list '{path}' holds {item.Words}; lists hold only plain values. Make it a map, with a name for each item.");

    public static Diagnostic KeyForm(Place at) =>
        ReadingCodes.KeyForm.At(at, "no plain word", "a word before the colon", "a name is one plain text; write a word before the colon.");

    public static Diagnostic ColonWithoutSpace(Place at, string written)
    {
        var colon = written.AsSpan().IndexOfAny(':', '\uFF1A');
        var mended = $"{written[..colon]}: {written[(colon + 1)..].Trim()}";
        return ReadingCodes.ColonWithoutSpace.At(at, written, mended, $"'{Excerpts.Short(written)}' is read as one name without a value; write `{Excerpts.Short(mended)}`, with a plain colon and a space.");
    }

    public static Diagnostic Syntax(Place at, string why) =>
        ReadingCodes.Syntax.At(at, why, "well-formed YAML", $"{why}. Nothing of this file was checked beyond its syntax; all other files were.");

    public static Diagnostic TableQuote(Place at) =>
        ReadingCodes.TableQuote.At(at, "\"", "a closed quotation mark", "a quotation mark is not closed, or text follows it; close it, and double the marks that belong to the text. The table was not read further.");

    public static Diagnostic StrayCell(Place at, string cell, int cells, int columns) =>
        ReadingCodes.StrayCell.At(at, cell, $"{columns} cells", $"the row has {cells} cells, and the table {columns} columns; '{Excerpts.Short(cell)}' belongs to none. Put a cell that holds a comma in quotation marks; write thousands with a space.");

    public static Diagnostic ShortRow(Place at, int cells, int columns) =>
        ReadingCodes.ShortRow.At(at, $"{cells} cells", $"{columns} cells", $"the row has {cells} {(cells == 1 ? "cell" : "cells")}, and the table {columns} columns; an empty cell keeps its comma.");

    public static Diagnostic NoHeading(Place at, int column) =>
        ReadingCodes.Heading.At(at, "nothing", "a heading", $"column {column} has no heading; name it, or delete it.");

    public static Diagnostic HeadingTwice(Place at, string heading, int first) =>
        ReadingCodes.Heading.At(at, heading, "each heading once", $"the heading '{Excerpts.Short(heading)}' stands here a second time; the first is column {first}.");

    public static Diagnostic TwoRows(Place at, string key, IReadOnlyList<string> keyColumns, Place first) =>
        ReadingCodes.TwoRows.At(at, key, "one row", $"a second row for {string.Join(" and ", keyColumns)} '{Excerpts.Short(key)}'; the first is line {first.Line}. Delete one, or add them up.");

    public static Diagnostic EmptyTable(string file) =>
        ReadingCodes.EmptyTable.At(Place.StartOf(file), "nothing", "a row of headings", "the table is empty; write a row of headings, or delete the file.");

    public static Diagnostic KeyColumn(Place at, string column, IReadOnlyList<string> headings)
    {
        var nearest = Nearest.To(column, headings);
        var hint = headings is [var only] && only.Contains(';', StringComparison.Ordinal) ? " The cells seem to be parted by semicolons; save the table with commas." : Grammar.DidYouMean(nearest);
        return ReadingCodes.KeyColumn.At(at, string.Join(", ", headings), column, nearest: nearest, message: $"the table has no column '{column}', which names its rows; it has {Grammar.AllOf(headings)}.{hint}");
    }

    public static Diagnostic KeyCell(Place at, string column) =>
        ReadingCodes.KeyCell.At(at, "nothing", column, $"the cell '{column}' is empty, so the row does not say what it is about; fill it, or delete the row.");

    public static Diagnostic Workbook(string file) =>
        ReadingCodes.Workbook.At(Place.StartOf(file), "no workbook", "a workbook in .xlsx format", "the workbook cannot be opened; it is damaged, locked, or not in the .xlsx format. Save it again as .xlsx, or as CSV in UTF-8.");

    public static Diagnostic WorkbookTooLarge(string file, long megabytes, long most) =>
        ReadingCodes.Workbook.At(Place.StartOf(file), $"{megabytes} MB unpacked", $"at most {most} MB", $"the workbook unpacks to {megabytes} MB, more than the {most} MB that a table of a case may have. Keep the tables alone, without pictures and empty formatted rows.");

    public static Diagnostic NoSuchPath(Place at, string path, string? nearest) =>
        ReadingCodes.NoSuchPath.At(at, path, "a path of the case", nearest: nearest, message: $"the case has no '{Excerpts.Short(path)}'.{Grammar.DidYouMean(nearest)} A patch changes or removes what is there; to add something use an overlay.");

    public static Diagnostic ChangesNothing(Place at, string path, string already) =>
        ReadingCodes.ChangesNothing.At(at, already, "another value", path.Length == 0 ? "this overlay changes nothing: the case already says all of it." : $"'{Excerpts.Short(path)}' is already {already}; this patch changes nothing.");
}
