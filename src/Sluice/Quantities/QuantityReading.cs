using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>What all kinds with units do alike: read number and unit, check equivalents, convert money.</summary>
internal static class QuantityReading
{
    /// <summary>Reads a quantity and checks that its equivalents are declared.</summary>
    public static bool TryRead(Scalar scalar, Reader reader, string words, string example, out Quantity quantity)
    {
        if (!Quantity.TryParse(scalar.Text, out quantity, out var unknown))
            return unknown.Length == 0
                ? reader.Reject(scalar, words, example, ReadingMessages.WhyNotANumber(scalar.Text))
                : reader.Report(QuantityMessages.UnknownUnit(scalar.At, scalar.Text, unknown, example));
        if (reader.Find<EquivalentNames>() is not { } declared) return true;
        foreach (var name in quantity.Unit.Equivalents)
            if (!declared.Names.Contains(name)) return reader.Report(QuantityMessages.UnknownEquivalent(scalar.At, name, declared.Names));
        return true;
    }

    /// <summary>The factor that converts the currencies of a unit into that of the case.</summary>
    public static bool TryWorth(Unit unit, Scalar scalar, Reader reader, out double worth)
    {
        worth = 1;
        var table = reader.Find<CurrencyTable>();
        foreach (var money in unit.Over.Where(IsMoney))
        {
            if (!TryOne(money, out var one)) return false;
            worth *= one;
        }

        foreach (var money in unit.Under.Where(IsMoney))
        {
            if (!TryOne(money, out var one)) return false;
            worth /= one;
        }

        return true;

        bool TryOne(UnitAtom money, out double one)
        {
            one = 1;
            return (table is not null && table.TryWorth(money.Symbol, out one)) || reader.Report(QuantityMessages.CurrencyWithoutRate(scalar.At, money.Symbol, table));
        }
    }

    private static bool IsMoney(UnitAtom atom) => atom.Measure == Dimension.Money;
}
