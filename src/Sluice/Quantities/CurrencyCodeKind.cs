using System.Diagnostics.CodeAnalysis;
using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>An ISO code of a currency.</summary>
internal sealed class CurrencyCodeKind : ScalarKind<string>
{
    /// <inheritdoc/>
    public override string Words => "the ISO code of a currency";

    /// <inheritdoc/>
    public override string Example => "USD";

    /// <inheritdoc/>
    protected override bool TryReadText(Scalar scalar, Reader reader, [MaybeNullWhen(false)] out string value)
    {
        value = scalar.Text;
        return Currencies.Codes.Contains(value) || reader.Report(QuantityMessages.UnknownCurrency(scalar.At, value));
    }
}
