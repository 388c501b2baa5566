using Sluice.Reading;

namespace Sluice.Tests.Reading;

public class KindsTests
{
    private enum Receipt
    {
        Optional,
        TakeOrPay,
    }

    private abstract record Cancel;

    private sealed record Never : Cancel;

    private sealed record Until(DateOnly Day) : Cancel
    {
        private static readonly Field<DateOnly> day = new("day", Kinds.Date, "the last day", "2025-09-30");

        public static Shape<Until> Shape { get; } = new("deadline", "When it ends.", [day], row => new(row.At(day)));
    }

    private static readonly Kind<Cancel> cancel = Kinds.OneOf("cancellation", Kinds.Word<Cancel>("never", new Never()), Kinds.Case<Cancel, Until>("until", Until.Shape));

    [Theory]
    [InlineData("volontary", null)]
    [InlineData("optinal", "optional")]
    [InlineData("take_or_pay", "take-or-pay")]
    public void A_word_that_is_not_possible_names_the_nearest(string word, string? nearest)
    {
        var read = Written.As($"a: {word}");
        Assert.False(read.TryRead(Kinds.Choice(("optional", Receipt.Optional), ("take-or-pay", Receipt.TakeOrPay)), "a", out _));
        Assert.Equal(nearest, read.Diagnostics.Sorted[0].Nearest);
    }

    [Fact]
    public void The_flags_of_other_formats_are_understood_or_answered_with_yes_or_no()
    {
        var read = Written.As("a: true\nb: off\nc: no");
        Assert.True(read.TryRead(Kinds.Flag, "a", out var yes) && yes);
        Assert.True(read.TryRead(Kinds.Flag, "c", out var no) && !no);
        Assert.False(read.TryRead(Kinds.Flag, "b", out _));
        Assert.Equal("'off' is not possible here; expected yes or no. Did you mean 'no'?", read.Message);
    }

    [Fact]
    public void One_value_alone_is_a_list_of_one_and_each_bad_item_is_reported()
    {
        var read = Written.As("a: nvidia-h20\nb: [1, x, 2, y]\nc: []\nd: {e: 1}");
        Assert.True(read.TryRead(Kinds.ListOf(Kinds.Id), "a", out var one));
        Assert.Equal(["nvidia-h20"], one);
        Assert.True(read.TryRead(Kinds.ListOf(Kinds.Id), "c", out var none));
        Assert.Empty(none);
        Assert.False(read.TryRead(Kinds.ListOf(Kinds.Integer()), "b", out _));
        Assert.False(read.TryRead(Kinds.ListOf(Kinds.Integer()), "d", out _));
        Assert.Equal(["2:8 SLU0104", "2:14 SLU0104", "4:4 SLU0103"], read.Faults);
    }

    [Fact]
    public void A_union_is_told_by_its_key_or_word()
    {
        var read = Written.As("a: never\nb: {until: {day: 2025-09-30}}\n");
        Assert.True(read.TryRead(cancel, "a", out var never));
        Assert.True(read.TryRead(cancel, "b", out var until));
        Assert.Equal(new Never(), never);
        Assert.Equal(new Until(new(2025, 9, 30)), until);
    }

    [Theory]
    [InlineData("neve", "1:4 SLU0107")]
    [InlineData("until", "1:4 SLU0104")]
    [InlineData("{utnil: {day: 2025-09-30}}", "1:5 SLU0107")]
    [InlineData("{until: {day: 2025-09-30}, never: yes}", "1:31 SLU0107")]
    [InlineData("{until: {dy: 2025-09-30}}", "1:12 SLU0102", "1:13 SLU0101")]
    [InlineData("{}", "1:4 SLU0103")]
    [InlineData("[never]", "1:4 SLU0103")]
    public void A_union_refuses_every_other_form(string text, params string[] faults)
    {
        var read = Written.As($"a: {text}");
        Assert.False(read.TryRead(cancel, "a", out _));
        Assert.Equal(faults, read.Faults);
    }

    [Fact]
    public void Maps_are_told_apart_by_their_keys()
    {
        var offer = Kinds.ByKey("offer", Kinds.Case<Cancel, Until>("day", Until.Shape));
        var read = Written.As("a: {day: 2025-09-30}\nb: {dya: 2025-09-30}");
        Assert.True(read.TryRead(offer, "a", out _));
        Assert.False(read.TryRead(offer, "b", out _));
        Assert.Equal(["2:4 SLU0107"], read.Faults);
    }

    [Theory]
    [InlineData("21 August 2025")]
    [InlineData("2025-8-21")]
    [InlineData("2025-02-30")]
    [InlineData("")]
    public void A_date_has_one_notation(string text)
    {
        var read = Written.As($"a: {text}");
        Assert.False(read.TryRead(Kinds.Date, "a", out _));
        Assert.Contains("expected a date such as 2025-08-21", read.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-08-21", "2025-08-21", "2025-08-21", false)]
    [InlineData("2025-02", "2025-02-01", "2025-02-28", false)]
    [InlineData("2025-Q3", "2025-07-01", "2025-09-30", false)]
    [InlineData("2025-H1", "2025-01-01", "2025-06-30", false)]
    [InlineData("2024", "2024-01-01", "2024-12-31", false)]
    [InlineData("about 2025-07-22", "2025-07-22", "2025-07-22", true)]
    public void A_vague_date_spans_the_days_it_may_be_and_prints_as_written(string text, string from, string to, bool about)
    {
        Assert.True(VagueDate.TryParse(text, out var date));
        Assert.Equal(new VagueDate(DateOnly.Parse(from), DateOnly.Parse(to), about), date);
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("2025-13")]
    [InlineData("2025-Q5")]
    [InlineData("circa 2025")]
    [InlineData("25-08-21")]
    public void What_is_no_vague_date_is_refused(string text) => Assert.False(VagueDate.TryParse(text, out _));

    [Fact]
    public void None_is_null_and_anything_else_must_fit()
    {
        var read = Written.As("a: none\nb: 2025-08-21\nc: nil");
        Assert.True(read.TryRead(Kinds.OrNoneValue(Kinds.Date), "a", out var none));
        Assert.Null(none);
        Assert.True(read.TryRead(Kinds.OrNoneValue(Kinds.Date), "b", out var day));
        Assert.Equal(new DateOnly(2025, 8, 21), day);
        Assert.False(read.TryRead(Kinds.OrNoneValue(Kinds.Date), "c", out _));
    }

    [Fact]
    public void A_phrase_around_a_value_is_required_word_for_word()
    {
        var phrase = Kinds.Phrase("at least", Kinds.Number(), "cards");
        var read = Written.As("a: at least 4 800 cards\nb: 4800\nc: at least x cards");
        Assert.True(read.TryRead(phrase, "a", out var value));
        Assert.Equal(4800, value);
        Assert.False(read.TryRead(phrase, "b", out _));
        Assert.False(read.TryRead(phrase, "c", out _));
        Assert.Equal(["2:4 SLU0104", "3:4 SLU0104"], read.Faults);
    }

    [Fact]
    public void A_kind_may_contain_itself()
    {
        var read = Written.As("a: {b: {c: {}}}");
        Assert.True(read.TryRead(Depths(), "a", out var depth));
        Assert.Equal(3, depth);

        static Kind<int> Depths() => Kinds.MapOf(Kinds.Deferred("depth", Depths)).Map(entries => entries.Length == 0 ? 1 : 1 + entries.Max(e => e.Value));
    }
}
