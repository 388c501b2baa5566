using Sluice.Planning.Answers;

namespace Sluice.Tests.Planning.Answers;

public class AnswerNamesTests
{
    [Fact]
    public void Names_add_up()
    {
        Assert.Null(AnswerNames.TryRead("waiting, breakEvens", out var two));
        Assert.Equal([AnswerName.Waiting, AnswerName.BreakEvens], two.Order());
        Assert.Null(AnswerNames.TryRead("quick,news", out var more));
        Assert.Equal(5, more.Count);
        Assert.Null(AnswerNames.TryRead("none", out var none));
        Assert.Empty(none);
        Assert.Null(AnswerNames.TryRead("all", out var all));
        Assert.Equal(Enum.GetValues<AnswerName>(), all.Order());
    }

    [Fact]
    public void Every_unknown_word_is_named_with_the_nearest()
    {
        Assert.Equal("there is no answer 'wayting': did you mean waiting?; there is no answer 'hinge': did you mean hinges?", AnswerNames.TryRead("wayting,hinge", out var answers));
        Assert.Empty(answers);
        Assert.StartsWith("there is no answer 'everything'; known: quick, all, none, flows", AnswerNames.TryRead("everything", out _), StringComparison.Ordinal);
        Assert.NotNull(AnswerNames.TryRead(" , ", out _));
    }
}
