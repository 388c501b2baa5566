using System.Collections.Immutable;

namespace Sluice.Reading;

/// <summary>The codes of this room: 00xx for files that cannot be read as text, YAML or tables, and for patches; 01xx for maps and values that do not fit their shape.</summary>
public static class ReadingCodes
{
    /// <summary>SLU0001: the file is not well-formed YAML.</summary>
    public static readonly DiagnosticCode Syntax = Error("SLU0001", "The file cannot be read as YAML",
        "A bracket, a quotation mark, a colon or the indentation does not fit. Reading of this file ends here, so it may hold further faults; all other files are checked as usual.",
        "on: {part: [nvidia-h20", "Close what was opened, put a space after each colon, and indent with spaces.");

    /// <summary>SLU0002: an anchor or an alias.</summary>
    public static readonly DiagnosticCode Anchor = Error("SLU0002", "Anchors and aliases are not part of the format",
        "`&name` and `*name` let one place of a file change the meaning of another, and hide where a value comes from.",
        "shut: &chance 10 % per quarter", "Write the value where it is used; to share values between cases use an overlay.");

    /// <summary>SLU0003: a tag.</summary>
    public static readonly DiagnosticCode Tag = Error("SLU0003", "Tags are not part of the format",
        "`!name` asks a YAML library to make a typed object. Sluice knows the type of every value from its place.",
        "chance: !!float 0.1", "Remove the tag. If the text itself begins with an exclamation mark, put it in quotation marks.");

    /// <summary>SLU0004: a merge key.</summary>
    public static readonly DiagnosticCode MergeKey = Error("SLU0004", "The merge key is not part of the format",
        "`<<` copies another map into this one.", "<<: *defaults", "Write the entries, or keep shared ones in an overlay.");

    /// <summary>SLU0005: a second document or a directive.</summary>
    public static readonly DiagnosticCode SecondDocument = Error("SLU0005", "A file holds one document",
        "A line `---` begins another YAML document, a line `...` ends one, a line `%` is a directive to the parser. None of them is part of the format.",
        "case: A\n---\ncase: B", "Remove the line, or put the second part into a file of its own.");

    /// <summary>SLU0006: a name twice in one map.</summary>
    public static readonly DiagnosticCode DuplicateKey = Error("SLU0006", "A name stands twice in one map",
        "Only one of two entries of the same name could count, and Sluice does not guess which.", "bar: {}\nbar: {}", "Rename one, or join the two.");

    /// <summary>SLU0007: nesting beyond <see cref="Yaml.DeepestNesting"/>.</summary>
    public static readonly DiagnosticCode TooDeep = Error("SLU0007", "The nesting is deeper than any case needs",
        "Maps and lists may stand in each other at most 32 deep. Reading of this file ends here.", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "Look for brackets that were not closed.");

    /// <summary>SLU0008: a character that cannot be seen.</summary>
    public static readonly DiagnosticCode Invisible = Error("SLU0008", "An invisible character",
        "Control characters, zero-width spaces and marks that turn the direction of writing look like nothing and change what is read.",
        "cac:\u200B none", "Delete it; retyping the line by hand is the surest way.");

    /// <summary>SLU0009: not a text file.</summary>
    public static readonly DiagnosticCode Binary = Error("SLU0009", "Not a text file",
        "The file holds zero bytes, as programs, pictures and UTF-16 text do.", "(a workbook renamed to fleet.csv)", "Save it as UTF-8 text, or give a workbook its own ending, .xlsx.");

    /// <summary>SLU0010: not UTF-8.</summary>
    public static readonly DiagnosticCode NotUtf8 = Error("SLU0010", "Not UTF-8",
        "The file was saved in another encoding, such as GBK or Latin-1.", "(价格 saved as GBK)", "Save the file as UTF-8.");

    /// <summary>SLU0011: the file is not a map.</summary>
    public static readonly DiagnosticCode NotAMap = Error("SLU0011", "A file is a map of names",
        "The outermost level of each file is `name: value`.", "- nvidia-h20", "Give the entries names.");

    /// <summary>SLU0012: a list holds something with parts.</summary>
    public static readonly DiagnosticCode ListOfParts = Error("SLU0012", "Lists hold only plain values",
        "Things with parts have names, so that messages, what-ifs and results can speak of them, and so that their order means nothing.",
        "offers:\n  - {part: nvidia-h20}", "Make the list a map: give each item a name.");

    /// <summary>SLU0013: a key that is not a plain word.</summary>
    public static readonly DiagnosticCode KeyForm = Error("SLU0013", "A name is one plain text",
        "Maps, lists and nothing at all cannot be names.", "{a: 1}: 2", "Write a word before the colon.");

    /// <summary>SLU0014: a colon in brackets without a space.</summary>
    public static readonly DiagnosticCode ColonWithoutSpace = Error("SLU0014", "No space after a colon",
        "In brackets, a colon without a space after it belongs to the word: `{part:h20}` is a name without a value.", "on: {part:nvidia-h20}", "Put a space after the colon.");

    /// <summary>SLU0020: a quotation mark in a table that is not closed, or stands where none may.</summary>
    public static readonly DiagnosticCode TableQuote = Error("SLU0020", "A quotation mark in a table is not closed",
        "A cell that begins with a quotation mark ends with one; inside it the mark is doubled.", "part,units\n\"nvidia-h20,100", "Close the mark, or double the ones that belong to the text.");

    /// <summary>SLU0021: a row with too many cells.</summary>
    public static readonly DiagnosticCode StrayCell = Error("SLU0021", "A row has more cells than the table has columns",
        "A cell without a heading belongs to no column; mostly a comma inside a text or a number was meant as text.", "part,units\nnvidia-h20,1,200", "Put the cell in quotation marks, or write thousands apart by a space.");

    /// <summary>SLU0022: a heading that is empty or stands twice.</summary>
    public static readonly DiagnosticCode Heading = Error("SLU0022", "A column has no heading, or another one's",
        "Each column of a table is known by its heading in the first row.", "part,,units", "Name the column, or delete it.");

    /// <summary>SLU0023: two rows with the same key columns.</summary>
    public static readonly DiagnosticCode TwoRows = Error("SLU0023", "Two rows for one key",
        "The rows say something about the same thing twice, and Sluice does not guess which one counts or whether they add up.",
        "workload,period,amount\ninference,2025-09,40k H20e\ninference,2025-09,50k H20e", "Delete one, or add them up in one row.");

    /// <summary>SLU0024: a table without rows.</summary>
    public static readonly DiagnosticCode EmptyTable = Error("SLU0024", "The table is empty",
        "A table needs a row of headings.", "(an empty file)", "Write the headings, or delete the file.");

    /// <summary>SLU0025: a key column is missing.</summary>
    public static readonly DiagnosticCode KeyColumn = Error("SLU0025", "A column that names the rows is missing",
        "The rows of a table are told apart by certain columns.", "part,units\nnvidia-h20,100", "Add the column.");

    /// <summary>SLU0026: a key cell is empty.</summary>
    public static readonly DiagnosticCode KeyCell = Error("SLU0026", "A row does not say what it is about",
        "A cell of a column that tells the rows apart is empty.", "part,place,units\n,mainland,100", "Fill the cell, or delete the row.");

    /// <summary>SLU0027: a workbook that cannot be opened.</summary>
    public static readonly DiagnosticCode Workbook = Error("SLU0027", "The workbook cannot be opened",
        "The file is not a workbook in the .xlsx format, or it is damaged or locked by a password.", "(an old .xls file renamed)", "Open it in a spreadsheet program and save it as .xlsx or as CSV (UTF-8).");

    /// <summary>SLU0028: a row with fewer cells than columns.</summary>
    public static readonly DiagnosticCode ShortRow = Error("SLU0028", "A row has fewer cells than the table has columns",
        "A cell may be empty, but its comma stays.", "part,place,units\nnvidia-h20,100", "Add the missing commas.");

    /// <summary>SLU0030: a path of a patch that does not exist.</summary>
    public static readonly DiagnosticCode NoSuchPath = Error("SLU0030", "A patch names a path that does not exist",
        "A what-if, an overlay or an option would change or remove something that the case does not have.",
        "set: {drivers.cac.moves.tigthen.chance: 40 % per quarter}", "Correct the path; to add something new use an overlay.");

    /// <summary>SLU0031: a patch that changes nothing.</summary>
    public static readonly DiagnosticCode ChangesNothing = new("SLU0031", Severity.Warning, "A patch changes nothing",
        "The case already says so.", "set: {wait: 1 quarter}", "Remove the patch, or correct its value.");

    /// <summary>SLU0101: a key that the shape does not have.</summary>
    public static readonly DiagnosticCode UnknownKey = Error("SLU0101", "Unknown key",
        "A key that Sluice does not know would silently do nothing; so it is an error.", "offers: {h20: {prize: 11 500 USD}}", "Correct or remove it. Texts of your own belong into comments.");

    /// <summary>SLU0102: a required key is missing.</summary>
    public static readonly DiagnosticCode MissingKey = Error("SLU0102", "A key is missing",
        "This key has no default.", "moves: {shut: {from: licensed, chance: 10 % per quarter}}", "Add it; the message shows an example.");

    /// <summary>SLU0103: a map, list or plain value where another form is expected.</summary>
    public static readonly DiagnosticCode WrongForm = Error("SLU0103", "Not the expected form",
        "There is a map where a plain value is expected, a plain value where a map is expected, or nothing at all.", "levels: open", "Follow the example of the message or of the reference.");

    /// <summary>SLU0104: a plain value that is not what is expected.</summary>
    public static readonly DiagnosticCode NotExpected = Error("SLU0104", "Not the expected value",
        "The text cannot be read as what belongs here.", "as-of: 21 August 2025", "Follow the example of the message.");

    /// <summary>SLU0105: a value out of its range.</summary>
    public static readonly DiagnosticCode OutOfRange = Error("SLU0105", "Out of range",
        "The value can be read, and cannot be true.", "tighten: {from: pause, to: bar, chance: 120 % per quarter}", "Correct the value or its unit.");

    /// <summary>SLU0106: none of the words that are possible here.</summary>
    public static readonly DiagnosticCode UnknownWord = Error("SLU0106", "Not one of the possible words",
        "Only certain words are possible here.", "receipt: voluntary", "Take one of the words that the message lists.");

    /// <summary>SLU0107: none of the forms of a union.</summary>
    public static readonly DiagnosticCode UnknownVariant = Error("SLU0107", "Not one of the possible forms",
        "The value is told by its key, and the key is unknown, missing, or not the only one.", "effects: {share: {tax: {rate: 15 %}}}", "Take one of the keys that the message lists.");

    /// <summary>SLU0108: two keys contradict each other, or one needs another.</summary>
    public static readonly DiagnosticCode Contradiction = Error("SLU0108", "Two keys do not go together",
        "Each value is sound; together they are not.", "{from: pause, to: pause, chance: 20 % per quarter}", "Correct one of them; the message says what would be right.");

    /// <summary>All codes of this room.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } =
    [
        Syntax, Anchor, Tag, MergeKey, SecondDocument, DuplicateKey, TooDeep, Invisible, Binary, NotUtf8, NotAMap, ListOfParts, KeyForm, ColonWithoutSpace,
        TableQuote, StrayCell, Heading, TwoRows, EmptyTable, KeyColumn, KeyCell, Workbook, ShortRow, NoSuchPath, ChangesNothing,
        UnknownKey, MissingKey, WrongForm, NotExpected, OutOfRange, UnknownWord, UnknownVariant, Contradiction,
    ];

    private static DiagnosticCode Error(string id, string title, string explanation, string example, string mend) => new(id, Severity.Error, title, explanation, example, mend);
}
