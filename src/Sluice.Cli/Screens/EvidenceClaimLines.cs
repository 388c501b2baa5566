using Sluice.Runs;
using Spectre.Console;
using static Sluice.Cli.Screens.EvidenceScreen;

namespace Sluice.Cli.Screens;

/// <summary>One claim: what it says, each origin with its factors, how its weight comes about, what disputes leave of it, what rests on it.</summary>
static class EvidenceClaimLines
{
    public static void Write(IAnsiConsole console, EvidenceDocument evidence, ClaimRow claim)
    {
        console.MarkupLineInterpolated($"[bold]{claim.Id}[/]  support [bold]{Weight(claim.Support)}[/] of own {Weight(claim.Own)}; that it was said {Weight(claim.Said)}");
        Lines(console, $"{claim.Who} {claim.Does}", 2);
        Lines(console, $"when {claim.When}; credibility {claim.Credibility}", 2);
        if (claim.Note is { } note) Lines(console, note, 2);
        Origins(console, evidence, claim);
        if (!claim.Disputes.IsEmpty) Section(console, "Disputes");
        foreach (var place in claim.Disputes)
        {
            Lines(console, $"on the side {place.Side} ({place.Outcome}): own {Weight(claim.Own)} × share {Weight(place.Share)} = {Weight(place.Support)}", 2);
            Dispute(console, evidence.Disputes.First(d => d.Id == place.Dispute));
        }

        if (claim.Disputes.Length > 1) console.WriteLine("  the smallest counts");
        Section(console, "What rests on it");
        if (claim.UsedBy.IsEmpty) console.WriteLine("  nothing");
        foreach (var use in claim.UsedBy) Lines(console, $"{use.Kind} {use.Path} ({use.As}): {use.What}", 2);
        foreach (var move in evidence.Moves)
            Lines(console, $"{move.Driver} {move.From} → {move.To}: {Percent(move.BasePerQuarter)} × {Weight(move.Factor)} = {Percent(move.ChancePerQuarter)} a quarter", 4);
        foreach (var row in evidence.Stale) Lines(console, $"stale ({row.Kind}): {row.Path}, {row.Why}", 2);
    }

    static void Origins(IAnsiConsole console, EvidenceDocument evidence, ClaimRow claim)
    {
        Section(console, "Origins");
        if (claim.Origins.IsEmpty) console.WriteLine($"  none published by {Day(evidence.AsOf)}");
        foreach (var origin in claim.Origins)
        {
            Lines(console, $"{origin.Origin}: {origin.Source}, {Day(origin.Published)}{(origin.SaidBy is { } by ? $", said by {by}" : "")}"
                + (origin.Copies.IsEmpty ? "" : $"; repeated by {string.Join(", ", origin.Copies)}, which adds nothing"), 2);
            Lines(console, $"grade {origin.Grade} {Weight(origin.Reliability)} × credibility {Weight(origin.Credibility)} × {origin.Certain} {Weight(origin.Certainty)} × "
                + $"{(origin.Interest < 1 ? "own behalf" : "no interest")} {Weight(origin.Interest)} = {Weight(origin.Weight)}, counts × {Weight(origin.Decline)}", 4);
        }

        if (claim.Origins.Length > 0)
            Lines(console, $"own = 1 − {string.Join(" · ", claim.Origins.Select(o => $"(1 − {Weight(o.Decline * o.Weight)})"))} = {Weight(claim.Own)}{(claim.Own < 1 - claim.Origins.Aggregate(1.0, (p, o) => p * (1 - o.Decline * o.Weight)) - 1e-3 ? ", capped" : "")}", 2);
        if (!claim.Later.IsEmpty) Lines(console, $"published later, not counted: {string.Join(", ", claim.Later)}", 2);
    }
}
