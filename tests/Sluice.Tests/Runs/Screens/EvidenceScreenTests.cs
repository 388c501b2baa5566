using Sluice.Cli.Screens;
using Sluice.Evidence.Intake;
using Sluice.Tests.Evidence.Intake;

namespace Sluice.Tests.Runs.Screens;

public class EvidenceScreenTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void The_list_looks_like_its_picture(int width) => Picture($"evidence-{width}.txt", width, c => EvidenceScreen.Write(c, ShownEvidence.Document with { Explain = null }, "support"));

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Groups_by_driver_look_like_their_picture(int width) => Picture($"evidence-by-driver-{width}.txt", width, c => EvidenceScreen.Write(c, ShownEvidence.Document with { Explain = null, Stale = [], Unused = [], WithoutBasis = [] }, "driver"));

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void A_claim_looks_like_its_picture(int width) => Picture($"evidence-claim-{width}.txt", width, c => EvidenceScreen.WriteClaim(c, ShownEvidence.Document, ShownEvidence.Document.Claims[0]));

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void A_driver_looks_like_its_picture(int width) => Picture($"evidence-driver-{width}.txt", width, c => EvidenceScreen.WriteDriver(c, ShownEvidence.Document, ShownEvidence.Document.Explain!));

    [Theory]
    [InlineData(80)]
    [InlineData(120)]
    public void Proposals_look_like_their_picture(int width) => Picture($"evidence-add-{width}.txt", width, c => EvidenceAddScreen.Write(c, TestNames.Read(MeasuredPages.Text("tuned-guidance-zh.html")), "page.review.yaml"));

    static void Picture(string file, int width, Action<Spectre.Console.IAnsiConsole> write)
    {
        var shown = ShownEvidence.At(width, write);
        Assert.All(shown.Split('\n'), line => Assert.True(ScreenText.Width(line) <= width, $"wider than {width}: {line}"));
        var path = Repository.At("tests", "Sluice.Tests", "Runs", "Screens", file);
        if (Environment.GetEnvironmentVariable("SLUICE_REWRITE") is "1") File.WriteAllText(path, shown);
        Assert.Equal(File.Exists(path) ? File.ReadAllText(path) : "", shown);
    }

    [Fact]
    public void Hostile_text_reaches_no_console_as_it_is()
    {
        const string hostile = "a\u001b[2J\u001b]0;title\u0007\u202eb\u2066c\u200bd\u009be\r\n\0f\ud800g [red]x[/] <script>alert(1)</script> ";
        var text = hostile + new string('x', 1_000_000);
        var document = ShownEvidence.Document with
        {
            Case = text, Viewpoint = text, Weights = hostile, With = [text], Muted = [text], Stale = [new("old", text, text, new(2025, 1, 1), text)], Unused = [new(text, text)], WithoutBasis = [new(text, text)],
            Claims = [ShownEvidence.Document.Claims[0] with { Id = text, Who = text, Does = text, Note = text, When = text, UsedBy = [new(text, text, text, text)] }],
            Disputes = [new(hostile, [new(text, [text], 0, 0, 0), new(text, [text], 0, 0, 0)], 1, text)],
            Moves = [ShownEvidence.Document.Moves[0] with { From = text, To = text, Reasons = [ShownEvidence.Document.Moves[0].Reasons[0] with { Name = text, Event = text }] }],
        };
        var shown = ShownEvidence.At(80, c => EvidenceScreen.Write(c, document with { Claims = [document.Claims[0] with { Disputes = [] }] }, "driver"))
            + ShownEvidence.At(80, c => EvidenceAddScreen.Write(c, TestNames.Read($"{hostile}\n\nThe CAC asked Alibaba {hostile} to pause orders of the H20, {hostile} two people said.\n"), text));
        Assert.All(shown, c => Assert.True(c is '\n' || (!char.IsControl(c) && !char.IsSurrogate(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format), $"U+{(int)c:X4} reached the console"));
        Assert.True(shown.Length < 100_000, $"{shown.Length} characters");
    }

    [Fact]
    public void Clean_text_stays_as_it_is()
    {
        const string text = "H20, 昇腾910C · × 1.5 → 20 % – “quoted” 👍";
        Assert.Same(text, ScreenText.Clean(text) is var clean && clean == text ? text : clean);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("a b", "a b")]
    [InlineData("a\nb\tc", "a b c")]
    public void A_field_stands_on_one_line(string text, string field) => Assert.Equal(field, ScreenText.Field(text));

    [Fact]
    public void Wide_characters_count_two_columns()
    {
        Assert.Equal(9, ScreenText.Width("昇腾910C!"));
        Assert.Equal("昇腾…", ScreenText.Fit("昇腾昇腾", 5));
        Assert.Equal(["昇腾昇", "腾 H20"], ScreenText.Wrap("昇腾昇腾 H20", 7));
    }
}
