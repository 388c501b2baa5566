using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>The files of a case: which there are, and where in the one tree of nodes each belongs.</summary>
static class CaseFiles
{
    /// <summary>The file without which a folder is no case.</summary>
    public const string Header = "case.yaml";

    /// <summary>The file of the market's habits; a case that is only planned can do without.</summary>
    public const string Habits = "habits.yaml";

    /// <summary>A workbook that may hold the tables, a sheet each, in place of files of their own.</summary>
    public const string Book = "book.xlsx";

    /// <summary>Folder of the what-ifs.</summary>
    public const string WhatIfs = "whatifs/";

    /// <summary>Files in YAML.</summary>
    public static ImmutableArray<TextFile> Texts { get; } =
    [
        new(Header, ""), new("workloads.yaml", ""), new("offers.yaml", ""), new("parts.yaml", ""), new("drivers.yaml", ""), new("evidence.yaml", ""),
        new("places.yaml", "places"), new("calendar.yaml", "calendar"), new("verdicts.yaml", "verdicts"), new(Habits, "habits"),
    ];

    /// <summary>Tables.</summary>
    public static ImmutableArray<TableFile> Tables { get; } =
    [
        new("fleet", ["part", "place", "installed?"], "units"), new("on-order", ["offer", "due"], "units"), new("planned", ["offer", "order-by"], "units"),
        new("demand", ["workload", "period"], "amount"), new("offers", ["offer:"], "price"),
    ];

    /// <summary>Files that belong to a case and are read by others.</summary>
    public static ImmutableArray<string> Others { get; } = ["README.md", "expected.json"];

    /// <summary>The file in which a section is expected.</summary>
    public static string Of(string section) => section switch
    {
        "workloads" or "stacks" => "workloads.yaml",
        "reports" or "claims" or "disputes" => "evidence.yaml",
        "fleet" or "on-order" or "planned" or "demand" => section + ".csv",
        "offers" or "parts" or "drivers" or "places" or "calendar" or "verdicts" or "habits" => section + ".yaml",
        _ => Header,
    };

    /// <summary>Whether the format of the file is one that Sluice reads, so that a stray one deserves a word.</summary>
    public static bool LooksLikeData(string file) =>
        !file.Contains('/', StringComparison.Ordinal) && (file.EndsWith(".yaml", StringComparison.Ordinal) || file.EndsWith(".yml", StringComparison.Ordinal)
            || file.EndsWith(".csv", StringComparison.Ordinal) || file.EndsWith(".xlsx", StringComparison.Ordinal));
}

/// <summary>A file in YAML.</summary>
/// <param name="File">Its name.</param>
/// <param name="Root">Path under which its names stand; empty where it names its sections itself.</param>
sealed record TextFile(string File, string Root);

/// <summary>A table.</summary>
/// <param name="Name">Name without ending.</param>
/// <param name="Keys">Columns that tell rows apart: one that may be empty ends in a question mark, one that is only the row's name in a colon.</param>
/// <param name="Value">Column that range and basis speak of.</param>
sealed record TableFile(string Name, ImmutableArray<string> Keys, string Value)
{
    /// <summary>The table as text.</summary>
    public string Csv => Name + ".csv";

    /// <summary>The table as a workbook.</summary>
    public string Xlsx => Name + ".xlsx";
}
