using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Sluice.Cases;
using Sluice.Cli.Screens;
using Sluice.Evidence.Intake;
using Sluice.Reading;

namespace Sluice.Cli.Commands;

/// <summary><c>sluice evidence accept</c>: writes the accepted proposals of a review file into the evidence of a case, which it checks first.</summary>
sealed class EvidenceAcceptCommand
{
    const string Evidence = "evidence.yaml";

    readonly Argument<string> file = new("REVIEWFILE") { Description = "Review file of `sluice evidence add`; a proposal is accepted where you add `accept: NAME` and `credibility: N` to it." };
    readonly Argument<string?> folder = new("CASE") { Description = "Folder of the case. Default: the folder where you stand.", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<bool> dry = new("--dry-run") { Description = "Print what would be written, and write nothing." };

    public static Command Create()
    {
        var accept = new EvidenceAcceptCommand();
        var command = new Command("accept", "Writes the accepted proposals of a review file into the case's evidence.yaml, whole or not at all.");
        command.Arguments.Add(accept.file);
        command.Arguments.Add(accept.folder);
        command.Options.Add(accept.dry);
        command.SetAction(accept.Run);
        return command;
    }

    int Run(ParseResult line)
    {
        var (named, under) = (line.GetValue(file)!, line.GetValue(folder) ?? ".");
        if (!File.Exists(named)) return Refused($"there is no file '{named}'.");
        if (!File.Exists(Path.Combine(under, "case.yaml"))) return Refused($"'{under}' is no case: it has no case.yaml.");
        var faults = new Diagnostics();
        var cases = new FolderSource(under);
        var before = CaseReader.Load(cases, new FolderSource(CaseLocator.Atlas()), LoadOptions.None);
        var known = ((before.Tree?["reports"] as Map)?.Keys ?? []).ToHashSet(StringComparer.Ordinal);
        if (Yaml.Read(named, File.ReadAllBytes(named), "", faults) is not { } review || faults.HasErrors) return Refused(faults.Sorted);
        var accepted = Acceptance.Read(review, known, new Reader(faults));
        if (faults.HasErrors) return Refused(faults.Sorted);
        if (accepted.Claims.IsEmpty) return Refused($"nothing in '{named}' is accepted: add `accept: NAME` and `credibility: 1 to 6` to each proposal that shall enter the case.");
        var path = Path.Combine(under, Evidence);
        var text = accepted.Into(File.Exists(path) ? File.ReadAllText(path) : "");
        var after = CaseReader.Load(MemorySource.Of(cases).With(Evidence, text), new FolderSource(CaseLocator.Atlas()), LoadOptions.None);
        var old = before.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => (d.Code, d.Found)).ToHashSet();
        if (after.Diagnostics.Where(d => d.Severity == Severity.Error && !old.Contains((d.Code, d.Found))).ToImmutableArray() is { IsEmpty: false } found)
        {
            Console.Error.WriteLine("sluice: the case would not be sound with this; nothing was written. Places are those of evidence.yaml as it would be.");
            return Refused(found);
        }

        foreach (var (id, entry) in accepted.Reports.Concat(accepted.Claims)) Console.Out.Write(ScreenText.Clean(entry));
        if (line.GetValue(dry))
        {
            Console.Out.WriteLine("Nothing was written (--dry-run).");
            return ExitCode.Done;
        }

        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        File.WriteAllText(temporary, text, new UTF8Encoding(false));
        File.Move(temporary, path, overwrite: true);
        Console.Out.WriteLine(ScreenText.Field($"{accepted.Claims.Length} {(accepted.Claims.Length == 1 ? "claim" : "claims")} written to {path}; {accepted.Left} left in the review file."));
        return ExitCode.Done;
    }

    static int Refused(string why)
    {
        Console.Error.WriteLine(ScreenText.Field($"sluice: {why}"));
        return ExitCode.BadInput;
    }

    static int Refused(IEnumerable<Diagnostic> faults)
    {
        DiagnosticScreen.WriteErrors(Console.Error, new Loaded(null, [.. faults], null));
        return ExitCode.BadInput;
    }
}
