using Sluice.Cases;
using Sluice.Optimization;
using Sluice.Planning.Answers;
using Sluice.Planning.Buyer;
using Sluice.Planning.Hinges;
using Sluice.Reading;
using Sluice.Tests.Cases;

namespace Sluice.Tests.Planning.Answers;

public class HingesTests
{
    // The small case, told that a pause is asked, with a claim that moves nothing.
    static readonly MemorySource files = TestCases.Small
        .Edit("case.yaml", "stance: {import-gate: follow}", "stance: {import-gate: follow}\ntold: {import-gate: pause}");

    static readonly Lazy<BuyerPlan> plan = new(() => Answered.Of(files, TestCases.Atlas, [AnswerName.Hinges], cancellation: TestContext.Current.CancellationToken));

    static Hinge Of(string about) => Assert.Single(Assert.NotNull(plan.Value.Answers.Hinges), h => h.About.StartsWith(about, StringComparison.Ordinal));

    /// <summary>V(world | today's decision) − V(world) over the extensive forms, money.</summary>
    static double Regret(Case world, double residual = 1)
    {
        var outlook = CaseOutlook.Of(world);
        var programme = BuyerProgramme.Compile(world, outlook.Chain, outlook.Conditions, residual);
        return (DeterministicEquivalent.Solve(programme.CompileWait(Question.Decided(plan.Value, programme)).Graph).Value - programme.Value()) * 1e6;
    }

    static void Holds(double regret, Hinge hinge)
    {
        var slack = 1e-6 * Math.Abs(plan.Value.Bounds.Lower);
        Assert.True(regret >= hinge.Regret.Low - slack && regret <= hinge.Regret.High + slack, $"{hinge}: brute force {regret:R}");
        Assert.Equal(hinge.Regret.High <= plan.Value.Indifference ? HingeVerdict.Robust : hinge.Regret.Low > plan.Value.Indifference ? HingeVerdict.Hinges : HingeVerdict.NotSettled, hinge.Verdict);
    }

    [Fact]
    public void Had_it_been_told_otherwise_the_decision_would_be_another()
    {
        var hinge = Of("told import-gate: none");
        Holds(Regret(files.Load(new() { Patches = [Patch.Set("told.import-gate", "none", new Place("test", 1, 1))] }).Case!), hinge);
        Assert.Equal(HingeVerdict.Hinges, hinge.Verdict);
        Assert.Contains(hinge.Changes, c => c.Offer == "h20" && c.There > c.Here + 100);
    }

    [Fact]
    public void Half_as_much_residual_more_or_less_is_held_against_brute_force()
    {
        Holds(Regret(files.Load().Case!, 1.5), Of("residual + 50 %"));
        Holds(Regret(files.Load().Case!, 0.5), Of("residual − 50 %"));
    }

    [Fact]
    public void A_longer_horizon_is_a_world_like_any_other() => Assert.True(double.IsFinite(Of("horizon + 4 quarters").Regret.High));

    [Fact]
    public void Alternate_weights_are_looked_at_table_by_table()
    {
        Assert.True(double.IsFinite(Of("weights: cautious").Regret.High));
        Assert.True(double.IsFinite(Of("weights: trusting").Regret.High));
    }

    [Fact]
    public void A_muted_claim_that_moves_nothing_is_robust_for_free()
    {
        var idle = files.Edit("evidence.yaml", "claims:\n", "claims:\n  idle: {who: bis, does: say nothing new, when: 2025-08, credibility: 3, heard: {bloomberg-2025-08-12: {certainty: reported}}}\n");
        var worlds = new List<string>();
        var found = Answered.Of(idle, TestCases.Atlas, [AnswerName.Hinges], progress: new Answered.Told(p => worlds.Add(p.Step)), cancellation: TestContext.Current.CancellationToken);
        var hinge = Assert.Single(Assert.NotNull(found.Answers.Hinges), h => h.About == "without the claim idle");
        Assert.Equal((HingeVerdict.Robust, 0, 0), (hinge.Verdict, hinge.Regret.Low, hinge.Regret.High));
        Assert.DoesNotContain(worlds, w => w.StartsWith("looking whether the decision hinges on without the claim idle", StringComparison.Ordinal));
        Assert.Contains(worlds, w => w.StartsWith("looking whether the decision hinges on without the claim notices-sent", StringComparison.Ordinal));
    }

    [Fact]
    public void The_plan_pinned_to_its_own_decision_costs_no_less() =>
        Assert.True(Regret(files.Load().Case!) >= -1e-6 * Math.Abs(plan.Value.Bounds.Lower));
}
