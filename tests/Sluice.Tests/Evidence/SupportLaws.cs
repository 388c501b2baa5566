using System.Collections.Immutable;
using CsCheck;
using Sluice.Evidence;
using Sluice.Tests.Evidence.Intake;
using static Sluice.Tests.Outlooks.Sketch;

namespace Sluice.Tests.Evidence;

public class SupportLaws
{
    static readonly Gen<(EvidenceRecord Record, string Claim)> Cases =
        from record in RandomEvidence.Any
        from claim in Gen.Int[0, 4]
        select (record, $"c{claim}");

    [Fact]
    public void Support_lies_between_nothing_and_the_cap() =>
        RandomEvidence.Any.Always(record =>
        {
            var table = record.Weighed();
            Assert.All(table.Claims, c => Assert.InRange(c.Value, 0, .95));
            Assert.All(table.Disputes, d => Assert.Equal(1, d.Neither + d.Sides.Sum(s => s.Value), 12));
        });

    [Theory]
    [InlineData("standard")]
    [InlineData("cautious")]
    [InlineData("trusting")]
    public void Support_lies_between_nothing_and_the_cap_by_every_table(string table)
    {
        var weights = Tables.Value.Single(w => w.Name == table);
        RandomEvidence.Any.Always(record => Assert.All(Supports.Weigh(record, weights, AsOf, Nothing).Claims, c => Assert.InRange(c.Value, 0, Math.Min(.95, weights.Cap))));
    }

    static readonly Lazy<ImmutableArray<Weights>> Tables = new(() => TestNames.Founding.Weights);

    [Fact]
    public void What_was_published_after_the_day_of_knowledge_changes_nothing() =>
        Cases.Always(c =>
        {
            var later = (c.Record with { Reports = c.Record.Reports.Add(Report("later", 'A', $"{AsOf.AddDays(1):yyyy-MM-dd}")) })
                .With(c.Claim, claim => claim with { Heard = claim.Heard.Add(Heard("later", Certainty.Firm)) });
            AssertSame(c.Record.Weighed(), later.Weighed());
        });

    [Fact]
    public void Support_never_falls_with_an_origin_and_rises_below_the_cap() =>
        Cases.Always(c =>
        {
            var (before, after) = (c.Record.Weighed().SupportOf(c.Claim), c.Record.HeardAgain(c.Claim).Weighed().SupportOf(c.Claim));
            Assert.True(after.Value >= before.Value - 1e-12);
            if (before.Own < .95)
                Assert.True(after.Value > before.Value);
        });

    [Fact]
    public void A_copy_changes_nothing() =>
        Cases.Always(c =>
        {
            var copied = (c.Record with { Reports = c.Record.Reports.Add(Report("copy", 'A')) }).With(
                c.Claim, claim => claim with { Heard = [.. claim.Heard.Select(h => h with { In = [To("copy")] })] });
            AssertSame(c.Record.Weighed(), copied.Weighed());
        });

    [Fact]
    public void Splitting_a_report_into_claims_of_one_side_changes_nothing() =>
        RandomEvidence.Any.Always(record =>
        {
            var twin = record.Claim("c2") with { Id = "twin" };
            var split = record with
            {
                Claims = record.Claims.Add(twin),
                Disputes = [record.Disputes[0] with { Sides = record.Disputes[0].Sides.SetItem(1, new("b", [To("c2"), To("twin")])) }, record.Disputes[1]],
            };
            AssertSame(record.Weighed(), split.Weighed());
            Assert.Equal(record.Weighed().SupportOf("c2").Value, split.Weighed().SupportOf("twin").Value, 12);
        });

    [Fact]
    public void Support_falls_with_a_rival_of_weight() =>
        RandomEvidence.Any.Always(record =>
        {
            var (before, after) = (record.Weighed(), record.HeardAgain("c2").Weighed());
            foreach (var rival in new[] { "c0", "c1", "c3" })
                Assert.True(after.SupportOf(rival).Value <= before.SupportOf(rival).Value + 1e-12);
            if (before.SupportOf("c1").Value > 0 && before.SupportOf("c2").Own < .95)
                Assert.True(after.SupportOf("c1").Value < before.SupportOf("c1").Value);
        });

    [Fact]
    public void The_order_of_entries_changes_nothing() =>
        RandomEvidence.Any.Always(record =>
        {
            var turned = new EvidenceRecord(
                [.. record.Sources.Reverse()], [.. record.Reports.Reverse()], [.. record.Claims.Reverse().Select(c => c with { Heard = [.. c.Heard.Reverse()] })],
                [.. record.Disputes.Reverse().Select(d => d with { Sides = [.. d.Sides.Reverse()] })], record.Weights);
            AssertSame(record.Weighed(), turned.Weighed());
        });

    [Fact]
    public void A_resolved_claim_has_its_own_weight_or_nothing() =>
        RandomEvidence.Any.Always(record =>
        {
            var table = Supports.Weigh(record, StandardWeights, AsOf, Nothing.Add("d0", "b"));
            Assert.Equal(table.SupportOf("c2").Own, table.SupportOf("c2").Value, 12);
            Assert.Equal(0, table.SupportOf("c0").Value);
        });

    static void AssertSame(SupportTable expected, SupportTable actual) =>
        Assert.All(expected.Claims, c => Assert.Equal(c.Value, actual.SupportOf(c.Claim.Id).Value, 12));
}
