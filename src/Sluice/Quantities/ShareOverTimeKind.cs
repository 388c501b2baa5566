using System.Diagnostics.CodeAnalysis;
using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>A share per time, such as <c>20 % per quarter</c>, made into a rate or a growth.</summary>
/// <param name="words">What is expected.</param>
/// <param name="example">An example.</param>
/// <param name="low">The share is at least this, or above it where <paramref name="isLowOpen"/>.</param>
/// <param name="isLowOpen">Whether the lower bound itself is refused.</param>
/// <param name="high">The share is below this.</param>
/// <param name="make">Makes the value from share and months.</param>
internal sealed class ShareOverTimeKind<T>(string words, string example, double low, bool isLowOpen, double high, Func<double, double, T> make) : ScalarKind<T>
{
    /// <inheritdoc/>
    public override string Words => words;

    /// <inheritdoc/>
    public override string Example => example;

    /// <inheritdoc/>
    /// <remarks>Said again here, so that it is compiled ahead for every type of value.</remarks>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out T value) => base.TryRead(node, reader, out value);

    /// <inheritdoc/>
    protected override bool TryReadText(Scalar scalar, Reader reader, [MaybeNullWhen(false)] out T value)
    {
        value = default;
        if (!QuantityReading.TryRead(scalar, reader, words, example, out var quantity)) return false;
        var isZero = quantity.Value == 0 && quantity.Unit.Dimension.IsNone;
        if (!isZero && quantity.Unit is not { Over: [{ Symbol: "%" }], Under: [{ Measure: Dimension.Time }] })
            return reader.Report(QuantityMessages.WrongDimension(scalar.At, scalar.Text, quantity, Dimension.Of("", Dimension.Time), words, example));
        var share = quantity.Value * 0.01;
        if (share < low || (isLowOpen && share <= low) || share >= high) return reader.Report(QuantityMessages.OutOfRange(scalar.At, scalar.Text, words, example));
        value = make(share, isZero ? 1 : quantity.Unit.Under[0].Factor);
        return value is not null;
    }
}
