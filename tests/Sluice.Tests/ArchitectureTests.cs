using System.Text.RegularExpressions;

namespace Sluice.Tests;

/// <summary>The arrows of the house: rooms know only the rooms below them.</summary>
public partial class ArchitectureTests
{
    static readonly string[] bottomUp = ["Reading", "Quantities", "Evidence", "Market", "Gates", "Outlooks", "Cases", "Policies", "Simulation", "Planning", "Runs"];

    [Fact]
    public void Every_folder_of_the_domain_is_a_known_room()
    {
        var rooms = Directory.GetDirectories(Repository.At("src", "Sluice")).Select(d => Path.GetFileName(d)!).Except(["bin", "obj"]);
        Assert.Empty(rooms.Except(bottomUp));
    }

    [Fact]
    public void Rooms_know_only_the_rooms_below_them()
    {
        var wrong =
            from room in bottomUp
            from file in Directory.GetFiles(Repository.At("src", "Sluice", room), "*.cs", SearchOption.AllDirectories)
            from known in Used().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)
            where Array.IndexOf(bottomUp, known) > Array.IndexOf(bottomUp, room)
            select $"{Path.GetRelativePath(Repository.Root, file)} knows {known}";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void The_optimiser_knows_nothing_of_the_domain()
    {
        var project = File.ReadAllText(Repository.At("src", "Sluice.Optimization", "Sluice.Optimization.csproj"));
        Assert.DoesNotContain("<ProjectReference", project);
    }

    [Fact]
    public void Only_planning_knows_the_optimiser()
    {
        var wrong =
            from file in Directory.GetFiles(Repository.At("src", "Sluice"), "*.cs", SearchOption.AllDirectories)
            where !file.Contains($"{Path.DirectorySeparatorChar}Planning{Path.DirectorySeparatorChar}") && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")
            where File.ReadAllText(file).Contains("Sluice.Optimization")
            select Path.GetRelativePath(Repository.Root, file);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Views_read_records_and_nothing_else()
    {
        var wrong =
            from file in Directory.GetFiles(Repository.At("src", "Sluice.Views"), "*", SearchOption.AllDirectories)
            where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
            where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")
            from known in Used().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)
            where known is not ("Runs" or "Views")
            select $"{Path.GetRelativePath(Repository.Root, file)} knows {known}";
        Assert.Empty(wrong);
    }

    [Fact]
    public void The_command_line_needs_no_web_server()
    {
        var settings = File.ReadAllText(Path.Combine(Path.GetDirectoryName(typeof(Sluice.Views.Report).Assembly.Location)!, "Sluice.Cli.runtimeconfig.json"));
        Assert.DoesNotContain("Microsoft.AspNetCore.App", settings);
    }

    [Theory]
    [InlineData("YamlDotNet", "Reading/Yaml")]
    [InlineData("CsvHelper", "Reading/Csv")]
    [InlineData("MiniExcelLibs", "Reading/Xlsx")]
    public void Each_file_format_is_known_to_one_file(string library, string only)
    {
        var users =
            from file in Directory.GetFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
            where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && File.ReadAllText(file).Contains($"using {library}")
            select Path.GetRelativePath(Repository.At("src", "Sluice"), file).Replace('\\', '/');
        Assert.All(users, user => Assert.StartsWith(only, user));
    }

    [Fact]
    public void No_folder_has_a_name_that_says_nothing()
    {
        string[] forbidden = ["Helpers", "Utils", "Common", "Manager", "Misc", "Models", "Services"];
        var folders = Directory.GetDirectories(Repository.At("src"), "*", SearchOption.AllDirectories).Select(d => Path.GetFileName(d)!);
        Assert.Empty(folders.Intersect(forbidden));
    }

    [Fact]
    public void Time_comes_in_as_a_parameter()
    {
        var wrong =
            from folder in new[] { "Sluice", "Sluice.Optimization" }
            from file in Directory.GetFiles(Repository.At("src", folder), "*.cs", SearchOption.AllDirectories)
            where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && Clock().IsMatch(File.ReadAllText(file))
            select Path.GetRelativePath(Repository.Root, file);
        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"\busing (?:static )?Sluice\.(\w+)")]
    private static partial Regex Used();

    [GeneratedRegex(@"DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|Random\.Shared|new Random\(\)|Stopwatch\.StartNew")]
    private static partial Regex Clock();
}
