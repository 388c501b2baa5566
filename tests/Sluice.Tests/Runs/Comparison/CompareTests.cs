using System.Collections.Immutable;
using System.Text.Json.Nodes;
using CsCheck;
using Sluice.Cases;
using Sluice.Planning.Buyer;
using Sluice.Reading;
using Sluice.Runs;
using Sluice.Runs.Comparison;
using Sluice.Tests.Planning;

namespace Sluice.Tests.Runs.Comparison;

public class CompareTests
{
    static readonly PlanOptions quick = new() { Passes = 6, Stop = StopRule.PassesOnly, Threads = 1, Paths = 40 };

    static PlanRecord Plan(IFileSource files, PlanOptions options, params ImmutableArray<string> with)
    {
        var loaded = CaseReader.Load(files, MemorySource.Empty, new LoadOptions { WhatIfs = with });
        Assert.True(loaded.Case is not null, string.Join('\n', loaded.Diagnostics));
        return WorldPlan.Of(loaded.Case, options, new RunHeader("0.1.0", options.Seed, with), cancellation: TestContext.Current.CancellationToken).Record;
    }

    [Fact]
    public void An_empty_what_if_compares_empty() =>
        Gen.Int[0, 1_000].Always(seed =>
        {
            var files = RandomCase.Of(seed).Files.With("whatifs/nothing.yaml", "title: Nothing\nset: {}\n");
            var record = CompareRecords.Of((Plan(files, quick), null), (Plan(files, quick, "nothing"), null));
            Assert.Empty(record.Decisions);
            Assert.Empty(record.Quantities);
            Assert.Empty(record.Money);
            Assert.True(record.Same.Total > 0);
            Assert.Equal(record.A.InputDigest, record.B.InputDigest);
        }, draws: 8);

    [Fact]
    public void All_rows_are_those_that_differ_and_those_that_do_not()
    {
        var files = RandomCase.Of(17).Files.With("whatifs/dear.yaml", "title: Dear\nset: {discount: 30 % per year}\n");
        var (a, b) = (Plan(files, quick), Plan(files, quick, "dear"));
        var (some, all) = (CompareRecords.Of((a, null), (b, null)), CompareRecords.Of((a, null), (b, null), ComparedRows.All));
        Assert.NotEmpty(some.Money);
        Assert.Equal(some.Same, all.Same);
        Assert.Equal(some.Decisions.Length + some.Same.Decisions, all.Decisions.Length);
        Assert.Equal(some.Quantities.Length + some.Same.Quantities, all.Quantities.Length);
        Assert.Equal(some.Quantities, all.Quantities.Take(some.Quantities.Length));
        Assert.All(all.Quantities.Skip(some.Quantities.Length), q => Assert.Equal(DifferenceVerdict.Same, q.Verdict));
    }

    [Fact]
    public void The_interval_of_the_cost_holds_what_brute_force_finds()
    {
        var world = new Tiny();
        var files = world.Files.With("whatifs/dear.yaml", "title: Dear\nset: {offers.buy.price: 1 400 USD}\n");
        var dear = CaseReader.Load(files, MemorySource.Empty, new LoadOptions { WhatIfs = ["dear"] }).Case!;
        var truth = (SmallCase.Compile(dear).Value() - world.Value) * 1e6;
        var record = CompareRecords.Of((Plan(files, quick with { Passes = 20 }), null), (Plan(files, quick with { Passes = 20 }, "dear"), null));
        var cost = Assert.Single(record.Money, m => m.What == "expected cost");
        Assert.InRange(truth, cost.Low!.Value - 1_000, cost.High!.Value + 1_000);
        Assert.True(truth > 0);
        Assert.Equal(DifferenceVerdict.Settled, cost.Verdict);
    }

    static readonly PlanRecord plan = Sample();

    static PlanRecord Sample()
    {
        var record = Plan(RandomCase.Of(3).Files, quick);
        return record with { Bounds = new(100e6, 104e6, "statistical 97.5 %", .04, 4e6, 0, true), Cost = new(103e6, 120e6, "USD"), StakeInterval = new(0, null), Stake = null };
    }

    [Theory]
    [InlineData(3e6, DifferenceVerdict.NotSettled)]
    [InlineData(4e6, DifferenceVerdict.NotSettled)]
    [InlineData(5e6, DifferenceVerdict.Settled)]
    [InlineData(-5e6, DifferenceVerdict.Settled)]
    [InlineData(0, DifferenceVerdict.Same)]
    public void A_cost_that_the_bounds_do_not_part_is_not_settled(double by, DifferenceVerdict verdict)
    {
        var moved = plan with { Bounds = plan.Bounds with { Lower = 100e6 + by, Upper = 104e6 + by }, Cost = plan.Cost with { Expected = 103e6 + by } };
        var cost = CompareRecords.Of((plan, null), (moved, null), ComparedRows.All).Money.Single(m => m.What == "expected cost");
        Assert.Equal(verdict, cost.Verdict);
        if (by != 0) Assert.Equal((by - 4e6, by + 4e6), (cost.Low!.Value, cost.High!.Value));
    }

    [Theory]
    [InlineData(0, 40, 50, 90, DifferenceVerdict.Settled)]
    [InlineData(0, 50, 50, 90, DifferenceVerdict.NotSettled)]
    [InlineData(0, 90, 10, 40, DifferenceVerdict.NotSettled)]
    public void Quantities_whose_ranges_meet_are_not_settled(double lowA, double highA, double lowB, double highB, DifferenceVerdict verdict)
    {
        var first = plan.Decisions[0];
        var a = plan with { Decisions = [first with { Quantity = 20, Low = lowA, High = highA, Action = "order" }] };
        var b = plan with { Decisions = [first with { Quantity = 70, Low = lowB, High = highB, Action = "cut" }] };
        var record = CompareRecords.Of((a, null), (b, null));
        Assert.Equal(verdict, Assert.Single(record.Decisions).Verdict);
        Assert.Equal(verdict, record.Quantities[0].Verdict);
        Assert.Equal(DifferenceVerdict.Estimate, CompareRecords.Of((a, null), (b with { Decisions = [b.Decisions[0] with { Low = null }] }, null)).Decisions[0].Verdict);
    }

    [Fact]
    public void A_decision_that_one_world_lacks_is_a_difference()
    {
        var record = CompareRecords.Of((plan, null), (plan with { Decisions = plan.Decisions.RemoveAt(0) }, null));
        Assert.Null(Assert.Single(record.Decisions).B);
    }

    [Fact]
    public void Two_currencies_are_not_compared() =>
        Assert.Throws<ArgumentException>(() => CompareRecords.Of((plan, null), (plan with { Cost = plan.Cost with { Currency = "AED" } }, null)));

    [Fact]
    public void The_document_has_the_keys_that_others_rely_on()
    {
        var document = JsonNode.Parse(CompareRecords.Json(CompareRecords.Of((plan, null), (plan with { Cost = plan.Cost with { Expected = 1 } }, null), ComparedRows.All)))!;
        foreach (var part in new[] { "decisions", "quantities", "money" })
            Assert.All(document[part]!.AsArray(), row => Assert.Empty(new[] { "what", "a", "b" }.Except(row!.AsObject().Select(p => p.Key))));
    }
}
