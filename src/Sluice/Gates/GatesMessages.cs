using System.Collections.Immutable;
using System.Globalization;
using Sluice.Gates.Conditions;
using Sluice.Gates.Measures;
using Sluice.Gates.Rules;
using Sluice.Gates.Screening;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Gates;

/// <summary>The wording of verdicts and their traces. Faults in files are worded in <see cref="GatesFaults"/>.</summary>
static class GatesMessages
{
    public const string Named = "named in it";
    public const string DatacentreNotKnown = "whether it is made for data centres is not known";
    public const string NoExport = "A delivery inside the United States is no export.";
    public const string JurisdictionNotKnown = "Under which law the part stands is not known.";
    public const string ForeignPart = "American item tests do not apply: the part is not under American jurisdiction by its maker.";
    public const string HowItWasMade = "where and under which rules it was made";
    public const string ChineseAnswer = "China's answer of May 2025 to those who apply it";
    public const string LawsConflict = "American guidance holds that using this part may breach American rules, and China threatens those who apply that guidance. Laws conflict: counsel.";
    public const string MadeInChina = "Made in China: nothing is imported.";
    public const string WhichPartsRun = "which parts run there";
    public const string RentedAbroad = "Rented abroad for a parent whose country is under an arms embargo: guidance of May 2025 warns of such use, and which parts run there is not said.";
    public const string NothingDelivered = "Nothing is delivered; no requirement on renting was found among the rules of the atlas.";
    public const string NoRulesRead = "the rules of this gate, which the case does not choose from the atlas";
    public const string NoRulesReadWhy = "No rule of this gate was read, so that nothing can be cleared.";
    public const string NothingImported = "Nothing is imported.";
    public const string NotConfirmed = "unpublished measures, not confirmed by the authority";

    public static string Bound(string figures, string span, BoundKind bound, double value, Truth truth) =>
        truth == Truth.Unknown ? $"whether {figures} ({span}) is {Sign(bound)} {Number(value)} is open" : $"{figures} {span} {Sign(bound)} {Number(value)}";

    public static string Datacentre(bool known) => known ? "made for data centres" : "not made for data centres";

    public static string Sold(VagueDate? from, DateOnly day) => from is { } known ? $"sold in the United States from {known}, asked: by {Day(day)}" : $"whether it was sold in the United States by {Day(day)} is not known";

    public static string NeedsGroup(string country) => $"needs group: the country groups of {country}";

    public static string ScopeUnclear(string country) => $"whether {country} is among the destinations meant, which were not published";

    public static string WhetherInForce(string rule) => $"whether {rule} is in force";

    public static string PartNotKnown(DateOnly asOf) => $"the part, which was not known by {Day(asOf)}";

    public static string PartNotKnownWhy(DateOnly asOf) => $"Nothing was known of the part by {Day(asOf)}.";

    public static string RulesAfter(DateOnly horizon) => $"American rules after {Day(horizon)}";

    public static string MeasuresAfter(DateOnly horizon) => $"Chinese measures after {Day(horizon)}";

    public static string BeyondHorizon(DateOnly horizon) => $"The atlas knows to {Day(horizon)}; later is unknown, not unchanged.";

    public static string AllClear(int rules, DateOnly asOf) => $"No requirement found among {rules} rules as of {Day(asOf)}.";

    public static string NoMeasure(int measures, DateOnly asOf) => $"No requirement found among {measures} measures as of {Day(asOf)}.";

    public static string NothingEnters(string to) => to == "HK" ? "Nothing enters the mainland: Hong Kong is a customs territory of its own." : "Nothing enters mainland China.";

    public static string NotDecided(ImmutableArray<string> missing) => $"What is known does not decide it; missing: {string.Join("; ", missing)}.";

    public static string ByException(string name, string? @class) => $"Of class {@class}; licence exception {name} leaves no requirement.";

    public static string ExceptionUsed(string name, int days) => days > 0 ? $"licence exception {name}: notify BIS {days} days before delivery; BIS may refuse" : $"licence exception {name}";

    public static string ParentTaken(string to) => $"the buyer's ultimate parent is taken to have its headquarters in {to}";

    public static string Licence(ExportMatch first, string? policy)
    {
        var whose = first.Match.Class is { } name ? $"Of class {name}" : "Named";
        return policy switch
        {
            "notice" => $"{whose}; licence exception {first.Exception!.Name} after a notice of {first.Exception.NoticeDays} days, else a licence is needed.",
            "denial" => $"{whose}; a licence is needed, and denial is presumed.",
            "case-by-case" => $"{whose}; a licence is needed, and applications are reviewed case by case.",
            "approval" => $"{whose}; a licence is needed, and approval is presumed.",
            _ => $"{whose}; a licence is needed, and how applications are reviewed is not known.",
        };
    }

    public static string SoldWithoutLicence(string country, DateSpan span, string rule) => $"sold to {country} without a licence from {span} while {rule} bound, so its tests are not met";

    public static string RecordDiffers(string rule, string to) => $"a record says that it was sold to {to} without a licence then, while its figures are caught by {rule}: they cannot both hold";

    public static string TurnsOnFigure(FigureNote note) => $"{note.Figure} {note.Why}";

    public static string TurnsOnNumbers(string rule, ImmutableArray<string> basis) => $"the numbers of {rule} are known from {string.Join(", ", basis)} alone, and not from its issuer";

    public static string Turns(string on) => $"turns on: {on}";

    public static string SourcesDiffer(string span) => $"on which sources differ ({span})";

    public static string OnlyABound(string span) => $"of which only a bound is known ({span})";

    public static string Weak(Grade grade, ImmutableArray<Ref> references)
    {
        var how = grade switch { Grade.Press => "known from the press", Grade.Estimate => "an estimate", _ => "found by arithmetic" };
        return references.IsEmpty ? how : $"{how} ({string.Join(", ", references.Select(r => r.Id).Take(2))})";
    }

    public static string Prohibition(Rule rule) => $"{rule.Id}: {rule.Law}: {rule.Note}";

    public static string UseMayBreach(Rule rule) => $"Guidance names the part: its use may breach {rule.Law}.";

    public static string UseMayBreachUnnamed(Rule rule) => $"Guidance names parts of the same maker and says that its list is not exhaustive: use may breach {rule.Law}.";

    public static string NotNamed(string like, Finding meant) => $"not named; the list is not exhaustive, and measured by {like}: {meant.Says}";

    public static string OriginNotKnown(Rule rule) => $"Guidance on {rule.Law} says that its list is not exhaustive; where and under which rules this part was made was not found.";

    public static string NothingReaches(string to) => $"No rule known reaches a delivery to {to}.";

    public static string Matched(ExportMatch match)
    {
        var rule = match.Match.Rule;
        var head = $"{rule.Id}{(rule.Citation is { } text ? $" ({text})" : "")}";
        return match.Applies switch
        {
            Truth.False => $"{head}: not caught: {match.Says}",
            Truth.Unknown => $"{head}: open: {match.Says}; missing: {string.Join("; ", match.Missing)}",
            _ => $"{head}: {match.Match.Class ?? "caught"}: {match.Says}{(match.Exception is { } e ? $"; exception {e.Name}" : match.Policy is { } p ? $"; review: {p}{(match.Rules.Length > 1 ? $" by {match.Rules[1]}" : "")}" : "")}{(match.Missing.IsEmpty ? "" : $"; missing: {string.Join("; ", match.Missing)}")}",
        };
    }

    public static string Shown(Rule rule, Truth force)
    {
        var kind = rule.State == RuleState.NeverEnforced ? "never enforced" : rule.Kind switch
        {
            RuleKind.Draft => "draft, decides nothing", RuleKind.Bill => "bill, decides nothing", RuleKind.Statement => "statement, decides nothing", RuleKind.Guidance => "guidance", RuleKind.Duty => "duty",
            _ => force switch { Truth.True => "binds", Truth.Unknown => "whether it binds is not known", _ => "does not bind on that day" },
        };
        return $"{rule.Id}: {kind}: {rule.Note}";
    }

    public static string EndedMeasure(Measure measure, DateOnly ended, string why) => $"{measure.Id} ({measure.Issuer}, {measure.Form}): over since {Day(ended)}: {why}";

    public static string WhetherNamed(Measure measure) => $"whether the buyer is one of the firms named: {string.Join(", ", measure.Named)}";

    public static string Asked(Measure measure, int strength) => $"{measure.Id} ({measure.Issuer}, {measure.Form}, strength {strength} of {string.Join(", ", measure.Audience.Select(a => $"{a.Key} {a.Value}").Concat(measure.Named.Select(n => $"{n} {measure.NamedStrength}")))}{(measure.Deniable ? ", unpublished, not confirmed" : "")}): {measure.Note}";

    public static string ShownMeasure(Measure measure, int strength) =>
        $"{measure.Id} ({measure.Issuer}, {measure.Form}): shown only, {(measure.OnlyShown ? measure.State : measure.Validity.From is null ? "no first day found" : measure.Named.IsEmpty ? "asks nothing of this buyer" : $"asks single firms, {string.Join(", ", measure.Named)}, with strength {measure.NamedStrength}")}: {measure.Note}";

    public static string Steers(Measure top, int strength, bool bars) =>
        $"{(bars ? "Barred" : "Guided")} by {top.Issuer} ({top.Form}, strength {strength}{(top.Deniable ? "; unpublished, not confirmed" : "")}): {top.Note}";

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static string Sign(BoundKind bound) => bound switch { BoundKind.AtLeast => ">=", BoundKind.Above => ">", BoundKind.Below => "<", _ => "<=" };

    static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
