using System.Collections.Immutable;
using System.Globalization;
using Sluice.Market;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Gates.Conditions;

/// <summary>Takes the figures of a part that were known on a day, and notes which of them are weak.</summary>
sealed class FigureReading(ReferenceDays references, VagueDate? partKnown, DateOnly asOf)
{
    readonly ImmutableArray<FigureNote>.Builder notes = ImmutableArray.CreateBuilder<FigureNote>();

    /// <summary>What was noted so far.</summary>
    public ImmutableArray<FigureNote> Notes => notes.ToImmutable();

    /// <summary>Whether a fact was known.</summary>
    public bool Known<T>(Stated<T>? fact) => fact is not null && references.FirstDay(fact.Backing.References, partKnown) <= asOf;

    /// <summary>What a figure may be: the span over what its sources say.</summary>
    public FigureSpan Span(string figure, Fact? fact)
    {
        if (fact is null || !Known(fact)) return FigureSpan.Anything;
        var span = FigureSpan.Of(fact);
        var widened = Others(fact).Aggregate(span, (all, other) => all.With(FigureSpan.Exactly(other)));
        Note(figure, fact, span, widened);
        return widened;
    }

    /// <summary>The largest rate × bit length. Where a format was not known yet, more is possible.</summary>
    public FigureSpan Tpp(Part part)
    {
        FigureSpan? most = null;
        (Fact Fact, FigureSpan Own, FigureSpan Widened)? top = null;
        var open = false;
        foreach (var (format, rate) in part.Dense)
        {
            if (NumberFormat.Bits(format) is not { } bits) continue;
            if (!Known(rate))
            {
                open = true;
                continue;
            }

            var own = FigureSpan.Of(rate).Times(bits);
            var widened = Others(rate).Aggregate(own, (all, other) => all.With(FigureSpan.Exactly(other * bits)));
            if (top is null || widened.High > top.Value.Widened.High) top = (rate, own, widened);
            most = FigureSpan.Larger(most, widened);
        }

        if (most is not { } tpp || top is not { } highest) return FigureSpan.Anything;
        Note("tpp", highest.Fact, highest.Own, highest.Widened);
        return open ? new(tpp.Low, double.PositiveInfinity, OpenEnd.Open) : tpp;
    }

    bool Known(Fact fact) => references.FirstDay(fact.Backing.References, partKnown) <= asOf;

    IEnumerable<double> Others(Fact fact)
    {
        foreach (var (reference, text) in fact.Backing.Others)
            if (references.FirstDay([reference], partKnown) <= asOf && Number(text) is { } number) yield return number;
    }

    /// <summary>The number that another source gives, in the unit of the figure.</summary>
    static double? Number(string text)
    {
        var digits = string.Concat(text.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or ' ')).Replace(" ", "", StringComparison.Ordinal);
        return double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? text.Contains("TB/s", StringComparison.Ordinal) ? number * 1000 : number : null;
    }

    void Note(string figure, Fact fact, FigureSpan own, FigureSpan widened)
    {
        if (own != widened) notes.Add(new(figure, GatesMessages.SourcesDiffer(widened.ToString())));
        else if (!own.IsExact) notes.Add(new(figure, GatesMessages.OnlyABound(own.ToString())));
        else if (fact.Backing.Grade is Grade.Press or Grade.Estimate or Grade.Inferred)
            notes.Add(new(figure, GatesMessages.Weak(fact.Backing.Grade, fact.Backing.References)));
    }
}
