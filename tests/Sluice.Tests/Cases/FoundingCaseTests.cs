using Sluice.Cases;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Outlooks;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Tests.Cases;

public class FoundingCaseTests
{
    static readonly Case world = TestCases.Founding.Load().Case!;

    [Fact]
    public void It_loads_without_errors_and_warnings()
    {
        var loaded = TestCases.Founding.Load();
        Assert.Empty(loaded.Diagnostics.Where(d => d.Severity != Severity.Note));
        Assert.NotNull(loaded.Case);
    }

    [Fact]
    public void Its_clock_has_the_stub_of_August_four_months_and_eight_quarters()
    {
        Assert.Equal(13, world.Header.Clock.Periods.Length);
        Assert.Equal(11 / 31.0, world.Header.Clock.Periods[0].Months, 1e-12);
        Assert.Equal(world.Header.Clock.Periods[0], world.Header.Clock.Find("2025-08"));
        Assert.Equal(world.Header.Clock.Periods[12], world.Header.Clock.Find("2027-Q4"));
    }

    [Fact]
    public void Numbers_stand_in_canonical_units()
    {
        var h20 = (Purchase)world.Market.Offer("h20-stock");
        Assert.Equal(11_500, h20.Price.Value);
        Assert.Equal(3, h20.Lead.Value);
        Assert.Equal(12_000, h20.Supply[0].Value.Value, 1e-9);
        Assert.Equal(30 / 30.4375, h20.Cancel!.Notice.Value, 1e-12);
        Assert.Equal(60, h20.Life.Value);
        var rent = (Rental)world.Market.Offer("rent-mainland");
        Assert.Equal(800, rent.Price.Value, 1e-9);
        Assert.Equal(0.60 / 7.18, world.Market.Site("mainland").Energy.Value, 1e-12);
        Assert.Equal(330_000, world.Market.Site("mainland").Power!.Value);
        Assert.Equal(Math.Pow(1.12, 1.0 / 3) - 1, world.Market.Site("mainland").PowerGrowth!.Value, 1e-12);
        Assert.Equal(0.10, world.Header.Discount.Value, 1e-12);
    }

    [Fact]
    public void Rates_are_per_month_before_reasons()
    {
        Assert.Equal(-Math.Log(0.8) / 3, Move("cac", "tighten").Rate.Value, 1e-12);
        Assert.Equal(Math.Log(2) / (92 / 30.4375), Move("cac", "answer").Rate.Value, 1e-12);
        var between = Move("cac", "answer").Rate.Between!.Value;
        Assert.True(between.Low < between.High);
    }

    [Fact]
    public void A_share_paid_becomes_money_for_all_units()
    {
        var files = TestCases.Small.With("on-order.csv", "offer,units,due,deposit-paid\nascend-910c,1k,2025-11-15,1 M USD\nh20,2k,2025-11-15,30 %\n");
        Assert.Equal([1e6, 0.30 * 11_500 * 2_000], files.Load().Case!.Market.OnOrder.Select(o => Math.Round(o.DepositPaid!.Value, 3)));
    }

    [Fact]
    public void An_offer_that_a_level_launches_is_shut_until_then()
    {
        Assert.Equal(Launch.ByEffect, ((Purchase)world.Market.Offer("b30a")).Launch);
        Assert.Equal(Launch.Open, ((Purchase)world.Market.Offer("h20-stock")).Launch);
    }

    [Fact]
    public void Parts_of_the_case_are_laid_over_those_of_the_atlas()
    {
        var h20 = world.Market.Part("nvidia-h20");
        Assert.StartsWith("atlas/parts/", h20.Bandwidth!.Backing.Provenance.At.File, StringComparison.Ordinal);
        Assert.Equal("parts.yaml", h20.Drawn!.Provenance.At.File);
        Assert.Equal(0.72, h20.Drawn.Value);
    }

    [Fact]
    public void A_basis_may_be_claims_with_a_remark_or_a_judgement()
    {
        var lead = ((Purchase)world.Market.Offer("h20-stock")).Lead;
        Assert.Equal("h20-stock-held", Assert.Single(Assert.IsType<Claims>(lead.Basis).Ids).Id);
        Assert.NotEmpty(lead.Basis.Remark);
        Assert.IsType<Judgement>(((Purchase)world.Market.Offer("h20-stock")).Deposit.Basis);
    }

    [Fact]
    public void Claims_in_a_table_are_joined_by_semicolons()
    {
        var h20 = world.Market.Fleet.First(f => f.Part.Id == "nvidia-h20");
        Assert.Equal(["omdia-hopper-orders", "h20-sales-early-2025"], Assert.IsType<Claims>(h20.Units.Basis).Ids.Select(c => c.Id));
    }

    [Fact]
    public void Every_offer_has_a_verdict_and_the_Ascend_parts_conflict()
    {
        Assert.Equal(world.Market.Offers.Select(o => o.Id), world.Verdicts.Keys);
        Assert.Equal(["ascend-910c", "ascend-950"], world.Verdicts.Values.Where(v => v.Conflict is not null).Select(v => v.Offer));
        Assert.Contains(world.Verdicts["h20-stock"].Verdicts, v => v is { Gate: "us-export", Word: VerdictWord.Licence, Driver.Id: "us-export" });
    }

    [Fact]
    public void Every_number_is_an_assumption_with_its_path()
    {
        var tighten = world.Assumptions.Single(a => a.Path == "drivers.cac.moves.tighten.chance");
        Assert.Equal((20, 8, 40, "% per quarter"), (tighten.Value, tighten.Low, tighten.High, tighten.Unit));
        Assert.Equal("25 % per quarter", tighten.With(25));
        Assert.True(tighten.Hindsight);
        Assert.Equal(world.Assumptions.Select(a => a.Path).Order(StringComparer.Ordinal), world.Assumptions.Select(a => a.Path));
        Assert.Equal(world.Assumptions.Concat(world.HabitAssumptions).Count(a => a.Hindsight), TestCases.Founding.Load().Diagnostics.Count(d => d.Code == "SLU0432"));
    }

    [Fact]
    public void The_horizon_is_the_earliest_of_the_sections_used() => Assert.Equal(new DateOnly(2026, 9, 30), world.Atlas.Horizon);

    static Move Move(string driver, string name) => world.Driver(driver).Moves.Single(m => m.Name == name);
}
