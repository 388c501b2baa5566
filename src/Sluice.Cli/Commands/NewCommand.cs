using System.CommandLine;
using Sluice.Cases;
using Sluice.Cli.Screens;

namespace Sluice.Cli.Commands;

/// <summary><c>sluice new</c>: a small commented case to start from.</summary>
static class NewCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR") { Description = "Folder to make. It must not exist, or be empty: nothing of yours is overwritten." };
        var title = new Option<string?>("--title") { Description = "Title of the case. Default: the folder's name." };
        var command = new Command("new", "Writes a small commented case that checks, plans and simulates.");
        command.Arguments.Add(folder);
        command.Options.Add(title);
        command.SetAction(line => Run(line.GetValue(folder)!, line.GetValue(title)));
        return command;
    }

    static int Run(string folder, string? title)
    {
        var target = Path.GetFullPath(folder);
        if (File.Exists(target) || (Directory.Exists(target) && Directory.EnumerateFileSystemEntries(target).Any()))
        {
            Console.Error.WriteLine(ScreenText.Field($"sluice: {folder} exists and is not empty; nothing was written. Name a folder that does not exist yet."));
            return ExitCode.BadInput;
        }
        var temporary = $"{target.TrimEnd(Path.DirectorySeparatorChar)}.{Environment.ProcessId}.new";
        foreach (var (file, text) in NewCase.Files(title ?? Path.GetFileName(target)))
        {
            var path = Path.Combine(temporary, file);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        if (Directory.Exists(target))
            Directory.Delete(target);
        Directory.Move(temporary, target);
        Console.Out.WriteLine(ScreenText.Field($"Wrote {folder}. Next: sluice check {folder}, then sluice plan {folder} or sluice simulate {folder}."));
        return ExitCode.Done;
    }
}
