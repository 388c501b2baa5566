using CsCheck;
using Sluice.Quantities;

namespace Sluice.Tests;

public class UnitsTests
{
    private static readonly string[] words =
        ["USD", "CNY", "unit", "H20e", "910Ce", "hour", "day", "week", "month", "quarter", "year", "W", "kW", "MW", "kWh", "MWh", "GB", "TB", "GB/s", "mm2", "TFLOPS", "%"];

    private static readonly Gen<string> product = Gen.Int[0, words.Length - 1].Select(i => words[i]).Array[1, 3].Select(w => string.Join('-', w));

    private static readonly Gen<string> unit = Gen.Select(product, product.Array[0, 2], Gen.Bool, (over, under, hasOver) =>
        string.Join(" per ", under.Length > 0 && !hasOver ? under.Prepend("") : under.Prepend(over)).TrimStart());

    [Fact]
    public void Reading_what_was_printed_gives_the_same_unit() => unit.Always(text =>
        Units.TryParse(text, out var read) && Units.TryParse(read.ToString(), out var again) && again.Equals(read) && again.ToString() == read.ToString() && again.Factor.Equals(read.Factor));

    [Fact]
    public void Reading_what_was_printed_gives_the_same_quantity() => Gen.Select(Gen.Double[-1e9, 1e9], unit).Always(drawn =>
    {
        var (value, text) = drawn;
        Assert.True(Units.TryParse(text, out var read));
        var quantity = new Quantity(value, read);
        return Quantity.TryParse(quantity.ToString(), out var again) && again == quantity;
    });

    [Theory]
    [InlineData("1 850 USD per H20e-quarter", 1850.0 / 3, "money per equivalent and time")]
    [InlineData("20k H20e per month", 20_000, "equivalent per time")]
    [InlineData("36k units per quarter", 12_000, "unit per time")]
    [InlineData("36k cards/quarter", 12_000, "unit per time")]
    [InlineData("10 % per year", 0.1 / 12, "a number per time")]
    [InlineData("0.5 CNY per kWh", 0.5, "money per energy")]
    [InlineData("3万 units", 30_000, "unit")]
    [InlineData("2 亿 CNY", 2e8, "money")]
    [InlineData("1.2 bn USD", 1.2e9, "money")]
    [InlineData("60%", 0.6, "a plain number or share")]
    [InlineData("4.8 TB/s", 4800, "bandwidth")]
    [InlineData("814 mm²", 814, "area")]
    [InlineData("2 weeks", 14 / 30.4375, "time")]
    [InlineData("400 W", 0.4, "power")]
    [InlineData("20 910Ce", 20, "equivalent")]
    [InlineData("7 USD per unit per day", 7 * 30.4375, "money per unit and time")]
    public void Quantities_are_read_into_canonical_units(string text, double canonical, string dimension)
    {
        Assert.True(Quantity.TryParse(text, out var read));
        Assert.Equal(canonical, read.Canonical, 1e-9 * Math.Abs(canonical));
        Assert.Equal(dimension, read.Unit.Dimension.ToString());
    }

    [Theory]
    [InlineData("1 quarter")]
    [InlineData("2 quarters")]
    [InlineData("36 000 units per quarter")]
    [InlineData("1 850 USD per H20e-quarter")]
    [InlineData("20 % per quarter")]
    public void Quantities_print_as_people_write_them(string text)
    {
        Assert.True(Quantity.TryParse(text, out var read));
        Assert.Equal(text, read.ToString());
    }

    [Theory]
    [InlineData("5 RMB", "RMB")]
    [InlineData("5 USD H20e", "H20e")]
    [InlineData("5 USD per", "per")]
    [InlineData("5 per per day", "per")]
    [InlineData("5 USD-", "USD-")]
    [InlineData("5 quartres", "quartres")]
    [InlineData("5 some", "some")]
    public void What_is_no_unit_is_named(string text, string word)
    {
        Assert.False(Quantity.TryParse(text, out _, out var unknown));
        Assert.Equal(word, unknown);
    }
}
