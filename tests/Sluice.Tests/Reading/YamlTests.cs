using System.Diagnostics;
using System.Text;
using Sluice.Reading;

namespace Sluice.Tests.Reading;

public class YamlTests
{
    [Fact]
    public void Keys_and_values_carry_their_places_and_dotted_paths()
    {
        var map = Written.As("drivers:\n  cac:\n    moves: {tighten: {chance: 20 % per quarter}}\n").Map!;
        var chance = map.FindPath("drivers.cac.moves.tighten.chance")!;
        Assert.Equal(new Place("drivers.yaml", 3, 23), chance.KeyAt);
        Assert.Equal(new Scalar("20 % per quarter", false, new("drivers.yaml", 3, 31), "drivers.cac.moves.tighten.chance"), chance.Value);
    }

    [Fact]
    public void A_root_path_stands_before_every_path()
    {
        var map = Yaml.Read("atlas/parts/nvidia.yaml", "nvidia-h20: {maker: nvidia}", "parts", new())!;
        Assert.Equal("parts.nvidia-h20.maker", map.FindPath("nvidia-h20.maker")!.Value.Path);
    }

    [Fact]
    public void Names_with_dots_are_found_by_their_path()
    {
        var map = Written.As("classes: {3A090.a: {speed: x}, 3A090: {a: y}}").Map!;
        Assert.Equal("x", ((Scalar)map.FindPath("classes.3A090.a.speed")!.Value).Text);
        Assert.Equal("3A090.a", map.FindPath("classes.3A090.a")!.Value.Name);
    }

    [Fact]
    public void Quoted_plain_and_missing_values_are_told_apart()
    {
        var map = Written.As("a: '12'\nb: 12\nc:\nd: ''\n").Map!;
        Assert.True(((Scalar)map["a"]!).Quoted);
        Assert.False(((Scalar)map["b"]!).Quoted);
        Assert.Equal(("", false), (((Scalar)map["c"]!).Text, ((Scalar)map["c"]!).Quoted));
        Assert.True(((Scalar)map["d"]!).Quoted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("---\n")]
    public void A_file_without_entries_is_an_empty_map(string text)
    {
        var read = Written.As(text);
        Assert.Empty(read.Map!.Entries);
        Assert.Empty(read.Faults);
    }

    [Theory]
    [InlineData("a: &x 1\nb: *x\n", "1:4 SLU0002", "2:4 SLU0002")]
    [InlineData("a: !!float 1\nb: !x 2\n", "1:4 SLU0003", "2:4 SLU0003")]
    [InlineData("a: {<<: {b: 1}}\n", "1:5 SLU0004")]
    [InlineData("a: 1\n---\nb: 2\n", "2:1 SLU0005")]
    [InlineData("%YAML 1.2\n---\na: 1\n", "1:1 SLU0005")]
    [InlineData("# c\n%OTHER x\n---\na: 1\n", "2:1 SLU0005")]
    [InlineData("a: 1\nb: 2\na: 3\n", "3:1 SLU0006")]
    [InlineData("a: b\u0007\n", "1:5 SLU0008")]
    [InlineData("a: 1\nb:\u200B c\n", "2:3 SLU0008")]
    [InlineData("a: \u202Ex\n", "1:4 SLU0008")]
    [InlineData("a: \0\n", "1:1 SLU0009")]
    [InlineData("- a\n- b\n", "1:1 SLU0011")]
    [InlineData("nothing but words\n", "1:1 SLU0011")]
    [InlineData("a: [b, {c: 1}, [d]]\n", "1:8 SLU0012", "1:16 SLU0012")]
    [InlineData("a: {{b: 1}: 2}\n", "1:5 SLU0013")]
    [InlineData("on: {part:h20, maker:nvidia}\n", "1:6 SLU0014", "1:16 SLU0014")]
    public void What_is_not_part_of_the_format_is_refused_where_it_stands(string text, params string[] faults) => Assert.Equal(faults, Written.As(text).Faults);

    [Fact]
    public void A_second_entry_of_a_name_tells_where_the_first_is_and_the_first_counts()
    {
        var read = Written.As("bar: 1\nfoo: 2\nbar: 3\n");
        Assert.Contains("the first is at 1:1", read.Message, StringComparison.Ordinal);
        Assert.Equal("1", ((Scalar)read.Map!["bar"]!).Text);
    }

    [Fact]
    public void Refused_parts_do_not_hide_what_else_is_wrong()
    {
        var read = Written.As("a: *x\nb: !t 1\nc: [{d: 1}]\nb: 2\n");
        Assert.Equal(["1:4 SLU0002", "2:4 SLU0003", "3:5 SLU0012", "4:1 SLU0006"], read.Faults);
        Assert.False(read.TryRead(Kinds.Number(), "a", out _));
        Assert.Equal(4, read.Faults.Length);
    }

    [Fact]
    public void Bytes_must_be_utf8_and_a_byte_order_mark_is_passed_over()
    {
        var into = new Diagnostics();
        Assert.NotNull(Yaml.Read("a.yaml", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes("价格: 万\n")], "", into));
        Assert.False(into.HasErrors);
        Assert.Null(Yaml.Read("a.yaml", [.. "a: 1\nb: "u8, 0xBC, 0xDB, .. "\n"u8], "", into));
        Assert.Equal(("SLU0010", 2, 4), (into.Sorted[0].Code, into.Sorted[0].At.Line, into.Sorted[0].At.Column));
        var binary = new Diagnostics();
        Assert.Null(Yaml.Read("a.yaml", Encoding.Unicode.GetBytes("a: 1\n"), "", binary));
        Assert.Equal("SLU0009", binary.Sorted[0].Code);
    }

    [Fact]
    public void Deep_nesting_and_long_lines_cost_no_time()
    {
        var watch = Stopwatch.StartNew();
        Assert.Equal(["1:33 SLU0007"], Written.As(new string('[', 100_000)).Faults);
        Assert.Equal(["1:129 SLU0007"], Written.As(string.Concat(Enumerable.Repeat("{a: ", 100_000))).Faults);
        Assert.Empty(Written.As("a: " + new string('x', 10_000_000)).Faults);
        Assert.Equal(["1:1 SLU0001"], Written.As(new string('x', 10_000_000) + ": 1").Faults);
        Assert.Empty(Written.As(string.Concat(Enumerable.Range(0, 32).Select(i => new string(' ', i) + "a:\n"))).Faults);
        Assert.True(watch.Elapsed < TimeSpan.FromMinutes(2), $"{watch.Elapsed}");
    }

    [Fact]
    public void A_message_about_ten_megabytes_is_one_short_line()
    {
        var read = Written.As("a: " + new string('x', 10_000_000));
        Assert.False(read.TryRead(Kinds.Number(), "a", out _));
        Assert.InRange(read.Message.Length, 20, 200);
    }

    [Fact]
    public void No_mutation_of_a_text_escapes_as_an_exception()
    {
        var random = new Random(Environment.GetEnvironmentVariable("SEED") is { } s ? int.Parse(s) : 7);
        const string Inserted = "{}[]:,\"'#&*!|>%@`-? \n\tx\uFF1A";
        for (var i = 0; i < 4_000; i++)
        {
            var text = new StringBuilder(FormatExamples.Drivers);
            for (var n = random.Next(1, 4); n > 0; n--)
            {
                var at = random.Next(text.Length);
                if (random.Next(2) == 0) text.Remove(at, 1);
                else text.Insert(at, Inserted[random.Next(Inserted.Length)]);
            }

            var read = Written.As(text.ToString());
            Assert.True(read.Map is not null || read.Diagnostics.HasErrors);
            Assert.All(read.Diagnostics.Sorted, d => Assert.DoesNotContain("While ", d.Message, StringComparison.Ordinal));
        }
    }
}
