using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Sluice.Optimization.Tests;

/// <summary>The worked examples of docs/how-to/state-and-solve-a-model.md, run as they stand there.</summary>
public partial class ExampleTests
{
    [Fact]
    public void A_newsvendor_buys_ten()
    {
        var model = new Model("newsvendor", Sense.Maximise);
        var stock = model.State("stock");
        model.Stage("buy", s =>
        {
            s.SubjectTo(stock.Out >= 0);
            s.Objective(-1.0 * stock.Out);
        });
        model.Stage("sell", s =>
        {
            var demand = s.Random((0.4, 10), (0.6, 14));
            var sold = s.Variable("sold");
            s.SubjectTo(sold <= demand);
            s.SubjectTo(stock.Out == stock.In - sold);
            s.SubjectTo(stock.Out >= 0);
            s.Objective(1.5 * sold);
        });
        var solution = StochasticSolver.Solve(model.Build());

        Assert.Equal(5, solution.Value, 1e-6);
        Assert.Equal(10, solution.FirstDecision[0], 1e-6);
    }

    [Fact]
    public void A_reservoir_saves_water_for_the_dear_month()
    {
        var model = new Model("reservoir");
        var volume = model.State("volume", initial: 200);
        foreach (var price in (double[])[50, 100, 150])
        {
            model.Stage($"price {price}", s =>
            {
                var inflow = s.Random((1.0 / 3, 0), (1.0 / 3, 50), (1.0 / 3, 100));
                var hydro = s.Variable("hydro");
                var thermal = s.Variable("thermal");
                var spill = s.Variable("spill");
                s.SubjectTo(volume.Out == volume.In + inflow - hydro - spill);
                s.SubjectTo(volume.Out >= 0);
                s.SubjectTo(volume.Out <= 200);
                s.SubjectTo(hydro + thermal == 150);
                s.Objective(price * thermal);
            });
        }
        var problem = model.Build();
        using var policy = new Sddp(problem.ToPolicyGraph());
        var trained = policy.Train(new StoppingRules { RelativeGap = 1e-6, Passes = 100 });

        Assert.Equal(25_000.0 / 3, trained.LowerBound, 0.01);
        Assert.Equal(25_000.0 / 3, StochasticSolver.Solve(problem).Value, 0.01);
    }

    [Fact]
    public void An_order_comes_a_month_later_and_may_be_stopped_at_a_gate()
    {
        var model = new Model("order with lead time");
        var stock = model.State("stock", initial: 4);
        var due = model.State("due");

        ModelNode Month(string name, double price, double passes) => model.Node(name, s =>
        {
            var demand = s.Random((0.5, 2), (0.3, 5), (0.2, 9));
            var order = s.Variable("order", upper: 8);
            var missing = s.Variable("missing");
            var came = s.Variable("came");
            s.SubjectTo(came == passes * due.In);
            s.SubjectTo(stock.Out == stock.In + came + missing - demand);
            s.SubjectTo(stock.Out >= 0);
            s.SubjectTo(due.Out == due.In - came + order);
            s.Objective(price * order + 0.2 * stock.Out + 20 * missing);
        });

        var open = Enumerable.Range(1, 4).Select(t => Month($"open {t}", price: 6, passes: 1)).ToArray();
        var shut = Enumerable.Range(1, 4).Select(t => Month($"shut {t}", price: 6, passes: 0)).ToArray();
        model.Start(open[0], 1);
        for (var t = 0; t < 3; t++)
        {
            model.Link(open[t], open[t + 1], 0.8);
            model.Link(open[t], shut[t + 1], 0.2);
            model.Link(shut[t], open[t + 1], 0.4);
            model.Link(shut[t], shut[t + 1], 0.6);
        }
        var problem = model.Build();
        var solution = StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition });
        var check = Equivalent.Solve(problem);

        Assert.Equal(check.Value, solution.Value, 1e-5);
        Assert.True(solution.Reached);
        Assert.Equal(4, problem.Stages);
    }

    [Fact]
    public void The_page_shows_the_code_that_runs()
    {
        var here = File.ReadAllText(Here());
        var page = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "..", "docs", "how-to", "state-and-solve-a-model.md"));
        var blocks = CodeBlock().Matches(page).Select(match => Trimmed(match.Groups[1].Value)).ToList();
        Assert.Equal(3, blocks.Count);
        Assert.All(blocks, block => Assert.Contains(block, Trimmed(here), StringComparison.Ordinal));
    }

    private static string Trimmed(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    private static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
