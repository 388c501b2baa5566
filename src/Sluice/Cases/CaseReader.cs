using System.Collections.Immutable;
using Sluice.Cases.Checks;
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
        if (caseTree.Read() is not { } own) return new(null, [.. diagnostics.Sorted], null);
        var atlasTree = AtlasTree.Read(atlas, Chosen(own), diagnostics);
        var patches = new CasePatches(files, options, reader);
        var tree = patches.Apply(atlasTree.Under(own));
        var draft = CaseDraft.Read(new Sections(tree, reader, caseTree), reader, AtlasReader.Read(atlasTree.Root, reader));
        CaseLinks.Resolve(new KnownNames(tree, atlasTree.Root, draft.Atlas), reader.Get<References>(), diagnostics);
        var assumptions = AssumptionList.Of(reader.Get<GivenIndex>());
        CaseChecks.Run(draft, new(reader.Get<References>(), assumptions, patches.Orphans, options.AsOf is null ? AsOfDate.OfTheCase : AsOfDate.Moved), diagnostics);
        var world = diagnostics.HasErrors ? null : draft.ToCase(assumptions, CaseDigest.Of(tree), options.Today);
        return new(world, [.. diagnostics.Sorted], tree);
    }

    /// <summary>The sections of the atlas that the case names; faults in the list are reported when the header is read.</summary>
    static ImmutableArray<string> Chosen(Map tree) => tree["atlas"] switch
    {
        Scalar one => [one.Text],
        Sequence list => [.. list.Items.OfType<Scalar>().Select(s => s.Text)],
        _ => [],
    };
}
