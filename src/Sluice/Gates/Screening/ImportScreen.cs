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
        var (asked, named) = (new List<(Measure Measure, int Strength, bool Sure)>(), new List<(Measure Measure, int Strength, bool Sure)>());
        foreach (var measure in measures)
        {
            if (measure.EndedBecause is { } why && measure.Validity.Ended < day && measure.Validity.EndedKnown <= asOf)
            {
                trace.Add(GatesMessages.EndedMeasure(measure, measure.Validity.Ended.Value, why));
                continue;
            }

            if (measure.Validity.InForce(day, asOf) == Truth.False && !(measure.Validity.From is null && measure.Validity.Known <= day && !(measure.Validity.Ended < day))) continue;
            if (buyer.Use is { } use && !measure.On.Workloads.IsEmpty && !measure.On.Workloads.Contains(use)) continue;
            var strength = measure.StrengthFor(buyer);
            if (measure.OnlyShown || measure.Validity.From is null || strength == 0)
            {
                if (!measure.OnlyShown && measure.Validity.From is not null && MayBeNamed(measure, buyer)) named.Add((measure, measure.NamedStrength, false));
                trace.Add(GatesMessages.ShownMeasure(measure, strength));
            }
            else
            {
                asked.Add((measure, strength, IsSure(measure, buyer)));
                trace.Add(GatesMessages.Asked(measure, strength));
            }
        }

        return AfterHorizon(asked.Count > 0 ? Asked(asked, buyer, trace) : named.Count > 0 ? Asked(named, buyer, trace) : Clear(trace), day);
    }

    Verdict Clear(ImmutableArray<string>.Builder trace) => new()
    {
        Gate = Gate, Word = VerdictWord.NoRequirement, Why = part.Country == Mainland ? GatesMessages.MadeInChina : GatesMessages.NoMeasure(known, Reach), Trace = trace.ToImmutable(),
    };

    Verdict Asked(List<(Measure Measure, int Strength, bool Sure)> asked, Buyer buyer, ImmutableArray<string>.Builder trace)
    {
        var strongest = asked.OrderByDescending(a => a.Strength).ThenBy(a => a.Measure.Id, StringComparer.Ordinal).ToImmutableArray();
        var barring = strongest.FirstOrDefault(a => a.Measure.Bars && a.Sure);
        var top = barring.Measure ?? strongest[0].Measure;
        var strength = strongest[0].Strength;
        ImmutableArray<string> missing = [.. buyer.Groups.IsEmpty && strongest.Any(a => !a.Sure && a.Strength == strength && !a.Measure.Audience.IsEmpty) ? ["buyer group"] : Array.Empty<string>(),
            .. strongest.Any(a => MayBeNamed(a.Measure, buyer) && a.Strength == a.Measure.NamedStrength && !a.Sure && a.Measure.Audience.IsEmpty) ? [GatesMessages.WhetherNamed(top)] : Array.Empty<string>(),
            .. buyer.Use is null && !top.On.Workloads.IsEmpty ? ["use"] : Array.Empty<string>()];
        return new()
        {
            Gate = Gate, Word = barring.Measure is null ? VerdictWord.Guided : VerdictWord.Barred, Strength = strength, Rules = [.. strongest.Select(a => a.Measure.Id)],
            Missing = missing, TurnsOn = strongest.All(a => a.Measure.Deniable) ? [GatesMessages.NotConfirmed] : [],
            LastKnown = top.Validity.End == KnownEnd.NotFound ? Reach : null, Why = GatesMessages.Steers(top, strength, barring.Measure is not null), Trace = trace.ToImmutable(),
        };
    }

    /// <summary>Whether the buyer may be one of the firms that it names: its name is not known. It then leaves no all-clear, and adds nothing to what others ask.</summary>
    static bool MayBeNamed(Measure measure, Buyer buyer) => buyer.Firm is null && !measure.Named.IsEmpty && measure.NamedStrength > 0;

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
