namespace Sluice.Optimization.Tests;

using static SmpsFiles;

public class SmpsMalformedTests
{
    [Theory]
    [InlineData(" L  CAP", " Q  CAP", 4, 2, "expected N, L, G or E")]
    [InlineData(" L  STOCK", " L  CAP", 5, 5, "defined twice")]
    [InlineData(" L  STOCK", " L", 5, 2, "found 1 words")]
    [InlineData("ROWS", "ROWZ", 2, 1, "not known")]
    [InlineData(" N  COST", " L  COST", 0, 0, "No row of type N")]
    [InlineData("-1.0", "-1.0x", 9, 27, "expected a number")]
    [InlineData("STOCK       -1.0", "STOCKS      -1.0", 9, 15, "Did you mean STOCK?")]
    [InlineData("    X         STOCK       -1.0", "    X         STOCK", 9, 5, "found 2 words")]
    [InlineData("    X         STOCK       -1.0", "    X         CAP         -1.0", 9, 15, "given twice")]
    [InlineData("    Y         DEMAND       1.0", "    X         DEMAND       1.0", 11, 5, "must stand together")]
    [InlineData("RHS       CAP         10.0", "RHS       CAPP        10.0", 13, 15, "Did you mean CAP?")]
    [InlineData("RHS       CAP         10.0", "RHS       CAP         ten", 13, 27, "expected a number")]
    [InlineData("ENDATA", "", 13, 0, "without ENDATA")]
    [InlineData("ENDATA", "BOUNDS\n XX BND X 1\nENDATA", 15, 2, "type of bound")]
    [InlineData("ENDATA", "BOUNDS\n UP BND Q 1\nENDATA", 15, 9, "Column Q is not known")]
    [InlineData("ENDATA", "BOUNDS\n UP BND\nENDATA", 15, 2, "needs a column and a value")]
    [InlineData("ENDATA", "BOUNDS\n UP BND X 1\n LO BND X 2\nENDATA", 0, 0, "above its upper bound")]
    [InlineData("ENDATA", "QUADOBJ\n X X 1\nENDATA", 14, 1, "not linear")]
    [InlineData("ENDATA", "BOUNDS\n SC BND X 1\nENDATA", 15, 2, "Semi-continuous")]
    public void A_broken_core_is_named_with_its_place(string was, string becomes, int line, int column, string says)
    {
        var at = Core.IndexOf(was, StringComparison.Ordinal);
        Expect(Read(string.Concat(Core.AsSpan(0, at), becomes, Core.AsSpan(at + was.Length))), "shop.cor", line, column, says);
    }

    [Theory]
    [InlineData("    Y         STOCK  ", "    Q         STOCK  ", 4, 5, "Column Q is not in the core")]
    [InlineData("    Y         STOCK  ", "    Y         STICK  ", 4, 15, "Did you mean STOCK?")]
    [InlineData("LATER", "NOW", 4, 40, "given twice")]
    [InlineData("PERIODS       LP", "PERIOD", 2, 1, "not known")]
    [InlineData("    Y         STOCK                    LATER", "    Y         STOCK", 4, 5, "found 2 words")]
    [InlineData("    X         CAP                      NOW", "    Y         DEMAND                   NOW", 4, 0, "not after the start")]
    [InlineData("    Y         STOCK  ", "    Y         DEMAND ", 0, 0, "of the later period")]
    public void A_broken_time_file_is_named_with_its_place(string was, string becomes, int line, int column, string says) =>
        Expect(Read(time: Time.Replace(was, becomes, StringComparison.Ordinal)), "shop.tim", line, column, says);

    [Theory]
    [InlineData("INDEP NORMAL\n RHS DEMAND 2 1 LATER 1", 2, 7, "continuous")]
    [InlineData("INDEP DISCRET\n RHS DEMAND 2 LATER 1", 2, 7, "expected DISCRETE")]
    [InlineData("NODES DISCRETE", 2, 1, "not read")]
    [InlineData("INDEX DISCRETE", 2, 1, "not known")]
    [InlineData("INDEP DISCRETE", 0, 0, "Nothing is random")]
    [InlineData("INDEP DISCRETE\n RHS DEMND 2 LATER 1", 3, 6, "Did you mean DEMAND?")]
    [InlineData("INDEP DISCRETE\n Z DEMAND 2 LATER 1", 3, 2, "neither a column nor")]
    [InlineData("INDEP DISCRETE\n RHS DEMAND two LATER 1", 3, 13, "expected a number")]
    [InlineData("INDEP DISCRETE\n RHS DEMAND 2 LATTER 1", 3, 15, "Did you mean LATER?")]
    [InlineData("INDEP DISCRETE\n RHS DEMAND 2 LATER 1.5", 3, 21, "between 0 and 1")]
    [InlineData("INDEP DISCRETE\n RHS DEMAND 2 LATER -0.5", 3, 21, "between 0 and 1")]
    [InlineData("INDEP DISCRETE\n RHS DEMAND 2 LATER 0.5", 3, 0, "sum to 0.5")]
    [InlineData("INDEP DISCRETE\n RHS DEMAND", 3, 2, "found 2 words")]
    [InlineData("INDEP DISCRETE\n RHS CAP 2 LATER 1", 3, 0, "earlier period")]
    [InlineData("INDEP DISCRETE\n RHS COST 2 LATER 1", 3, 6, "constant of the objective")]
    [InlineData("BLOCKS DISCRETE\n RHS DEMAND 2", 3, 2, "before the first BL")]
    [InlineData("BLOCKS DISCRETE\n BL B LATER\n RHS DEMAND 2", 3, 2, "found 3 words")]
    [InlineData("BLOCKS DISCRETE\n BL B LATER 1\n RHS DEMAND 2\n RHS DEMAND 3", 5, 2, "given twice")]
    [InlineData("BLOCKS DISCRETE\n BL B LATER 0.5\n RHS DEMAND 2\n BL B NOW 0.5\n RHS DEMAND 3", 5, 7, "was in period LATER")]
    [InlineData("BLOCKS DISCRETE\n BL B LATER 1\n RHS DEMAND 2\n BL D LATER 1\n RHS DEMAND 3", 5, 0, "changes too")]
    [InlineData("BLOCKS DISCRETE\n BL B LATER 1\n RHS DEMAND 2 STOCK", 4, 2, "found 4 words")]
    [InlineData("SCENARIOS DISCRETE\n SC A ROOT 1", 3, 2, "found 4 words")]
    [InlineData("SCENARIOS DISCRETE\n SC A B 1 LATER\n RHS DEMAND 2", 3, 7, "a parent must come before")]
    [InlineData("SCENARIOS DISCRETE\n SC A ROOT 0.5 LATER\n RHS DEMAND 2\n SC A ROOT 0.5 LATER\n RHS DEMAND 3", 5, 5, "defined twice")]
    [InlineData("SCENARIOS DISCRETE\n SC A ROOT 0.7 LATER\n RHS DEMAND 2", 0, 0, "sum to 0.7")]
    [InlineData("SCENARIOS DISCRETE\n SC A ROOT 1 LATER\n RHS CAP 2", 3, 0, "before it leaves its parent")]
    [InlineData("INDEP DISCRETE\n RHS DEMAND 2 LATER 1\nSCENARIOS DISCRETE\n SC A ROOT 1 LATER\n RHS DEMAND 2", 0, 0, "one or the other")]
    public void A_broken_stoch_file_is_named_with_its_place(string body, int line, int column, string says) =>
        Expect(Read(stoch: Stoch(body)), "shop.sto", line, column, says);

    [Fact]
    public void A_missing_file_is_an_issue_and_no_crash()
    {
        var reading = Smps.Read("nowhere.cor", "nowhere.tim", "nowhere.sto");
        Assert.Null(reading.Problem);
        Assert.Contains(reading.Issues, issue => issue.ToString().StartsWith("nowhere.cor: error: The file cannot be read", StringComparison.Ordinal));
        Assert.Throws<InvalidDataException>(() => reading.Required);
    }

    [Fact]
    public void No_file_that_is_cut_or_garbled_makes_the_reader_crash()
    {
        var random = new Random(7);
        string[] texts = [Core, Time, Independent, Stoch("SCENARIOS DISCRETE\n SC A ROOT 0.5 LATER\n RHS DEMAND 2.0\n SC B A 0.5 LATER\n RHS DEMAND 6.0")];
        for (var trial = 0; trial < 400; trial++)
        {
            var which = trial % 4;
            var text = texts[which].ToCharArray();
            for (var k = 0; k < 3; k++) text[random.Next(text.Length)] = " \n\tXY019.-"[random.Next(10)];
            var broken = new string(text, 0, trial % 3 == 0 ? random.Next(text.Length) : text.Length);
            var reading = which switch { 0 => Read(core: broken), 1 => Read(time: broken), _ => Read(stoch: broken) };
            Assert.True(reading.Problem is not null || reading.Issues.Any(issue => issue.Severity == IssueSeverity.Error));
        }
    }

    private static void Expect(FormatReading reading, string file, int line, int column, string says)
    {
        Assert.Null(reading.Problem);
        var errors = string.Join('\n', reading.Issues);
        Assert.True(
            reading.Issues.Any(issue => issue.Severity == IssueSeverity.Error && issue.File.EndsWith(file, StringComparison.Ordinal) && issue.Line == line && issue.Column == column
                && issue.Message.Contains(says, StringComparison.Ordinal)), $"expected {file}:{line}:{column} … {says}; found\n{errors}");
    }
}
