using System.Text.Json;
using System.Text.Json.Nodes;
using Sluice.Optimization;

namespace Sluice.Bench;

/// <summary>Solves files and prints one JSON document, or a line for each.</summary>
internal static class SolveBench
{
    private const int Done = 0, BadInput = 2, Ceiling = 3, Internal = 4;

    public static int Run(string[] words)
    {
        try
        {
            var arguments = SolveArguments.Parse(words);
            if (arguments.Files.Count == 0) throw new InvalidDataException("No file is given: name a .cor, .tim and .sto, or a .sof.json.");
            var problems = ProblemFile.Group(arguments.Files);
            Measurement.WarmUp();
            var (code, documents) = (Done, new List<JsonObject>());
            foreach (var file in problems)
            {
                if (Solve(file, arguments) is not (var document, var itsCode)) code = Math.Max(code, BadInput);
                else
                {
                    documents.Add(document);
                    code = Math.Max(code, itsCode);
                }
            }
            if (arguments.Json && documents.Count > 0) Print(problems.Count == 1 ? documents[0] : new JsonArray([.. documents]));
            return code;
        }
        catch (InvalidDataException e)
        {
            Console.Error.WriteLine(e.Message);
            return BadInput;
        }
        catch (Exception e)
        {
            Console.Error.WriteLine(e is SolverNotLoadedException or SubproblemException or InvalidOperationException ? e.Message : e.ToString());
            return Internal;
        }
    }

    private static (JsonObject Document, int Code)? Solve(ProblemFile file, SolveArguments arguments)
    {
        var reading = file.Read(arguments.Smps);
        foreach (var issue in reading.Issues) Console.Error.WriteLine(issue);
        if (reading.Problem is not { } problem) return null;
        try
        {
            var measured = Measurement.Of(problem, arguments.Options);
            Measurement? equivalent = null;
            if (arguments.Compare && measured.Solution.Method != "equivalent") equivalent = Measurement.TryOf(problem, arguments.Options with { Method = SolveMethod.Equivalent });
            if (measured.Solution is var found && arguments.Options.CostToGoBound is { } stated && found.Lower - found.Upper > 1e-6 * Math.Abs(found.Value))
                Console.Error.WriteLine($"{file.Name}: --cost-to-go {stated} is no bound, since the lower bound is above the upper one: the value is the cost of the policy found, not the optimum.");
            var document = Document(file, measured, equivalent);
            if (!arguments.Json) Console.WriteLine(string.Join("  ", document.Select(member => $"{member.Key} {member.Value}")));
            return (document, measured.Solution.Reached ? Done : Ceiling);
        }
        catch (Exception e) when (e is EquivalentTooLargeException or NotSupportedException)
        {
            Console.Error.WriteLine($"{file.Name}: {e.Message}");
            return null;
        }
    }

    private static JsonObject Document(ProblemFile file, Measurement measured, Measurement? equivalent)
    {
        var solution = measured.Solution;
        return new JsonObject
        {
            ["name"] = file.Name,
            ["value"] = Finite(solution.Value),
            ["lower"] = Finite(solution.Lower),
            ["upper"] = Finite(solution.Upper),
            ["gap"] = Finite(solution.Gap),
            ["boundKind"] = solution.BoundKind,
            ["method"] = solution.Method,
            ["seconds"] = Math.Round(measured.Seconds, 6),
            ["processorSeconds"] = Math.Round(measured.ProcessorSeconds, 3),
            ["iterations"] = solution.Iterations,
            ["solves"] = solution.Solves,
            ["equivalentSeconds"] = solution.Method == "equivalent" ? Math.Round(measured.Seconds, 6) : equivalent is { } other ? Math.Round(other.Seconds, 6) : null,
            ["equivalentValue"] = equivalent is null ? null : Finite(equivalent.Solution.Value),
            ["peakMb"] = Math.Round(Math.Max(measured.PeakMb, equivalent?.PeakMb ?? 0), 1),
        };
    }

    private static JsonValue? Finite(double value) => double.IsFinite(value) ? JsonValue.Create(value + 0.0) : null;

    private static void Print(JsonNode document) => Console.WriteLine(document.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
}
