using System.Globalization;
using Sluice.Cases;
using Sluice.Optimization;
using Sluice.Planning;
using Sluice.Planning.Buyer;

namespace Sluice.Tests.Planning;

/// <summary>Laws of the buyer's programme on small cases drawn at random, by their extensive forms.</summary>
public class ProgrammeLaws
{
    const double Tolerance = 1e-6;

    static double Value(Programme programme) => DeterministicEquivalent.Solve(programme.Graph).Value;

    static void AtMost(double value, double bound) => Assert.True(value <= bound + Tolerance * Math.Max(1, Math.Abs(bound)), $"{value:R} is above {bound:R}");

    [Fact]
    public void More_supply_never_costs_more() => RandomCase.Each(40, (world, random) =>
    {
        var read = world.World;
        var times = 1 + random.NextDouble();
        var wider = read with { Market = read.Market with { Offers = [.. read.Market.Offers.Select(o => o is Market.Purchase p
            ? p with { Supply = [.. p.Supply.Select(s => s with { Value = s.Value.Map(v => v * times) })], Quote = p.Quote is { } q ? q with { Quantity = q.Quantity.Map(v => v * times) } : null } : o)] } };
        AtMost(SmallCase.Compile(wider).Value(), SmallCase.Compile(read).Value());
    });

    [Fact]
    public void More_to_rent_power_and_demand_served_elsewhere_never_cost_more() => RandomCase.Each(30, (world, random) =>
    {
        var read = world.World;
        var times = 1 + random.NextDouble();
        var more = read.Market with { Offers = [.. read.Market.Offers.Select(o => o is Market.Rental r ? r with { Limit = [.. r.Limit.Select(s => s with { Value = s.Value.Map(v => v * times) })] } : o)] };
        AtMost(SmallCase.Compile(read with { Market = more }).Value(), SmallCase.Compile(read).Value());
        var power = read.Market with { Sites = [.. read.Market.Sites.Select(s => s with { Power = s.Power?.Map(v => v * times) })] };
        AtMost(SmallCase.Compile(read with { Market = power }).Value(), SmallCase.Compile(read).Value());
    });

    /// <remarks>Without interest and holding cost: a shut gate stores for nothing what at an open one pays for being left.</remarks>
    [Fact]
    public void Opening_a_gate_that_nobody_answers_never_costs_more_where_receipt_is_optional() => RandomCase.Each(40, (world, random) =>
    {
        var offers = System.Text.RegularExpressions.Regex.Replace(world.Offers, "receipt: take-or-pay|receipt: optional, holding: [0-9.]+ % per month", "receipt: optional, holding: 0 % per month")
            .Replace("cancel: none", "cancel: {until: 0.5 months before delivery, refund: 0 USD}", StringComparison.Ordinal);
        var effect = new[] { "stop-orders: {on: {part: alpha}}", "pass-deliveries: {share: 0 %, on: {part: alpha}}", "cap-deliveries: {rate: 0.3k units per month, on: {part: beta}}", "pass-deliveries: {share: 40 %, on: {part: beta}}",
            "stop-use: {what: new, on: {part: beta}}", "cap-orders: {rate: 0.1k units per month, on: {part: beta}}", "quota: {amount: 0.4k units, on: {part: alpha}}" }[random.Next(7)];
        string Gate(string two) => $"gate: {{history: {{2025-08-01: {{level: one, known: 2025-08-01}}}}, levels: {{one: {{effects: {{it: {{{effect}}}}}}}, two: {two}}}, moves: {{go: {{from: one, to: two, chance: 40 % per quarter}}}}}}";
        var shut = world with { Discount = "0 % per year", Offers = offers, Drivers = Gate($"{{effects: {{it: {{{effect}}}}}}}") };
        AtMost((shut with { Drivers = Gate("{}") }).Value, shut.Value);
    });

    [Fact]
    public void All_money_times_a_factor_is_cost_times_the_factor() => RandomCase.Each(30, world =>
    {
        static string Scaled(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"([0-9.]+(?: \d{3})*) USD",
            m => (double.Parse(m.Groups[1].Value.Replace(" ", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) * 3).ToString("R", CultureInfo.InvariantCulture) + " USD");
        var dearer = world with { Offers = Scaled(world.Offers), Workloads = Scaled(world.Workloads), Stacks = Scaled(world.Stacks), Places = Scaled(world.Places), Header = Scaled(world.Header) };
        SmallCase.AssertClose(3 * world.Value, dearer.Value, Tolerance);
    });

    [Fact]
    public void Costs_are_the_sum_of_the_legends_items_and_every_item_goes_from_one_party_to_another() => RandomCase.Each(25, world =>
    {
        var programme = world.Programme;
        using var policy = Trained(programme, 3);
        foreach (var item in programme.Programme.Legends.SelectMany(l => l).SelectMany(l => l.Columns).SelectMany(c => c.Costs))
        {
            Assert.True(item.PerUnit >= 0 && double.IsFinite(item.PerUnit));
            Assert.NotEqual(item.Payer, item.Payee);
            // A levy goes on from its payer to whoever raises it; everything else is the buyer's own.
            Assert.True(item.Payer == "buyer" || item.Payee == "buyer" || item.Kind == CostKind.Levy);
        }
        policy.Simulate(20, 3, (in SimulationStep step) =>
        {
            var balances = new Dictionary<string, double>();
            var columns = programme.Programme.Legends[step.Stage][step.Node].Columns;
            for (var j = 0; j < columns.Length; j++)
                foreach (var item in columns[j].Costs)
                {
                    balances[item.Payer] = balances.GetValueOrDefault(item.Payer) - item.PerUnit * step.Columns[j];
                    balances[item.Payee] = balances.GetValueOrDefault(item.Payee) + item.PerUnit * step.Columns[j];
                }
            SmallCase.AssertClose(step.StageCost, -balances.GetValueOrDefault("buyer"), 1e-9);
            Assert.Equal(0, balances.Values.Sum(), 1e-6);
        }, cancellation: TestContext.Current.CancellationToken);
    });

    [Fact]
    public void Every_row_can_be_met_from_every_state_that_can_be_reached() => RandomCase.Each(150, (world, random) =>
    {
        var programme = world.Programme;
        using var policy = Trained(programme, 1);
        for (var walk = 0; walk < 4; walk++)
        {
            var mood = random.Next(5);
            policy.Simulate(30, (ulong)random.Next(), (in SimulationStep _) => { }, new SimulationOptions { Rule = Wilful(programme.Programme, random.Next(), mood) }, TestContext.Current.CancellationToken);
        }
    });

    /// <summary>Decides at random or to extremes, within the rows alone: what limits it bounds is wanted or shunned, whatever it costs.</summary>
    static DecisionRule Wilful(Programme programme, int seed, int mood) => (stage, node, outcome, state, edit) =>
    {
        var hash = seed;
        foreach (var entry in state)
            hash = unchecked(hash * 31 + entry.GetHashCode());
        var random = new Random(unchecked(((hash * 31 + stage) * 31 + node) * 31 + outcome));
        var columns = programme.Legends[stage][node].Columns;
        for (var j = 0; j < columns.Length; j++)
        {
            var bounded = columns[j].Kind is ChoiceKind.Order or ChoiceKind.Cancel or ChoiceKind.CancelHeld or ChoiceKind.Receive or ChoiceKind.Held or ChoiceKind.Left or ChoiceKind.RentMore
                or ChoiceKind.GiveUp or ChoiceKind.Rent or ChoiceKind.Port or ChoiceKind.Use or ChoiceKind.UseBarred or ChoiceKind.QuotaLeft or ChoiceKind.QuoteLeft or ChoiceKind.Credit;
            var size = 100 * random.NextDouble();
            edit.SetCost(j, bounded && mood switch { 0 => true, 1 => columns[j].Kind is ChoiceKind.Order or ChoiceKind.RentMore, 2 => columns[j].Kind is not (ChoiceKind.Receive or ChoiceKind.Rent), _ => random.Next(2) == 0 }
                ? -size : size);
        }
        edit.IgnoreCostToGo();
    };

    static Sddp Trained(BuyerProgramme programme, int passes)
    {
        var policy = new Sddp(programme.Programme.Graph, new SddpOptions { Threads = 1 });
        policy.Train(new StoppingRules { Passes = passes, Bound = null }, cancellation: TestContext.Current.CancellationToken);
        return policy;
    }

    [Fact]
    public void A_question_that_asks_nothing_leaves_the_plan_as_it_is() => RandomCase.Each(20, world =>
    {
        var programme = world.Programme;
        var value = programme.Value();
        SmallCase.AssertClose(value, Value(programme.CompileWait(Question.None)), Tolerance);
        foreach (var offer in new[] { "foreign", "home-made", "rent" })
        {
            SmallCase.AssertClose(value, Value(programme.CompileWait(Question.Most(offer, 1e3))), Tolerance);
            SmallCase.AssertClose(value, Value(programme.CompileWait(Question.Least(offer, 0))), Tolerance);
        }
    });

    [Fact]
    public void What_is_forbidden_or_demanded_never_lowers_the_cost_and_more_of_it_never_helps() => RandomCase.Each(20, world =>
    {
        var programme = world.Programme;
        var value = programme.Value();
        foreach (var offer in new[] { "foreign", "home-made", "rent" })
        {
            var half = Value(programme.CompileWait(Question.Most(offer, .3)));
            AtMost(value, half);
            AtMost(half, Value(programme.CompileWait(Question.Most(offer, 0))));
            if (offer != "rent" && programme.DrawsOnPool(offer))
                continue;
            var some = Value(programme.CompileWait(Question.Least(offer, .5)));
            AtMost(value, some);
            AtMost(some, Value(programme.CompileWait(Question.Least(offer, 1))));
        }
        AtMost(value, Value(programme.CompileWait(Question.Nothing(["foreign", "home-made", "rent"]))));
    });

    [Fact]
    public void A_branch_bounds_its_question_from_below_and_comes_to_it() => RandomCase.Each(5, world =>
    {
        var programme = world.Programme;
        if (programme.Waits >= programme.Programme.Graph.Stages.Length)
            return;
        using var policy = Trained(programme, 20);
        foreach (var question in new[] { Question.None, Question.Nothing(["foreign", "home-made", "rent"]) })
        {
            var wait = programme.CompileWait(question);
            using var branch = policy.Branch(wait.Graph.Stages[..programme.Waits], wait.Graph.InitialState);
            branch.Train(new StoppingRules { Passes = 250, Bound = null }, cancellation: TestContext.Current.CancellationToken);
            var value = Value(wait);
            AtMost(branch.LowerBound, value);
            AtMost(value, branch.LowerBound + 1e-3 * Math.Max(1, Math.Abs(value)));
        }
    });

    [Fact]
    public void The_bound_on_what_follows_holds_in_every_random_case() => RandomCase.Each(20, world =>
    {
        var programme = world.Programme;
        using var policy = Trained(programme, 30);
        policy.Simulate(20, 1, (in SimulationStep step) =>
        {
            if (step.Stage + 1 < programme.Programme.Graph.Stages.Length)
                Assert.True(step.CostToGo >= programme.Programme.Graph.Stages[step.Stage].Nodes[step.Node].CostToGoLowerBound - 1e-6);
        }, cancellation: TestContext.Current.CancellationToken);
    });

    [Fact]
    public void Training_comes_to_the_value_of_the_extensive_form() => RandomCase.Each(6, world =>
    {
        var programme = world.Programme;
        using var policy = Trained(programme, 300);
        var value = programme.Value();
        AtMost(policy.LowerBound, value);
        AtMost(value, policy.LowerBound + 1e-3 * Math.Max(1, Math.Abs(value)));
    });
}
