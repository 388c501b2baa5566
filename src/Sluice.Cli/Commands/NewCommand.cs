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
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder to make. It must not exist, or be empty: nothing of yours is overwritten." };
        var title = new Option<string?>("--title") { Description = "Title of the case. Default: the folder's name." };
        var xlsx = new Option<bool>("--xlsx") { Description = $"Offers, fleet, orders, plans and demand as sheets of one workbook, {NewCase.Book}, to fill in with a spreadsheet." };
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
        var named = title ?? Path.GetFileName(target);
        if (from is not null)
        {
            var (files, read) = NewCase.Of(named, File.ReadAllBytes(from), new FolderSource(CaseLocator.Atlas()));
            return read.Case is null ? Refuse(read, from) : Write(folder, target, files);
        }
        return xlsx ? Write(folder, target, NewCase.Files(named, NewCase.Workbook()), fillIn: true)
            : Write(folder, target, NewCase.Files(named).ToImmutableSortedDictionary(f => f.Key, f => Encoding.UTF8.GetBytes(f.Value), StringComparer.Ordinal));
    }

    static int Write(string folder, string target, ImmutableSortedDictionary<string, byte[]> files, bool fillIn = false)
    {
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
        Console.Out.WriteLine(ScreenText.Field($"Wrote {folder}. Next: {(fillIn ? $"fill in {Path.Combine(folder, NewCase.Book)}, " : "")}sluice check {folder}, then sluice plan {folder} or sluice simulate {folder}."));
        return ExitCode.Done;
    }

    static int Refuse(Loaded read, string from)
    {
        DiagnosticScreen.WriteErrors(Console.Error, read);
        Console.Error.WriteLine(ScreenText.Field($"sluice: nothing was written. {from} is held against the small case of sluice new, which has the workload inference and the place home; "
            + $"for others make the case with sluice new DIR --xlsx, describe them there, and put the workbook in as {NewCase.Book}."));
        return ExitCode.BadInput;
    }
}
