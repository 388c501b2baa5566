namespace Sluice.Evidence.Intake;

/// <summary>Words by which articles name parties that the atlas lists under another name.</summary>
static class Phrases
{
    /// <summary>Further names by id.</summary>
    public static ImmutableArray<(string Id, ImmutableArray<string> Names)> ById { get; } =
    [
        ("chinese-platforms", ["platforms", "large buyers", "tech companies", "technology companies", "tech firms", "technology firms", "technology groups", "tech groups", "large platforms", "internet companies", "internet firms", "internet platforms", "internet groups", "cloud companies", "cloud providers", "Chinese companies", "Chinese firms", "Chinese buyers", "Chinese customers", "Chinese groups", "Chinese tech companies", "Chinese tech firms", "Chinese technology companies", "local companies", "domestic companies", "local firms", "state-backed firms", "major platforms", "platform operators", "China's tech giants", "Chinese tech giants", "Chinese cloud providers", "互联网公司", "互联网企业", "科技公司", "科技企业", "大型平台", "平台企业", "平台公司", "互联网平台", "大厂", "国内企业", "中国企业", "中国公司", "国内公司", "本土企业", "中国客户", "国内客户", "云厂商", "科技集团"]),
        ("chinese-makers", ["domestic makers", "domestic chip makers", "local chipmakers", "local chip makers", "Chinese chipmakers", "Chinese chip makers", "domestic suppliers", "Chinese AI chipmakers", "home-grown chipmakers", "domestic designers", "国产芯片企业", "国产厂商", "本土芯片企业", "本土芯片厂商", "国内芯片企业", "国内芯片厂商", "国产芯片公司", "国产GPU厂商", "中国芯片企业", "芯片设计公司"]),
        ("chinese-foundries", ["Chinese foundries", "domestic foundries", "晶圆厂"]),
        ("chinese-dealers", ["dealers", "resellers", "渠道商", "经销商", "代理商"]),
        ("chinese-authorities", ["Chinese regulators", "China's regulators", "regulators in Beijing", "Beijing's regulators", "Chinese government", "China's government", "Chinese government agencies", "government agencies in China", "监管机构", "有关部门", "主管部门", "相关部门", "监管层", "多部门", "中国监管机构", "中国政府"]),
        ("chinese-policymakers", ["Chinese policymakers", "Chinese officials", "officials from Beijing", "officials in Beijing", "中国官员", "政策制定者"]),
        ("china-leadership", ["Chinese leaders", "senior leaders in China", "China's leaders", "China's leadership", "senior Chinese officials", "top leaders", "北京方面", "中国领导层"]),
        ("cac", ["Cyberspace Administration", "cyberspace regulator", "internet regulator", "cyberspace watchdog", "internet watchdog", "cyber regulator", "cyberspace administrator", "网信部门", "国家网信部门", "互联网监管机构"]),
        ("miit", ["industry ministry", "Ministry of Industry", "technology ministry"]),
        ("ndrc", ["China's state planner", "state planning agency", "planning agency", "economic planner", "top planner"]),
        ("samr", ["State Administration for Market Regulation", "antitrust regulator", "competition regulator", "国家市场监督管理总局", "市场监督管理总局", "反垄断机构"]),
        ("mofcom", ["commerce ministry", "Ministry of Commerce", "China's commerce ministry", "Chinese commerce ministry", "中国商务部"]),
        ("china-customs", ["customs officials", "customs officers", "customs authorities", "Chinese customs", "General Administration of Customs", "customs agency", "海关部门"]),
        ("china-foreign-ministry", ["foreign ministry", "Foreign Ministry spokesperson", "foreign ministry spokesman", "Chinese foreign ministry", "China's foreign ministry", "Ministry of Foreign Affairs", "外交部发言人", "中国外交部"]),
        ("us-commerce", ["Department of Commerce", "US Commerce", "Commerce", "commerce officials", "Commerce officials", "US commerce officials", "U.S. Commerce Department", "U.S. Department of Commerce", "美商务部"]),
        ("bis", ["US Bureau of Industry and Security", "export control bureau", "工业与安全局", "美国工业与安全局"]),
        ("white-house", ["Washington", "华盛顿", "Trump administration", "US government", "U.S. government", "US administration", "the administration", "United States government", "United States", "the White House", "American government", "US officials", "U.S. officials", "American officials", "美国政府", "美方", "特朗普政府", "美国官员", "华盛顿方面"]),
        ("us-lawmakers", ["US lawmakers", "U.S. lawmakers", "lawmakers", "senators", "House committee", "US senators", "Senate", "House panel", "American lawmakers", "美国议员", "美国国会", "议员", "参议员", "众议院", "参议院"]),
        ("donald-trump", ["President Donald Trump", "US President Donald Trump", "US president", "美国总统特朗普", "美国总统"]),
        ("howard-lutnick", ["US Commerce Secretary", "Secretary Lutnick", "Secretary of Commerce", "United States Commerce Secretary", "卢特尼克", "美国商务部长", "商务部长"]),
        ("jensen-huang", ["Huang", "Nvidia's chief executive", "Nvidia CEO", "Nvidia's CEO", "Nvidia chief", "黄仁勋"]),
        ("analysts", ["analyst", "brokers", "分析师", "业内人士", "券商", "研究机构"]),
        ("us-clouds", ["American clouds", "US cloud providers", "US hyperscalers"]),
        ("data-centre-operators", ["data centre operators", "data center operators", "数据中心运营方"]),
        ("smic", ["中芯"]), ("tsmc", ["台积"]), ("cambricon", ["Cambricon Technologies"]), ("huawei", ["Huawei Technologies", "Huawei Ascend", "Ascend chips", "华为昇腾", "昇腾芯片"]), ("amd", ["Advanced Micro Devices", "Advanced Micro Devices, Inc."]), ("samsung", ["Samsung Electronics", "三星电子"]), ("amkor", ["Amkor Technology", "安靠科技"]), ("z-ai", ["Zhipu", "Zhipu AI", "智谱AI", "智谱华章"]), ("nvidia", ["Nvidia Corp", "Nvidia Corporation", "英伟达公司"]),
        ("nvidia-b30a", ["B30A chip", "lesser Blackwell", "scaled-down Blackwell", "scaled-back Blackwell", "trimmed Blackwell", "stripped-down Blackwell", "weaker Blackwell", "Blackwell for China", "China-specific Blackwell", "Blackwell chip", "Blackwell part", "Blackwell", "降级版Blackwell", "特供版Blackwell"]),
        ("huawei-ascend-910c", ["昇腾910C芯片"]), ("nvidia-rtx-pro-6000d", ["RTX 6000D", "RTXPro6000D"]),
        ("financial-times", ["FT", "the Financial Times", "英国金融时报"]), ("reuters", ["Reuters News", "路透"]), ("bloomberg", ["Bloomberg News", "彭博", "彭博新闻"]),
        ("wall-street-journal", ["WSJ", "the Wall Street Journal"]), ("south-china-morning-post", ["SCMP"]), ("nikkei", ["Nikkei", "日经", "日经新闻", "Nikkei Asian Review"]),
        ("the-information", ["The Information"]), ("cnbc", ["CNBC"]), ("xinhua", ["Xinhua News Agency", "新华网"]),
    ];

    /// <summary>Names that are common words; only a longer name that holds them counts.</summary>
    public static ImmutableHashSet<string> TooCommon { get; } = ImmutableHashSet.Create(StringComparer.Ordinal,
        "market", "abroad", "ppu", "caijing", "财经", "中央", "forums", "copies", "天数", "水货");

    /// <summary>Parties that are state bodies though no source.</summary>
    public static ImmutableHashSet<string> Authorities { get; } = ImmutableHashSet.Create(StringComparer.Ordinal,
        "china-leadership", "chinese-policymakers", "chinese-authorities", "central-government", "state-council", "shanghai", "local-governments", "us-lawmakers", "us-treasury", "samr", "mofcom", "china-customs", "bis", "us-commerce", "white-house", "cac", "miit", "ndrc", "china-foreign-ministry", "mss", "us-justice", "us-state", "us-trade-representative", "national-data-administration");

    /// <summary>Parties that are several of a kind.</summary>
    public static ImmutableHashSet<string> Groups { get; } = ImmutableHashSet.Create(StringComparer.Ordinal,
        "chinese-platforms", "chinese-makers", "chinese-dealers", "chinese-foundries", "us-clouds", "data-centre-operators", "grey-market", "market", "analysts", "h200-parts-makers");

    /// <summary>Persons.</summary>
    public static ImmutableHashSet<string> Persons { get; } = ImmutableHashSet.Create(StringComparer.Ordinal, "donald-trump", "howard-lutnick", "jensen-huang", "jeffrey-kessler", "joe-biden", "gina-raimondo", "scott-bessent", "david-sacks", "lisa-su", "colette-kress", "xi-jinping");
}
