using Sluice.Quantities;
using Sluice.Reading;
using Sluice.Tests.Reading;

namespace Sluice.Tests;

public class GivenTests
{
    private static readonly Kind<Given<double>> share = Given.Of(Measures.Share);

    [Fact]
    public void A_plain_value_has_no_basis_and_is_indexed_all_the_same()
    {
        var read = Written.As("a: 20 %");
        Assert.True(read.TryRead(share, "a", out var given));
        Assert.Equal((0.2, null, Basis.None, false), (given!.Value, given.Between, given.Basis, given.Hindsight));
        var entry = read.Reader.Get<GivenIndex>()["a"]!;
        Assert.Equal(("20 %", 20.0, "%", false), (entry.Text, entry.Number!.Value, entry.Unit, entry.Basis.IsStated));
        Assert.Equal("35 %", entry.With(35));
    }

    [Fact]
    public void A_map_carries_range_basis_and_hindsight()
    {
        var read = Written.As("a: {value: 20 %, between: [10 %, 30], basis: [x, y]}\nb: {value: 20 %, judgement: a guess, hindsight: yes}\nc: {value: 20 %, basis: Bernstein 2025, confidence: press, between: 10 % to 30 %}\nd: {value: 20 %, basis: [x], judgement: half of it}");
        Assert.True(read.TryRead(share, "a", out var claims));
        Assert.True(read.TryRead(share, "b", out var judged));
        Assert.True(read.TryRead(share, "c", out var cited));
        Assert.Equal(new Interval<double>(0.1, 0.3), claims!.Between);
        Assert.Equal(["x", "y"], Assert.IsType<Claims>(claims.Basis).Ids.Select(i => i.Id));
        Assert.Equal(new Judgement("a guess"), judged!.Basis);
        Assert.True(judged.Hindsight);
        Assert.Equal(new Citation("Bernstein 2025", "press"), cited!.Basis);
        Assert.True(read.TryRead(share, "d", out var reasoned));
        Assert.Equal("half of it", Assert.IsType<Claims>(reasoned!.Basis).Remark);
        Assert.Equal(new Interval<double>(0.1, 0.3), cited.Between);
        Assert.Equal((10, 30), (read.Reader.Get<GivenIndex>()["a"]!.Low, read.Reader.Get<GivenIndex>()["a"]!.High));
    }

    [Theory]
    [InlineData("median 82 days", 82.0, "days", "median 90 days")]
    [InlineData("36k units per quarter", 36_000.0, "units per quarter", "90 units per quarter")]
    [InlineData("30 days before delivery", 30.0, "days before delivery", "90 days before delivery")]
    [InlineData("1.5", 1.5, "", "90")]
    [InlineData("about 2025-07-22", null, "", null)]
    [InlineData("take-or-pay", null, "", null)]
    public void An_assumption_is_varied_in_its_own_notation(string text, double? number, string unit, string? varied)
    {
        var read = Written.As($"a: {text}");
        Assert.True(read.TryRead(Given.Of(Kinds.Text), "a", out _));
        var entry = read.Reader.Get<GivenIndex>()["a"]!;
        Assert.Equal((number, unit), (entry.Number, entry.Unit));
        if (varied is not null) Assert.Equal(varied, entry.With(90));
    }

    [Theory]
    [InlineData("{value: 20 %, between: [30 %, 40 %]}", "1:12 SLU0126")]
    [InlineData("{value: 20 %, between: [40 %, 10 %]}", "1:27 SLU0126")]
    [InlineData("{value: 20 %, between: [10 %]}", "1:27 SLU0126")]
    [InlineData("{value: 20 %, between: [10 %, 5 USD]}", "1:34 SLU0121")]
    [InlineData("{value: 120 %, between: [10 %, 300 %], bsis: x}", "1:12 SLU0105", "1:35 SLU0105", "1:43 SLU0101")]
    [InlineData("{vlaue: 20 %}", "1:4 SLU0102", "1:5 SLU0101")]
    [InlineData("{between: [1 %, 2 %]}", "1:4 SLU0102")]
    [InlineData("{levels: 3}", "1:4 SLU0103")]
    [InlineData("{value: 20 %, basis: []}", "1:25 SLU0103")]
    public void Faults_of_range_and_basis_are_found_together_with_those_of_the_value(string text, params string[] faults)
    {
        var read = Written.As($"a: {text}");
        Assert.False(read.TryRead(share, "a", out _));
        Assert.Equal(faults, read.Faults);
    }

    [Fact]
    public void Conversions_keep_range_basis_and_provenance_and_turn_the_range_where_it_runs_backwards()
    {
        var read = Written.As("a: {value: 6 months, between: [3 months, 12 months], basis: [x]}");
        Assert.True(read.TryRead(Given.Of(Measures.Duration), "a", out var dwell));
        var rate = dwell!.Map(Rate.FromMedian);
        Assert.Equal((dwell.Basis, dwell.Provenance), (rate.Basis, rate.Provenance));
        Assert.Equal(new Interval<Rate>(Rate.FromMedian(12), Rate.FromMedian(3)), rate.Between);
    }

    [Fact]
    public void A_patched_value_tells_what_it_replaced()
    {
        var read = Written.As("a: {value: 20 %, basis: [x]}");
        var map = Patches.Apply(read.Map!, [Patch.Set("a", "40 %", new("hard.yaml", 1, 1))], read.Diagnostics);
        Assert.True(share.TryRead(map["a"]!, read.Reader, out var given));
        Assert.Equal(("40 %", "20 %"), (given!.Provenance.Written, given.Provenance.Replaces!.Written));
        Assert.Equal(Basis.None, given.Basis);
    }
}
