using System.Collections.Frozen;

namespace Sluice.Evidence.Intake;

/// <summary>Words for deeds, English and Chinese.</summary>
static class Lexicon
{
    // id | infinitive | family | English words (a + doubles the last letter, a colon gives irregular forms, = takes the form alone) | Chinese words
    const string Table = """
        ask | ask | Ask | ask, urge, instruct, direct, request, advise, encourage, pressure, press, push, tell:told, order, require, discourage, caution, call on, nudge, steer, warn, recommend, counsel, demand, =stepped up pressure on, =step up pressure on, =put pressure on, =piled pressure on, =leaned on, =leans on, =is pressing | 要求, 下发通知要求, 敦促, 建议, 呼吁, 指示, 责令, 督促, 鼓励, 劝阻, 通知, 下令, 告知, 引导, 勒令, 提醒, 警告, 施压
        pause | pause | Act | pause, suspend, halt, freeze:froze:frozen, stop+, cease, abandon, shelve, =put on hold, =puts on hold, idle, drop+, end | 暂停, 停止, 中止, 搁置, 叫停, 停产, 停售, 停购, 停下, 放弃, 终止, 停用
        cut | cut | Act | cut:cut:cutting, reduce, slash, trim+, scale back, lower, shrink:shrank:shrunk, curtail, pare | 削减, 减少, 缩减, 下调, 砍单, 砍掉, 压缩, 降低
        delay | delay | Act | delay, defer+, postpone, put off, push back, hold off:held off, hold back:held back, =put off, =puts off, =putting off | 推迟, 延后, 延迟, 押后, 暂缓, 延期, 观望
        remove | remove | Act | remove, rip out, phase out, pull out, uninstall, take out:took out | 移除, 拆除, 清退, 下架, 撤出
        cancel | cancel | Act | cancel, =cancelled, =cancelling, scrap+, withdraw:withdrew:withdrawn, revoke, rescind, call off | 取消, 撤销, 撤回, 撤单, 吊销, 废止, 废除
        avoid | avoid | Act | refrain, avoid, shun+, steer clear, stay away, boycott, forgo:forwent, =not buy, =move away from | 避免, 远离, 弃用, 回避, 抵制, 不要购买, 不再购买, 少用
        ban | bar | Act | ban+, bar+, block, prohibit, forbid:forbade:forbidden, outlaw, restrict, curb, blacklist, tighten, clamp down, crack down, limit, deter+, =place a ban, =placed a ban, =imposed a ban, =impose a ban, =put a ban, =a ban on, =considering new restrictions, =considering restrictions, =weighing new restrictions, =weighing restrictions, =considering new curbs, =considering curbs, =weighing curbs, =imposed restrictions, =imposed new restrictions, =new restrictions on | 禁止, 封禁, 限制, 禁售, 禁购, 阻止, 收紧, 封杀, 拉黑, 管控, 禁用
        allow | allow | Act | allow, approve, permit+, clear, authorise, authorize, grant, license, licence, green-light, greenlight, lift, ease, relax, loosen, waive, let:let:letting | 允许, 批准, 放行, 许可, 同意, 准许, 放宽, 解除, 解禁, 松绑, 豁免, 颁发
        refuse | refuse | Act | refuse, decline, turn down, reject | 拒绝, 拒发, 驳回
        deny | deny | Deny | deny, dispute, refute, rebut+, dismiss, contradict, =pushed back on, =called false, =pushes back on | 否认, 驳斥, 反驳, 澄清, 辟谣, 不属实
        buy | buy | Act | buy:bought, purchase, procure, acquire, stockpile, =placed orders, =placed an order, =place orders, =placing orders, snap up, secure | 采购, 购买, 订购, 下单, 买入, 囤积, 囤货, 抢购, 购入, 追加订单, 采买
        sell | sell | Act | sell:sold, ship+, deliver, supply, export, market | 出售, 销售, 供应, 交付, 出货, 发货, 出口, 供货, 卖给, 对华销售, 发往
        launch | launch | Act | launch, unveil, introduce, release, roll out, debut | 推出, 发布新, 上市, 亮相, 首发
        develop | develop | Act | develop, design, build:built, =working on | 研发, 开发, 设计, 打造, 研制
        test | test | Act | test, trial, evaluate, validate, benchmark | 测试, 试用, 验证, 评估, 试产
        adopt | adopt | Act | adopt, deploy, switch, shift, migrate, replace, =turned to, =turning to, =turn to, embrace, use, substitute, =moved its, =moved their, =move its, =move their, =moving its, =moving their | 采用, 部署, 转向, 改用, 迁移, 替代, 切换, 使用, 换用, 取代
        reopen | reopen | Act | reopen, restart, resume, revive | 重启, 恢复, 复产, 重开, 重新
        expand | raise | Act | expand, increase, double, triple, boost, ramp, ramp up, raise, lift output, quadruple, =add capacity, grow:grew:grown | 扩大, 增加, 提高, 提升, 扩产, 翻倍, 增至, 上调, 加大, 增产, 三倍, 翻番
        summon | call in | Act | summon, =called in, =calls in, question, haul in | 约谈, 召见, 传唤, 问询, 召集
        meet | meet | Act | meet:met:meeting, =spoke with, =spoke informally with, =spoke to, =talked to, =held talks, =speaks with, =spoken to, =held a meeting | 会见, 会晤, 沟通, 接触, 座谈, 开会
        inspect | inspect | Act | inspect, check, probe, investigate, examine, audit, seize, scrutinise, scrutinize, =opened an investigation, =launched an investigation, intercept | 检查, 查验, 调查, 核查, 查处, 审查, 扣押, 查扣, 立案, 抽查
        levy | levy a charge on | Act | impose, levy, tax, fine, =take a cut, =takes a cut, =hand over, =handing over, penalise, penalize | 征收, 加征, 罚款, 上缴, 抽成, 分成, 处罚
        issue | issue | Act | issue, publish, =sent out, =sends out, circulate, =put out, draft | 发布, 印发, 下发, 发出, 签发, 出台, 公布, 起草
        argue | argue against it | Say | argue, complain, object, protest, criticise, criticize, oppose, lobby, =hit out, =took offence, =took offense, =took umbrage, =found insulting, insult, offend, anger, deplore, condemn | 抗议, 坚决反对, 反对, 不满, 抱怨, 批评, 质疑, 抨击, 谴责
        invest | spend on | Act | invest, budget, spend:spent, earmark, =set aside, pour | 投资, 投入, 斥资, 预算, 拨款
        earn | report results on | Act | earn, book, =wrote down, =write down, =written down, =write-down, =took a charge, =take a charge, =record charges, =record a charge, =recorded a charge, =recorded charges, =incur charges, =incurred charges, =incur a charge | 计提, 减记, 录得, 营收, 亏损
        forecast | forecast | Act | forecast:forecast, expect, estimate, project, predict, reckon, calculate | 预计, 估计, 预测, 估算, 料将, 预期
        apply | apply for a licence for | Act | =apply for, =applied for, =applies for, =applying for, =filed for, =file for, =submitted applications, =submitted an application | 申请, 提交申请
        receive | receive | Act | receive, =been granted, =was granted, =were granted | 收到, 获得, 取得
        revise | revise rules on | Act | revise, amend | 修订, 修改, 调整
        rent | rent | Act | rent, lease | 租用, 租赁, 承租
        make | produce | Act | produce, manufacture, mass-produce, make:made, =in mass production, =into production | 生产, 量产, 投产, 制造
        train | train a model on | Act | train | 训练
        lack | be short of | State | lack, =run short, =ran short, =runs short, =is limited, =are limited, =remains limited, =remain limited, =in short supply, =falls short, =fall short, =fell short, =sold out, =cannot meet, =cannot make enough, =can't make enough, =can't meet, =cannot keep up, =can't keep up | 短缺, 不足, 紧缺, 供不应求, 有限, 缺货, 紧张, 售罄, 吃紧
        hold | hold | State | =holds, =hold in stock, =has in stock, =had in stock, =sits on, =sitting on | 库存, 持有, 存货, 仍有, 尚有
        attach | require a licence for | Act | =requires a licence, =require a licence, =required a licence, =requires a license, =require a license, =required a license, =need a licence, =needs a licence, =need a license, =needs a license, =licence requirement, =license requirement | 需要许可, 须申请许可, 需申请许可, 需获得许可, 须获许可, 需要许可证
        favour | favour | Act | favour, favor, prefer+, =give preference, prioritise, prioritize, promote, =help domestic | 优先, 扶持, 鼓励使用
        want | call for curbs on | Act | =call for, =calls for, =called for, =calling for, =calls from | 主张
        wait | wait | Act | wait, =waits to see, =waiting to see, =wait to see, =waited to see | 等待
        hope | hope | Say | hope | 希望, 期待
        say | say | Say | say:said, state, claim, announce, add, reveal, disclose, note, confirm, insist, declare, remark, explain, comment, acknowledge, concede, stress, allege, describe, call, accuse, respond, reiterate, signal, suggest, hint, indicate, report, =made it clear, =made clear, =makes clear, think:thought, believe, view, question whether, write:wrote:written | 表示, 称, 说, 指出, 透露, 宣布, 回应, 强调, 披露, 证实, 确认, 声明, 坦言, 重申, 认为, 指责, 直言, 暗示, 报道
        """;

    static readonly FrozenDictionary<string, (Deed Deed, VerbForm Form)> english;
    static readonly FrozenDictionary<string, Deed> chinese;

    static Lexicon()
    {
        var (en, zh) = (new Dictionary<string, (Deed, VerbForm)>(StringComparer.Ordinal), new Dictionary<string, Deed>(StringComparer.Ordinal));
        foreach (var line in Table.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            var deed = new Deed(cells[0], cells[1], Enum.Parse<DeedFamily>(cells[2]));
            foreach (var word in cells[3].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) Inflect(word, deed, en);
            foreach (var word in cells[4].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) zh.TryAdd(word, deed);
        }

        (english, chinese) = (en.ToFrozenDictionary(StringComparer.Ordinal), zh.ToFrozenDictionary(StringComparer.Ordinal));
        LongestChinese = chinese.Keys.Max(k => k.Length);
    }

    /// <summary>To buy.</summary>
    public static Deed Buy => english["buy"].Deed;

    /// <summary>To deny.</summary>
    public static Deed Deny => english["deny"].Deed;

    /// <summary>To forecast.</summary>
    public static Deed Forecast => english["forecast"].Deed;

    /// <summary>Length of the longest Chinese word.</summary>
    public static int LongestChinese { get; }

    /// <summary>The deed that a phrase of one to four words in small letters stands for.</summary>
    public static bool TryEnglish(string phrase, out Deed deed, out VerbForm form)
    {
        var known = english.TryGetValue(phrase, out var found);
        (deed, form) = known ? found : (null!, default);
        return known;
    }

    /// <summary>The deed that a Chinese word stands for.</summary>
    public static Deed? Chinese(string word) => chinese.GetValueOrDefault(word);

    static void Inflect(string entry, Deed deed, Dictionary<string, (Deed, VerbForm)> into)
    {
        if (entry[0] == '=')
        {
            into[entry[1..]] = (deed, VerbForm.Fixed);
            return;
        }

        var forms = entry.Split(':');
        var doubles = forms[0].EndsWith('+');
        var phrase = forms[0].TrimEnd('+');
        var space = phrase.IndexOf(' ', StringComparison.Ordinal);
        var (verb, rest) = space < 0 ? (phrase, "") : (phrase[..space], phrase[space..]);
        var stem = doubles ? verb + verb[^1] : verb.EndsWith('e') ? verb[..^1] : verb;
        into.TryAdd(verb + rest, (deed, VerbForm.Base));
        into.TryAdd(new Deed("", verb, deed.Family).Third + rest, (deed, VerbForm.Third));
        into.TryAdd(stem + "ing" + rest, (deed, VerbForm.Ing));
        if (forms.Length == 1) into.TryAdd((verb.EndsWith('y') && !"aeou".Contains(verb[^2], StringComparison.Ordinal) ? verb[..^1] + "ied" : stem + "ed") + rest, (deed, VerbForm.Past));
        foreach (var irregular in forms[1..]) into[irregular] = (deed, irregular.EndsWith("ing", StringComparison.Ordinal) ? VerbForm.Ing : VerbForm.Past);
    }
}

/// <summary>Form of an English verb.</summary>
enum VerbForm
{
    /// <summary>pause.</summary>
    Base,

    /// <summary>pauses.</summary>
    Third,

    /// <summary>paused.</summary>
    Past,

    /// <summary>pausing.</summary>
    Ing,

    /// <summary>A phrase taken as it stands.</summary>
    Fixed,
}
