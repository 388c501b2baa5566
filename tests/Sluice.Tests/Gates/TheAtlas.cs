using System.Collections.Immutable;
using Sluice.Gates;
using Sluice.Reading;
using Sluice.Runs;

namespace Sluice.Tests.Gates;

/// <summary>The atlas of the repository, and short questions to it.</summary>
internal static class TheAtlas
{
    static readonly Lazy<GateBook> book = new(() => Read(new FolderSource(Repository.At("atlas"))));

    public static GateBook Book => book.Value;

    public static GateBook Read(IFileSource files)
    {
        var diagnostics = new Diagnostics();
        var read = GatesRecords.Read(files, diagnostics).Book;
        Assert.DoesNotContain(diagnostics.Sorted, d => d.Severity == Severity.Error);
        return read;
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");

    public static Screened Judge(string part, string to, string on, string? parent = null, string? asOf = null, string? group = null, string? use = null, GateBook? by = null)
    {
        var book = by ?? Book;
        var found = book.Parts.First(p => p.Id == book.Names.Find(part));
        return PartScreening.Of(book, found, asOf is null ? book.LastKnowledge : Day(asOf)).On(to, new Buyer(parent, group is null ? [] : [group], use), Day(on));
    }

    public static Verdict Export(string part, string to, string on, string? parent = null, string? asOf = null) => Judge(part, to, on, parent, asOf).Verdicts[0];

    public static Verdict Export(GateBook book) => PartScreening.Of(book, book.Parts[0], book.LastKnowledge).On("CN", Buyer.Unknown, Day("2025-01-01")).Verdicts[0];

    public static Verdict Import(string part, string on, string? group = null, string? use = null, string? asOf = null) => Judge(part, "CN", on, null, asOf, group, use).Verdicts[1];

    /// <summary>A verdict in one line: <c>licence 3A090.a denial</c>.</summary>
    public static string Words(Verdict verdict)
    {
        var word = verdict.Word switch { VerdictWord.NoRequirement => "no-requirement", VerdictWord.Licence => "licence", VerdictWord.Guided => "guided", VerdictWord.Barred => "barred", _ => "unknown" };
        return string.Join(' ', new[] { word, verdict.Class, verdict.Policy, verdict.Exception }.OfType<string>());
    }

    /// <summary>An atlas of these files, for small cases.</summary>
    public static GateBook Small(params (string Path, string Text)[] files)
    {
        var memory = files.Aggregate(MemorySource.Empty, (all, f) => all.With(f.Path, f.Text));
        return Read(memory);
    }
}
