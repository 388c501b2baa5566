using System.Globalization;
using System.Text.RegularExpressions;
using Sluice.Reading;

namespace Sluice.Evidence.Intake;

/// <summary>A date in a sentence.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="Length">Its length.</param>
/// <param name="Date">The date.</param>
/// <param name="From">stated, year inferred, relative to publication, or after an event.</param>
readonly record struct FoundDate(int Start, int Length, VagueDate Date, string From)
{
    public int End => Start + Length;
}

/// <summary>Finds dates, English and Chinese: stated ones, ones relative to the day of publication, ones counted from an event.</summary>
/// <param name="published">Day of publication; null: relative dates are not resolved.</param>
/// <param name="eventOf">Day of what a party did or said last, for dates counted from it.</param>
sealed partial class DateFinder(DateOnly? published, Func<string, VagueDate?> eventOf)
{
    const RegexOptions Loose = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    const string Month = @"(?<mon>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

    static readonly ImmutableArray<string> months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    static readonly ImmutableArray<string> weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    /// <summary>A day of publication as bylines, tags and addresses write it; null: none. A day without a year takes the last one before <paramref name="latest"/>.</summary>
    public static VagueDate? Published(string text, DateOnly? latest)
    {
        var short1 = text.Length > 300 ? text[..300] : text;
        if (Iso().Match(short1) is { Success: true } iso && Day(iso.Groups[1].Value, iso.Groups[2].Value, iso.Groups[3].Value) is { } day) return VagueDate.On(day);
        if (Compact().Match(short1) is { Success: true } compact && Day(compact.Groups[1].Value, compact.Groups[2].Value, compact.Groups[3].Value) is { } packed) return VagueDate.On(packed);
        return new DateFinder(latest, _ => null).In(short1, []).Where(d => d.Date.IsExact && d.From is "stated" or "year inferred").Select(d => (VagueDate?)d.Date).FirstOrDefault();
    }

    /// <summary>All dates in a sentence, from left to right.</summary>
    public List<FoundDate> In(string text, IReadOnlyList<Mention> mentions)
    {
        var found = new List<FoundDate>();
        Counted(text, mentions, found);
        Stated(text, found);
        if (published is { } day) Relative(text, day, found);
        return [.. found.OrderBy(d => d.Start)];
    }

    void Counted(string text, IReadOnlyList<Mention> mentions, List<FoundDate> found)
    {
        foreach (var (pattern, before) in new[] { (AfterEnglish(), false), (AfterChinese(), true) })
            foreach (Match match in pattern.Matches(text))
            {
                if (Count(match.Groups["n"].Value) is not { } n) continue;
                var anchor = before
                    ? mentions.LastOrDefault(m => m.End <= match.Groups["n"].Index && match.Groups["n"].Index - m.End < 25 && m.IsParty)
                    : mentions.FirstOrDefault(m => m.Start >= match.Index + match.Length && m.Start - match.Index - match.Length < 30 && m.IsParty);
                if (anchor.Named is null || eventOf(anchor.Id) is not { } from) continue;
                var unit = match.Groups["unit"].Value.ToLowerInvariant();
                var sign = match.Groups["way"].Value.ToLowerInvariant() is "before" or "ahead of" or "前" ? -n : n;
                Add(found, match, Shifted(from, unit, sign), "after an event");
            }
    }

    static VagueDate Shifted(VagueDate from, string unit, int n)
    {
        var middle = from.From.AddDays((from.To.DayNumber - from.From.DayNumber) / 2);
        var to = unit switch
        {
            "day" or "天" or "日" => middle.AddDays(n),
            "week" or "周" or "个星期" => middle.AddDays(7 * n),
            _ => middle.AddMonths(n),
        };
        return unit is "month" or "个月" || from.To.DayNumber - from.From.DayNumber > 40 ? MonthOf(to) with { About = true } : new(to, to, true);
    }

    void Stated(string text, List<FoundDate> found)
    {
        foreach (Match m in ChineseDay().Matches(text)) Dated(found, m, m.Groups["y"].Value, m.Groups["m"].Value, m.Groups["d"].Value);
        foreach (Match m in Iso().Matches(text))
            if (Day(m.Groups[1].Value, m.Groups[2].Value, m.Groups[3].Value) is { } day) Add(found, m, VagueDate.On(day), "stated");
        foreach (Match m in MonthDay().Matches(text)) Dated(found, m, m.Groups["y"].Value, MonthNumber(m), m.Groups["d"].Value);
        foreach (Match m in DayMonth().Matches(text)) Dated(found, m, m.Groups["y"].Value, MonthNumber(m), m.Groups["d"].Value);
        foreach (Match m in QuarterEnglish().Matches(text)) Quarter(found, m, "1234".IndexOf(m.Groups["q"].Value is { Length: 1 } digit ? digit : Ordinal(m.Groups["q"].Value), StringComparison.Ordinal) + 1);
        foreach (Match m in QuarterChinese().Matches(text)) Quarter(found, m, "一二三四1234".IndexOf(m.Groups["q"].Value, StringComparison.Ordinal) % 4 + 1);
        foreach (Match m in Half().Matches(text))
            if ((m.Groups["y"].Value is { Length: 4 } stated && int.TryParse(stated, CultureInfo.InvariantCulture, out var whole) ? whole : published is { } latest ? latest.Year + (m.Groups["y"].Value is "明年" or "next year" ? 1 : m.Groups["y"].Value is "去年" or "last year" ? -1 : 0) : 0) is > 1900 and < 2200 and var inYear)
                Add(found, m, m.Groups["h"].Value.ToLowerInvariant() is "first" or "上" or "1" ? new(new(inYear, 1, 1), new(inYear, 6, 30), false) : new(new(inYear, 7, 1), new(inYear, 12, 31), false), m.Groups["y"].Length == 4 ? "stated" : "year inferred");
        foreach (Match m in MonthYear().Matches(text)) Monthly(found, m, m.Groups["y"].Value, MonthNumber(m));
        foreach (Match m in ChineseMonth().Matches(text)) Monthly(found, m, m.Groups["y"].Value, m.Groups["m"].Value);
        foreach (Match m in MonthAlone().Matches(text)) Monthly(found, m, "", MonthNumber(m));
        foreach (Match m in YearAlone().Matches(text))
            if (int.TryParse(m.Groups["y"].Value, CultureInfo.InvariantCulture, out var year)) Add(found, m, Year(year), "stated");
    }

    static void Relative(string text, DateOnly day, List<FoundDate> found)
    {
        foreach (Match m in RelativeEnglish().Matches(text))
        {
            var words = m.Value.ToLowerInvariant();
            VagueDate? date = words switch
            {
                "yesterday" or "a day earlier" or "the day before" or "the previous day" => VagueDate.On(day.AddDays(-1)),
                "today" or "earlier today" => VagueDate.On(day),
                "tomorrow" => VagueDate.On(day.AddDays(1)),
                "this week" or "earlier this week" or "later this week" => new(day, day, true),
                "last week" => new(day.AddDays(-7), day.AddDays(-7), true),
                "next week" => new(day.AddDays(7), day.AddDays(7), true),
                "last month" => MonthOf(First(day).AddMonths(-1)),
                "next month" => MonthOf(First(day).AddMonths(1)),
                "last year" => Year(day.Year - 1),
                "next year" => Year(day.Year + 1),
                "last quarter" => QuarterOf(First(day).AddMonths(-3)),
                "next quarter" => QuarterOf(First(day).AddMonths(3)),
                "this quarter" or "the current quarter" => QuarterOf(day),
                "this year" or "earlier this year" or "later this year" => Year(day.Year),
                "this month" or "earlier this month" or "later this month" => MonthOf(day),
                _ => null,
            };
            if (date is { } known) Add(found, m, known, "relative to publication");
        }

        foreach (Match m in Weekday().Matches(text))
        {
            var back = ((int)day.DayOfWeek - weekdays.IndexOf(m.Groups["wd"].Value.ToLowerInvariant()) + 7) % 7;
            if (m.Groups["which"].Value.Equals("next", StringComparison.OrdinalIgnoreCase)) back -= 7;
            Add(found, m, VagueDate.On(day.AddDays(-back)), "relative to publication");
        }

        foreach (Match m in AgoEnglish().Matches(text))
            if (Count(m.Groups["n"].Value) is { } n) Add(found, m, Shifted(VagueDate.On(day), m.Groups["unit"].Value.ToLowerInvariant(), -n), "relative to publication");
        foreach (Match m in RelativeChinese().Matches(text))
        {
            VagueDate? date = m.Value switch
            {
                "昨日" or "昨天" => VagueDate.On(day.AddDays(-1)),
                "今日" or "今天" or "当日" => VagueDate.On(day),
                "前天" => VagueDate.On(day.AddDays(-2)),
                "明天" or "明日" => VagueDate.On(day.AddDays(1)),
                "本周" or "这周" or "近日" or "日前" or "近期" or "最近" => new(day, day, true),
                "上周" => new(day.AddDays(-7), day.AddDays(-7), true),
                "下周" => new(day.AddDays(7), day.AddDays(7), true),
                "本月" or "这个月" => MonthOf(day),
                "上月" or "上个月" => MonthOf(First(day).AddMonths(-1)),
                "下月" or "下个月" => MonthOf(First(day).AddMonths(1)),
                "今年" or "年内" => Year(day.Year),
                "去年" => Year(day.Year - 1),
                "明年" => Year(day.Year + 1),
                "上季度" or "上一季度" => QuarterOf(First(day).AddMonths(-3)),
                "本季度" => QuarterOf(day),
                "下季度" => QuarterOf(First(day).AddMonths(3)),
                _ => null,
            };
            if (date is { } known) Add(found, m, known, "relative to publication");
        }

        foreach (Match m in ChineseWeekday().Matches(text))
        {
            var index = "日一二三四五六天".IndexOf(m.Groups["wd"].Value, StringComparison.Ordinal) % 7;
            var back = ((int)day.DayOfWeek + 6) % 7 - (index + 6) % 7;
            Add(found, m, VagueDate.On(day.AddDays(-back - (m.Value.StartsWith('上') ? 7 : 0))), "relative to publication");
        }

        foreach (Match m in AgoChinese().Matches(text))
            if (Count(m.Groups["n"].Value) is { } n) Add(found, m, Shifted(VagueDate.On(day), m.Groups["unit"].Value, -n), "relative to publication");
    }

    void Dated(List<FoundDate> found, Match m, string year, string month, string day)
    {
        if (year.Length > 0)
        {
            if (Day(year, month, day) is { } stated) Add(found, m, VagueDate.On(stated), "stated");
        }
        else if (published is { } latest && YearFor(latest, month, day) is { } inferred) Add(found, m, VagueDate.On(inferred), "year inferred");
    }

    void Monthly(List<FoundDate> found, Match m, string year, string month)
    {
        if (!int.TryParse(month, CultureInfo.InvariantCulture, out var number) || number is < 1 or > 12) return;
        if (year is "今年" or "去年" or "明年" && published is { } day) year = (day.Year + (year == "去年" ? -1 : year == "明年" ? 1 : 0)).ToString(CultureInfo.InvariantCulture);
        if (year.Length == 4 && int.TryParse(year, CultureInfo.InvariantCulture, out var stated) && stated > 1900) Add(found, m, MonthOf(new(stated, number, 1)), "stated");
        else if (published is { } latest)
        {
            // The last such month before publication, or one at most five months ahead where the words point ahead.
            var ahead = Ahead().IsMatch(m.Value);
            var guess = new DateOnly(latest.Year, number, 1);
            if (!ahead && guess > latest) guess = guess.AddYears(-1);
            else if (ahead && guess.AddMonths(1) <= latest) guess = guess.AddYears(1);
            Add(found, m, MonthOf(guess), "year inferred");
        }
    }

    void Quarter(List<FoundDate> found, Match m, int quarter)
    {
        var year = m.Groups["y"].Value;
        if (!int.TryParse(year, CultureInfo.InvariantCulture, out var number))
        {
            if (published is not { } latest) return;
            number = year switch { "去年" => latest.Year - 1, "明年" => latest.Year + 1, _ => latest.Year };
        }

        if (quarter is >= 1 and <= 4 && number is > 1900 and < 2200) Add(found, m, QuarterOf(new(number, quarter * 3, 1)), year.Length == 4 ? "stated" : "year inferred");
    }

    static void Add(List<FoundDate> found, Match match, VagueDate date, string from)
    {
        if (found.Any(f => f.Start < match.Index + match.Length && match.Index < f.End)) return;
        var about = match.Groups["about"].Success && match.Groups["about"].Length > 0;
        found.Add(new(match.Index, match.Length, about ? date with { About = true } : date, from));
    }

    static DateOnly? Day(string year, string month, string day) =>
        int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var m) && int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out var d)
        && y is > 1900 and < 2200 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new DateOnly(y, m, d) : null;

    static DateOnly? YearFor(DateOnly latest, string month, string day) =>
        Day(latest.Year.ToString(CultureInfo.InvariantCulture), month, day) is { } thisYear && thisYear <= latest.AddDays(45) ? thisYear : Day((latest.Year - 1).ToString(CultureInfo.InvariantCulture), month, day);

    static string MonthNumber(Match m) => (months.IndexOf(m.Groups["mon"].Value[..3].ToLowerInvariant()) + 1).ToString(CultureInfo.InvariantCulture);

    static string Ordinal(string word) => word.ToLowerInvariant() switch { "first" => "1", "second" => "2", "third" => "3", "fourth" => "4", _ => "?" };

    static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);

    static VagueDate MonthOf(DateOnly day) => new(First(day), First(day).AddMonths(1).AddDays(-1), false);

    static VagueDate QuarterOf(DateOnly day) => new DateOnly(day.Year, (day.Month - 1) / 3 * 3 + 1, 1) is var first ? new(first, first.AddMonths(3).AddDays(-1), false) : default;

    static VagueDate Year(int year) => year is > 1900 and < 2200 ? new(new(year, 1, 1), new(year, 12, 31), false) : default;

    /// <summary>A small number in digits or words.</summary>
    internal static int? Count(string text) => text.ToLowerInvariant() switch
    {
        "a" or "an" or "one" or "一" => 1, "two" or "二" or "两" or "a couple of" or "couple of" => 2, "three" or "三" or "a few" or "几" or "数" => 3, "four" or "四" => 4, "five" or "五" => 5,
        "six" or "六" => 6, "seven" or "七" => 7, "eight" or "八" => 8, "nine" or "九" => 9, "ten" or "十" => 10, "twelve" or "十二" => 12,
        var digits => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n < 1000 ? n : null,
    };

    const string Small = @"(?<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a few|a couple of)";
    const string Kleine = @"(?<n>\d{1,3}|[一二两三四五六七八九十几数]|十二)";

    [GeneratedRegex(@"(?<![\d.])((?:19|20)\d{2})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<![\dA-Za-z])((?:20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?!\d)")]
    private static partial Regex Compact();

    [GeneratedRegex(@"(?<about>(?:大约|约|大概)在?)?(?:(?<y>(?:19|20)\d{2})\s?年\s?)?(?<m>\d{1,2})\s?月\s?(?<d>\d{1,2})\s?[日号]", Loose)]
    private static partial Regex ChineseDay();

    [GeneratedRegex(@"(?:(?<y>(?:19|20)\d{2})\s?年|(?<y>今年|去年|明年))\s?(?<m>\d{1,2})\s?月(?!\d)|(?<![\d年])(?<m>\d{1,2})\s?月(?:份|初|底|末|中旬|上旬|下旬|起|以来)?(?![\d内])", Loose)]
    private static partial Regex ChineseMonth();

    [GeneratedRegex(@"(?<about>(?:about|around|circa)\s+)?\b" + Month + @"\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?(?![\d,.]*\d{3})(?:(?:,\s*|\s+)(?<y>(?:19|20)\d{2}))?\b", Loose)]
    private static partial Regex MonthDay();

    [GeneratedRegex(@"(?<about>(?:about|around|circa)\s+)?\b(?<d>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?" + Month + @"\b\.?(?:,?\s+(?<y>(?:19|20)\d{2}))?", Loose)]
    private static partial Regex DayMonth();

    [GeneratedRegex(@"\b(?:the\s+)?(?<h>first|second) half of (?<y>20\d{2}|next year|last year|this year|the year)\b|\bH(?<h>[12])\s+(?<y>20\d{2})\b|(?:(?<y>20\d{2})\s?年|(?<y>今年|明年|去年))(?<h>上|下)半年", Loose)]
    private static partial Regex Half();

    [GeneratedRegex(@"\b(?:early|late|mid)?-?\s?" + Month + @"\.?,?\s+(?:of\s+)?(?<y>(?:19|20)\d{2})\b", Loose)]
    private static partial Regex MonthYear();

    [GeneratedRegex(@"\b(?:in|since|by|from|until|during|late|early|mid|of|last|this|next|for|as soon as|starting)(?:\s+(?:late|early|mid))?[\s-]+" + Month + @"(?<!\bmay)\b(?!\s+\d)|\b(?:in|since|by|from|until|last|next)\s+(?<mon>May)\b(?!\s+\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex MonthAlone();

    [GeneratedRegex(@"^(?:by|next|as soon as|starting|until)\b", Loose)]
    private static partial Regex Ahead();

    [GeneratedRegex(@"(?:\b(?:Q(?<q>[1-4])|(?:the\s+)?(?<q>first|second|third|fourth)[\s-]quarter)(?:\s+of)?(?:\s+(?<y>(?:19|20)\d{2}))?)|\b(?<y>20\d{2})[\s-]Q(?<q>[1-4])\b", Loose)]
    private static partial Regex QuarterEnglish();

    [GeneratedRegex(@"(?<y>20\d{2}(?=\s?年)|今年|去年|明年)?年?\s?第?(?<q>[一二三四1-4])季度", Loose)]
    private static partial Regex QuarterChinese();

    [GeneratedRegex(@"\b(?:in|by|since|during|until|for|throughout|end of|late|early|mid)[\s-]+(?<y>20\d{2})\b(?!\s*(?:units|chips|cards|年))|(?<y>20\d{2})\s?年(?!\s?\d)", Loose)]
    private static partial Regex YearAlone();

    [GeneratedRegex(@"\b(?:earlier today|today|yesterday|a day earlier|the day before(?! yesterday)|the previous day|tomorrow|(?:earlier |later )?this (?:week|month|year|quarter)|(?:last|next) (?:week|month|year|quarter)|the current quarter)\b", Loose)]
    private static partial Regex RelativeEnglish();

    [GeneratedRegex(@"\b(?:(?:on|by|since|until|late|early)\s+|(?<which>last|next|this)\s+)(?<wd>monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b", Loose)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"(?<about>(?:about|around|roughly|some|nearly)\s+)?\b" + Small + @"\s+(?<unit>day|week|month|year)s?\s+ago\b", Loose)]
    private static partial Regex AgoEnglish();

    [GeneratedRegex(@"(?<about>(?:about|around|roughly|some|nearly)\s+)?\b" + Small + @"\s+(?<unit>day|week|month)s?\s+(?<way>after|before|following|ahead of)\b", Loose)]
    private static partial Regex AfterEnglish();

    [GeneratedRegex(@"后(?<about>大?约|大概)?" + Kleine + @"(?<unit>天|日|周|个星期|个月)(?<way>)|(?<about>大?约|大概)?" + Kleine + @"(?<unit>天|日|周|个星期|个月)(?:之|以)?(?<way>后)", Loose)]
    private static partial Regex AfterChinese();

    [GeneratedRegex(@"昨日|昨天|今日|今天|当日|前天|明天|明日|本周(?![一二三四五六日])|这周|上周(?![一二三四五六日])|下周(?![一二三四五六日])|近日|日前|近期|最近|本月|这个月|上个月|上月|下个月|下月|今年(?!\s?\d|第|[一二三四]季)|年内|去年(?!\s?\d|第|[一二三四]季)|明年(?!\s?\d|第|[一二三四]季)|上一?季度|本季度|下季度")]
    private static partial Regex RelativeChinese();

    [GeneratedRegex(@"(?:本|上|这)?(?:周|星期)(?<wd>[一二三四五六日天])(?![个季年月])")]
    private static partial Regex ChineseWeekday();

    [GeneratedRegex(@"(?<about>大?约|大概)?" + Kleine + @"(?<unit>天|日|周|个星期|个月)(?:之|以)?前")]
    private static partial Regex AgoChinese();
}
