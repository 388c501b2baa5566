using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Sluice.Cli.Screens;
using Sluice.Evidence.Intake;
using Sluice.Reading;
using Sluice.Runs;

namespace Sluice.Cli.Commands;

/// <summary><c>sluice evidence add</c>: reads a saved page or text and proposes claims. It writes a review file and changes nothing else.</summary>
sealed class EvidenceAddCommand
{
    readonly Argument<string> file = new("FILE") { Description = "Saved page or text; - reads standard input." };

    readonly CommonOptions common = new();

    readonly Option<string?> output = new("--out") { Description = "Where the review file goes. Default: NAME.review.yaml where you stand; one that exists is never overwritten.", HelpName = "FILE" };

    readonly Option<string?> text = new("--text") { Description = "Also write the extracted text, in which places of sentences count. Keep it out of the case: it is not yours to copy.", HelpName = "FILE" };

    readonly Option<DateOnly?> published = new("--published") { Description = "Day of publication, where you know it better than the page.", HelpName = "DATE", CustomParser = OptionTexts.Day };

    public static Command Create()
    {
        var add = new EvidenceAddCommand();
        var command = new Command("add", "Reads a saved page or text and proposes claims for you to accept or refuse. Writes a review file, changes nothing else.");
        command.Arguments.Add(add.file);
        add.common.AddTo(command);
        foreach (var option in new Option[] { add.output, add.text, add.published }) command.Options.Add(option);
        command.SetAction(add.Run);
        return command;
    }

    int Run(ParseResult line)
    {
        var named = line.GetValue(file)!;
        if (named != "-" && !File.Exists(named))
        {
            Console.Error.WriteLine(ScreenText.Field($"sluice: there is no file '{named}'."));
            return ExitCode.BadInput;
        }

        if (CaseLoading.Load(line, common, Console.Error) is not { } loaded) return ExitCode.BadInput;
        DiagnosticScreen.WriteErrors(Console.Error, loaded);
        if (loaded.Case is not { } world) return ExitCode.BadInput;
        var page = PageReader.Read(named == "-" ? Input() : Bytes(named));
        var intake = PageIntake.Read(page, Names(world.Evidence.Sources), world.Evidence, world.Header.AsOf, line.GetValue(published));
        var review = Written(line.GetValue(output), intake);
        if (line.GetValue(text) is { } beside) File.WriteAllText(beside, page.Text);
        var document = EvidenceIntake.Of(intake, review);
        if (line.GetValue(common.Json)) Console.Out.Write(document.ToJson());
        else EvidenceAddScreen.Write(Consoles.Output(), intake, review);
        return ExitCode.Done;
    }

    static NameBook Names(IEnumerable<Evidence.Source> sources)
    {
        const string names = "names.yaml";
        var read = new FolderSource(CaseLocator.Atlas()).TryRead(names, out var bytes) ? Yaml.Read("atlas/" + names, bytes, "names", new Diagnostics()) : null;
        return new(read ?? Map.Empty(Place.StartOf("atlas/" + names), "names"), sources);
    }

    static string Written(string? to, IntakeResult intake)
    {
        var path = to ?? $"{intake.Report.Id}.review.yaml";
        for (var i = 2; to is null && File.Exists(path); i++) path = $"{intake.Report.Id}-{i}.review.yaml";
        File.WriteAllText(path, ReviewFile.Of(intake));
        return path;
    }

    static byte[] Bytes(string path)
    {
        using var from = File.OpenRead(path);
        return Limited(from);
    }

    static byte[] Input()
    {
        using var from = Console.OpenStandardInput();
        return Limited(from);
    }

    /// <summary>As many bytes as a page is read from, however long the file.</summary>
    static byte[] Limited(Stream from)
    {
        using var into = new MemoryStream();
        var chunk = new byte[81_920];
        for (int read; into.Length < 4L * PageReader.Longest && (read = from.Read(chunk)) > 0;) into.Write(chunk, 0, read);
        return into.ToArray();
    }
}
