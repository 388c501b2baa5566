using CsCheck;
using Sluice.Reading;

namespace Sluice.Tests.Reading;

public class NumeralsTests
{
    [Theory]
    [InlineData("1850", 1850)]
    [InlineData("1 850", 1850)]
    [InlineData("1\u202F850\u2009000", 1_850_000)]
    [InlineData("36k", 36_000)]
    [InlineData("1.2 bn", 1.2e9)]
    [InlineData("3万", 30_000)]
    [InlineData("2 亿", 2e8)]
    [InlineData("11 500.5", 11_500.5)]
    [InlineData("-0.25", -0.25)]
    [InlineData("−3", -3)]
    [InlineData("1e-7", 1e-7)]
    [InlineData("1 000k", 1e6)]
    public void Numbers_are_read_as_people_write_them(string text, double value)
    {
        Assert.True(Numerals.TryParse(text, out var read));
        Assert.Equal(value, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,850")]
    [InlineData("1.850.000")]
    [InlineData("12 34")]
    [InlineData("2025 100")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1K")]
    [InlineData("0x10")]
    [InlineData("NaN")]
    [InlineData("1e999")]
    public void What_could_mean_two_things_is_no_number(string text) => Assert.False(Numerals.TryParse(text, out _));

    [Fact]
    public void A_number_ends_before_its_unit()
    {
        Assert.True(Numerals.TryReadPrefix("20 910Ce per month", out var value, out var length));
        Assert.Equal((20, 2), (value, length));
    }

    [Fact]
    public void Reading_what_was_printed_gives_the_same_number() =>
        Gen.Double.Where(double.IsFinite).Always(value => Numerals.TryParse(Numerals.Print(value), out var read) && read.Equals(value));

    [Fact]
    public void A_comma_is_answered_with_the_notation_for_thousands_and_fractions()
    {
        var read = Written.As("a: 1,850");
        Assert.False(read.TryRead(Kinds.Number(), "a", out _));
        Assert.Contains("write thousands with a space (1 850) and fractions with a point (0.5)", read.Message, StringComparison.Ordinal);
    }
}
