using System.Text.RegularExpressions;
using Sluice.Runs;

namespace Sluice.Tests.Runs;

public partial class WordingTests
{
    static readonly Wording english = Wording.English;
    static readonly Wording chinese = Wording.Chinese;

    [Theory]
    [InlineData(81_000_000, "8100 万美元")]
    [InlineData(3_170_000_000, "31.7 亿美元")]
    [InlineData(100_000_000, "1 亿美元")]
    [InlineData(99_960_000, "1 亿美元")]
    [InlineData(1_800_000, "180 万美元")]
    [InlineData(12_345, "1.23 万美元")]
    [InlineData(900, "900美元")]
    [InlineData(-16_800_000, "−1680 万美元")]
    public void Money_in_Chinese_counts_by_ten_thousands_and_hundred_millions(double money, string expected) => Assert.Equal(expected, chinese.Money(money, "USD"));

    [Theory]
    [InlineData(27_060, "27,100", "2.71 万")]
    [InlineData(999, "999", "999")]
    [InlineData(9_996, "10,000", "1 万")]
    [InlineData(0, "0", "0")]
    [InlineData(660_000, "660,000", "66 万")]
    [InlineData(-1_234, "−1,230", "−1,230")]
    public void Quantities_have_three_digits_and_no_more(double quantity, string inEnglish, string inChinese)
    {
        Assert.Equal(inEnglish, english.Quantity(quantity));
        Assert.Equal(inChinese, chinese.Quantity(quantity));
    }

    [Theory]
    [InlineData("Aug 2025", "2025年8月")]
    [InlineData("Q3 2026", "2026年三季度")]
    [InlineData("2027", "2027年")]
    [InlineData("H1 2026", "H1 2026")]
    public void Periods_are_said_as_their_readers_say_them(string label, string expected) => Assert.Equal(expected, chinese.Period(label));

    [Theory]
    [InlineData(0, "0 %")]
    [InlineData(.0002, "<0.1 %")]
    [InlineData(.0449, "4.5 %")]
    [InlineData(.154, "15 %")]
    public void Shares_are_never_finer_than_a_reader_can_use(double share, string expected) => Assert.Equal(expected, english.Share(share));

    [Fact]
    public void Every_text_of_the_program_that_is_looked_up_has_a_Chinese_one()
    {
        var missing =
            from folder in new[] { Repository.At("src", "Sluice.Views"), Repository.At("src", "Sluice", "Runs"), Repository.At("src", "Sluice.Cli", "Screens") }
            from file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            where file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal)
            where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")
            from found in LookedUp().Matches(File.ReadAllText(file))
            let text = Regex.Unescape(found.Groups[1].Value)
            where !chinese.Has(text)
            select $"{Path.GetFileName(file)}: {text}";
        Assert.Empty(missing.Distinct());
    }

    [Fact]
    public void Both_languages_have_the_same_slots() =>
        Assert.All(WordTable.Chinese, w => Assert.Equal(Slots(w.English), Slots(w.Chinese)));

    [Fact]
    public void No_text_stands_twice_in_the_table() => Assert.Equal(WordTable.Chinese.Length, WordTable.Chinese.Select(w => w.English).Distinct().Count());

    [Theory]
    [InlineData("CAC's request followed (pause); NDRC's request followed (refrain)", "遵循 CAC 的要求（暂停）；遵循 NDRC 的要求（refrain）")]
    [InlineData("inference is short in Q1 2026 already, and the lead time is longer", "推理在2026年一季度已经短缺，而交期更长")]
    [InlineData("what is offered to 31 Aug is not offered again, and all that is offered is worth having", "8月31日前的供应过期不再，且全部值得采购")]
    [InlineData("the end of the wait; nothing presses before", "等待期结束；此前并不紧迫")]
    [InlineData("a sentence that nobody has put into the table", "a sentence that nobody has put into the table")]
    public void Sentences_that_a_record_holds_are_said_by_the_pattern_they_fit(string text, string expected) => Assert.Equal(expected, chinese.Prose(text));

    [Fact]
    public void Reasons_say_the_same_in_both_languages_from_the_same_parts()
    {
        System.Collections.Immutable.ImmutableArray<ReasonRecord> parts = [new("all-allotted", Saves: 1_800_000)];
        Assert.Equal("all of the allotment; each further 1,000 saves $1.80 m", ReasonWords.Of(parts, english, "USD"));
        Assert.Equal("配额已用足；每再增加 1000 可节省 180 万美元", ReasonWords.Of(parts, chinese, "USD"));
    }

    static IEnumerable<string> Slots(string text) => Slot().Matches(text).Select(m => m.Value).Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Slot();

    [GeneratedRegex(@"[Ww]ords(?:\[|\.Say\()""((?:[^""\\]|\\.)*)""")]
    private static partial Regex LookedUp();
}
