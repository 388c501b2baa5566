using System.Buffers;
using System.Text.RegularExpressions;

namespace Sluice.Evidence.Intake;

/// <summary>Tells the article from what stands around it: site furniture, disclaimers, newsletters, teasers, captions, comments.</summary>
static partial class PageNoise
{
    static readonly SearchValues<char> closing = SearchValues.Create(".!?。！？");

    /// <summary>A block as it was judged.</summary>
    public readonly record struct Judged(BlockKind Kind, string? Noise);

    /// <summary>The language in which most of the longer blocks before any disclaimer are written.</summary>
    public static PageLanguage LanguageOf(IReadOnlyList<RawBlock> blocks)
    {
        var (latin, chinese) = (0.0, 0.0);
        foreach (var block in blocks)
        {
            if (latin + chinese > 400 && Ends(block.Text)) break;
            if (!IsProse(block)) continue;
            var wide = Wide(block.Text);
            // A Chinese character says about as much as three letters.
            if (wide * 10 > block.Text.Length * 3) chinese += 3.0 * wide;
            else latin += block.Text.Length;
        }

        return chinese > latin ? PageLanguage.Chinese : PageLanguage.English;
    }

    /// <summary>Judges every block.</summary>
    public static Judged[] Judge(IReadOnlyList<RawBlock> blocks, PageLanguage language)
    {
        var judged = new Judged[blocks.Count];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var prose = new bool[blocks.Count];
        for (var i = 0; i < blocks.Count; i++) prose[i] = IsProse(blocks[i]);
        var cut = Cut(blocks, prose, language);
        for (var i = 0; i < blocks.Count; i++)
        {
            var text = blocks[i].Text;
            var noise = i >= cut.At ? cut.Why
                : Line(text) ?? (blocks[i].Linked > 0.6 && text.Length > 3 ? "links" : !InLanguage(text, language) ? "another language" : prose[i] && !seen.Add(text) ? "said twice" : null);
            judged[i] = new(prose[i] ? BlockKind.Prose : BlockKind.Heading, noise);
        }

        return judged;
    }

    /// <summary>Where the article ends: at a disclaimer, a list of other articles, comments, or the first teaser with a byline of its own.</summary>
    static (int At, string Why) Cut(IReadOnlyList<RawBlock> blocks, bool[] prose, PageLanguage language)
    {
        var all = 0;
        for (var i = 0; i < blocks.Count; i++)
            if (prose[i] && InLanguage(blocks[i].Text, language)) all++;
        var before = 0;
        for (var i = 0; i < blocks.Count; i++)
        {
            var text = blocks[i].Text;
            if (before > 0 && Ends(text)) return (i, "after the article's end");
            // A heading over other articles ends the page unless most of the text still follows.
            if (before > 0 && !prose[i] && text.Length < 80 && More().IsMatch(text) && before * 3 >= all) return (i, "other articles");
            if (before >= 2 && !prose[i] && text.Length < 80 && Byline().IsMatch(text) && before * 2 >= all)
            {
                var from = i;
                while (from > 0 && (!prose[from - 1] || Repeated(blocks, from - 1, i))) from--;
                return (Math.Max(from, LastLong(blocks, prose, from) + 1), "teasers");
            }

            if (prose[i] && InLanguage(text, language)) before++;
        }

        return (blocks.Count, "");
    }

    static bool Repeated(IReadOnlyList<RawBlock> blocks, int i, int around) =>
        Enumerable.Range(Math.Max(0, around - 3), Math.Min(blocks.Count, around + 6) - Math.Max(0, around - 3)).Any(j => j != i && blocks[j].Text.Contains(blocks[i].Text, StringComparison.Ordinal));

    static int LastLong(IReadOnlyList<RawBlock> blocks, bool[] prose, int from)
    {
        while (from > 0 && !prose[from - 1]) from--;
        return from - 1;
    }

    /// <summary>Why a block is left out by itself.</summary>
    static string? Line(string text)
    {
        var head = text.Length > 400 ? text[..400] : text;
        if (Disclaims().IsMatch(head)) return "disclaimer";
        if (Sells().IsMatch(head)) return "newsletter or advertisement";
        if (Points().IsMatch(head)) return "pointer to other pages";
        if (Captions().IsMatch(head)) return "caption";
        if (Byline().IsMatch(head) && text.Length < 120) return "byline";
        return null;
    }

    static bool Ends(string text) => text.Length < 600 && (EndsArticle().IsMatch(text.Length > 200 ? text[..200] : text) || (Disclaims().IsMatch(text) && text.Length < 400));

    /// <summary>Running text ends like a sentence, or is long and has sentences inside.</summary>
    static bool IsProse(RawBlock block)
    {
        var text = block.Text;
        if (block.Form == BlockForm.Heading || text.Length < 6) return false;
        var last = text[^1];
        var closed = ".!?。！？…".Contains(last, StringComparison.Ordinal) || ("\"”’」』)）]".Contains(last, StringComparison.Ordinal) && text.AsSpan().IndexOfAny(closing) >= 0);
        var length = text.Length + 2 * Wide(text);
        return closed ? length >= 30 : length >= 160 && text.AsSpan().IndexOfAny(".。，") >= 0;
    }

    static bool InLanguage(string text, PageLanguage language)
    {
        var wide = Wide(text);
        return language == PageLanguage.Chinese ? wide * 20 >= text.Length : wide * 10 <= text.Length * 3;
    }

    static int Wide(string text)
    {
        var wide = 0;
        foreach (var c in text)
            if (c is >= '\u3400' and <= '\u9FFF') wide++;
        return wide;
    }

    const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"^\W{0,3}(?:disclaimer|legal notice|risk warning)\b|免责声明|免責聲明|风险提示|风险揭示|仅供参考|僅供參考|不构成(?:任何)?(?:投资)?建议|不代表本(?:站|网|平台)|(?:not|nor) (?:constitute |be construed as |intended as |be considered )?(?:any )?(?:financial|investment|trading|legal)(?: or \w+)? advice|for (?:informational|reference) purposes only|(?:the )?views expressed (?:here|in this)", Loose)]
    private static partial Regex Disclaims();

    [GeneratedRegex(@"\b(?:newsletter|subscribe (?:now|today|to)|sign up (?:for|to|here)|join (?:them|us|our|\d)|free trial|limited[- ]time offer|sponsored|advertisement|promo code|cookies? (?:to|policy|settings)|we use cookies|download (?:our|the) app|follow us|enable javascript|create (?:a |an )?(?:free )?account|click here|buy tickets|register (?:now|here)|unlock (?:full|this)|already a subscriber|support our journalism)\b|订阅|扫码|关注(?:我们|公众号|微信)|下载.{0,6}APP|点击.{0,6}(?:查看|阅读|下载|进入)|广告|开户|长按识别|加入.{0,6}(?:社群|群聊)|微信公众号", Loose)]
    private static partial Regex Sells();

    [GeneratedRegex(@"^\W{0,3}(?:read (?:more|also|next)|see also|also read|related(?: (?:stories|articles|news|reading|coverage))?\s*:|more on this|recommended\s*:|click|watch\s*:|listen\s*:|further reading|相关阅读|延伸阅读|推荐阅读|更多阅读|阅读更多|另见|相关报道)|^(?:share|tweet|print|email|save|comment)s?\b.{0,40}$|^©|\ball rights reserved\b|^copyright\b|版权所有|未经授权|转载请注明|^\d+ (?:comments?|shares?|min(?:ute)?s? read)\b", Loose)]
    private static partial Regex Points();

    [GeneratedRegex(@"^\W{0,3}(?:photo|image|picture|file photo|illustration|credit|caption|getty images|source image|graphic)s?\s*(?::|by\b|credit\b|courtesy\b)|^(?:图|圖|图片|配图|图源|图片来源|资料图|封面图)\s*[:：/|]|^图为|\((?:reuters|afp|ap|getty)[^)]{0,40}\)\s*$|资料图\s*$", Loose)]
    private static partial Regex Captions();

    [GeneratedRegex(@"^\W{0,3}(?:by\s+[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]+){0,3}(?:\s*(?:\||,|·|-|and\b).{0,60})?$|(?:作者|记者|编辑|责编|责任编辑|文|撰文|编译)\s*[:：/丨|]?\s*\S.{0,30}$|(?:published|updated|posted|last (?:updated|modified))\b.{0,60}$|(?:发布时间|发布于|发表于|更新时间|时间)\s*[:：]?.{0,40}$|来源\s*[:：]?\s*\S.{0,30}$|\d+\s*(?:hours?|minutes?|days?|小时|分钟|天)\s*(?:ago|前)\s*$|(?:昨日|今日|昨天|今天|前天)\s*\d{1,2}\s*[:：]\s*\d{2}\s*$)", RegexOptions.CultureInvariant)]
    private static partial Regex Byline();

    [GeneratedRegex(@"^\W{0,3}(?:免责声明|责任编辑|责编|编辑\s*[:：]|(?:\(|（)?(?:责任)?编辑\s*[:：]|声明\s*[:：]|评论\s*(?:\(|（|\d|$)|全部评论|网友评论|热门评论|leave a (?:comment|reply)|comments?\s*(?:\(\d+\)|$)|\d+ comments\b|about the author|originally published|this (?:article|story) (?:was )?(?:originally|first) (?:published|appeared)|copyright\b|©|the information (?:provided|on this))", Loose)]
    private static partial Regex EndsArticle();

    [GeneratedRegex(@"^\W{0,3}(?:related(?: (?:stories|articles|news|posts|topics|reading|coverage|content))?|read (?:more|next|also)|more (?:from|on|in|stories|news|like this).{0,50}|you (?:may|might) (?:also )?(?:like|be interested).{0,30}|most (?:read|popular|viewed)|trending(?: now)?|recommended(?: for you| stories| reading)?|latest (?:news|stories|headlines)|editors?['’]s? picks?|popular (?:posts|stories|now)|in other news|what to read next|up next|top stories|from around the web|sponsored (?:content|stories)|(?:相关|推荐|延伸|热门|更多|精彩|最新|猜你喜欢|大家都在看).{0,10}(?:阅读|文章|新闻|推荐|资讯|内容|报道)?|猜你喜欢|大家都在看|为您推荐|热点推荐|24小时热闻|上一篇.{0,60}|下一篇.{0,60})\s*[:：]?\s*$", Loose)]
    private static partial Regex More();
}
