using System.Collections.Immutable;
using Sluice.Cases.Checks;
using Sluice.Gates;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>Loads a case: reads its files and the atlas into one tree, patches it, makes typed records, links and checks them.</summary>
public static class CaseReader
{
    /// <summary>Loads a case.</summary>
    /// <param name="files">Files of the case.</param>
    /// <param name="atlas">Files of the atlas.</param>
    /// <param name="options">What is changed about the case.</param>
    /// <returns>The case, where nothing keeps it from being used, and everything found.</returns>
    public static Loaded Load(IFileSource files, IFileSource atlas, LoadOptions options)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(atlas);
        ArgumentNullException.ThrowIfNull(options);
        var diagnostics = new Diagnostics();
        var reader = new Reader(diagnostics);
        var caseTree = new CaseTree(files, diagnostics);
        if (!caseTree.ReadHeader(out var header)) return new(null, [.. diagnostics.Sorted], null);
        var sections = header is null ? AtlasFiles.Sections : Chosen(header);
        var beside = Task.Run(() => AtlasTree.Read(atlas, sections));
        var own = caseTree.Read();
        var (atlasTree, faults) = beside.GetAwaiter().GetResult();
        // The key may stand in another file; that is rare enough to be read twice for.
        if (header is not null && header["atlas"] is null && own["atlas"] is not null) (atlasTree, faults) = AtlasTree.Read(atlas, Chosen(own));
        diagnostics.AddRange(faults.Sorted);
        var tree = new CasePatches(files, options, reader, new AtlasEvents(atlas)).Apply(atlasTree.Under(own));
        var draft = CaseDraft.Read(tree, atlasTree.Root, reader, caseTree);
        var book = Book(atlasTree, tree, draft);
        draft = draft.WithMeasures(book);
        CaseLinks.Resolve(new KnownNames(tree, atlasTree.Root, draft.Atlas, caseTree), reader.Get<References>(), diagnostics);
        var assumptions = AssumptionList.Of(reader.Get<GivenIndex>());
        CaseChecks.Run(draft, new(reader.Get<References>(), assumptions, options.AsOf is null ? AsOfDate.OfTheCase : AsOfDate.Moved, options.ChangesNothing ? CaseText.AsWritten : CaseText.Patched), diagnostics);
        var world = diagnostics.HasErrors ? null : draft.ToCase(book, assumptions, options.Today);
        return new(world, [.. diagnostics.Sorted], tree);
    }

    /// <summary>
    /// Does once, on whatever thread calls it, what the first case read would otherwise wait for: the readers of text and tables are loaded, and the shapes of all
    /// sections built. Nothing depends on it.
    /// </summary>
    public static void Prepare()
    {
        var nothing = new Diagnostics();
        _ = Yaml.Read("", "a: {b: [c, \"d\"]}\ne:\n  f: g\n", "", nothing);
        _ = Tables.ReadCsv("", "a,b\nc,d\n", "", ["a"], nothing);
        CaseDraft.Prepare();
    }

    /// <summary>Rules and measures by which offers are screened, read when they are first needed; null where the case chooses neither, or no as-of date could be read.</summary>
    static Lazy<(GateBook Book, Diagnostics Faults)>? Book(AtlasTree atlas, Map tree, CaseDraft draft)
    {
        if (draft.Header is null || !(atlas.Sections.Contains("us-rules") || atlas.Sections.Contains("cn-measures"))) return null;
        var shared = tree.Find("references") is { } references ? atlas.Root.With(references) : atlas.Root;
        return new(() =>
        {
            var faults = new Diagnostics();
            return (GateBook.Read(shared, draft.Market.Parts, new Reader(faults)), faults);
        });
    }

    /// <summary>The sections of the atlas that the case names. A slip is reported when the header is read; here it is taken for what it was meant to be.</summary>
    static ImmutableArray<string> Chosen(Map tree)
    {
        ImmutableArray<Node> names = tree["atlas"] switch { Sequence list => list.Items, { } one => [one], null => [] };
        return [.. names.OfType<Scalar>().Select(s => AtlasFiles.Sections.Contains(s.Text) ? s.Text : Nearest.To(s.Text, AtlasFiles.Sections) ?? s.Text)];
    }
}
