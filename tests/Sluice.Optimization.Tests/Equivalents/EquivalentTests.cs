namespace Sluice.Optimization.Tests;

public class EquivalentTests
{
    [Fact]
    public void An_extensive_form_that_is_too_large_is_refused_with_its_size()
    {
        var problem = RandomProblem.Make(1, 4, RandomProblem.Noise.RightHandSides, shortage: true, products: 4, values: 10);
        var size = problem.EquivalentSize;
        var error = Assert.Throws<EquivalentTooLargeException>(() => Equivalent.Solve(problem));
        Assert.Equal(size, error.Size);
        Assert.Contains($"{size.Rows:0} rows", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Its_size_is_known_before_it_is_built()
    {
        var problem = RandomProblem.Make(1, 3, RandomProblem.Noise.Costs, shortage: true);
        var form = new ExtensiveForm(problem);
        Assert.Equal(problem.EquivalentSize.Columns, form.Columns);
        Assert.Equal(1 + 9 + 81, problem.Scenarios + 1 + 9);
    }

    [Fact]
    public void Whole_numbers_in_a_policy_graph_are_obeyed()
    {
        var only = new Subproblem(0, 0);
        var column = only.AddColumn(1, 0, 10);
        only.SetInteger(column);
        only.Set(only.AddRow(2.5, double.PositiveInfinity), column, 1);
        var graph = new PolicyGraph([new Stage([new StageNode(only, 0)])], []);
        Assert.Equal(3, DeterministicEquivalent.Solve(graph).Value, 1e-9);
        Assert.Throws<NotSupportedException>(() => new Sddp(graph));
    }

    [Fact]
    public void A_cancelled_run_ends_soon_and_says_so()
    {
        var problem = RandomProblem.Make(1, 4, RandomProblem.Noise.RightHandSides, shortage: true, products: 2, values: 5);
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Equal(ModelStatus.Interrupt, Equivalent.Solve(problem, null, stop.Token).Status);
        var form = new ExtensiveForm(problem);
        using var solver = new Highs();
        form.LoadInto(solver);
        Assert.Equal(ModelStatus.Interrupt, solver.Run(stop.Token));
    }
}
