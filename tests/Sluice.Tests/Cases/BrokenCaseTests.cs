using Sluice.Reading;

namespace Sluice.Tests.Cases;

public class BrokenCaseTests
{
    public static TheoryData<string> Names => [.. BrokenCases.All.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_broken_case_is_reported_with_code_and_place(string name)
    {
        var broken = BrokenCases.All.Single(c => c.Name == name);
        var files = broken.Files();
        var loaded = files.Load();
        var found = loaded.Diagnostics.Where(d => d.Severity != Severity.Note && d.Code != "SLU0431").ToList();
        Assert.Equal(broken.Expected(files), found.Select(d => $"{d.At} {d.Code}").Order(StringComparer.Ordinal));
        Assert.Equal(found.Any(d => d.Severity == Severity.Error), loaded.Case is null);
        Assert.All(found, d => Assert.True(d.Message.Length is > 20 and < 600, d.Message));
        if (broken.Because.Length > 0) Assert.Contains(found, d => d.Message.Contains(broken.Because, StringComparison.Ordinal));
    }

    [Fact]
    public void Broken_cases_have_names_of_their_own() => Assert.Equal(BrokenCases.All.Length, BrokenCases.All.Select(c => c.Name).Distinct().Count());
}
