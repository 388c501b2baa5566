using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>Applies what the options change: overlay, what-ifs, as-of date, resolutions, mutes, events that did not happen, and further patches, in this order.</summary>
/// <param name="files">Files of the case, for its what-ifs.</param>
/// <param name="options">The options.</param>
/// <param name="reader">Collects the faults.</param>
/// <param name="events">Events of the atlas, read when one is named.</param>
sealed class CasePatches(IFileSource files, LoadOptions options, Reader reader, AtlasEvents events)
{
    static readonly Field<string?> title = Fields.Maybe("title", Kinds.Text, "words for people", "Without the remark");
    static readonly Field<Map?> set = Fields.Maybe("set", new AnyMapKind(), "values to put in place of others, by path", "{wait: 2 quarters}");
    static readonly Field<ImmutableArray<string>> remove = new Field<ImmutableArray<string>>("remove", Kinds.ListOf(Kinds.Text), "paths to remove; a claim goes with every reference to it", "[claims.lutnick-remark]").Optional([]);

    /// <summary>How a what-if is written.</summary>
    public static Shape<string?> WhatIfShape { get; } = new("what-if", "A small named patch of a case.", [title, set, remove], row =>
    {
        if (!row.Has(set) && !row.Has(remove)) row.Reject(set, "'set', 'remove' or both", "the what-if has neither");
        return row.At(title) ?? row.Name;
    });

    readonly Diagnostics into = reader.Diagnostics;

    /// <summary>The tree with all changes.</summary>
    public Map Apply(Map tree)
    {
        if (options.Overlay is { } overlay) tree = Overlaid(tree, overlay);
        foreach (var name in options.WhatIfs) tree = WhatIf(tree, name);
        if (options.AsOf is { } day) tree = Patches.Apply(tree, [Patch.Put("as-of", day.ToString("yyyy-MM-dd"), Option("as-of"))], into);
        foreach (var (dispute, side) in options.Resolve) tree = Resolved(tree, dispute, side);
        foreach (var claim in options.Mute)
        {
            if (tree["claims"] is Map claims && claims.Find(claim) is not null) tree = Mute.Claim(tree, claim);
            else into.Add(CaseMessages.OptionName(Option("mute"), "claim", claim, (tree["claims"] as Map)?.Keys ?? []));
        }

        foreach (var happened in options.Without) tree = Without(tree, happened);
        return options.Patches.IsEmpty ? tree : Changed(tree, options.Patches);
    }

    Map Overlaid(Map tree, string file)
    {
        if (!files.TryRead(file, out var bytes) && !options.Outside.TryRead(file, out bytes)) into.Add(CaseMessages.NoOverlay(Option("overlay"), file));
        else if (Yaml.Read(file, bytes, "", into) is { } map) tree = Patches.Apply(tree, [Patch.Merge(map)], into);
        return tree;
    }

    Map WhatIf(Map tree, string name)
    {
        var file = CaseFiles.WhatIfs + name + ".yaml";
        if (!files.TryRead(file, out var bytes) && !options.Outside.TryRead(file = name, out bytes))
            into.Add(CaseMessages.NoWhatIf(Option("with"), name, files.Paths.Where(p => p.StartsWith(CaseFiles.WhatIfs, StringComparison.Ordinal)).Select(p => Path.GetFileNameWithoutExtension(p))));
        else if (Yaml.Read(file, bytes, "", into) is { } map && WhatIfShape.TryRead(map, reader, out _)) tree = Changed(tree, Patches.Read(map, reader));
        return tree;
    }

    /// <summary>Applies patches. Removing a claim takes out every reference to it.</summary>
    Map Changed(Map tree, ImmutableArray<Patch> patches)
    {
        const string claims = "claims.";
        foreach (var patch in patches)
        {
            var claim = patch.Verb == PatchVerb.Remove && patch.Path.StartsWith(claims, StringComparison.Ordinal) ? patch.Path[claims.Length..] : null;
            tree = claim is not null && tree["claims"] is Map known && known.Find(claim) is not null ? Mute.Claim(tree, claim) : Patches.Apply(tree, [patch], into);
        }

        return tree;
    }

    Map Resolved(Map tree, string dispute, string side)
    {
        var disputes = tree["disputes"] as Map;
        if (disputes?[dispute] is not Map found) into.Add(CaseMessages.OptionName(Option("resolve"), "dispute", dispute, disputes?.Keys ?? []));
        else if ((found["sides"] as Map)?.Find(side) is null) into.Add(CaseMessages.OptionName(Option("resolve"), $"side of '{dispute}'", side, (found["sides"] as Map)?.Keys ?? []));
        else tree = Resolution.Of(Patches.Apply(tree, [Patch.Put($"disputes.{dispute}.resolved", side, Option("resolve"))], into), found, side);
        return tree;
    }

    Map Without(Map tree, string happened)
    {
        if (tree["claims"] is Map claims && claims.Find(happened) is not null) return Mute.Claim(Unhappened.Of(tree, happened), happened);
        if (tree["calendar"] is Map calendar && calendar.Find(happened) is not null) return tree.With(tree.Find("calendar")! with { Value = calendar.Without(happened) });
        if (events.Ids.Contains(happened)) return events.ClaimsOf(happened, tree).Aggregate(tree, (t, claim) => Mute.Claim(Unhappened.Of(t, claim), claim));
        into.Add(CaseMessages.OptionName(Option("without"), "claim, scheduled event or event of the atlas", happened, [.. (tree["claims"] as Map)?.Keys ?? [], .. (tree["calendar"] as Map)?.Keys ?? [], .. events.Ids]));
        return tree;
    }

    static Place Option(string name) => new("--" + name, 1, 1);
}
