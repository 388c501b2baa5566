namespace Sluice.Optimization;

/// <summary>Reads a stoch file with sections INDEP, BLOCKS and SCENARIOS of discrete distributions.</summary>
/// <remarks>
/// Birge, Dempster, Gassmann, Gunn, King and Wallace (1987); Gassmann and Schweitzer (2001). An element that a later realisation of a block leaves out keeps
/// its value in the first one.
/// </remarks>
internal sealed class StochReader(SmpsText text, CoreProgramme core, Periods periods, SmpsOptions options, IssueList issues)
{
    private readonly List<RandomSource> sources = [];
    private readonly List<Scenario> scenarios = [];
    private readonly Dictionary<RandomElement, RandomSource> independent = [];
    private readonly Dictionary<string, RandomSource> blocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> scenarioIndex = new(StringComparer.Ordinal);
    private readonly ElementReader elements = new(text, core, periods, issues);
    private Modification modification;
    private Dictionary<RandomElement, double>? open;

    internal StochData? Read()
    {
        var (section, ended, before) = ("", false, issues.Errors);
        foreach (var line in text.Lines)
        {
            if (issues.Full || ended) break;
            if (line.IsHeader)
            {
                section = line[0].Text.ToUpperInvariant();
                open = null;
                ended = section == "ENDATA";
                Header(section, line);
                continue;
            }
            switch (section)
            {
                case "INDEP": Independent(line); break;
                case "BLOCKS": Block(line); break;
                case "SCENARIOS": ScenarioLine(line); break;
                default: break;
            }
        }
        if (sources.Count + scenarios.Count == 0 && issues.Errors == before) issues.Error(text.File, 0, 0, "Nothing is random: there is no INDEP, BLOCKS or SCENARIOS with values.");
        if (sources.Count > 0 && scenarios.Count > 0) issues.Error(text.File, 0, 0, "SCENARIOS stands beside INDEP or BLOCKS; a file must use one or the other.");
        foreach (var source in sources) Check(source);
        return issues.Errors > before ? null : new StochData(sources, scenarios);
    }

    private void Header(string section, SmpsLine line)
    {
        if (section is "STOCH" or "NAME" or "ENDATA") return;
        if (section is not ("INDEP" or "BLOCKS" or "SCENARIOS"))
        {
            issues.Error(text.File, line.Number, 1, section is "NODES" or "DISTRIB" or "CHANCE" or "ICC" or "SIMPLE" or "ROBUST" or "PLINQUAD" or "SCEN"
                ? $"Section {section} is not read; expected INDEP, BLOCKS or SCENARIOS."
                : $"Section {line[0].Text} is not known; expected STOCH, INDEP, BLOCKS, SCENARIOS or ENDATA.");
            return;
        }
        modification = Modification.Replace;
        foreach (var word in line.Words.Skip(1))
        {
            if (word.Is("ADD")) modification = Modification.Add;
            else if (word.Is("MULTIPLY")) modification = Modification.Multiply;
            else if (word.Is("UNIFORM") || word.Is("NORMAL") || word.Is("GAMMA") || word.Is("BETA") || word.Is("LOGNORM") || word.Is("MVNORMAL"))
                issues.Error(text.File, line.Number, word.Column, $"The distribution {word.Text} is continuous; only DISCRETE is read. Sample it first.");
            else if (word.Is("LINTR") || word.Is("SUB"))
                issues.Error(text.File, line.Number, word.Column, $"{word.Text} makes values by a calculation of its own; only DISCRETE is read. List the values instead.");
            else if (!word.Is("DISCRETE") && !word.Is("REPLACE"))
                issues.Error(text.File, line.Number, word.Column, $"Found {word.Text}; expected DISCRETE, then REPLACE, ADD or MULTIPLY.");
        }
    }

    private void Independent(SmpsLine line)
    {
        if (elements.Element(line, 0, out var at) is not { } element) return;
        if (line.Count - at is not (2 or 3)) { issues.Error(text.File, line.Number, line[0].Column, $"An independent value is its place, the value, a period if given, and a probability; found {line.Count} words."); return; }
        if (!elements.Number(line, at, out var value) || !Probability(line, line.Count - 1, out var probability)) return;
        var stage = line.Count - at == 3 ? elements.Period(line, at + 1) : element.Stage(periods);
        if (stage < 0) return;
        if (!independent.TryGetValue(element, out var source))
        {
            source = new RandomSource(line[0].Text + " " + line[1].Text, stage, line.Number, []);
            independent.Add(element, source);
            sources.Add(source);
        }
        source.Realisations.Add(new Realisation(probability, line.Number, new() { [element] = Modified(element, value) }));
    }

    private void Block(SmpsLine line)
    {
        if (!line[0].Is("BL")) { Values(line, "BL"); return; }
        open = null;
        if (line.Count != 4) { issues.Error(text.File, line.Number, line[0].Column, $"A realisation is BL, the block's name, a period and a probability; found {line.Count} words."); return; }
        var stage = elements.Period(line, 2);
        if (stage < 0 || !Probability(line, 3, out var probability)) return;
        if (!blocks.TryGetValue(line[1].Text, out var source))
        {
            source = new RandomSource(line[1].Text, stage, line.Number, []);
            blocks.Add(line[1].Text, source);
            sources.Add(source);
        }
        else if (source.Stage != stage) issues.Error(text.File, line.Number, line[2].Column, $"Block {line[1].Text} was in period {periods.Names[source.Stage]} before.");
        source.Realisations.Add(new Realisation(probability, line.Number, open = []));
    }

    private void ScenarioLine(SmpsLine line)
    {
        if (!line[0].Is("SC")) { Values(line, "SC"); return; }
        open = [];
        if (line.Count != 5) { issues.Error(text.File, line.Number, line[0].Column, $"A scenario is SC, its name, its parent, a probability and a period; found {line.Count} words."); return; }
        var (name, parentName, parent) = (line[1].Unquoted, line[2].Unquoted, -1);
        if (!string.Equals(parentName, "ROOT", StringComparison.OrdinalIgnoreCase) && !scenarioIndex.TryGetValue(parentName, out parent))
        {
            issues.Error(text.File, line.Number, line[2].Column, $"Scenario {parentName} is not known here; a parent must come before.{IssueList.Nearest(parentName, scenarioIndex.Keys)}");
            return;
        }
        var stage = elements.Period(line, 4);
        if (!Probability(line, 3, out var probability) || stage < 0) return;
        if (!scenarioIndex.TryAdd(name, scenarios.Count)) { issues.Error(text.File, line.Number, line[1].Column, $"Scenario {name} is defined twice."); return; }
        scenarios.Add(new Scenario(name, parent, probability, stage, line.Number, open));
    }

    // A place and a value, or a column with two pairs of row and value.
    private void Values(SmpsLine line, string opener)
    {
        if (open is null) { issues.Error(text.File, line.Number, line[0].Column, $"Values stand before the first {opener}, or after one that could not be read."); return; }
        if (elements.Element(line, 0, out var at) is not { } element || !elements.Number(line, at, out var value)) return;
        Store(line, element, value);
        if (line.Count == at + 1) return;
        if (at != 2 || line.Count != 5) { issues.Error(text.File, line.Number, line[0].Column, $"Expected a column and one or two pairs of row and value; found {line.Count} words."); return; }
        if (elements.Element(line, 3, out _) is { } second && elements.Number(line, 4, out value)) Store(line, second, value);
    }

    private void Store(SmpsLine line, RandomElement element, double value)
    {
        if (!open!.TryAdd(element, Modified(element, value))) issues.Error(text.File, line.Number, line[0].Column, "This value is given twice in one realisation.");
    }

    private double Modified(RandomElement element, double value) => modification switch
    {
        Modification.Add => element.CoreValue(core) + value,
        Modification.Multiply => element.CoreValue(core) * value,
        _ => value,
    };

    private bool Probability(SmpsLine line, int k, out double value)
    {
        if (line[k].TryNumber(out value) && value >= 0 && value <= 1.001) return true;
        issues.Error(text.File, line.Number, line[k].Column, $"Found {line[k].Text}; expected a probability between 0 and 1.");
        return false;
    }

    private void Check(RandomSource source)
    {
        var sum = source.Realisations.Sum(r => r.Probability);
        if (Math.Abs(sum - 1) > 0.01) issues.Error(text.File, source.Line, 0, $"The probabilities of {source.Name} sum to {sum}; they must sum to 1.");
        else if (Math.Abs(sum - 1) > 1e-9 && options.Probabilities == ProbabilityHandling.AsWritten)
            issues.Warn(text.File, source.Line, 0, $"The probabilities of {source.Name} sum to {sum}; they are used as written.");
        foreach (var element in source.Realisations.SelectMany(r => r.Values.Keys).Distinct())
            if (element.Stage(periods) < source.Stage)
                issues.Error(text.File, source.Line, 0, $"{source.Name} of period {periods.Names[source.Stage]} changes a value of the earlier period {periods.Names[element.Stage(periods)]}.");
    }
}
