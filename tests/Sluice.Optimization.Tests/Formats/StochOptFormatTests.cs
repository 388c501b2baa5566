using System.IO.Compression;
using System.Text;

namespace Sluice.Optimization.Tests;

public class StochOptFormatTests
{
    /// <summary>Buy x at 2, then sell at 5 what the demand of 2 or 6 allows, at most x.</summary>
    private const string Shop = """
        {
          "version": {"major": 1, "minor": 0},
          "root": {"state_variables": {"x": 0.0}, "successors": {"buy": 1.0}},
          "nodes": {
            "buy": {"subproblem": "first", "successors": {"sell": 1.0}},
            "sell": {"subproblem": "second", "realizations": [
              {"probability": 0.5, "support": {"d": 2.0}},
              {"probability": 0.5, "support": {"d": 6.0}}]}
          },
          "subproblems": {
            "first": {"state_variables": {"x": {"in": "x_in", "out": "x_out"}}, "subproblem": {
              "version": {"major": 1, "minor": 2}, "variables": [{"name": "x_in"}, {"name": "x_out"}],
              "objective": {"sense": "max", "function": {"type": "ScalarAffineFunction", "terms": [{"variable": "x_out", "coefficient": -2.0}], "constant": 0.0}},
              "constraints": [{"function": {"type": "Variable", "name": "x_out"}, "set": {"type": "Interval", "lower": 0.0, "upper": 10.0}}]}},
            "second": {"state_variables": {"x": {"in": "x_in", "out": "x_out"}}, "random_variables": ["d"], "subproblem": {
              "version": {"major": 1, "minor": 2}, "variables": [{"name": "x_in"}, {"name": "x_out"}, {"name": "y"}, {"name": "d"}],
              "objective": {"sense": "max", "function": {"type": "ScalarAffineFunction", "terms": [{"variable": "y", "coefficient": 5.0}], "constant": 1.0}},
              "constraints": [
                {"function": {"type": "ScalarAffineFunction", "terms": [{"variable": "y", "coefficient": 1.0}, {"variable": "x_in", "coefficient": -1.0}], "constant": 0.0}, "set": {"type": "LessThan", "upper": 0.0}},
                {"function": {"type": "ScalarAffineFunction", "terms": [{"variable": "y", "coefficient": 1.0}, {"variable": "d", "coefficient": -1.0}], "constant": 0.0}, "set": {"type": "LessThan", "upper": 0.0}},
                {"function": {"type": "Variable", "name": "y"}, "set": {"type": "GreaterThan", "lower": 0.0}},
                {"function": {"type": "Variable", "name": "x_out"}, "set": {"type": "EqualTo", "value": 0.0}}]}}
          }
        }
        """;

    [Fact]
    public void A_small_file_is_read_constant_and_sense_included()
    {
        var problem = Read(Shop).Required;
        Assert.Equal(Sense.Maximise, problem.Sense);
        Assert.Equal(9, StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Equivalent }).Value, 1e-9);
        Assert.Equal(9, StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition }).Value, 1e-6);
    }

    [Fact]
    public void A_packed_file_is_known_by_its_first_bytes()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, true)) gzip.Write(Encoding.UTF8.GetBytes(Shop));
        Assert.Equal(9, Equivalent.Solve(Read(packed.ToArray()).Required).Value, 1e-9);
        var cut = Read(packed.ToArray()[..100]);
        Assert.Null(cut.Problem);
        Assert.NotEmpty(cut.Issues);
    }

    [Fact]
    public void Edges_that_sum_to_less_than_one_end_at_no_further_cost()
    {
        var problem = Read(Shop.Replace("\"successors\": {\"sell\": 1.0}", "\"successors\": {\"sell\": 0.9}", StringComparison.Ordinal)).Required;
        // A unit beyond 2 earns 0.9 · 2.5 = 2.25.
        Assert.Equal(-12 + 0.9 * (20 + 1), Equivalent.Solve(problem).Value, 1e-9);
        Assert.Equal(6.9, StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition }).Value, 1e-6);
        using var policy = new Sddp(problem.ToPolicyGraph(), new SddpOptions { Threads = 1 });
        Assert.Equal(-6.9, policy.Train(new StoppingRules { Passes = 20 }).LowerBound, 1e-6);
    }

    [Fact]
    public void Edges_that_end_with_different_chances_lead_to_a_node_that_costs_nothing()
    {
        var problem = Read(Shop
            .Replace("\"successors\": {\"sell\": 1.0}", "\"successors\": {\"sell\": 0.5, \"again\": 0.5}", StringComparison.Ordinal)
            .Replace("\"sell\": {\"subproblem\"", "\"again\": {\"subproblem\": \"first\", \"successors\": {\"sell\": 0.8}}, \"sell\": {\"subproblem\"", StringComparison.Ordinal)).Required;
        Assert.Equal(3, problem.Stages);
        var value = Equivalent.Solve(problem).Value;
        Assert.Equal(value, StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition }).Value, 1e-6);
        using var policy = new Sddp(problem.ToPolicyGraph(), new SddpOptions { Threads = 1 });
        Assert.Equal(-value, policy.Train(new StoppingRules { Passes = 30 }).LowerBound, 1e-6);
    }

    [Fact]
    public void Several_nodes_may_come_first()
    {
        var problem = Read(Shop
            .Replace("\"successors\": {\"buy\": 1.0}", "\"successors\": {\"buy\": 0.5, \"dear\": 0.5}", StringComparison.Ordinal)
            .Replace("\"sell\": {\"subproblem\"", "\"dear\": {\"subproblem\": \"first\", \"successors\": {\"sell\": 0.5}}, \"sell\": {\"subproblem\"", StringComparison.Ordinal)).Required;
        var value = Equivalent.Solve(problem).Value;
        // Where half the sales are lost, 1.25 for 2 is no bargain beyond the second unit.
        Assert.Equal(0.5 * 9 + 0.5 * (-4 + 0.5 * 11), value, 1e-9);
        Assert.Equal(value, StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition }).Value, 1e-6);
    }

    [Fact]
    public void A_random_factor_may_stand_before_columns_and_states_and_alone()
    {
        var random = Shop.Replace(
            "{\"type\": \"ScalarAffineFunction\", \"terms\": [{\"variable\": \"y\", \"coefficient\": 5.0}], \"constant\": 1.0}",
            "{\"type\": \"ScalarQuadraticFunction\", \"affine_terms\": [{\"variable\": \"d\", \"coefficient\": 0.5}], \"quadratic_terms\": [{\"variable_1\": \"d\", \"variable_2\": \"y\", \"coefficient\": 1.0}, {\"variable_1\": \"x_in\", \"variable_2\": \"d\", \"coefficient\": 0.1}], \"constant\": 1.0}",
            StringComparison.Ordinal);
        var problem = Read(random).Required;
        // x units: −2x + ½(1 + 2·min(x,2) + 0.2x) + ½(3 + 6·min(x,6) + 0.6x) is largest at 6.
        Assert.Equal(-12 + 0.5 * (1 + 1 + 4 + 1.2) + 0.5 * (1 + 3 + 36 + 3.6), Equivalent.Solve(problem).Value, 1e-9);
        Assert.Equal(Equivalent.Solve(problem).Value, StochasticSolver.Solve(problem, new SolveOptions { Method = SolveMethod.Decomposition }).Value, 1e-5);
    }

    [Fact]
    public void The_older_version_lists_edges_and_keeps_subproblems_in_their_nodes()
    {
        var first = Between("\"first\": {", "}},\n    \"second\"") + "}";
        var second = Between("\"second\": {", "}}\n  }\n}") + "}";
        var old = $$$"""
            {"version": {"major": 0, "minor": 1},
             "root": {"name": "root", "state_variables": {"x": {"initial_value": 0.0}} },
             "nodes": {
               "buy": { {{{first}}}, "realizations": [] },
               "sell": { {{{second}}}, "realizations": [{"probability": 0.5, "support": {"d": 2.0}}, {"probability": 0.5, "support": {"d": 6.0}}] } },
             "edges": [{"from": "root", "to": "buy", "probability": 1.0}, {"from": "buy", "to": "sell", "probability": 1.0}],
             "validation_scenarios": [[{"node": "buy"}, {"node": "sell", "support": {"d": 2.0}}]]}
            """;
        Assert.Equal(9, Equivalent.Solve(Read(old).Required).Value, 1e-9);

        static string Between(string start, string end)
        {
            var from = Shop.IndexOf(start, StringComparison.Ordinal) + start.Length;
            return Shop[from..Shop.IndexOf(end, from, StringComparison.Ordinal)];
        }
    }

    [Fact]
    public void Scenarios_for_validation_and_a_description_do_no_harm()
    {
        var text = Shop.Replace("\"nodes\": {", "\"description\": \"a shop\", \"validation_scenarios\": [{\"probability\": 1.0, \"scenario\": [{\"node\": \"buy\", \"support\": {}}]}], \"nodes\": {", StringComparison.Ordinal);
        Assert.Equal(9, Equivalent.Solve(Read(text).Required).Value, 1e-9);
    }

    [Fact]
    public void A_square_of_a_decision_is_refused_with_the_reason()
    {
        var reading = Read(Shop.Replace(
            "{\"type\": \"ScalarAffineFunction\", \"terms\": [{\"variable\": \"y\", \"coefficient\": 5.0}], \"constant\": 1.0}",
            "{\"type\": \"ScalarQuadraticFunction\", \"affine_terms\": [], \"quadratic_terms\": [{\"variable_1\": \"y\", \"variable_2\": \"y\", \"coefficient\": -1.0}], \"constant\": 1.0}",
            StringComparison.Ordinal));
        Assert.Null(reading.Problem);
        Assert.Contains(reading.Issues, issue => issue.Line == 17 && issue.Message.Contains("only linear problems are read", StringComparison.Ordinal));
    }

    [Fact]
    public void Realizations_without_a_probability_are_refused()
    {
        var reading = Read(Shop.Replace("\"probability\": 0.5, ", "", StringComparison.Ordinal));
        Assert.Null(reading.Problem);
        Assert.Contains(reading.Issues, issue => issue.Line == 7 && issue.Message.Contains("\"probability\" is missing", StringComparison.Ordinal));
    }

    [Fact]
    public void A_policy_graph_is_written_for_others_to_check()
    {
        var graph = new InventoryProblem(4).Graph();
        using var stream = new MemoryStream();
        StochOptFormat.Write(StochasticProblem.Of(graph, "inventory"), stream);
        var again = Read(stream.ToArray()).Required;
        Assert.Equal("inventory", again.Name);
        Assert.Equal(DeterministicEquivalent.Solve(graph).Value, Equivalent.Solve(again).Value, 1e-8);
        Assert.Equal(DeterministicEquivalent.Solve(graph).Value, DeterministicEquivalent.Solve(again.ToPolicyGraph()).Value, 1e-8);
    }

    [Theory]
    [InlineData("\"version\": {\"major\": 1, \"minor\": 0},", "", 1, 1, "\"version\" is missing")]
    [InlineData("{\"major\": 1, \"minor\": 0}", "{\"major\": 2, \"minor\": 0}", 2, 14, "expected 1.0 or 0.1")]
    [InlineData("{\"x\": 0.0}", "{\"x\": \"0\"}", 3, 37, "expected a number")]
    [InlineData("\"successors\": {\"buy\": 1.0}", "\"successors\": {\"bye\": 1.0}", 3, 65, "Node bye is not known")]
    [InlineData("\"successors\": {\"sell\": 1.0}", "\"successors\": {\"sell\": 1.5}", 5, 59, "between 0 and 1")]
    [InlineData("\"subproblem\": \"first\"", "\"subproblem\": \"fist\"", 5, 27, "Did you mean first?")]
    [InlineData("{\"probability\": 0.5, \"support\": {\"d\": 2.0}}", "{\"probability\": 0.3, \"support\": {\"d\": 2.0}}", 6, 54, "sum to 0.8")]
    [InlineData("\"support\": {\"d\": 2.0}", "\"support\": {\"e\": 2.0}", 7, 45, "not a random variable")]
    [InlineData("\"support\": {\"d\": 2.0}", "\"support\": {}", 7, 39, "\"d\" is missing")]
    [InlineData("\"variable\": \"x_out\", \"coefficient\": -2.0", "\"variable\": \"z_out\", \"coefficient\": -2.0", 13, 92, "Did you mean x_out?")]
    [InlineData("\"type\": \"Interval\", \"lower\": 0.0, \"upper\": 10.0", "\"type\": \"Interval\", \"lower\": 11.0, \"upper\": 10.0", 14, 82, "is empty")]
    [InlineData("\"type\": \"Interval\"", "\"type\": \"SecondOrderCone\"", 14, 91, "not read")]
    [InlineData("\"type\": \"Variable\", \"name\": \"x_out\"}, \"set\": {\"type\": \"Interval\"", "\"type\": \"ScalarNonlinearFunction\"}, \"set\": {\"type\": \"Interval\"", 14, 45, "not read")]
    [InlineData("\"out\": \"x_out\"}}, \"subproblem\"", "\"out\": \"x_ut\"}}, \"subproblem\"", 11, 40, "Did you mean x_out?")]
    [InlineData("\"sense\": \"max\", \"function\": {\"type\": \"ScalarAffineFunction\", \"terms\": [{\"variable\": \"x_out\"", "\"sense\": \"min\", \"function\": {\"type\": \"ScalarAffineFunction\", \"terms\": [{\"variable\": \"x_out\"", 4, 12, "all must do the same")]
    [InlineData("\"coefficient\": 5.0", "\"coefficient\": \"5\"", 17, 125, "expected a number")]
    [InlineData("{\"name\": \"y\"}", "{\"name\": \"x_out\"}", 16, 95, "given twice")]
    [InlineData("\"random_variables\": [\"d\"]", "\"random_variables\": [\"x_in\"]", 15, 95, "two roles")]
    [InlineData("\"root\": {", "\"rood\": {", 1, 1, "\"root\" is missing")]
    [InlineData("\"version\": {\"major\": 1, \"minor\": 0},", "\"version\": {\"major\": 1, \"minor\": 0}", 3, 3, "not JSON")]
    public void A_broken_file_is_named_with_its_place(string was, string becomes, int line, int column, string says)
    {
        var at = Shop.IndexOf(was, StringComparison.Ordinal);
        var reading = Read(string.Concat(Shop.AsSpan(0, at), becomes, Shop.AsSpan(at + was.Length)));
        Assert.Null(reading.Problem);
        Assert.True(
            reading.Issues.Any(issue => issue.Line == line && issue.Column == column && issue.Message.Contains(says, StringComparison.Ordinal)),
            $"expected {line}:{column} … {says}; found\n{string.Join('\n', reading.Issues)}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"version\": 1}")]
    [InlineData("{\"a\": 1, \"a\": 2}")]
    public void What_is_no_problem_at_all_gives_an_issue(string text) => Assert.NotEmpty(Read(text).Issues);

    [Fact]
    public void Deep_nesting_and_bytes_that_are_no_text_give_an_issue()
    {
        Assert.NotEmpty(Read(new string('[', 100_000)).Issues);
        Assert.NotEmpty(Read([(byte)'{', (byte)'"', 0xff, 0xfe, (byte)'"', (byte)':', (byte)'1', (byte)'}']).Issues);
    }

    [Fact]
    public void No_file_that_is_cut_or_garbled_makes_the_reader_crash()
    {
        var random = new Random(11);
        for (var trial = 0; trial < 300; trial++)
        {
            var text = Shop.ToCharArray();
            for (var k = 0; k < 2; k++) text[random.Next(text.Length)] = "{}[],:\"09x "[random.Next(11)];
            var reading = Read(new string(text, 0, trial % 4 == 0 ? random.Next(text.Length) : text.Length));
            Assert.True(reading.Problem is not null || reading.Issues.Any(issue => issue.Severity == IssueSeverity.Error));
        }
    }

    private static FormatReading Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static FormatReading Read(byte[] bytes)
    {
        var file = Path.Combine(Path.GetTempPath(), $"sluice-{Guid.NewGuid():N}.sof.json");
        try
        {
            File.WriteAllBytes(file, bytes);
            return StochOptFormat.Read(file);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
