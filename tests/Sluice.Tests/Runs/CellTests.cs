using Sluice.Runs;

namespace Sluice.Tests.Runs;

public class CellTests
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("+1 more", "'+1 more")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("-2.5", "-2.5")]
    [InlineData("a\u001b]0;x\u0007b", "a\uFFFD]0;x\uFFFDb")]
    [InlineData("a\u202Eb", "a\uFFFDb")]
    [InlineData("\u001b=1", "\uFFFD=1")]
    [InlineData("", "")]
    public void A_cell_is_never_a_formula_nor_a_command(string text, string cell) => Assert.Equal(cell, RunFolder.Cell(text));
}
