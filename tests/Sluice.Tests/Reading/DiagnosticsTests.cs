using Sluice.Reading;

namespace Sluice.Tests.Reading;

public class DiagnosticsTests
{
    [Fact]
    public void Faults_come_in_the_order_of_the_files_and_each_once()
    {
        var into = new Diagnostics();
        foreach (var (file, line) in new[] { ("b.yaml", 1), ("a.yaml", 9), ("a.yaml", 2), ("a.yaml", 9) }) into.Add(ReadingCodes.UnknownWord.At(new(file, line, 1), "x", "y", "z"));
        Assert.Equal(["a.yaml:2:1", "a.yaml:9:1", "b.yaml:1:1"], into.Sorted.Select(d => d.At.ToString()));
        Assert.Equal(3, into.ErrorCount);
    }

    [Fact]
    public void A_diagnostic_prints_as_compilers_do_with_a_caret_under_the_fault()
    {
        var fault = ReadingCodes.UnknownWord.At(new("drivers.yaml", 14, 9), "x", "y", "'x' is not possible here.");
        Assert.Equal("drivers.yaml:14:9: error SLU0106: 'x' is not possible here.\n    receipt: x\n            ^", fault.Render("receipt: x"));
        Assert.InRange(fault.Render(new string('x', 100_000)).Length, 100, 300);
    }

    [Fact]
    public void A_code_that_stands_twice_or_is_misspelt_cannot_be_registered()
    {
        var code = ReadingCodes.UnknownKey;
        Assert.Contains("registered twice", Assert.Throws<ArgumentException>(() => DiagnosticCodes.Register([code], [code])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DiagnosticCodes.Register([code with { Id = "SLU12" }]));
    }

    [Fact]
    public void The_reference_page_has_a_section_for_each_code()
    {
        var page = DiagnosticCodes.Markdown(DiagnosticCodes.Register(ReadingCodes.All));
        Assert.All(ReadingCodes.All, code => Assert.Contains($"## {code.Id}: {code.Title}\n", page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_example_of_each_code_of_syntax_and_tables_causes_it()
    {
        foreach (var code in ReadingCodes.All.Where(c => !c.Example.StartsWith('(')))
        {
            if (string.CompareOrdinal(code.Id, "SLU0014") <= 0) Assert.Contains(code.Id, Written.As(code.Example).Diagnostics.Sorted.Select(d => d.Code));
            else if (string.CompareOrdinal(code.Id, "SLU0028") <= 0)
            {
                var into = new Diagnostics();
                Tables.ReadCsv("t.csv", code.Example, "t", code.Example.Contains("workload", StringComparison.Ordinal) ? ["workload", "period"] : code.Example.Contains("place", StringComparison.Ordinal) || code.Id == "SLU0025" ? ["part", "place"] : ["part"], into);
                Assert.Contains(code.Id, into.Sorted.Select(d => d.Code));
            }
        }
    }
}
