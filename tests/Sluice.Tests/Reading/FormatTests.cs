using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Tests.Reading;

public class FormatTests
{
    [Theory]
    [InlineData(FormatExamples.Case)]
    [InlineData(FormatExamples.Workloads)]
    [InlineData(FormatExamples.Offers)]
    [InlineData(FormatExamples.Drivers)]
    [InlineData(FormatExamples.Atlas)]
    public void The_examples_of_the_format_are_read_without_a_fault(string text)
    {
        var read = Written.As(text);
        Assert.Empty(read.Faults);
        Assert.NotNull(read.Map);
    }

    [Fact]
    public void The_values_of_the_examples_have_kinds_that_read_them()
    {
        var read = Written.As(string.Join('\n', FormatExamples.Case, FormatExamples.Workloads, FormatExamples.Offers, FormatExamples.Drivers, FormatExamples.Atlas));
        read.Reader.With(new CurrencyTable("USD", new Dictionary<string, CurrencyRate> { ["CNY"] = new("USD", 7.18, new(2025, 8, 21)) })).With(new EquivalentNames(["H20e"]));
        Is(Kinds.Date, "as-of", new(2025, 8, 21));
        Is(Kinds.Phrase("", Measures.Share, "of planned outlay"), "indifference", 0.0025);
        Is(Measures.Duration, "wait", 3);
        Is(Measures.MoneyPer("equivalent", "time"), "workloads.inference.shortage.next.price", 1850.0 / 3);
        Is(Measures.Equivalents, "workloads.inference.minimum-service.level", 160_000);
        Is(Measures.MoneyPer("equivalent"), "stacks.cann.porting.inference.price", 40);
        Is(Measures.RatePerMonth("equivalent"), "stacks.cann.porting.inference.rate", 20_000);
        Is(Measures.Price, "offers.h20-stock.price", 11_500);
        Is(Measures.RatePerMonth("unit"), "offers.h20-stock.rate", 12_000);
        Is(Kinds.Phrase("", Measures.Duration, "before delivery"), "offers.h20-stock.cancel.until", 30 / 30.4375);
        Is(Kinds.Phrase("", Measures.Share, "in the first month"), "offers.h20-stock.ramp", 0.7);
        Is(Measures.Chance, "drivers.cac.moves.tighten.chance", new Rate(-Math.Log(0.8) / 3));
        Is(Measures.Share, "drivers.us-export.levels.closed.effects.shut.pass-deliveries.share", 0);
        Is(Kinds.DateSpan, "parts.nvidia-h20.sold-without-licence.CN", new(new(2024, 1, 1), new(2025, 4, 9)));
        Is(Kinds.VagueDate, "measures.cn-2025-07-cac-pause.effective", new(new(2025, 7, 22), new(2025, 7, 22), true));
        Is(Kinds.OrNoneValue(Kinds.Date), "rules.us-2023-10-17.ended", null);
        Is(Measures.Power, "parts.nvidia-h20.tdp.value", 0.4);
        Is(Measures.Area, "parts.nvidia-h20.die-area.value", 814);
        Is(Measures.Bandwidth, "parts.nvidia-h20.bandwidth", 4000);
        Is(CurrencyRate.Shape, "rates.CNY", new("USD", 7.18, new(2025, 8, 21)));
        Assert.Empty(read.Faults);

        void Is<T>(Kind<T> kind, string path, T? expected)
        {
            Assert.True(read.TryRead(kind, path, out var value), $"{path}: {string.Join('\n', read.Diagnostics.Sorted)}");
            if (expected is double number) Assert.Equal(number, (double)(object)value!, 1e-9);
            else Assert.Equal(expected, value);
        }
    }
}
