using Sluice.Quantities;
using Sluice.Reading;
using Sluice.Tests.Reading;

namespace Sluice.Tests;

public class MeasuresTests
{
    [Theory]
    [InlineData("2", "SLU0122", "'2' has no unit; expected a length of time, such as `1 quarter`.")]
    [InlineData("30 units", "SLU0121", "'30 units' is a number of units; expected a length of time, such as `1 quarter`.")]
    [InlineData("20 % per quarter", "SLU0121", "'20 % per quarter' is a share per time; expected a length of time, such as `1 quarter`.")]
    [InlineData("-1 quarter", "SLU0105", "'-1 quarter' is out of range; expected a length of time, such as `1 quarter`.")]
    [InlineData("2 quaters", "SLU0120", "'quaters' in '2 quaters' is no unit. Did you mean 'quarters'? Expected something like `1 quarter`.")]
    [InlineData("soon", "SLU0104", "'a' is 'soon'; expected a length of time, such as `1 quarter`.")]
    [InlineData("1,5 months", "SLU0104", "'a' is '1,5 months': a comma means different things in different countries; write thousands with a space (1 850) and fractions with a point (0.5); expected a length of time, such as `1 quarter`.")]
    public void A_length_of_time_that_is_none_says_what_was_found_and_expected(string text, string code, string message)
    {
        var read = Written.As($"a: {text}");
        Assert.False(read.TryRead(Measures.Duration, "a", out _));
        Assert.Equal((code, message), (read.Diagnostics.Sorted[0].Code, read.Message));
    }

    [Theory]
    [InlineData("60", "SLU0122")]
    [InlineData("0.6", "SLU0122")]
    [InlineData("120 %", "SLU0105")]
    [InlineData("-5 %", "SLU0105")]
    [InlineData("60 % per year", "SLU0121")]
    public void A_share_has_its_sign_and_lies_between_nothing_and_all(string text, string code)
    {
        var read = Written.As($"a: {text}");
        Assert.False(read.TryRead(Measures.Share, "a", out _));
        Assert.Equal(code, read.Diagnostics.Sorted[0].Code);
    }

    [Theory]
    [InlineData("100 % per quarter", "SLU0105")]
    [InlineData("120 % per quarter", "SLU0105")]
    [InlineData("-1 % per quarter", "SLU0105")]
    [InlineData("20 %", "SLU0121")]
    [InlineData("0.2 per quarter", "SLU0121")]
    [InlineData("0.2", "SLU0122")]
    public void A_chance_is_a_share_below_all_per_time(string text, string code)
    {
        var read = Written.As($"a: {text}");
        Assert.False(read.TryRead(Measures.Chance, "a", out _));
        Assert.Equal(code, read.Diagnostics.Sorted[0].Code);
    }

    [Fact]
    public void A_chance_is_a_rate_and_gives_its_chance_back_over_its_time()
    {
        var read = Written.As("a: 20 % per quarter\nb: 0\nc: 10 % per year");
        Assert.True(read.TryRead(Measures.Chance, "a", out var quarterly));
        Assert.True(read.TryRead(Measures.Chance, "b", out var never));
        Assert.True(read.TryRead(Measures.Chance, "c", out var yearly));
        Assert.Equal(-Math.Log(0.8) / 3, quarterly.PerMonth, 1e-15);
        Assert.Equal(0.2, quarterly.ChanceOver(3), 1e-15);
        Assert.Equal(0, never.PerMonth);
        Assert.Equal(0.1, yearly.ChanceOver(12), 1e-15);
    }

    [Fact]
    public void A_median_dwell_is_the_rate_that_leaves_half_in_that_time()
    {
        var read = Written.As("a: median 82 days\nb: 82 days\nc: median 0 days");
        Assert.True(read.TryRead(Measures.Dwell, "a", out var rate));
        Assert.Equal(Math.Log(2) / (82 / 30.4375), rate.PerMonth, 1e-15);
        Assert.Equal(0.5, rate.ChanceOver(82 / 30.4375), 1e-15);
        Assert.False(read.TryRead(Measures.Dwell, "b", out _));
        Assert.False(read.TryRead(Measures.Dwell, "c", out _));
        Assert.Equal(["2:4 SLU0104", "3:4 SLU0105"], read.Faults);
    }

    [Fact]
    public void Growth_compounds_to_its_share_over_its_time()
    {
        var read = Written.As("a: 10 % per year\nb: -20 % per quarter");
        Assert.True(read.TryRead(Measures.Growth, "a", out var growth));
        Assert.True(read.TryRead(Measures.Growth, "b", out var decline));
        Assert.Equal(1.1, growth.Factor(12), 1e-12);
        Assert.Equal(1 / 1.1, growth.Factor(-12), 1e-12);
        Assert.Equal(0.8, decline.Factor(3), 1e-12);
    }

    [Fact]
    public void Money_is_converted_to_the_currency_of_the_case()
    {
        var table = new CurrencyTable("USD", new Dictionary<string, CurrencyRate> { ["CNY"] = new("USD", 7.18, new(2025, 8, 21)), ["USD"] = new("EUR", 1.16, new(2025, 8, 21)) });
        var read = Written.As("a: 71.8 CNY\nb: 100 EUR\nc: 7.18 CNY per kWh\nd: 5 HKD\ne: 11 500 USD per unit\nf: 3 RMB");
        read.Reader.With(table);
        Assert.Equal(10, Value(Measures.Money, "a"), 1e-12);
        Assert.Equal(116, Value(Measures.Money, "b"), 1e-12);
        Assert.Equal(1, Value(Measures.PowerPrice, "c"), 1e-12);
        Assert.Equal(11_500, Value(Measures.Price, "e"), 1e-12);
        Assert.False(read.TryRead(Measures.Money, "d", out _));
        Assert.False(read.TryRead(Measures.Money, "f", out _));
        Assert.Equal(["4:4 SLU0123", "6:4 SLU0120"], read.Faults);
        Assert.Contains("the case has no rate for HKD; add it under `rates` in case.yaml, such as `HKD: {per: USD, value: (how many HKD one USD is), on: 2025-08-21}`, or write the amount in CNY, EUR or USD.", read.Diagnostics.Sorted[0].Message, StringComparison.Ordinal);
        Assert.Equal("CNY", read.Diagnostics.Sorted[1].Nearest);

        double Value(Kind<double> kind, string path) => read.TryRead(kind, path, out var value) ? value : double.NaN;
    }

    [Fact]
    public void Money_without_a_currency_of_the_case_cannot_be_read()
    {
        var read = Written.As("a: 5 USD");
        Assert.False(read.TryRead(Measures.Money, "a", out _));
        Assert.Equal(["1:4 SLU0123"], read.Faults);
    }

    [Fact]
    public void Equivalents_must_be_declared_by_a_workload()
    {
        var read = Written.As("a: 160k H200e\nb: 5 USD per H20e-quarter");
        read.Reader.With(new EquivalentNames(["H20e", "H100e"])).With(new CurrencyTable("USD", new Dictionary<string, CurrencyRate>()));
        Assert.False(read.TryRead(Measures.Equivalents, "a", out _));
        Assert.Equal("SLU0124", read.Diagnostics.Sorted[0].Code);
        Assert.Equal("no workload declares the equivalent 'H200e'; the case has H100e or H20e. Did you mean 'H100e'?", read.Message);
        Assert.True(read.TryRead(Measures.MoneyPer("equivalent", "time"), "b", out var price));
        Assert.Equal(5.0 / 3, price, 1e-12);
    }

    [Fact]
    public void A_measure_of_nothing_known_is_a_fault_of_the_program() => Assert.Throws<ArgumentException>(() => Measures.MoneyPer("equivalents"));
}
