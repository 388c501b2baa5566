using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using Sluice.Cases;
using Sluice.Cli.Screens;
using Sluice.Evidence.Intake;
using Sluice.Reading;
using Sluice.Runs;

namespace Sluice.Cli.Commands;

/// <summary><c>sluice evidence accept</c>: writes the accepted proposals of a review file into the evidence of a case, which it checks first.</summary>
sealed class EvidenceAcceptCommand
{
    const string Evidence = "evidence.yaml";
    const string Undoing = ".undo";

    readonly Argument<string> file = new("REVIEWFILE") { Description = "Review file of `sluice evidence add`; a proposal is accepted where you add `accept: NAME` and `credibility: N` to it, or `under: CLAIM` where a claim of the case says the same." };
    readonly Argument<string?> folder = new("CASE") { Description = "Folder of the case. Default: the folder where you stand.", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<bool> dry = new("--dry-run") { Description = "Print what would be written, and write nothing." };
    readonly Option<bool> undo = new("--undo") { Description = "Put evidence.yaml back as it was before this review file was accepted; refused where the file has been changed since." };

    public static Command Create()
    {
        var accept = new EvidenceAcceptCommand();
        var command = new Command("accept", "Writes the accepted proposals of a review file into the case's evidence.yaml, whole or not at all.");
        command.Arguments.Add(accept.file);
        command.Arguments.Add(accept.folder);
        command.Options.Add(accept.dry);
        command.Options.Add(accept.undo);
        command.SetAction(accept.Run);
        return command;
    }

    int Run(ParseResult line)
    {
        var (named, under) = (line.GetValue(file)!, line.GetValue(folder) ?? ".");
        if (!File.Exists(named)) return Refused($"there is no file '{named}'.");
        if (!File.Exists(Path.Combine(under, "case.yaml"))) return Refused($"'{under}' is no case: it has no case.yaml.");
        if (line.GetValue(undo)) return Undo(named, Path.Combine(under, Evidence), line.GetValue(dry));
        var faults = new Diagnostics();
        var cases = new FolderSource(under);
        var before = CaseReader.Load(cases, new FolderSource(CaseLocator.Atlas()), LoadOptions.None);
        var known = ((before.Tree?["reports"] as Map)?.Keys ?? []).ToHashSet(StringComparer.Ordinal);
        if (Yaml.Read(named, File.ReadAllBytes(named), "", faults) is not { } review || faults.HasErrors) return Refused(faults.Sorted);
        var accepted = Acceptance.Read(review, known, new Reader(faults));
        if (faults.HasErrors) return Refused(faults.Sorted);
        if (accepted.IsEmpty) return Refused($"nothing in '{named}' is accepted: add `accept: NAME` and `credibility: 1 to 6` to each proposal that shall enter the case, or `under: CLAIM` where a claim of the case says the same.");
        var path = Path.Combine(under, Evidence);
        var former = File.Exists(path) ? File.ReadAllText(path) : "";
        if (Missing(accepted, former, before.Tree) is { } missing) return Refused(missing);
        var text = accepted.Into(former);
        var after = CaseReader.Load(MemorySource.Of(cases).With(Evidence, text), new FolderSource(CaseLocator.Atlas()), LoadOptions.None);
        var old = before.Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => (d.Code, d.Found)).ToHashSet();
        if (after.Diagnostics.Where(d => d.Severity == Severity.Error && !old.Contains((d.Code, d.Found))).ToImmutableArray() is { IsEmpty: false } found)
        {
            Console.Error.WriteLine("sluice: the case would not be sound with this; nothing was written. Places are those of evidence.yaml as it would be.");
            return Refused(found);
        }

        foreach (var (id, entry) in accepted.Reports.Concat(accepted.Claims)) Console.Out.Write(ScreenText.Clean(entry));
        foreach (var gained in accepted.Under) Console.Out.Write(ScreenText.Clean($"  {gained.Claim}: is heard as well in {string.Join(", ", gained.Reports.Distinct(StringComparer.Ordinal))}\n"));
        if (line.GetValue(dry))
        {
            Console.Out.WriteLine("Nothing was written (--dry-run).");
            return ExitCode.Done;
        }

        RunFolder.WriteFile(named + Undoing, $"{Digest(text)}\n{former}");
        RunFolder.WriteFile(path, text);
        Console.Out.WriteLine(ScreenText.Field($"{accepted.Claims.Length} {(accepted.Claims.Length == 1 ? "claim" : "claims")} written to {path}, {accepted.Under.Length} heard in a further report; {accepted.Left} left in the review file. --undo takes it back."));
        return ExitCode.Done;
    }

    /// <summary>Why a claim cannot gain a report; null: each can.</summary>
    static string? Missing(Acceptance accepted, string former, Map? tree)
    {
        var own = (Yaml.Read(Evidence, former, "", new Diagnostics())?["claims"] as Map)?.Keys.ToHashSet(StringComparer.Ordinal) ?? [];
        foreach (var (claim, _) in accepted.Claims)
            if (own.Contains(claim)) return $"the case has a claim '{claim}' already. Where the proposal says the same, write `under: {claim}` in place of `accept`; else give it another name.";
        foreach (var under in accepted.Under)
            if (!own.Contains(under.Claim))
                return (tree?["claims"] as Map)?[under.Claim] is not null
                    ? $"claim '{under.Claim}' comes with the atlas, which a case does not change. Accept the proposal as a claim of the case with `accept: NAME`."
                    : $"there is no claim '{under.Claim}' in {Evidence}{(Nearest.To(under.Claim, own) is { } near ? $"; did you mean '{near}'?" : ".")}";
            else if (HeardInsertion.Into(former, under) is null) return $"claim '{under.Claim}' was heard in {string.Join(", ", under.Reports)} already.";
        return null;
    }

    static int Undo(string review, string path, bool dryRun)
    {
        if (!File.Exists(review + Undoing)) return Refused($"'{review}' was not accepted, or that was taken back: there is no '{review}{Undoing}'.");
        var kept = File.ReadAllText(review + Undoing);
        var cut = kept.IndexOf('\n', StringComparison.Ordinal);
        if (cut < 0 || !File.Exists(path) || Digest(File.ReadAllText(path)) != kept[..cut]) return Refused($"'{path}' has been changed since '{review}' was accepted; take the entries out by hand.");
        if (!dryRun)
        {
            if (cut + 1 == kept.Length) File.Delete(path);
            else RunFolder.WriteFile(path, kept[(cut + 1)..]);
            File.Delete(review + Undoing);
        }

        Console.Out.WriteLine(ScreenText.Field(dryRun ? $"{path} would be as it was before '{review}' was accepted. Nothing was written (--dry-run)." : $"{path} is as it was before '{review}' was accepted."));
        return ExitCode.Done;
    }

    static string Digest(string text) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(text)));

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
