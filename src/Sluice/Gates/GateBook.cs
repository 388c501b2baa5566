using System.Collections.Immutable;
using Sluice.Gates.CountryGroups;
using Sluice.Gates.Measures;
using Sluice.Gates.Rules;
using Sluice.Market;
using Sluice.Reading;

namespace Sluice.Gates;

/// <summary>All that screening reads of the atlas: rules, measures, country groups, parts, and how far each file knows.</summary>
public sealed class GateBook
{
    readonly ImmutableSortedDictionary<string, Rule> rules;

    GateBook(ImmutableSortedDictionary<string, Rule> rules, ImmutableArray<Measure> measures, CountryTable countries, ReferenceDays references, ImmutableArray<Part> parts,
        ImmutableArray<string> groups, ImmutableSortedDictionary<string, DateOnly> horizons, PartNames names) =>
        (this.rules, Measures, Countries, References, Parts, BuyerGroups, Horizons, Names) = (rules, measures, countries, references, parts, groups, horizons, names);

    /// <summary>Parts, in ordinal order of ids.</summary>
    public ImmutableArray<Part> Parts { get; }

    /// <summary>Names under which people know the parts.</summary>
    public PartNames Names { get; }

    /// <summary>Groups of buyers.</summary>
    public ImmutableArray<string> BuyerGroups { get; }

    /// <summary>Names of parties, for buyers whom measures name.</summary>
    public ImmutableSortedSet<string> Parties { get; private init; } = [];

    /// <summary>Country groups.</summary>
    public CountryTable Countries { get; }

    /// <summary>When references were published.</summary>
    public ReferenceDays References { get; }

    /// <summary>Day up to which each file was filled.</summary>
    public ImmutableSortedDictionary<string, DateOnly> Horizons { get; }

    /// <summary>American rules, letters, licences, guidance, in ordinal order of ids.</summary>
    internal IEnumerable<Rule> Rules => rules.Values;

    /// <summary>Chinese measures, in ordinal order of ids.</summary>
    internal ImmutableArray<Measure> Measures { get; }

    /// <summary>Day up to which the American rules were filled.</summary>
    public DateOnly RulesHorizon => Horizons.GetValueOrDefault("us-rules", DateOnly.MaxValue);

    /// <summary>Day up to which the Chinese measures were filled.</summary>
    public DateOnly MeasuresHorizon => Horizons.GetValueOrDefault("cn-measures", DateOnly.MaxValue);

    /// <summary>The earliest horizon among rules and measures: the day to which everything is known.</summary>
    public DateOnly Horizon => RulesHorizon < MeasuresHorizon ? RulesHorizon : MeasuresHorizon;

    /// <summary>The latest horizon among rules and measures: the day of knowledge where none is asked for.</summary>
    public DateOnly LastKnowledge => RulesHorizon > MeasuresHorizon ? RulesHorizon : MeasuresHorizon;

    /// <summary>Reads the tree of an atlas; the order of files and entries means nothing.</summary>
    /// <param name="atlas">Tree with the sections rules, measures, countries, parts, names, references and about.</param>
    /// <param name="reader">Receives faults.</param>
    public static GateBook Read(Map atlas, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        ArgumentNullException.ThrowIfNull(reader);
        var parts = ImmutableArray.CreateBuilder<Part>();
        foreach (var entry in Sorted(atlas["parts"]))
            if (PartShape.Shape.TryRead(entry.Value, reader, out var part)) parts.Add(part);
        return Read(atlas, parts.ToImmutable(), reader);
    }

    /// <summary>Reads the tree of an atlas for parts that were read already, as a case has them.</summary>
    /// <param name="atlas">Tree with the sections rules, measures, countries, names, references and about; those that are missing are taken as empty.</param>
    /// <param name="parts">The parts.</param>
    /// <param name="reader">Receives faults.</param>
    public static GateBook Read(Map atlas, ImmutableArray<Part> parts, Reader reader)
    {
        ArgumentNullException.ThrowIfNull(atlas);
        ArgumentNullException.ThrowIfNull(reader);
        var rules = ImmutableSortedDictionary.CreateBuilder<string, Rule>(StringComparer.Ordinal);
        foreach (var entry in Sorted(atlas["rules"]))
            if (RuleShape.Shape.TryRead(entry.Value, reader, out var rule)) rules[entry.Key] = rule;
        var measures = ImmutableArray.CreateBuilder<Measure>();
        foreach (var entry in Sorted(atlas["measures"]))
            if (MeasureShape.Shape.TryRead(entry.Value, reader, out var measure)) measures.Add(measure);
        var about = atlas["about"] as Map;
        var horizons = about?["horizon"] is { } written && Kinds.MapOf(Kinds.Date).TryRead(written, reader, out var days)
            ? days.ToImmutableSortedDictionary(d => d.Id, d => d.Value, StringComparer.Ordinal) : ImmutableSortedDictionary.Create<string, DateOnly>(StringComparer.Ordinal);
        var allRules = rules.ToImmutable();
        CheckNames(allRules, reader);
        return new(allRules, measures.ToImmutable(), CountryTable.Read(atlas["countries"] as Map, reader), ReferenceDays.Read(atlas["references"] as Map, horizons.GetValueOrDefault("parts", DateOnly.MaxValue)), parts,
            [.. (about?["buyer-groups"] as Map)?.Keys ?? []], horizons, PartNames.Read((atlas["names"] as Map)?["parts"] as Map, parts)) { Parties = [.. ((atlas["names"] as Map)?["parties"] as Map)?.Keys ?? []] };
    }

    /// <summary>Whether there is anything to hold a delivery against at a gate: American rules for us-export, Chinese measures for cn-import.</summary>
    public bool Knows(string gate) => gate == ExportGate ? !rules.IsEmpty : !Measures.IsEmpty;

    /// <summary>Whether all rules and measures of these names were known on a day; names that the atlas does not have count as known.</summary>
    public bool WereKnown(IEnumerable<string> names, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.All(n => (Rule(n)?.Validity ?? Measure(n)?.Validity)?.Known is not { } known || known <= day);
    }

    /// <summary>Rules and measures that begin, end or change within a year after a day, as far as the atlas knows.</summary>
    public int ChangesAfter(DateOnly day)
    {
        var year = day.AddYears(1);
        return Rules.Count(r => r.Validity.Changes.Any(Within)) + Measures.Count(m => m.Validity.Changes.Any(Within));

        bool Within(DateOnly change) => change > day && change <= year;
    }

    /// <summary>The rule of an id; null where there is none.</summary>
    internal Rule? Rule(string? id) => id is not null && rules.TryGetValue(id, out var rule) ? rule : null;

    /// <summary>The measure of an id; null where there is none.</summary>
    internal Measure? Measure(string id)
    {
        foreach (var measure in Measures)
            if (measure.Id == id) return measure;
        return null;
    }

    /// <summary>The American gate.</summary>
    public const string ExportGate = "us-export";

    /// <summary>The Chinese gate.</summary>
    public const string ImportGate = "cn-import";

    /// <summary>Days on which some verdict may change, in order.</summary>
    internal ImmutableArray<DateOnly> Changes { get => field.IsDefault ? field = Days() : field; }

    ImmutableArray<DateOnly> Days() =>
    [
        .. Rules.SelectMany(r => r.Validity.Changes.Concat(r.Exceptions.SelectMany(e => e.Validity.Changes))).Concat(Measures.SelectMany(m => m.Validity.Changes))
            .Concat(Countries.Changes).Concat(new[] { RulesHorizon, MeasuresHorizon }.Where(h => h < DateOnly.MaxValue).Select(h => h.AddDays(1))).Distinct().Order(),
    ];

    static void CheckNames(ImmutableSortedDictionary<string, Rule> rules, Reader reader)
    {
        foreach (var rule in rules.Values)
            foreach (var named in new[] { rule.Against, rule.NotExhaustive })
                if (named is not null && !rules.ContainsKey(named)) reader.Report(GatesFaults.UnknownRule(rule.At, rule.Id, named, rules.Keys));
    }

    static IEnumerable<Entry> Sorted(Node? section) => (section as Map)?.Entries.OrderBy(e => e.Key, StringComparer.Ordinal) ?? Enumerable.Empty<Entry>();
}
