using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>How <see cref="SupplyStep"/>s are written: one value, or values by the day from which they hold.</summary>
/// <param name="value">The kind of one value.</param>
sealed class SupplyKind(Kind<Given<double>> value) : Kind<ImmutableArray<SupplyStep>>
{
    readonly Kind<ImmutableArray<Named<Given<double>>>> entries = Kinds.MapOf(value);

    /// <inheritdoc/>
    public override string Words => $"a map from first days to values, each {value.Words}";

    /// <inheritdoc/>
    public override string Example => $"{{2025-08-01: {value.Example}}}";

    /// <inheritdoc/>
    public override JsonObject Schema() => entries.Schema();

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, out ImmutableArray<SupplyStep> steps)
    {
        steps = [];
        if (!entries.TryRead(node, reader, out var read)) return false;
        var sound = true;
        var found = ImmutableArray.CreateBuilder<SupplyStep>();
        foreach (var (id, at, step) in read)
        {
            if (DateOnly.TryParseExact(id, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) found.Add(new(day, step));
            else sound = reader.Report(MarketMessages.NotADay(at, id));
        }

        steps = found.Sorted(static (a, b) => Nullable.Compare(a.From, b.From));
        return sound;
    }
}

/// <summary>How a <see cref="Quote"/> is written.</summary>
public static class QuoteShape
{
    static readonly Field<Given<double>> quantity = new("quantity", Given.Of(Measures.Units), "units", "18k units");
    static readonly Field<DateOnly> until = new("until", Kinds.Date, "last day on which an order draws on it", "2025-09-30");

    /// <summary>The shape.</summary>
    public static Shape<Quote> Shape { get; } = new("quote", "An allotment with a date: orders draw on it until then, later ones on the supply.", [quantity, until], row => new(row.At(quantity), row.At(until)));
}

/// <summary>How a <see cref="Cancellation"/> is written.</summary>
public static class CancellationShape
{
    static readonly Field<Given<double>> until = new("until", Given.Of(Kinds.Phrase("", Measures.Duration, "before delivery")),
        "how long before delivery the right ends, counted back from the first day of the period in which the units are due", "30 days before delivery");
    static readonly Field<Given<double>> refund = new("refund", Given.Of(Measures.Price), "money per unit given back; at most the deposit counts", "2 300 USD");

    /// <summary>The shape.</summary>
    public static Shape<Cancellation> Shape { get; } = new("cancellation", "Terms of cancelling an order.", [until, refund], row => new(row.At(until), row.At(refund)));
}
