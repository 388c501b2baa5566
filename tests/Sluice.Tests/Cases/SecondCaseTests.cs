using System.Text.RegularExpressions;
using Sluice.Cases;
using Sluice.Gates;
using Sluice.Market;
using Sluice.Outlooks;
using Sluice.Planning.Buyer;
using Sluice.Reading;
using Sluice.Runs;

namespace Sluice.Tests.Cases;

/// <summary>A case of another place: the code must not lean on the founding one.</summary>
public partial class SecondCaseTests
{
    static readonly Lazy<Loaded> loaded = new(() => Load(LoadOptions.None));

    static Loaded Load(LoadOptions options) => CaseReader.Load(new FolderSource(Repository.At("cases", "gulf-2026-01")), TestCases.Atlas, options);

    static Case World => loaded.Value.Case!;

    [Fact]
    public void It_checks_clean_and_deep()
    {
        Assert.Empty(loaded.Value.Diagnostics.Where(d => d.Severity != Severity.Note));
        Assert.Empty(PlanningChecks.Of(World, CaseOutlook.Of(World)));
    }

    [Fact]
    public void Each_what_if_changes_something_and_checks_clean()
    {
        foreach (var file in Directory.GetFiles(Repository.At("cases", "gulf-2026-01", "whatifs")))
        {
            var changed = Load(new LoadOptions { WhatIfs = [Path.GetFileNameWithoutExtension(file)] });
            Assert.Empty(changed.Diagnostics.Where(d => d.Severity == Severity.Error));
            Assert.NotEqual(World.Digest, changed.Case!.Digest);
        }
    }

    [Fact]
    public void What_it_states_of_the_gates_is_what_screening_finds()
    {
        var (book, version) = GatesRecords.Read(TestCases.Atlas, new Diagnostics());
        foreach (var purchase in World.Market.Offers.OfType<Purchase>())
        {
            var day = World.Header.AsOf;
            var answer = GatesRecords.Answer(book, version, new GatesQuestion(purchase.Part.Id, "AE", new Buyer("AE", [], null), day, null, day));
            Assert.True(answer.Record is not null, answer.Fault);
            var row = Assert.Single(answer.Record.Rows);
            foreach (var stated in World.Verdicts[purchase.Id].Verdicts)
            {
                var found = row.Verdicts.Single(v => v.Gate == stated.Gate);
                Assert.Equal((Word(stated.Word), stated.Class), (found.Verdict, found.Class));
                Assert.All(stated.Rules, rule => Assert.Contains(rule, found.Rules));
            }
        }
    }

    static string Word(VerdictWord word) => word switch { VerdictWord.NoRequirement => "no-requirement", VerdictWord.Licence => "licence", var other => other.ToString().ToLowerInvariant() };

    [Fact]
    public void No_Chinese_agency_and_no_name_of_the_founding_case_stands_in_it()
    {
        var text = string.Concat(Directory.GetFiles(Repository.At("cases", "gulf-2026-01"), "*.*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".md", StringComparison.Ordinal)).Select(File.ReadAllText));
        foreach (var name in new[] { "northstar", "cac", "ndrc", "miit", "nvidia-h20", "H20e" })
            Assert.DoesNotMatch($@"\b{name}\b", text);
        Assert.Equal("AED", World.Header.Currency);
    }

    /// <summary>
    /// A literal that names a driver, a party, an offer, a place or a level of a shipped case would be code that knows the case. Examples in shapes, in
    /// codes of diagnostics and in the small case of <c>sluice new</c> are texts for readers; intake of pages knows names of agencies, as a dictionary does.
    /// </summary>
    [Fact]
    public void The_code_knows_no_case()
    {
        var founding = CaseReader.Load(TestCases.Founding, TestCases.Atlas, LoadOptions.None).Case!;
        string[] words = ["us-export", "cn-import", "none", "bar", "pause", "ask", "usual", "quota", "open", "closed", "inference", "training", "H20e"];      // words of the formats and of the atlas, which cases share
        var names = new[] { founding, World }.SelectMany(c => c.Drivers.Select(d => d.Id).Concat(c.Drivers.SelectMany(d => d.Levels).Select(l => l.Id)).Concat(c.Parties.Select(p => p.Id))
            .Concat(c.Market.Offers.Select(o => o.Id)).Concat(c.Market.Sites.Select(s => s.Id)).Concat(c.Market.Workloads.Select(w => w.Id)).Concat(c.Market.Workloads.Select(w => w.Equivalent))
            .Concat(c.Evidence.Claims.Select(e => e.Id)).Append(c.Header.Title)).Except(words).ToHashSet(StringComparer.Ordinal);
        var known =
            from file in Directory.GetFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')
            where !path.Contains("/obj/") && !path.Contains("/Intake/") && !path.EndsWith("Shape.cs", StringComparison.Ordinal) && !path.EndsWith("Shapes.cs", StringComparison.Ordinal)
                && !path.EndsWith("Codes.cs", StringComparison.Ordinal) && !path.EndsWith("Kind.cs", StringComparison.Ordinal) && !path.EndsWith("NewCase.cs", StringComparison.Ordinal)
            from literal in Literal().Matches(File.ReadAllText(file)).Select(m => m.Groups[1].Value)
            where names.Contains(literal)
            select $"{path}: \"{literal}\"";
        Assert.Empty(known.Distinct());
    }

    [GeneratedRegex("\"([^\"\\n]*)\"")]
    private static partial Regex Literal();
}
