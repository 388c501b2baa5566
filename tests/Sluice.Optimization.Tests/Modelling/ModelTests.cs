namespace Sluice.Optimization.Tests;

public class ModelTests
{
    [Fact]
    public void Random_values_may_multiply_variables_and_states_in_rows_and_costs()
    {
        var model = new Model("all", Sense.Maximise);
        var area = model.State("area", 0);
        model.Stage("plant", s =>
        {
            s.SubjectTo(area.Out >= 0);
            s.SubjectTo(area.Out <= 10);
            s.Objective(-2 * area.Out);
        });
        model.Stage("reap", s =>
        {
            var yield = s.Random((0.5, 1), (0.5, 3));
            var price = s.Random((0.5, 1), (0.5, 2));
            var sold = s.Variable("sold");
            s.SubjectTo(area.Out == 0);
            s.SubjectTo(sold <= yield * area.In);
            s.Objective(price * sold + 0.1 * price * area.In + price);
        });
        var problem = model.Build();
        // Two sources that meet in no place stay apart: a unit earns 1.5 · 2 + 0.15 − 2.
        Assert.Equal(2, problem.Nodes[1].Noise.Length);
        var expected = 10 * (1.5 * 2 + 0.15 - 2) + 1.5;
        Assert.Equal(expected, Equivalent.Solve(problem).Value, 1e-9);
        Assert.Equal(expected, StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition }).Value, 1e-5);
    }

    [Fact]
    public void Random_values_that_meet_in_a_row_become_one_source()
    {
        var model = new Model("met");
        var x = model.State("x");
        model.Stage("first", s => s.SubjectTo(x.Out == 0));
        model.Stage("second", s =>
        {
            var (a, b) = (s.Random((0.5, 1), (0.5, 2)), s.Random((0.5, 10), (0.5, 20)));
            var y = s.Variable("y");
            s.SubjectTo(x.Out == 0);
            s.SubjectTo(y >= a + b);
            s.Objective(y);
        });
        var problem = model.Build();
        Assert.Single(problem.Nodes[1].Noise);
        Assert.Equal(4, problem.Scenarios);
        Assert.Equal(16.5, Equivalent.Solve(problem).Value, 1e-9);
    }

    [Fact]
    public void Values_that_are_random_together_come_together()
    {
        var model = new Model("joint");
        model.Stage("only", s =>
        {
            var pair = s.Random(2, (0.5, [1.0, 4.0]), (0.5, [3.0, 2.0]));
            var y = s.Variable("y");
            s.SubjectTo(y >= pair[0] + pair[1]);
            s.Objective(y);
        });
        var problem = model.Build();
        Assert.Equal(2, problem.Scenarios);
        Assert.Equal(5, Equivalent.Solve(problem).Value, 1e-9);
    }

    [Fact]
    public void Whole_variables_are_obeyed()
    {
        var model = new Model("whole");
        model.Stage("only", s =>
        {
            var n = s.WholeVariable("n");
            s.SubjectTo(2 * n >= 5, "at least");
            s.Objective(n / 2);
        });
        Assert.Equal(1.5, StochasticSolver.Solve(model.Build()).Value, 1e-9);
    }

    [Fact]
    public void What_is_not_linear_is_refused_where_it_is_written()
    {
        var model = new Model("bad");
        var x = model.State("x");
        model.Stage("only", s =>
        {
            var y = s.Variable("y");
            Assert.Throws<ArgumentException>(() => y * x.Out);
            Assert.Throws<ArgumentException>(() => y * y);
            Assert.Throws<NotSupportedException>(() => y != x.In);
            Assert.Throws<ArgumentException>(() => s.Random());
            Assert.Throws<ArgumentException>(() => s.Random(2, (1.0, [1.0])));
            s.SubjectTo(x.Out == Expression.Sum([y, y, 1]));
        });
        Assert.Throws<InvalidOperationException>(() => model.State("late"));
    }
}
