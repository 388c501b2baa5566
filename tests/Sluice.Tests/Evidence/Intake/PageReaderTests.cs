using System.Text;
using Sluice.Evidence.Intake;

namespace Sluice.Tests.Evidence.Intake;

public class PageReaderTests
{
    const string Article = "The CAC asked Alibaba to pause orders of the H20, two people said. A second sentence follows here to make it long enough.";

    static string Kept(Page page) => string.Join('\n', page.Blocks.Where(b => b.Noise is null).Select(page.Of));

    [Fact]
    public void Navigation_asides_teasers_comments_and_footers_are_left_out()
    {
        var page = PageReader.Read($"<html><body><nav><p>{Noise("nav")}</p></nav><div class='story'><h1>Title of it</h1><p>{Article}</p><aside><p>{Noise("aside")}</p></aside>"
            + $"<div class='related-posts'><p>{Noise("related")}</p></div></div><div id='comments'><p>{Noise("comment")}</p></div><footer><p>{Noise("footer")}</p></footer></body></html>");

        Assert.Contains(Article, Kept(page));
        Assert.DoesNotContain("Nvidia sold", page.Text);
    }

    static string Noise(string where) => $"Nvidia sold many parts to the {where} last week, somebody said there in a long sentence.";

    [Fact]
    public void What_the_page_hides_is_not_read()
    {
        var page = PageReader.Read($"<html><body><article><p>{Article}</p><p style='display:none'>{Noise("hidden")}</p><p hidden>{Noise("hidden")}</p><p aria-hidden='true'>{Noise("hidden")}</p></article></body></html>");
        Assert.DoesNotContain("Nvidia sold", page.Text);
    }

    [Fact]
    public void After_a_disclaimer_nothing_belongs_to_the_article()
    {
        var page = PageReader.Read($"A title\n\n{Article}\n\n免责声明：仅供参考。\n\nNvidia sold parts to everybody, a teaser said in a long sentence.\n");
        Assert.Equal($"A title\n{Article}", Kept(page));
    }

    [Fact]
    public void A_disclaimer_at_the_top_is_left_out_alone()
    {
        var page = PageReader.Read($"Disclaimer: this is not investment advice, and it stands here first.\n\n{Article}\n");
        Assert.Equal(Article, Kept(page));
    }

    [Fact]
    public void Furniture_in_another_language_is_left_out()
    {
        var page = PageReader.Read($"{Article}\n人民币汇率升至新高，多家银行上调了全年预测，市场情绪回暖。\n{Article.Replace("CAC", "NDRC", StringComparison.Ordinal)}\n");
        Assert.DoesNotContain("人民币", Kept(page));
        Assert.Contains("NDRC", Kept(page));
    }

    [Theory]
    [InlineData("<meta property='article:published_time' content='2025-08-21T07:00:00Z'>", "2025-08-21", "meta tag article:published_time")]
    [InlineData("<script type='application/ld+json'>{\"@graph\":[{\"datePublished\":\"2025-08-21\"}]}</script><meta name='date' content='2025-08-25'>", "2025-08-21", "JSON-LD datePublished")]
    [InlineData("<script type='application/ld+json'>{broken</script><link rel='canonical' href='https://x.example/2025/08/21/a'>", "2025-08-21", "address")]
    [InlineData("", null, null)]
    public void The_day_of_publication_says_where_it_was_found(string head, string? day, string? from)
    {
        var report = TestNames.Read($"<html><head>{head}</head><body><article><p>{Article}</p></article></body></html>").Report;
        Assert.Equal((day, from), (report.Published, report.PublishedFrom));
    }

    [Fact]
    public void A_byline_gives_the_day_and_teasers_give_about_a_day()
    {
        Assert.Equal(("2025-08-13", "byline"), Told($"题目在这里\n来源：港城 发布时间：2025年8月13日 09:20\n据知情人士透露，网信办要求阿里巴巴暂停采购H20芯片，相关企业正在评估影响。\n"));
        Assert.Equal(("about 2025-08-19", "teasers beside the article, the year from the case"), Told($"A title of it\n{Article}\n{Article}\n{Article} x.\n免责声明：仅供参考。\n作者 Li\n8 月 19 日 周二\n"));

        static (string?, string?) Told(string text) => TestNames.Read(text).Report is var report ? (report.Published, report.PublishedFrom) : default;
    }

    [Fact]
    public void Chinese_encodings_are_read_as_declared()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
        var page = PageReader.Read(gbk.GetBytes("<html><head><meta charset=\"gb2312\"></head><body><p>网信办要求阿里巴巴暂停采购H20芯片，两名知情人士说。</p></body></html>"));
        Assert.Contains("网信办要求阿里巴巴", page.Text);
    }

    [Fact]
    public void Places_of_sentences_point_into_the_text()
    {
        var intake = TestNames.Read($"A title\n\n{Article} Tencent cancelled its orders of the Ascend 910C.\n");
        Assert.All(intake.Proposals, p => Assert.InRange(p.Sentence.Start + p.Sentence.Length, 1, intake.Page.Text.Length));
        var tencent = intake.Proposals.Single(p => p.Who == "tencent");
        Assert.Equal("Tencent cancelled its orders of the Ascend 910C.", intake.Page.Text.Substring(tencent.Sentence.Start, tencent.Sentence.Length));
    }

    [Fact]
    public void A_page_that_retells_a_known_report_names_it()
    {
        var report = TestNames.Read("<html><head><meta name='date' content='2025-08-21'></head><body><article><p>The NDRC asked firms to refrain from buying any chips from Nvidia, people told the Financial Times.</p>"
            + "<p>Some platforms paused the H20 orders that they had planned, the Financial Times reported.</p></article></body></html>").Report;
        Assert.Equal("ft-2025-08-20", report.Origin);
        Assert.Contains("financial-times", report.Outlets);
    }

    [Fact]
    public void The_review_file_is_a_file_of_the_format_and_holds_no_words_of_the_article()
    {
        var intake = TestNames.Read($"A title: \"odd\" \\ \u001b[31m\u202e\n\n{Article}\n");
        var into = new Sluice.Reading.Diagnostics();
        Assert.NotNull(Sluice.Reading.Yaml.Read("review.yaml", ReviewFile.Of(intake), "", into));
        Assert.Empty(into.Sorted);
        Assert.DoesNotContain("two people said", ReviewFile.Of(intake));
    }
}
