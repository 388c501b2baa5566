using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Sluice.Evidence.Intake;

/// <summary>Takes the article out of a page. The only file that knows the HTML library, with <see cref="HtmlFacts"/>.</summary>
static partial class HtmlPage
{
    static readonly HashSet<string> skipped = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "svg", "iframe", "form", "button", "select", "nav", "aside", "footer", "figure", "figcaption", "object", "canvas",
        "video", "audio", "dialog", "menu", "head", "textarea", "label", "input", "math",
    };

    static readonly HashSet<string> blocks = new(StringComparer.Ordinal)
    {
        "p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "td", "tr", "table", "pre", "header", "dd", "dt", "dl",
        "address", "body", "center", "hr",
    };

    public static Page Read(string html, ImmutableArray<string> notes)
    {
        var document = new HtmlParser().ParseDocument(html);
        var facts = HtmlFacts.Of(document);
        var raw = Blocks(Root(document));
        var language = PageNoise.LanguageOf(raw);
        var judged = PageNoise.Judge(raw, language);
        var (text, kept) = (new StringBuilder(), ImmutableArray.CreateBuilder<PageBlock>());
        for (var i = 0; i < raw.Count; i++)
        {
            if (judged[i].Noise is not null) continue;
            kept.Add(new(text.Length, raw[i].Text.Length, judged[i].Kind, null));
            text.Append(raw[i].Text).Append('\n');
        }

        var all = Blocks(document.Body ?? (INode)document.DocumentElement);
        return new(text.ToString(), kept.ToImmutable(), PlainFacts.Add(facts, all.Select(b => b.Text).ToList(), judged.Length == 0 ? [] : [.. raw.Select(b => b.Text)]), notes) { Language = language };
    }

    /// <summary>The element that holds the article: the article with most running text, else main, else the body.</summary>
    static INode Root(IDocument document)
    {
        var articles = document.QuerySelectorAll("article, [itemprop=articleBody], [role=article]").Take(200).Select(a => (Element: a, Prose: Prose(a))).ToList();
        var all = document.Body is { } body ? Prose(body) : 0;
        var best = articles.OrderByDescending(a => a.Prose).FirstOrDefault();
        if (best.Element is not null && best.Prose > 0 && best.Prose * 10 >= all * 3) return best.Element;
        return document.QuerySelector("main, [role=main]") is { } main && Prose(main) * 2 >= all && Prose(main) > 0 ? main : (INode?)document.Body ?? document.DocumentElement;
    }

    static int Prose(IElement element)
    {
        var length = 0;
        foreach (var paragraph in element.QuerySelectorAll("p"))
            if (paragraph.TextContent.Length > 60 || paragraph.TextContent.Any(c => c >= '\u4E00')) length += paragraph.TextContent.Length;
        return length;
    }

    static List<RawBlock> Blocks(INode root)
    {
        var found = new List<RawBlock>();
        var text = new StringBuilder();
        var (linked, heading, links) = (0, 0, 0);
        for (var node = root.FirstChild; node is not null;)
        {
            var enter = true;
            switch (node)
            {
                case IText run:
                    Append(run.Data);
                    break;
                case IElement { LocalName: "br" }:
                    if (text.Length > 0 && ".!?。！？”\"".Contains(text[^1], StringComparison.Ordinal)) Flush();
                    else Append(" ");
                    break;
                case IElement element when IsNoise(element):
                    enter = false;
                    break;
                case IElement element:
                    if (blocks.Contains(element.LocalName)) Flush();
                    if (IsHeading(element)) heading++;
                    if (element.LocalName == "a") links++;
                    break;
                default:
                    enter = false;
                    break;
            }

            if (enter && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            if (enter) Leave(node);
            while (node is not null && node.NextSibling is null)
            {
                node = node.Parent;
                if (node is null || node == root) node = null;
                else Leave(node);
            }

            node = node?.NextSibling;
        }

        Flush();
        return found;

        void Leave(INode left)
        {
            if (left is not IElement element) return;
            if (blocks.Contains(element.LocalName)) Flush();
            if (IsHeading(element)) heading--;
            if (element.LocalName == "a") links--;
        }

        void Append(string run)
        {
            foreach (var c in run)
            {
                if (text.Length >= PageReader.LongestBlock) return;
                if (char.IsWhiteSpace(c))
                {
                    if (text.Length > 0 && text[^1] != ' ') text.Append(' ');
                }
                else
                {
                    text.Append(c);
                    if (links > 0) linked++;
                }
            }
        }

        void Flush()
        {
            var line = text.ToString().Trim();
            if (line.Length > 0) found.Add(new(line, heading > 0 ? BlockForm.Heading : BlockForm.Open, (double)linked / line.Length));
            text.Clear();
            linked = 0;
        }
    }

    static bool IsHeading(IElement element) => element.LocalName is ['h', >= '1' and <= '6'];

    static bool IsNoise(IElement element)
    {
        if (skipped.Contains(element.LocalName)) return true;
        if (element.LocalName is "html" or "body" or "main") return false;
        if (element.HasAttribute("hidden") || element.GetAttribute("aria-hidden") == "true" || Hidden().IsMatch(Cut(element.GetAttribute("style")))) return true;
        if (element.LocalName == "header" && element.QuerySelector("h1") is null) return true;
        var words = Cut(string.Concat(element.ClassName, " ", element.Id, " ", element.GetAttribute("role")));
        return Noisy().IsMatch(words) && element.QuerySelector("article, main, h1, [itemprop=articleBody]") is null && !Bearing().IsMatch(words);
    }

    static string Cut(string? text) => text is null ? "" : text.Length > 300 ? text[..300] : text;

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0|opacity\s*:\s*0(?![.\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"(?<![a-z])(?:nav|navbar|navigation|menu|breadcrumbs?|footer|sidebar|side-bar|rail|related|recommend(?:ed|ation|ations)?|promo|teasers?|advert(?:s|isement|ising)?|ads?|sponsor(?:ed)?|banner|share|sharing|social|comments?|newsletter|subscribe|subscription|signup|sign-up|cookies?|consent|popup|modal|disclaimer|copyright|bio|author-box|tags|widget|trending|popular|most-read|hot-news|more-news|more-stories|also-like|outbrain|taboola|sr-only|visually-hidden|pagination|toolbar|login|search|complementary|contentinfo|caption|credit)(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noisy();

    [GeneratedRegex(@"(?<![a-z])(?:article-?body|post-?content|entry-?content|story-?body|article-?content)(?![a-z])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bearing();
}

/// <summary>A block before it is judged.</summary>
/// <param name="Text">Its text on one line.</param>
/// <param name="Form">Whether the page marks it as a heading.</param>
/// <param name="Linked">Share of its characters that are links.</param>
sealed record RawBlock(string Text, BlockForm Form, double Linked);

/// <summary>What the page says a block is.</summary>
enum BlockForm
{
    /// <summary>Nothing.</summary>
    Open,

    /// <summary>A heading.</summary>
    Heading,
}
