namespace Sluice.Tests.Reading;

/// <summary>The commonest slips of syntax: the message stands where it can be mended, and says how.</summary>
public class YamlTypoTests
{
    [Theory]
    [InlineData("a: {b: 1\nc: 2\n", "1:4", "this bracket '{' is not closed (noticed in line 2)")]
    [InlineData("a: [1, 2\nb: 3\n", "1:4", "this bracket '[' is not closed")]
    [InlineData("m:\n  shut: {on: {part: h20}, to: {x: 1}\n  open: 1\n", "2:9", "this bracket '{' is not closed")]
    [InlineData("m: {a: 'it}', b: \"{\", c: [1}\n", "1:28", "a comma or the closing bracket is missing before here in the bracket '[' of 1:26")]
    [InlineData("a: {b: 1}}\n", "1:10", "'}' closes a bracket that was not opened")]
    [InlineData("a: {b: 1 c: 2}\n", "1:11", "a second colon stands before a comma in the bracket '{' of 1:4; put a comma between entries")]
    [InlineData("a: \"open\nb: 2\n", "1:4", "the quotation mark \" is not closed")]
    [InlineData("a: 'open\nb: 2\n", "1:4", "the quotation mark ' is not closed")]
    [InlineData("a: 'it's'\n", "1:8", "an apostrophe is doubled")]
    [InlineData("a:1\nb: 2\n", "1:2", "no space follows this colon")]
    [InlineData("a\nb: 2\n", "1:1", "this line has no colon")]
    [InlineData("a: 1\nb\nc: 2\n", "2:1", "this line has no colon")]
    [InlineData("a: b: c\n", "1:5", "a second colon stands in this line")]
    [InlineData("a: 1\n  b: 2\n", "2:3", "this line is indented below a value; indent it like line 1")]
    [InlineData("a:\n    b: 1\n  c: 2\n", "3:3", "the indentation of this line fits no line above")]
    [InlineData("a:\n\tb: 1\n", "2:1", "a tab indents this line; indent with spaces")]
    [InlineData("a: @x\n", "1:4", "a value cannot begin with '@'")]
    [InlineData("a: %x\n", "1:4", "a value cannot begin with '%'")]
    [InlineData("a: - x\n", "1:4", "write the list in square brackets")]
    [InlineData("a: 1\n- b\n", "2:1", "write the list in square brackets")]
    [InlineData("a: ]\n", "1:4", "a value is missing before ']'")]
    [InlineData("a: \"C:\\q\"\n", "1:4", "use single quotation marks")]
    [InlineData("a: > 5\n", "1:4", "put a text that begins with such a sign in quotation marks")]
    [InlineData("a: *\n", "1:4", "a text that begins with * or & needs quotation marks")]
    [InlineData("a\uFF1A20\nb: 2\n", "1:1", "line 1 has a full-width '\uFF1A'")]
    [InlineData("a: {b: 1\uFF0C c: 2}\n", "1:12", "line 1 has a full-width '\uFF0C'")]
    public void A_slip_is_named_where_it_can_be_mended(string text, string place, string words)
    {
        var read = Written.As(text);
        Assert.Null(read.Map);
        Assert.Equal([$"{place} SLU0001"], read.Faults);
        Assert.Contains(words, read.Message, StringComparison.Ordinal);
    }
}
