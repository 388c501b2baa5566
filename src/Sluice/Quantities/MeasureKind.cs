using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>A quantity of one dimension, converted to canonical units and to the currency of the case.</summary>
/// <param name="words">What is expected.</param>
/// <param name="example">An example.</param>
/// <param name="dimension">The dimension.</param>
/// <param name="low">The least value, in canonical units.</param>
/// <param name="high">The greatest value, in canonical units.</param>
/// <param name="also">A second dimension that means the same here (a price per unit may leave out the unit).</param>
internal sealed class MeasureKind(string words, string example, Dimension dimension, double low = 0, double high = double.PositiveInfinity, Dimension? also = null) : ScalarKind<double>
{
    /// <inheritdoc/>
    public override string Words => words;

    /// <inheritdoc/>
    public override string Example => example;

    /// <inheritdoc/>
    protected override bool TryReadText(Scalar scalar, Reader reader, out double value)
    {
        value = 0;
        if (!QuantityReading.TryRead(scalar, reader, words, example, out var quantity)) return false;
        if (!IsFitting(quantity)) return reader.Report(QuantityMessages.WrongDimension(scalar.At, scalar.Text, quantity, dimension, words, example));
        if (!QuantityReading.TryWorth(quantity.Unit, scalar, reader, out var worth)) return false;
        value = quantity.Canonical * worth;
        return (value >= low && value <= high) || reader.Report(QuantityMessages.OutOfRange(scalar.At, scalar.Text, words, example));
    }

    /// <summary>Zero needs no unit. A share needs its %, or it could not be told from a number of per cent.</summary>
    private bool IsFitting(Quantity quantity)
    {
        if (quantity.Value == 0 && quantity.Unit.Equals(Unit.None)) return true;
        if (dimension.IsNone) return quantity.Unit.Over is [{ Symbol: "%" }] && quantity.Unit.Under.Length == 0;
        return quantity.Unit.Dimension.Equals(dimension) || quantity.Unit.Dimension.Equals(also);
    }
}
