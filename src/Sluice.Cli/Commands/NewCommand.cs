using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Sluice.Cases;
using Sluice.Cli.Screens;
using Sluice.Reading;

namespace Sluice.Cli.Commands;

/// <summary><c>sluice new</c>: a small commented case to start from.</summary>
static class NewCommand
{
    const string Book = "book.xlsx";

    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder to make. It must not exist, or be empty: nothing of yours is overwritten." };
        var title = new Option<string?>("--title") { Description = "Title of the case. Default: the folder's name." };
        var xlsx = new Option<bool>("--xlsx") { Description = $"Offers, fleet, orders, plans and demand as sheets of one workbook, {Book}, to fill in with a spreadsheet." };
        var from = new Option<string?>("--from")
        {
            Description = "A workbook with such sheets, filled in: the case is made of it. Faults are named by sheet and cell, and nothing is written until there are none.",
            HelpName = "BOOK.xlsx",
        };
        var command = new Command("new", "Writes a small commented case that checks, plans and simulates.");
        command.Arguments.Add(folder);
        foreach (var option in new Option[] { title, xlsx, from })
            command.Options.Add(option);
        command.SetAction(line => Run(line.GetValue(folder)!, line.GetValue(title), line.GetValue(xlsx), line.GetValue(from)));
        return command;
    }

    static int Run(string folder, string? title, bool xlsx, string? from)
    {
        var target = Path.GetFullPath(folder);
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
        {
            Console.Error.WriteLine(ScreenText.Field($"sluice: {folder} exists and is not empty; nothing was written. Name a folder that does not exist yet."));
            return ExitCode.BadInput;
        }
        var files = NewCase.Files(title ?? Path.GetFileName(target)).ToDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value), StringComparer.Ordinal);
        if (xlsx || from is not null)
        {
            foreach (var table in files.Keys.Where(f => f == "offers.yaml" || f.EndsWith(".csv", StringComparison.Ordinal)).ToList())
                files.Remove(table);
            files[Book] = from is null ? NewCase.Workbook() : File.ReadAllBytes(from);
        }
        if (from is not null && !Checks(files, from))
            return ExitCode.BadInput;
        var temporary = $"{target.TrimEnd(Path.DirectorySeparatorChar)}.{Environment.ProcessId}.new";
        foreach (var (file, bytes) in files)
        {
            var path = Path.Combine(temporary, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, bytes);
        }
        if (Directory.Exists(target))
            Directory.Delete(target);
        Directory.Move(temporary, target);
        Console.Out.WriteLine(ScreenText.Field($"Wrote {folder}. Next: {(files.ContainsKey(Book) ? $"fill in {Path.Combine(folder, Book)}, " : "")}sluice check {folder}, then sluice plan {folder} or sluice simulate {folder}."));
        return ExitCode.Done;
    }

    /// <summary>Holds the workbook against the small case. What speaks of offers that the workbook leaves out goes with them.</summary>
    static bool Checks(Dictionary<string, byte[]> files, string from)
    {
        var loaded = Loaded();
        if (loaded.Case is null && loaded.Diagnostics.Where(d => d.Severity == Severity.Error).All(d => d.At.File is "verdicts.yaml" or "habits.yaml"))
        {
            // Verdicts and habits of the small case's own offers; the book is sound without them.
            files.Remove("verdicts.yaml");
            files.Remove("habits.yaml");
            loaded = Loaded();
        }
        if (loaded.Case is not null) return true;
        DiagnosticScreen.WriteErrors(Console.Error, loaded);
        Console.Error.WriteLine(ScreenText.Field($"sluice: nothing was written. {from} is held against the small case of sluice new, which has the workload inference and the place home; "
            + $"for others make the case with sluice new DIR --xlsx, describe them there, and put the workbook in as {Book}."));
        return false;

        Loaded Loaded() => CaseReader.Load(new MemorySource(files.ToImmutableSortedDictionary(StringComparer.Ordinal)), new FolderSource(CaseLocator.Atlas()), LoadOptions.None);
    }
}
