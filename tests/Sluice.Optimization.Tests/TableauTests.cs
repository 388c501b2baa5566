using System.Collections.Immutable;

namespace Sluice.Optimization.Tests;

public class TableauTests
{
    private const int States = 6;

    public static IEnumerable<TheoryDataRow<int>> Seeds => Enumerable.Range(1, 30).Select(seed => new TheoryDataRow<int>(seed));

    [Theory, MemberData(nameof(Seeds))]
    public void A_tableau_kept_from_solve_to_solve_agrees_with_HiGHS_at_every_state_outcome_and_cut(int seed)
    {
        var random = new Random(seed);
        var points = new TrialPoints(States, 50);
        var (dense, sparse) = Pair(random, points);
        var room = new Workspace();
        for (var k = 0; k < 120; k++)
        {
            if (k % 3 == 0) AddCut(random, points, dense, sparse);
            double[] state = [.. Enumerable.Range(0, States).Select(_ => random.NextDouble() * 20)];
            var outcome = random.Next(dense.Programme.Outcomes.Length);
            dense.Solve(state, outcome);
            sparse.Solve(state, outcome);
            var scale = 1 + Math.Abs(sparse.Objective);
            Assert.Equal(sparse.Objective, dense.Objective, 1e-7 * scale);
            Assert.Equal(sparse.Objective, dense.StageCost + dense.CostToGo, 1e-6 * scale);

            var first = new double[Vectors.Width(States)];
            var value = dense.Evaluate(state, first, CancellationToken.None);
            Assert.Equal(sparse.Expected(state, []), value, 1e-7 * scale);
            double[] other = [.. Enumerable.Range(0, States).Select(_ => random.NextDouble() * 20)];
            var support = value + Enumerable.Range(0, States).Sum(i => first[i] * (other[i] - state[i]));
            Assert.True(sparse.Expected(other, []) >= support - 1e-6 * scale, "the gradient does not support the value");
        }
        Assert.True(dense.AddTo(default).HighsRuns <= 5, "HiGHS was needed too often");
        dense.Dispose();
        sparse.Dispose();
    }

    [Theory, MemberData(nameof(Seeds))]
    public void A_rule_on_a_tableau_agrees_with_the_same_rule_in_HiGHS(int seed)
    {
        var random = new Random(seed);
        var points = new TrialPoints(States, 50);
        var (dense, sparse) = Pair(random, points);
        AddCut(random, points, dense, sparse);
        for (var k = 0; k < 40; k++)
        {
            double[] state = [.. Enumerable.Range(0, States).Select(_ => random.NextDouble() * 20)];
            var edit = new RuleEdit();
            var column = random.Next(States);
            edit.SetBounds(column, 0, random.NextDouble() * 5);
            edit.SetCost(random.Next(States, 12), random.NextDouble() * 5);
            if (k % 4 == 0) edit.IgnoreCostToGo();
            dense.Solve(state, 0, edit);
            sparse.Solve(state, 0, edit);
            Assert.Equal(sparse.Objective, dense.Objective, 1e-7 * (1 + Math.Abs(sparse.Objective)));
            dense.Solve(state, 0);
            sparse.Solve(state, 0);
            Assert.Equal(sparse.Objective, dense.Objective, 1e-7 * (1 + Math.Abs(sparse.Objective)));
        }
    }

    private static (NodeSolver Dense, NodeSolver Sparse) Pair(Random random, TrialPoints points)
    {
        var programme = new NodeProgramme(Node(random), Outcomes(random));
        var address = new NodeAddress(0, 0, null, null);
        return (new NodeSolver(programme, address, -1000, points, new SddpOptions()), new NodeSolver(programme, address, -1000, points, new SddpOptions { DenseEntries = 0 }));
    }

    private static void AddCut(Random random, TrialPoints points, NodeSolver dense, NodeSolver sparse)
    {
        var point = new double[Vectors.Width(States)];
        var cut = new double[point.Length];
        point[States] = 1;
        // Tangents of 0.4 Σ (x − 8)²: each is the highest at its own point, so that both solvers hold all of them.
        for (var i = 0; i < States; i++)
        {
            point[i] = random.NextDouble() * 20;
            cut[i] = 0.8 * (point[i] - 8);
            cut[States] += 0.4 * (point[i] - 8) * (point[i] - 8) - cut[i] * point[i];
        }
        points.Add(point);
        dense.Cuts!.Add(cut);
        sparse.Cuts!.Add(cut);
    }

    // Columns: the outgoing states, then free, one-sided and boxed ones; every row can be met by a pair of slacks.
    private static Subproblem Node(Random random)
    {
        var node = new Subproblem(States, States);
        for (var i = 0; i < States; i++) node.SetOutgoing(i, node.AddColumn(random.Next(-2, 4), 0, random.Next(2) == 0 ? 30 : double.PositiveInfinity));
        for (var j = 0; j < 12; j++)
            switch (random.Next(4))
            {
                case 0: node.AddColumn(0, double.NegativeInfinity, double.PositiveInfinity); break;
                case 1: node.AddColumn(random.NextDouble() * 5, double.NegativeInfinity, 10); break;
                case 2: node.AddColumn(random.Next(-3, 4), -5, 5); break;
                default: node.AddColumn(random.NextDouble() * 5, 0, double.PositiveInfinity); break;
            }
        // A column may fall for ever: the rows of the free and of the one-sided ones hold them.
        for (var j = 0; j < States + 12; j++)
        {
            var row = node.AddRow(-40, 40);
            node.Set(row, j, 1);
            node.SetIncoming(row, random.Next(States), random.NextDouble());
        }
        for (var i = 0; i < 12; i++)
        {
            var bound = random.Next(0, 20);
            var row = random.Next(3) switch { 0 => node.AddRow(bound, bound), 1 => node.AddRow(bound, double.PositiveInfinity), _ => node.AddRow(-bound, bound) };
            for (var k = 0; k < 5; k++) node.Set(row, random.Next(States + 12), random.Next(-3, 4));
            for (var k = 0; k < 2; k++) node.SetIncoming(row, random.Next(States), random.Next(-2, 3));
            node.Set(row, node.AddColumn(20, 0, double.PositiveInfinity), 1);
            node.Set(row, node.AddColumn(20, 0, double.PositiveInfinity), -1);
        }
        for (var i = 0; i < States; i++) node.SetIncomingCost(i, random.Next(-1, 2));
        return node;
    }

    private static ImmutableArray<Outcome> Outcomes(Random random) =>
    [
        Outcome.Certain with { Probability = 0.25 },
        new Outcome(0.25, [Change.RowBounds(20, -5, 30), Change.IncomingCoefficient(21, 1, 2.5), Change.ColumnBounds(2, 0, 3)]),
        new Outcome(0.25, [Change.ColumnCost(1, random.Next(1, 6)), Change.ColumnCost(7, 0.5)]),
        new Outcome(0.25, [Change.MatrixCoefficient(22, 3, 4), Change.MatrixCoefficient(23, 0, -1)]),
    ];
}
