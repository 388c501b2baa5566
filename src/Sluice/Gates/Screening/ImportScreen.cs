using System.Collections.Immutable;
using System.Globalization;
using Sluice.Gates.Measures;
using Sluice.Market;

namespace Sluice.Gates.Screening;

/// <summary>One part before the Chinese gate: measures by the group of the buyer and the use it is bought for.</summary>
sealed class ImportScreen
{
    const string Gate = "cn-import";
    const string Mainland = "CN";

    readonly GateBook book;
    readonly Part part;
    readonly DateOnly asOf;
    readonly ImmutableArray<Measure> measures;
    readonly int known;

    ImportScreen(GateBook book, Part part, DateOnly asOf)
    {
        (this.book, this.part, this.asOf) = (book, part, asOf);
        known = book.Measures.Count(m => m.Validity.Known <= asOf);
        measures = [.. book.Measures.Where(m => m.Validity.Known <= asOf && m.On.Meets(part))];
    }

    /// <summary>Prepares a part.</summary>
    public static ImportScreen Of(GateBook book, Part part, DateOnly asOf) => new(book, part, asOf);

    /// <summary>The verdict.</summary>
    public Verdict On(string to, Buyer buyer, DateOnly day)
    {
        if (to != Mainland) return new() { Gate = Gate, Word = VerdictWord.NoRequirement, Why = GatesMessages.NothingEnters(to) };
        if (book.References.Day(part.Known) > asOf) return new() { Gate = Gate, Word = VerdictWord.Unknown, Missing = [GatesMessages.PartNotKnown(asOf)], Why = GatesMessages.PartNotKnownWhy(asOf) };
        var trace = ImmutableArray.CreateBuilder<string>();
        var asked = new List<(Measure Measure, int Strength, bool Sure)>();
        foreach (var measure in measures)
        {
            if (measure.Validity.InForce(day, asOf) == Truth.False && !(measure.Validity.From is null && measure.Validity.Known <= day && !(measure.Validity.Ended < day))) continue;
            if (buyer.Use is { } use && !measure.On.Workloads.IsEmpty && !measure.On.Workloads.Contains(use)) continue;
            var strength = Strength(measure, buyer);
            if (measure.OnlyShown || measure.Validity.From is null || strength == 0) trace.Add(GatesMessages.ShownMeasure(measure, strength));
            else
            {
                asked.Add((measure, strength, IsSure(measure, buyer)));
                trace.Add(GatesMessages.Asked(measure, strength));
            }
        }

        return AfterHorizon(asked.Count == 0 ? Clear(trace) : Asked(asked, buyer, trace), day);
    }

    Verdict Clear(ImmutableArray<string>.Builder trace) => new()
    {
        Gate = Gate, Word = VerdictWord.NoRequirement, Why = part.Country == Mainland ? GatesMessages.MadeInChina : GatesMessages.NoMeasure(known, Reach), Trace = trace.ToImmutable(),
    };

    Verdict Asked(List<(Measure Measure, int Strength, bool Sure)> asked, Buyer buyer, ImmutableArray<string>.Builder trace)
    {
        var strongest = asked.OrderByDescending(a => a.Strength).ThenBy(a => a.Measure.Id, StringComparer.Ordinal).ToImmutableArray();
        var barring = strongest.FirstOrDefault(a => a.Measure.Bars(a.Strength) && a.Sure);
        var top = barring.Measure ?? strongest[0].Measure;
        var strength = strongest[0].Strength;
        ImmutableArray<string> missing = [.. buyer.Groups.IsEmpty && strongest.Any(a => !a.Sure && a.Strength == strength) ? ["buyer group"] : Array.Empty<string>(),
            .. buyer.Use is null && !top.On.Workloads.IsEmpty ? ["use"] : Array.Empty<string>()];
        return new()
        {
            Gate = Gate, Word = barring.Measure is null ? VerdictWord.Guided : VerdictWord.Barred, Strength = strength, Rules = [.. strongest.Select(a => a.Measure.Id)],
            Missing = missing, TurnsOn = strongest.All(a => a.Measure.Deniable) ? [GatesMessages.NotConfirmed] : [],
            LastKnown = top.Validity.End == KnownEnd.NotFound ? Reach : null, Why = GatesMessages.Steers(top, strength, barring.Measure is not null), Trace = trace.ToImmutable(),
        };
    }

    /// <summary>Strength for the buyer; where its group is not known, the greatest for any.</summary>
    static int Strength(Measure measure, Buyer buyer) =>
        buyer.Groups.IsEmpty ? measure.Audience.Values.DefaultIfEmpty(0).Max() : buyer.Groups.Max(g => measure.Audience.GetValueOrDefault(g));

    /// <summary>Whether it reaches the buyer whatever its group.</summary>
    bool IsSure(Measure measure, Buyer buyer) => !buyer.Groups.IsEmpty || book.BuyerGroups.All(g => measure.Audience.GetValueOrDefault(g) > 0);

    DateOnly Reach => asOf < book.MeasuresHorizon ? asOf : book.MeasuresHorizon;

    Verdict AfterHorizon(Verdict verdict, DateOnly day)
    {
        if (day <= book.MeasuresHorizon || part.Country == Mainland) return verdict;
        return verdict.Word == VerdictWord.NoRequirement
            ? verdict with { Word = VerdictWord.Unknown, Missing = [GatesMessages.MeasuresAfter(book.MeasuresHorizon)], Why = GatesMessages.BeyondHorizon(book.MeasuresHorizon) }
            : verdict with { LastKnown = book.MeasuresHorizon };
    }
}
