namespace Sluice.Optimization.Tests;

using static SmpsFiles;

public class SmpsSectionTests
{
    [Fact]
    public void Independent_demands_are_read()
    {
        // The second, third … unit sells only half the time: 2.5 against a cost of 2, up to 6.
        Assert.Equal(6 * 2 - 5 * (0.5 * 2 + 0.5 * 6), Value(), 1e-9);
        Assert.Equal(2, Read().Required.Scenarios);
    }

    [Fact]
    public void Independent_values_may_leave_out_the_period() =>
        Assert.Equal(-8, Value(stoch: Stoch("INDEP DISCRETE\n RHS DEMAND 2.0 0.5\n RHS DEMAND 6.0 0.5")), 1e-9);

    [Fact]
    public void Two_independent_values_make_four_scenarios()
    {
        var stoch = Stoch("INDEP DISCRETE\n RHS DEMAND 2.0 LATER 0.5\n RHS DEMAND 6.0 LATER 0.5\n Y COST -4.0 LATER 0.5\n Y COST -6.0 LATER 0.5");
        var problem = Read(stoch: stoch).Required;
        Assert.Equal(4, problem.Scenarios);
        Assert.Equal(-8, Equivalent.Solve(problem).Value, 1e-9);
        Assert.Equal(-8, StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition }).Value, 1e-6);
    }

    [Theory]
    [InlineData("ADD", "-2.0", "2.0")]
    [InlineData("MULTIPLY", "0.5", "1.5")]
    [InlineData("REPLACE", "2.0", "6.0")]
    public void Values_may_replace_add_or_multiply(string how, string low, string high) =>
        Assert.Equal(-8, Value(stoch: Stoch($"INDEP DISCRETE {how}\n RHS DEMAND {low} LATER 0.5\n RHS DEMAND {high} LATER 0.5")), 1e-9);

    [Fact]
    public void What_a_later_realisation_of_a_block_leaves_out_is_as_in_its_first()
    {
        var stoch = Stoch("BLOCKS DISCRETE\n BL B LATER 0.5\n RHS DEMAND 2.0\n Y COST -3.0\n BL B LATER 0.5\n RHS DEMAND 6.0");
        // The price is 3 in both: a unit beyond 2 earns 1.5 and costs 2.
        Assert.Equal(2 * 2 - 3 * 2, Value(stoch: stoch), 1e-9);
    }

    [Fact]
    public void Coefficients_of_both_stages_may_be_random()
    {
        var stoch = Stoch("BLOCKS DISCRETE\n BL B LATER 0.5\n X STOCK -0.5 DEMAND 0.0\n BL B LATER 0.5\n X STOCK -1.0\n Y DEMAND 2.0");
        var problem = Read(stoch: stoch).Required;
        // Half: y ≤ x/2, y ≤ 4; half: y ≤ x, 2y ≤ 4. Up to 2: 1.25 + 2.5 for 2; up to 8: 1.25 for 2.
        Assert.Equal(2 * 2 - (0.5 * 5 * 1 + 0.5 * 5 * 2), Equivalent.Solve(problem).Value, 1e-9);
        Assert.Equal(-3.5, StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition }).Value, 1e-6);
    }

    [Fact]
    public void Bounds_of_columns_may_be_random() =>
        Assert.Equal(-8, Value(stoch: Stoch("BLOCKS DISCRETE\n BL B LATER 0.5\n UP BND Y 2.0\n RHS DEMAND 20\n BL B LATER 0.5\n UP BND Y 6.0")), 1e-9);

    [Fact]
    public void A_bound_of_a_column_may_be_an_independent_value() =>
        Assert.Equal(-6 + 0.5 * 0, Value(stoch: Stoch("INDEP DISCRETE\n UP BND Y 2.0 LATER 0.5\n UP BND Y 2.0 LATER 0.5")), 1e-9);

    [Fact]
    public void Scenarios_share_what_comes_before_they_branch()
    {
        var stoch = Stoch("SCENARIOS DISCRETE\n SC LOW 'ROOT' 0.5 LATER\n RHS DEMAND 2.0\n SC HIGH LOW 0.5 LATER\n RHS DEMAND 6.0");
        var problem = Read(stoch: stoch).Required;
        Assert.Equal(3, problem.Nodes.Length);
        Assert.Equal(-8, Equivalent.Solve(problem).Value, 1e-9);
    }

    [Theory]
    [InlineData(ScenarioInheritance.Parent, -10)]
    [InlineData(ScenarioInheritance.Core, -8.5)]
    public void A_scenario_inherits_from_its_parent_or_from_the_core(ScenarioInheritance inherit, double value)
    {
        // The second scenario says nothing of the price: 7 as in the first, or 5 as in the core. Demand 2 and 4.
        var stoch = Stoch("SCENARIOS DISCRETE\n SC A ROOT 0.5 LATER\n RHS DEMAND 2.0\n Y COST -7.0\n SC B A 0.5 LATER\n RHS DEMAND 4.0");
        var expected = inherit == ScenarioInheritance.Parent ? 2 * 4 - 0.5 * 7 * 2 - 0.5 * 7 * 4 : 2 * 4 - 0.5 * 7 * 2 - 0.5 * 5 * 4;
        Assert.Equal(expected, Value(stoch: stoch, options: new SmpsOptions { Inherit = inherit }), 1e-9);
        Assert.True(value < 0);
    }

    [Fact]
    public void Scenarios_that_branch_from_the_root_at_once_with_the_same_first_stage_share_it()
    {
        var stoch = Stoch("SCENARIOS DISCRETE\n SC A ROOT 0.5 NOW\n RHS DEMAND 2.0\n SC B ROOT 0.5 NOW\n RHS DEMAND 6.0");
        Assert.Equal(-8, Value(stoch: stoch), 1e-9);
    }

    [Fact]
    public void Weights_count_as_written_unless_they_are_to_be_normalised()
    {
        var stoch = Stoch("INDEP DISCRETE\n RHS DEMAND 2.0 LATER 0.5\n RHS DEMAND 6.0 LATER 0.505");
        var reading = Read(stoch: stoch);
        Assert.Contains(reading.Issues, issue => issue.Severity == IssueSeverity.Warning && issue.Message.Contains("used as written", StringComparison.Ordinal));
        Assert.Equal(12 - 5 * (0.5 * 2 + 0.505 * 6), Equivalent.Solve(reading.Required).Value, 1e-9);
        Assert.Equal(12 - 5 * (1 + 3.03) / 1.005, Value(stoch: stoch, options: new SmpsOptions { Probabilities = ProbabilityHandling.Normalise }), 1e-9);
        foreach (var problem in (StochasticProblem[])[reading.Required])
            Assert.Equal(12 - 5 * 4.03, StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition }).Value, 1e-6);
    }

    [Fact]
    public void The_right_hand_side_of_the_objective_is_minus_its_constant() =>
        Assert.Equal(-8 - 3, Value(Core.Replace("    RHS       CAP  ", "    RHS       COST         3.0\n    RHS       CAP  ", StringComparison.Ordinal)), 1e-9);

    [Fact]
    public void Ranges_bound_a_row_on_its_other_side()
    {
        // 10 − 3 ≤ X ≤ 10 makes X at least 7.
        var core = Core.Replace("ENDATA", "RANGES\n    RNG       CAP          3.0\nENDATA", StringComparison.Ordinal);
        Assert.Equal(7 * 2 - 5 * 4, Value(core), 1e-9);
    }

    [Theory]
    [InlineData(2.0, 4, 6)]
    [InlineData(-2.0, 2, 4)]
    public void A_range_of_an_equation_goes_where_its_sign_points(double range, double low, double high)
    {
        var core = $"NAME T\nROWS\n N C\n E R\n G S\nCOLUMNS\n X C 1.0 R 1.0\n Y C 1.0 S 1.0\nRHS\n RHS R 4.0 S 1.0\nRANGES\n RNG R {range}\nENDATA\n";
        var time = "TIME T\nPERIODS\n X R NOW\n Y S LATER\nENDATA\n";
        var stoch = Stoch("INDEP DISCRETE\n RHS S 1.0 LATER 1.0");
        Assert.Equal(low + 1, Value(core, time, stoch), 1e-9);
        Assert.Equal(-high + 1, Value(core.Replace("X C 1.0", "X C -1.0", StringComparison.Ordinal), time, stoch), 1e-9);
    }

    [Theory]
    [InlineData("UP BND X 3", 3 * 2 - 5 * 2.5)]
    [InlineData("LO BND X 7", 7 * 2 - 5 * 4)]
    [InlineData("FX BND X 2", 2 * 2 - 5 * 2)]
    [InlineData("BV BND X", 2 - 5)]
    [InlineData("UI BND X 3", 3 * 2 - 5 * 2.5)]
    [InlineData("MI BND X", -8)]
    [InlineData("FR X", -8)]
    [InlineData("PL BND X", -8)]
    [InlineData("UP X 3", 3 * 2 - 5 * 2.5)]
    [InlineData("UP BND X Inf", -8)]
    [InlineData("UP BND X 1e30", -8)]
    public void Bounds_are_read_with_and_without_a_set_name(string bound, double value) =>
        Assert.Equal(value, Value(Core.Replace("ENDATA", $"BOUNDS\n {bound}\nENDATA", StringComparison.Ordinal)), 1e-9);

    [Fact]
    public void A_negative_upper_bound_alone_opens_the_lower_one()
    {
        var reading = Read(Core.Replace("ENDATA", "BOUNDS\n UP BND Y -1\nENDATA", StringComparison.Ordinal));
        Assert.Single(reading.Issues, issue => issue.Severity == IssueSeverity.Warning && issue.Line == 15);
        Assert.Equal(5, Equivalent.Solve(reading.Required).Value, 1e-9);
    }

    [Fact]
    public void Columns_between_markers_take_whole_numbers()
    {
        var core = Core.Replace("    X         COST  ", "    M1        'MARKER'                 'INTORG'\n    X         COST  ", StringComparison.Ordinal)
            .Replace("    Y         COST  ", "    M2        'MARKER'                 'INTEND'\n    Y         COST  ", StringComparison.Ordinal)
            .Replace("RHS       CAP         10.0", "RHS       CAP          5.5", StringComparison.Ordinal);
        var problem = Read(core).Required;
        Assert.True(problem.HasIntegers);
        Assert.Equal(5 * 2 - 5 * 3.5, StochasticSolver.Solve(problem).Value, 1e-6);
        Assert.Throws<NotSupportedException>(() => StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition }));
        Assert.Throws<NotSupportedException>(() => new Sddp(problem.ToPolicyGraph()));
    }

    [Theory]
    [InlineData("OBJSENSE\n    MAX")]
    [InlineData("OBJSENSE MAXIMIZE")]
    public void A_maximum_is_reported_as_such(string sense)
    {
        var core = Core.Replace("ROWS", sense + "\nROWS", StringComparison.Ordinal).Replace("2.0         CAP", "-2.0         CAP", StringComparison.Ordinal)
            .Replace("COST        -5.0", "COST         5.0", StringComparison.Ordinal);
        var problem = Read(core).Required;
        Assert.Equal(Sense.Maximise, problem.Sense);
        foreach (var method in (SolveMethod[])[SolveMethod.Equivalent, SolveMethod.Decomposition])
        {
            var solution = StochasticSolver.Solve(problem, new SolveOptions { Method = method });
            Assert.Equal(8, solution.Value, 1e-6);
            Assert.True(solution.Lower <= solution.Upper + 1e-9);
        }
    }

    [Fact]
    public void Free_rows_after_the_first_are_dropped() =>
        Assert.Equal(-8, Value(Core.Replace(" N  COST", " N  COST\n N  OTHER", StringComparison.Ordinal).Replace("    Y         DEMAND ", "    Y         OTHER        9.0         DEMAND ", StringComparison.Ordinal)), 1e-9);

    [Fact]
    public void A_time_file_may_name_the_period_of_every_row_and_column()
    {
        var time = "TIME SHOP\nPERIODS EXPLICIT\n NOW\n LATER\nROWS\n CAP NOW\n STOCK LATER\n DEMAND LATER\nCOLUMNS\n X NOW\n Y LATER\nENDATA\n";
        Assert.Equal(-8, Value(time: time), 1e-9);
    }

    [Fact]
    public void A_time_file_may_start_at_the_objective() => Assert.Equal(-8, Value(time: Time.Replace("CAP ", "COST", StringComparison.Ordinal)), 1e-9);

    [Fact]
    public void Names_with_blanks_are_read_by_fixed_columns()
    {
        var core = Core.Replace("DEMAND ", "DE MAND", StringComparison.Ordinal).Replace(" L  DEMAND", " L  DE MAND", StringComparison.Ordinal);
        var stoch = Independent.Replace("DEMAND ", "DE MAND", StringComparison.Ordinal);
        Assert.Equal(-8, Value(core, Time, stoch), 1e-9);
    }

    [Fact]
    public void Numbers_may_have_exponents_of_Fortran() => Assert.Equal(-8, Value(Core.Replace(" 10.0 ", "1.0D+1", StringComparison.Ordinal)), 1e-9);

    [Fact]
    public void Comments_and_empty_lines_are_passed_over() => Assert.Equal(-8, Value("* a shop\n\n" + Core.Replace("COLUMNS", "* columns\nCOLUMNS", StringComparison.Ordinal)), 1e-9);

    [Fact]
    public void A_value_known_a_period_before_its_use_makes_a_tree()
    {
        var core = "NAME T\nROWS\n N C\n G A\n G B\n G D\nCOLUMNS\n X C 1.0 A 1.0\n X B 1.0\n Y C 2.0 B 1.0\n Y D 1.0\n Z C 9.0 D 1.0\nRHS\n RHS D 1.0\nENDATA\n";
        var time = "TIME T\nPERIODS\n X A P1\n Y B P2\n Z D P3\nENDATA\n";
        var stoch = Stoch("BLOCKS DISCRETE\n BL K P2 0.5\n RHS D 1.0\n BL K P2 0.5\n RHS D 3.0");
        var problem = Read(core, time, stoch).Required;
        Assert.Equal(5, problem.Nodes.Length);
        // Known in time, the cheap column of the second period covers the third's demand.
        Assert.Equal(0.5 * 2 + 0.5 * 6, Equivalent.Solve(problem).Value, 1e-9);
        Assert.Equal(4, StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition }).Value, 1e-6);
    }

    [Fact]
    public void A_state_is_carried_over_a_period_that_does_not_use_it()
    {
        var core = "NAME T\nROWS\n N C\n L A\n G B\n G D\nCOLUMNS\n X C 1.0 A 1.0\n X D 1.0\n Y C 2.0 B 1.0\n Z C 9.0 D 1.0\nRHS\n RHS A 10.0 B 1.0\n RHS D 1.0\nENDATA\n";
        var time = "TIME T\nPERIODS\n X A P1\n Y B P2\n Z D P3\nENDATA\n";
        var stoch = Stoch("INDEP DISCRETE\n RHS D 1.0 P3 0.5\n RHS D 3.0 P3 0.5\n RHS B 1.0 P2 0.5\n RHS B 2.0 P2 0.5");
        var problem = Read(core, time, stoch).Required;
        Assert.Equal(3 + 3, Equivalent.Solve(problem).Value, 1e-9);
        Assert.Equal(6, StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition }).Value, 1e-6);
    }

    [Fact]
    public void Lines_may_end_as_on_Windows_and_columns_be_parted_by_tabs()
    {
        string Windows(string text) => text.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.Equal(-8, Value(Windows(Core), Windows(Time), Windows(Independent)), 1e-9);
        var tabbed = "STOCH SHOP\nINDEP DISCRETE\n\tRHS\tDEMAND\t2.0\tLATER\t0.5\n\tRHS\tDEMAND\t6.0\tLATER\t0.5\nENDATA\n";
        Assert.Equal(-8, Value(stoch: tabbed), 1e-9);
    }

    [Fact]
    public void Of_several_sets_of_right_hand_sides_ranges_and_bounds_the_first_counts()
    {
        var core = Core.Replace("ENDATA", "    OTHER     CAP          1.0\nRANGES\n    RNG       CAP          3.0\n    RNG2      CAP          9.0\nBOUNDS\n UP BND       X            8.0\n UP SECOND    X            1.0\nENDATA", StringComparison.Ordinal);
        // X between 7 and 8 sells 2 or 6.
        Assert.Equal(7 * 2 - 5 * 4, Value(core), 1e-9);
    }

    [Fact]
    public void A_stoch_file_may_call_the_right_hand_sides_otherwise_than_the_core()
    {
        Assert.Equal(-8, Value(stoch: Independent.Replace("RHS   ", "RIGHT ", StringComparison.Ordinal)), 1e-9);
        Assert.Equal(-8, Value(stoch: Independent.Replace("RHS   ", "RHS1  ", StringComparison.Ordinal)), 1e-9);
    }

    [Fact]
    public void Independent_values_and_blocks_may_stand_in_one_file()
    {
        var stoch = Stoch("INDEP DISCRETE\n RHS DEMAND 2.0 LATER 0.5\n RHS DEMAND 6.0 LATER 0.5\nBLOCKS DISCRETE ADD\n BL P LATER 0.25\n Y COST -1.0\n BL P LATER 0.75\n Y COST 1.0");
        // Prices of 6 and 4, 4.5 on average, whatever the demand: a unit beyond 2 earns 2.25 for 2.
        Assert.Equal(4, Read(stoch: stoch).Required.Scenarios);
        Assert.Equal(2 * 6 - 4.5 * 4, Value(stoch: stoch), 1e-9);
    }

    [Theory]
    [InlineData("INDEP NORMAL", "continuous")]
    [InlineData("INDEP UNIFORM", "continuous")]
    [InlineData("BLOCKS LINTR", "List the values instead")]
    [InlineData("BLOCKS SUB", "List the values instead")]
    [InlineData("NODES", "is not read")]
    public void What_is_not_listed_value_by_value_is_refused_with_the_reason(string section, string says)
    {
        var reading = Read(stoch: Stoch(section + "\n RHS DEMAND 4.0 LATER 1.0"));
        Assert.Null(reading.Problem);
        Assert.Contains(reading.Issues, issue => issue.Line == 2 && issue.Message.Contains(says, StringComparison.Ordinal));
    }
}
