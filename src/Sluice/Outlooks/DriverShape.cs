using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>How a <see cref="Driver"/> is written.</summary>
public static class DriverShape
{
    static readonly Field<Gate?> gate = Fields.Maybe("gate", GateShape.Shape, "set where an authority sets the level", "{authorities: [cac], form: guidance, side: import}", "no gate");
    static readonly Field<Recent?> recent = Fields.Maybe("recent", RecentShape.Shape, "a flag that remembers named moves for a while", "{after: [open], window: 2 quarters}");
    static readonly Field<ImmutableArray<HistoryEntry>> history = new Field<ImmutableArray<HistoryEntry>>("history", new HistoryKind(), "where it stood, by the day from which that was true", "{2025-08-08: {level: licensed, known: 2025-08-08}}").Optional([], "only what its measures say");
    static readonly Field<ImmutableArray<Ref>> measures = new Field<ImmutableArray<Ref>>("measures", Kinds.ListOf(Kinds.Name("rule")),
        "measures of the atlas that tell where it stood: the strongest in force for the viewpoint's groups, as a level of the ladder", "[cn-2025-08-cac-ask-reasons, cn-2025-07-cac-pause]").Optional([]);
    static readonly Field<ImmutableArray<Named<Level>>> levels = new("levels", Kinds.MapOf(LevelShape.Shape, MapOrder.AsWritten), "its levels, as a ladder", "{none: {}, bar: {}}");
    static readonly Field<ImmutableArray<Named<Move>>> moves = new Field<ImmutableArray<Named<Move>>>("moves",
        Kinds.MapOf(MoveShape.Shape), "changes of level, at a rate", "{shut: {from: licensed, to: closed, chance: 10 % per quarter}}").Optional([], "it stays where it is");

    /// <summary>The shape.</summary>
    public static Shape<Driver> Shape { get; } = new("driver", "Something outside the viewpoint's control that stands at one of its levels and moves at rates.", [gate, recent, history, measures, levels, moves], row =>
    {
        if (row.At(levels).IsEmpty) row.Reject(levels, "at least one level", "it is empty");
        return new(row.Name, row.At(gate), [.. row.At(levels).Select(l => l.Value)], [.. row.At(moves).Select(m => m.Value)], row.At(history), row.At(recent), row.Place) { Measures = row.At(measures) };
    });
}

/// <summary>How a <see cref="Gate"/> is written.</summary>
public static class GateShape
{
    static readonly Kind<ImmutableArray<string>> parties = Kinds.ListOf(Kinds.Name("party").Map(p => p.Id));

    static readonly Field<ImmutableArray<string>> authorities = new("authorities", parties, "who sets it", "[cac]");
    static readonly Field<ImmutableArray<string>> backedBy = new Field<ImmutableArray<string>>("backed-by", parties, "who backs it without a measure of its own", "[miit]").Optional([]);
    static readonly Field<GateForm> form = new("form", Kinds.Choice(("rule", GateForm.Rule), ("licence", GateForm.Licence), ("permit", GateForm.Permit), ("guidance", GateForm.Guidance)),
        "rule (published), licence or permit (case by case), guidance (informal, unpublished)", "guidance");
    static readonly Field<GateSide> side = new("side", Kinds.Choice(("export", GateSide.Export), ("import", GateSide.Import)), "the seller's side of the border, or the buyer's", "import");
    static readonly Field<string?> ground = Fields.Maybe("ground", Kinds.Id, "stated ground", "security", "none stated");

    /// <summary>The shape.</summary>
    public static Shape<Gate> Shape { get; } = new("gate", "Who sets a driver, in which form, at which side of the border, on which ground.", [authorities, backedBy, form, side, ground],
        row => new(row.At(authorities), row.At(backedBy), row.At(form), row.At(side), row.At(ground)));
}

/// <summary>How <see cref="Recent"/> is written.</summary>
public static class RecentShape
{
    static readonly Field<ImmutableArray<string>> after = new("after", Kinds.ListOf(Kinds.Id), "names of the moves that set the flag", "[open]");
    static readonly Field<Given<double>> window = new("window", Given.Of(Measures.Duration), "mean time for which it stays set", "2 quarters");

    /// <summary>The shape.</summary>
    public static Shape<Recent> Shape { get; } = new("recent", "A flag set by named moves and cleared after a while.", [after, window], row =>
    {
        if (row.At(window).Value <= 0) row.Reject(window, "a length of time above 0", "a flag that is cleared at once is none");
        return new(row.At(after), row.At(window));
    });
}

/// <summary>How a <see cref="Level"/> is written.</summary>
public static class LevelShape
{
    static readonly Kind<ImmutableArray<Named<Effect>>> effectMap = Kinds.MapOf(EffectShapes.Kind);

    static readonly Field<Keep> keep = new Field<Keep>("keep", Kinds.Flag.Map(flag => flag ? Keep.Always : Keep.IfLikely), "whether it stays in the outlook however rare it is", "yes").Optional(Keep.IfLikely, "no");
    static readonly Field<ImmutableArray<Named<Effect>>> effects = new Field<ImmutableArray<Named<Effect>>>("effects",
        effectMap, "what it does to everybody it selects", "{no-h20: {stop-orders: {on: {part: nvidia-h20}}}}").Optional([], "nothing");
    static readonly Field<ImmutableArray<Named<Effect>>> asks = new Field<ImmutableArray<Named<Effect>>>("asks",
        effectMap, "what guidance asks; enters by the viewpoint's stance", "{pause-h20: {stop-orders: {on: {part: nvidia-h20}}}}").Optional([], "nothing");

    /// <summary>The shape.</summary>
    public static Shape<Level> Shape { get; } = new("level", "One standing of a driver.", [keep, effects, asks],
        row => new(row.Name, row.At(keep), [.. row.At(effects).Select(e => e.Value)], [.. row.At(asks).Select(e => e.Value)], row.Place));
}
