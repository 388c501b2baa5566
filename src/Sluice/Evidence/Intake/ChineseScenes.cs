using System.Text.RegularExpressions;

namespace Sluice.Evidence.Intake;

/// <summary>Finds who does what to what in a Chinese sentence.</summary>
static partial class ChineseScenes
{
    public static List<Scene> In(Sentence sentence, Context context)
    {
        var scenes = new List<Scene>();
        Named? carried = null;
        var clauses = Clauses(sentence.Text).ToList();
        var taken = new HashSet<int>();
        for (var c = 0; c < clauses.Count; c++)
        {
            var (start, end) = clauses[c];
            var deeds = Deeds(sentence, start, end);
            // What is asked may stand in the clause that follows, when that has no subject of its own.
            if (deeds is [.., { Deed.Family: DeedFamily.Ask } last] && c + 1 < clauses.Count && Deeds(sentence, clauses[c + 1].Start, clauses[c + 1].End) is [var next, ..]
                && (sentence.Mentions.Any(m => m.IsParty && m.Start >= last.End && m.End <= end) || Recipients().IsMatch(sentence.Text[last.End..end])) && !sentence.Mentions.Any(m => m.IsParty && m.Start >= clauses[c + 1].Start && m.End <= next.Start) && taken.Add(next.Start))
            {
                foreach (var further in Deeds(sentence, clauses[c + 1].Start, clauses[c + 1].End)) taken.Add(further.Start);
                (deeds, end) = ([.. deeds, next], clauses[c + 1].End);
            }
            var used = new HashSet<int>();
            for (var i = 0; i < deeds.Count; i++)
            {
                var deed = deeds[i];
                if (used.Contains(i) || sentence.Said.Covers(deed.Start) || taken.Contains(deed.Start)) continue;
                if (deed.Deed.Id == "say" && (sentence.Said.SaidBy is not null || deeds.Count > 1)) continue;
                if (deed.Deed.Id is "forecast" or "hope" && i + 1 < deeds.Count) continue;
                var (who, also, at) = Subject(sentence, start, deed.Start, context, carried);
                var lead = sentence.Text[Math.Max(start, at)..deed.Start];
                var turn = Hedges.Negates(lead.Length > 8 ? lead[^8..] : lead) ? Turn.Not : Turn.Active;
                var asked = deed.Deed.Family == DeedFamily.Ask && i + 1 < deeds.Count ? i + 1 : -1;
                var to = deed.Deed.Family == DeedFamily.Ask || deed.Deed.Id is "summon" or "meet" or "allow" or "issue"
                    ? sentence.Mentions.Where(m => m.IsParty && m.Named != who && m.Start >= deed.End && m.Start < (asked >= 0 ? deeds[asked].Start : end)).Select(m => m.Named).FirstOrDefault()
                        ?? sentence.Mentions.Where(m => m.IsParty && m.Named != who && m.End <= deed.Start && m.Start >= start && Toward().IsMatch(sentence.Text[start..m.Start])).Select(m => m.Named).FirstOrDefault() : null;
                var passive = Suffers().Match(sentence.Text[start..deed.Start]);
                if (passive.Success)
                {
                    var by = sentence.Mentions.FirstOrDefault(m => m.IsParty && m.Start >= start + passive.Index && m.End <= deed.Start);
                    if (by.Named is not null) (to, who) = (who == by.Named ? null : who, by.Named);
                    else turn |= Turn.Suffered;
                }

                var asksNot = false;
                if (asked >= 0)
                {
                    used.Add(asked);
                    asksNot = deeds[asked].Deed.Id != "avoid" && Refrain().IsMatch(sentence.Text[deed.End..deeds[asked].Start]);
                    for (var k = asked + 1; k < deeds.Count; k++) used.Add(k);
                }

                var lastVerb = asked >= 0 ? deeds[asked].End : deed.End;
                var about = About(sentence, start, end, deed, who, to, context);
                if (who is null && about is null) continue;
                var noun = Noun(sentence.Text, asked >= 0 ? deeds[asked].Start : deed.Start, end);
                if (deed.Deed.Family is DeedFamily.Act or DeedFamily.State && about is null && to is null && (noun.Length == 0 || who is null) && deed.Deed.Id is not ("summon" or "meet" or "earn" or "invest" or "attach" or "levy" or "forecast" or "inspect")) continue;
                if (who is null && ((turn & Turn.Suffered) == 0 || about is null)) continue;
                if (deed.Deed.Family == DeedFamily.Say && turn.HasFlag(Turn.Not) && about is null) continue;
                if (deed.Deed.Family == DeedFamily.Deny)
                    for (var k = i + 1; k < deeds.Count; k++) used.Add(k);
                scenes.Add(new(deed.Deed, asked >= 0 ? deeds[asked].Deed : null, who, also, to, about, noun, lead, deed.Start, turn) { AsksNot = asksNot });
                carried = who ?? carried;
                // A noun that follows its verb is no deed of its own.
                for (var k = i + 1; k < deeds.Count; k++)
                    if (deeds[k].Start - lastVerb <= 12 && deed.Deed.Id is "pause" or "cut" or "delay" or "cancel" or "avoid" or "ban" or "allow" or "reopen" or "expand" or "refuse" or "lack" && deeds[k].Deed.Id is "buy" or "sell" or "adopt" or "test" or "develop" or "train" or "expand" or "launch" or "hold" or "make") used.Add(k);
            }

            (start, end) = clauses[c];
            carried = sentence.Mentions.Where(m => m.IsParty && m.Start >= start && m.End <= end && !Object().IsMatch(sentence.Text[Math.Max(start, m.Start - 2)..m.Start])).Select(m => m.Named).FirstOrDefault() is { } named && carried is null ? named : carried;
        }

        return scenes;
    }

    static IEnumerable<(int Start, int End)> Clauses(string text)
    {
        var from = 0;
        for (var i = 0; i < text.Length; i++)
            if ("，,；;：:。！？“”「」\"".Contains(text[i], StringComparison.Ordinal))
            {
                if (i > from) yield return (from, i);
                from = i + 1;
            }

        if (text.Length > from) yield return (from, text.Length);
    }

    static List<FoundDeed> Deeds(Sentence sentence, int start, int end)
    {
        var found = new List<FoundDeed>();
        for (var at = start; at < end;)
        {
            var inside = sentence.Mentions.FirstOrDefault(m => at >= m.Start && at < m.End);
            if (inside.Named is not null)
            {
                at = inside.End;
                continue;
            }

            var (length, deed) = (1, (Deed?)null);
            for (var n = Math.Min(Lexicon.LongestChinese, end - at); n >= 1; n--)
                if (Lexicon.Chinese(sentence.Text.Substring(at, n)) is { } known && !IsNoun(sentence.Text, at, at + n, known, start))
                {
                    (length, deed) = (n, known);
                    break;
                }

            if (deed is not null) found.Add(new(at, at + length, deed, VerbForm.Fixed));
            at += length;
        }

        return found;
    }

    static bool IsNoun(string text, int from, int to, Deed deed, int start)
    {
        var after = text.AsSpan(to, Math.Min(4, text.Length - to)).ToString();
        var before = text.AsSpan(Math.Max(start, from - 2), from - Math.Max(start, from - 2)).ToString();
        if (deed.Family == DeedFamily.State) return false;
        if (NounAfter().IsMatch(after)) return true;
        if (deed.Id == "say" && before.EndsWith('所')) return true;
        if (text[start..from].EndsWith("用于", StringComparison.Ordinal) || (Concerning().IsMatch(text[start..from]) && text.AsSpan(to, Math.Min(12, text.Length - to)).Contains('的'))) return true;
        // A notice that is received, an approval that is awaited.
        if (deed.Id == "ask" && (to == text.Length || "，。；".Contains(text[to], StringComparison.Ordinal))) return true;
        if (deed.Id == "allow" && Awaits().IsMatch(text[start..from])) return true;
        return before.EndsWith('的') && deed.Id is "buy" or "sell" or "ban" or "adopt" or "test" or "invest" or "allow" or "ask" or "forecast" or "develop" or "expand" && before.EndsWith('的');
    }

    static (Named? Who, ImmutableArray<Named> Also, int At) Subject(Sentence sentence, int start, int verb, Context context, Named? carried)
    {
        var text = sentence.Text;
        var actors = sentence.Mentions.Where(m => m.IsParty && m.Start >= start && m.End <= verb && !Object().IsMatch(text[Math.Max(start, m.Start - 2)..m.Start]) && !Possessive().IsMatch(text[m.End..Math.Min(text.Length, m.End + 3)])
            && !(sentence.Said.IsHearsay && sentence.Said.Covers(m.Start))).ToList();
        if (actors.Count > 0)
        {
            var last = actors.Count - 1;
            var first = last;
            while (first > 0 && Beside().IsMatch(text[actors[first - 1].End..actors[first].Start])) first--;
            return (actors[first].Named, [.. actors.Skip(first + 1).Select(m => m.Named).Where(n => n != actors[first].Named).Distinct()], actors[first].Start);
        }

        var words = text[start..verb];
        if (context.Meant(words, sentence.Mentions.Where(m => m.End <= start), carried) is { } meant) return (meant, [], start);
        if (First().IsMatch(words) && sentence.Said.Speaker is { } we) return (we, [], start);
        if (sentence.Mentions.FirstOrDefault(m => m.Named.Kind == MentionKind.Place && m.Id is "CN" or "US" && m.Start >= start && verb - m.End is >= 0 and <= 4) is { Named: not null } place) return (place.Named, [], place.Start);
        if (carried is not null) return (carried, [], start);
        var earlier = sentence.Mentions.Where(m => m.IsParty && m.End <= start && !Object().IsMatch(text[Math.Max(0, m.Start - 2)..m.Start])).Select(m => m.Named).FirstOrDefault();
        return (earlier ?? sentence.Said.Speaker, [], start);
    }

    static Named? About(Sentence sentence, int start, int end, FoundDeed deed, Named? who, Named? to, Context context)
    {
        var inClause = sentence.Mentions.Where(m => m.Start >= start && m.End <= end).ToList();
        var maker = inClause.FirstOrDefault(m => m.IsParty && m.Named != who && m.Named.Role == PartyRole.Firm && Goods().IsMatch(sentence.Text[m.End..Math.Min(sentence.Text.Length, m.End + 8)]));
        if (AllOf().IsMatch(sentence.Text[start..end]) && maker.Named is not null) return maker.Named;
        if (inClause.FirstOrDefault(m => m.IsPart && m.Start >= deed.End) is { Named: not null } after) return after.Named;
        if (inClause.FirstOrDefault(m => m.IsPart) is { Named: not null } part) return part.Named;
        if (maker.Named is not null) return maker.Named;
        if (sentence.Mentions.FirstOrDefault(m => m.IsPart) is { Named: not null } any) return any.Named;
        if (inClause.FirstOrDefault(m => m.IsParty && m.Start >= deed.End && m.Named != who && m.Named != to && (m.Named.Role == PartyRole.Firm || (m.Named.Role == PartyRole.Group && deed.Deed.Id is "ban" or "allow" or "inspect" or "summon" or "levy"))) is { Named: not null } party) return party.Named;
        if (ToIt().IsMatch(sentence.Text[start..deed.Start]) && sentence.Mentions.LastOrDefault(m => m.IsParty && m.End <= start && m.Named != who) is { Named: { } it }) return it;
        return Goods().IsMatch(sentence.Text[start..end]) && !Domestic().IsMatch(sentence.Text) && !OtherGoods().IsMatch(sentence.Text[start..end]) ? context.PartOf(who) : null;
    }

    static string Noun(string text, int from, int end) => Nouns().Match(text[from..end]) is { Success: true } noun ? noun.Value switch
    {
        "采购" or "订单" or "购买" or "下单" or "订购" => "orders",
        "生产" or "产能" or "产线" or "生产线" or "量产" => "production",
        "交付" or "出货" or "发货" or "供货" => "shipments",
        "销售" or "出售" => "sales",
        "出口" => "exports",
        "进口" => "imports",
        "测试" or "试用" => "tests",
        "使用" or "部署" => "use",
        "许可证" or "许可" => "licences",
        "指导" or "通知" or "指引" => "guidance",
        "收入" or "营收" => "revenue",
        _ => "prices",
    } : "";

    [GeneratedRegex(@"[对向给从被由让令在将把据为与跟同按于]$|通过$|包括$|例如$|比如$|针对$|来自$")]
    private static partial Regex Object();

    [GeneratedRegex(@"^(?:的|芯片|产品|显卡|GPU|加速|处理)")]
    private static partial Regex Possessive();

    [GeneratedRegex(@"^(?:、|和|与|及|以及|还有)$")]
    private static partial Regex Beside();

    [GeneratedRegex(@"(?:关于|有关|涉及|针对)[^，。的]{0,14}$")]
    private static partial Regex Concerning();

    [GeneratedRegex(@"存储|内存|HBM|晶圆|设备|软件|矿产|稀土|镓|锗|昇腾|昆仑")]
    private static partial Regex OtherGoods();

    [GeneratedRegex(@"企业|公司|平台|单位|厂商|机构|运营商|供应商|部门$")]
    private static partial Regex Recipients();

    [GeneratedRegex(@"[对向]其")]
    private static partial Regex ToIt();

    [GeneratedRegex(@"[向对与同跟]$")]
    private static partial Regex Toward();

    [GeneratedRegex(@"被|遭到?|受到")]
    private static partial Regex Suffers();

    [GeneratedRegex(@"等待|需要?|须|获得|未获|申请|取得|尚待")]
    private static partial Regex Awaits();

    [GeneratedRegex(@"不要|不得|勿|不再|停止|避免")]
    private static partial Regex Refrain();

    [GeneratedRegex(@"我们|我方|中方|本公司")]
    private static partial Regex First();

    [GeneratedRegex(@"^(?:措施|政策|令|规定|名单|许可|清单|需求|市场|收入|额|量|目标|渠道|中心|商|方|团队|成本|价格|结果|管制|规则|办法|机制|性能|线|条例|会议|证)")]
    private static partial Regex NounAfter();

    [GeneratedRegex(@"芯片|产品|显卡|GPU|加速卡|订单|采购|处理器|后门|硬件|出货|库存|许可证")]
    private static partial Regex Goods();

    [GeneratedRegex(@"(?:所有|全部|任何|一切|全系列)")]
    private static partial Regex AllOf();

    [GeneratedRegex(@"国产(?:芯片|算力|GPU|加速卡)|本土(?:芯片|产品)|自研")]
    private static partial Regex Domestic();

    [GeneratedRegex(@"采购|订单|购买|下单|订购|生产线|生产|产能|产线|量产|交付|出货|发货|供货|销售|出售|出口|进口|测试|试用|使用|部署|许可证|许可|指导|通知|指引|价格|报价|收入|营收")]
    private static partial Regex Nouns();
}
