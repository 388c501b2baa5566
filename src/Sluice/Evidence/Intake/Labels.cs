using System.Text.RegularExpressions;

namespace Sluice.Evidence.Intake;

/// <summary>The label before what somebody says in a transcript: a name, an answer, a question.</summary>
/// <param name="Speaker">Who speaks; null: nobody is named.</param>
/// <param name="End">Where the label ends in the text that holds the block; -1: there is none.</param>
/// <param name="IsQuestion">Whether it is a question: what is asked is not said to be so.</param>
readonly record struct Label(Named? Speaker, int End, bool IsQuestion);

/// <summary>Finds labels.</summary>
static partial class Labels
{
    /// <summary>The label of a block.</summary>
    public static Label Of(string block, Func<string, List<Mention>> mentions, Context context)
    {
        var head = block.Length > 80 ? block[..80] : block;
        if (Question().IsMatch(head)) return new(null, -1, true);
        if (Answer().Match(head) is { Success: true } answer) return new(context.Host, answer.Length, false);
        if (Name().Match(head) is not { Success: true } named) return new(null, -1, false);
        return mentions(named.Groups[1].Value) is [.., var speaker] && (speaker.IsParty || speaker.Named.Kind == MentionKind.Outlet) ? new(speaker.Named, named.Length, speaker.Named.Id == "analysts") : new(context.Host, named.Length, false);
    }

    [GeneratedRegex(@"^(?:Q|Question|Operator|Moderator|Reporter|Journalist|Interviewer|(?:An? )?Analyst)\s*[:：]|^(?:问|提问|主持人|分析师)\s*[:：]|^[^:：。]{0,20}(?:记者|媒体)(?:提?问|:|：)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Question();

    [GeneratedRegex(@"^(?:A|Answer|答|答复|回答|发言人)\s*[:：]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Answer();

    [GeneratedRegex(@"^((?:[A-Z][\w.'’-]*\s?){2,4}(?:[,(–-][^:]{0,40})?|[\u4E00-\u9FFF·]{2,8})\s*[:：]\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
