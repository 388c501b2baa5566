using System.Diagnostics;
using System.Text;
using Sluice.Evidence.Intake;
using Sluice.Reading;

namespace Sluice.Tests.Evidence.Intake;

/// <summary>Damaged and hostile pages neither crash nor hang.</summary>
public class HostilePageTests(ITestOutputHelper output)
{
    static readonly string[] splices =
    [
        "<", ">", "</div>", "<div>", "<p>", "<script>", "</script>", "<!--", "-->", "<svg><style>", "&#x202e;", "&#27;[2J", "\u001b]0;x\u0007", "\u202e", "\ud800", "\0", "\uFEFF", "\"", "'", "=cmd|' /C calc'!A0",
        "据知情人士", "2025年13月45日", "February 30, 2025", "9999999999999 days after", "<a href=", "<table><tr><td>", "<article>", "免责声明", "By ", "\r", "。。。。", "....", "((((", "“““", "<p style='", "<meta charset=utf-16>",
    ];

    [Fact]
    public void Ten_thousand_mutated_pages_neither_crash_nor_hang()
    {
        var pages = MeasuredPages.Names("").Select(MeasuredPages.Text).ToArray();
        var random = new Random(20250821);
        var slowest = TimeSpan.Zero;
        for (var i = 0; i < 10_000; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var intake = TestNames.Read(Mutated(pages[i % pages.Length], random));
            Assert.All(intake.Proposals, p => Assert.InRange(p.Sentence.Start + p.Sentence.Length, 1, intake.Page.Text.Length));
            if (i % 50 == 0)
            {
                var into = new Diagnostics();
                Yaml.Read("review.yaml", ReviewFile.Of(intake), "", into);
                Assert.Empty(into.Sorted);
            }

            var took = Stopwatch.GetElapsedTime(start);
            if (took > slowest) slowest = took;
        }

        output.WriteLine($"slowest page {slowest.TotalMilliseconds:0} ms");
        Assert.True(slowest < TimeSpan.FromSeconds(20), $"a page took {slowest}");
    }

    static string Mutated(string page, Random random)
    {
        var text = new StringBuilder(page);
        for (var n = random.Next(1, 12); n > 0; n--)
        {
            var at = random.Next(text.Length + 1);
            switch (random.Next(5))
            {
                case 0:
                    text.Remove(at, Math.Min(random.Next(1, 120), text.Length - at));
                    break;
                case 1:
                    text.Insert(at, text.ToString(0, Math.Min(text.Length, 400)));
                    break;
                case 2 when at < text.Length:
                    text[at] = (char)random.Next(1, 0x10000);
                    break;
                default:
                    text.Insert(at, splices[random.Next(splices.Length)]);
                    break;
            }
        }

        return text.ToString();
    }

    public static TheoryData<string> Bombs => new(
        "deep", "flat", "attributes", "unclosed", "line", "words", "quotes", "commas", "wide", "paragraphs", "formatting", "entities", "numbers", "jsonld");

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_page_of_a_megabyte_made_to_hang_ends(string bomb)
    {
        var start = Stopwatch.GetTimestamp();
        TestNames.Read(bomb switch
        {
            "deep" => "<html><body>" + Repeat("<div>", 200_000) + "Nvidia",
            "flat" => "<html><body>" + Repeat("<p>Nvidia sold the H20.", 45_000),
            "attributes" => "<html><body><div " + Repeat("a=1 ", 250_000) + ">",
            "unclosed" => "<html><body>" + Repeat("<a href='x'><b><i>", 50_000),
            "line" => Repeat("a", 1_000_000),
            "words" => Repeat("Nvidia told Alibaba to ", 45_000),
            "quotes" => Repeat("“\"", 500_000),
            "commas" => "<html><body><p>" + Repeat("Nvidia, ", 125_000),
            "wide" => Repeat("据知情人士称英伟达要求", 90_000),
            "paragraphs" => Repeat("CAC asked Alibaba to pause H20 orders, two people familiar with the matter said.\n", 12_000),
            "formatting" => "<html><body><p>" + Repeat("<b><p>", 150_000),
            "entities" => "<html><body><p>" + Repeat("&amp;#60;", 110_000),
            "numbers" => Repeat("1,000 to 2,000 - ", 60_000) + " dollars.",
            _ => "<html><head><script type='application/ld+json'>" + Repeat("[", 400_000) + "</script></head><body><p>x</p></body></html>",
        });
        var took = Stopwatch.GetElapsedTime(start);
        output.WriteLine($"{bomb}: {took.TotalSeconds:0.0} s");
        Assert.True(took < TimeSpan.FromSeconds(60), $"{bomb} took {took}");
    }

    static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
