using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Gates.Conditions;

/// <summary>A condition on a part, as a rule writes it: <c>{all: [tpp >= 1600, pd >= 5.92]}</c>. Its value follows from the part alone, not from the day.</summary>
/// <param name="At">Where it stands.</param>
abstract record Condition(Place At)
{
    /// <summary>Its value for a part.</summary>
    public abstract Finding Of(KnownFigures part);
}

/// <summary>All hold.</summary>
sealed record AllOf(ImmutableArray<Condition> Parts, Place At) : Condition(At)
{
    /// <inheritdoc/>
    public override Finding Of(KnownFigures part) => Finding.All([.. Parts.Select(p => p.Of(part))]);
}

/// <summary>At least one holds.</summary>
sealed record AnyOf(ImmutableArray<Condition> Parts, Place At) : Condition(At)
{
    /// <inheritdoc/>
    public override Finding Of(KnownFigures part) => Finding.Any([.. Parts.Select(p => p.Of(part))]);
}

/// <summary>It does not hold.</summary>
sealed record NotOf(Condition Inner, Place At) : Condition(At)
{
    /// <inheritdoc/>
    public override Finding Of(KnownFigures part) => Inner.Of(part).Not();
}

/// <summary>A figure, or a sum of figures, against a number.</summary>
sealed record FigureBound(ImmutableArray<string> Figures, BoundKind Bound, double Value, Place At) : Condition(At)
{
    /// <inheritdoc/>
    public override Finding Of(KnownFigures part)
    {
        var span = Figures.Select(part.Span).Aggregate((a, b) => a + b);
        var truth = span.Keeps(Bound, Value);
        return new(truth, truth == Truth.Unknown ? [.. Figures.Where(f => !part.Span(f).IsExact)] : [],
            GatesMessages.Bound(string.Join(" + ", Figures), span.ToString(), truth == Truth.False ? Opposite : Bound, Value, truth));
    }

    BoundKind Opposite => Bound switch
    {
        BoundKind.AtLeast => BoundKind.Below,
        BoundKind.Above => BoundKind.AtMost,
        BoundKind.Below => BoundKind.AtLeast,
        _ => BoundKind.Above,
    };
}

/// <summary>Whether the part is designed or sold for data centres.</summary>
sealed record DatacentreIs(bool Expected, Place At) : Condition(At)
{
    /// <inheritdoc/>
    public override Finding Of(KnownFigures part) => part.Datacentre is { } known
        ? new(Truths.Of(known == Expected), [], GatesMessages.Datacentre(known))
        : new(Truth.Unknown, ["datacentre"], GatesMessages.DatacentreNotKnown);
}

/// <summary>Whether it was sold inside the United States by a day. A vague day that holds the limit decides nothing.</summary>
sealed record SoldBy(DateOnly Day, Place At) : Condition(At)
{
    /// <inheritdoc/>
    public override Finding Of(KnownFigures part)
    {
        var truth = part.UsSaleFrom is not { } from ? Truth.Unknown : from.To <= Day ? Truth.True : from.From > Day ? Truth.False : Truth.Unknown;
        return new(truth, truth == Truth.Unknown ? ["us-sale-from"] : [], GatesMessages.Sold(part.UsSaleFrom, Day));
    }
}

/// <summary>Whether the rule puts the part into one of its classes.</summary>
sealed record ClassIs(string Name, Place At) : Condition(At)
{
    /// <inheritdoc/>
    public override Finding Of(KnownFigures part) => part.Class(Name);
}
