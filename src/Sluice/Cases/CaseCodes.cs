using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>The codes of this room: 02xx references, 06xx files and options.</summary>
public static class CaseCodes
{
    /// <summary>SLU0201: a name of nothing.</summary>
    public static readonly DiagnosticCode UnknownName = Error("SLU0201", "A name that nothing bears",
        "A part, offer, claim, report, source, workload, driver, place or stack is named that neither the case nor the atlas has.", "part: nvidia-h200", "Correct the name, or describe the thing.");

    /// <summary>SLU0601: no case.yaml.</summary>
    public static readonly DiagnosticCode NoCase = Error("SLU0601", "No case here", "A case is a folder with a file case.yaml.", "sluice check some-empty-folder", "Name the folder of a case, or write one with `sluice new`.");

    /// <summary>SLU0602: a file that cannot be opened.</summary>
    public static readonly DiagnosticCode Unreadable = Error("SLU0602", "A file cannot be opened", "The operating system refuses it, or it is gone.", "(a file without the right to read it)", "Check the rights of the file.");

    /// <summary>SLU0603: a file that no case has.</summary>
    public static readonly DiagnosticCode StrayFile = Warning("SLU0603", "A file that no case has", "Sluice reads files, and sheets of book.xlsx, of certain names; this one would silently do nothing.", "(driver.yaml beside drivers.yaml)", "Rename the file, or move it out of the folder.");

    /// <summary>SLU0604: a name in two files.</summary>
    public static readonly DiagnosticCode TwiceInFiles = Error("SLU0604", "A name stands in two files", "All files of a case make one tree, in which each name stands once.", "(offers: in offers.yaml and in case.yaml, both with h20)", "Delete one of the two.");

    /// <summary>SLU0605: two files for one table.</summary>
    public static readonly DiagnosticCode TwoTables = Error("SLU0605", "Two files for one table", "A table is a CSV file, a workbook, or a sheet of book.xlsx: one of them.", "(fleet.csv and fleet.xlsx)", "Delete one of the two.");

    /// <summary>SLU0606: a section is missing.</summary>
    public static readonly DiagnosticCode MissingSection = Error("SLU0606", "A section is missing", "A case cannot do without it.", "(a folder without offers.yaml)", "Write the file that the message names.");

    /// <summary>SLU0607: a what-if that does not exist.</summary>
    public static readonly DiagnosticCode NoWhatIf = Error("SLU0607", "No such what-if", "A what-if is a file in the folder `whatifs` of the case, or the path of a file.", "--with no-remrak", "Correct the name.");

    /// <summary>SLU0608: an overlay that does not exist.</summary>
    public static readonly DiagnosticCode NoOverlay = Error("SLU0608", "No such overlay", "The overlay is a file outside the case.", "--overlay ../private.yaml", "Correct the path.");

    /// <summary>SLU0609: an option that names nothing.</summary>
    public static readonly DiagnosticCode OptionName = Error("SLU0609", "An option names something that the case does not have", "A claim to mute, a dispute to resolve, or its side.", "--mute lutnick-remrak", "Correct the name.");

    /// <summary>All codes of this room.</summary>
    public static ImmutableArray<DiagnosticCode> All { get; } = [UnknownName, NoCase, Unreadable, StrayFile, TwiceInFiles, TwoTables, MissingSection, NoWhatIf, NoOverlay, OptionName];

    static DiagnosticCode Error(string id, string title, string explanation, string example, string mend) => new(id, Severity.Error, title, explanation, example, mend);

    static DiagnosticCode Warning(string id, string title, string explanation, string example, string mend) => new(id, Severity.Warning, title, explanation, example, mend);
}
