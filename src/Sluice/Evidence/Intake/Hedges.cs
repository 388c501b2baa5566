using System.Text.RegularExpressions;

namespace Sluice.Evidence.Intake;

/// <summary>How firmly a sentence says what it says, and whether it says that it is not so.</summary>
static partial class Hedges
{
    const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    /// <summary>Certainty of a deed.</summary>
    /// <param name="lead">Words before the verb, from its subject on.</param>
    /// <param name="sentence">The whole sentence.</param>
    /// <param name="said">Its attribution.</param>
    /// <param name="who">Who acts.</param>
    public static Certainty Of(string lead, string sentence, Attribution said, Named? who)
    {
        if (Doubted().IsMatch(sentence)) return Certainty.Unverified;
        // What a house that estimates says of others is its estimate, whatever tense it takes.
        var reckons = said.SaidBy == "analysts" || (said.Speaker is { Role: PartyRole.Analyst } house && who?.Id != house.Id);
        if (reckons && Possible().IsMatch(lead)) return Certainty.Opinion;
        if (Guessed().IsMatch(lead) || (reckons && (Guessed().IsMatch(sentence) || Planned().IsMatch(lead)))) return Certainty.Estimate;
        if (Planned().IsMatch(lead)) return Certainty.Planned;
        if (Possible().IsMatch(lead)) return Certainty.Opinion;
        if (Opined().IsMatch(sentence) && (said.SaidBy is not null || who is null)) return Certainty.Opinion;
        if (said.Speaker is { } speaker && (who is null || who.Id == speaker.Id || speaker.Role is PartyRole.Authority or PartyRole.Person or PartyRole.Firm)) return Certainty.Firm;
        return Certainty.Reported;
    }

    /// <summary>Whether the words before a verb deny it.</summary>
    public static bool Negates(string lead) => Negated().IsMatch(lead);

    [GeneratedRegex(@"\b(?:rumou?r\w*|unconfirmed|could not (?:be )?(?:independently )?(?:verif\w+|confirm\w*)|unverified|allegedly|not (?:been )?(?:verified|confirmed)|speculation|speculated|no evidence)\b|传闻|网传|据传|未经证实|无法核实|未获证实|无法证实|坊间|尚未得到证实|真实性存疑", Loose)]
    private static partial Regex Doubted();

    [GeneratedRegex(@"\b(?:expect(?:s|ed|ing)?|estimat\w+|forecast\w*|project(?:s|ed)|predict\w*|likely|probably|reckon\w*|anticipat\w+)\b|预计|估计|预测|估算|料将|料|有望|或将达", Loose)]
    private static partial Regex Guessed();

    [GeneratedRegex(@"\b(?:will|['’]ll|plan(?:s|ned|ning)?|intend\w*|aim(?:s|ed|ing)?|set to|prepar(?:es|ed|ing)|going to|due to (?=\w+\b)|consider(?:s|ed|ing)?|weigh(?:s|ed|ing)?|draft(?:s|ed|ing)?|mull(?:s|ed|ing)?|hop(?:es|ed|ing)|hope|seek(?:s|ing)?|sought|try|tries|trying|tried|want(?:s|ed)?|look(?:s|ing)? to|propos\w+|discuss\w*|debat\w+|about to|ready to|would like|on track|promis\w+|pledg\w+|vow\w*|assur\w+|wish\w*|request(?:s|ed)? to)\b|计划|拟|(?<!已)将(?=会|要|于|从|在|继续|进一步|开始|率先|正式|对|向|自|大幅|重新|全面|陆续|同步|明年|今年|下|$)|打算|准备|考虑|希望|力争|意在|即将|承诺|寻求|试图|有意|争取|着手|酝酿", Loose)]
    private static partial Regex Planned();

    [GeneratedRegex(@"\b(?:may|might|could|would|should|can(?!['’]t)|possibly|perhaps)\b|可能|或(?!者)|恐|也许|或许|能够", Loose)]
    private static partial Regex Possible();

    [GeneratedRegex(@"\b(?:believes?|believed|thinks?|in (?:his|her|their|its) (?:view|opinion)|argu(?:es|ed)|views?|viewed|seems?|appears?|one more reason)\b|认为|看来|在[^,，。]{1,8}看来|观点", Loose)]
    private static partial Regex Opined();

    [GeneratedRegex(@"\b(?:not|never|no longer|without|nor|neither|cannot|refus\w+ to|declin\w+ to|fail\w* to)\b|n['’]t\b|没有|未曾|并未|并没|从未|尚未|暂未|不会|不再|并非|不予|无意|未(?!来)|不(?!仅|断|过|久|少|同|但|只|得不)|没", Loose)]
    private static partial Regex Negated();
}
