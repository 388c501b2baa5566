using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>A number in a table of units: <c>200k</c>, with or without "units"; for rentals also equivalents.</summary>
sealed class CountKind(bool orEquivalents = false) : ScalarKind<double>
{
    /// <inheritdoc/>
    public override string Words => orEquivalents ? "a number of units, or of equivalents for a rental" : "a number of units";

    /// <inheritdoc/>
    public override string Example => "36k";

    /// <inheritdoc/>
    protected override bool TryReadText(Scalar scalar, Reader reader, out double value)
    {
        if (Numerals.TryParse(scalar.Text, out value)) return value >= 0 || reader.Report(ReadingMessages.OutOfRange(scalar.At, scalar.Text, Words + " of at least 0"));
        var isEquivalents = orEquivalents && Quantity.TryParse(scalar.Text, out var quantity) && quantity.Unit.Dimension.PowerOf(Dimension.Equivalent) == 1;
        return (isEquivalents ? Measures.Equivalents : Measures.Units).TryRead(scalar, reader, out value);
    }
}
