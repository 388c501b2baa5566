namespace Sluice.Optimization;

/// <summary>Reads problems in the SMPS format: a core file (MPS), a time file and a stoch file.</summary>
/// <remarks>
/// Birge et al., "A standard input format for multiperiod stochastic linear programs" (1987); Gassmann and Schweitzer (2001). Read: fixed and free MPS; implicit and
/// explicit time files; INDEP, BLOCKS and SCENARIOS of discrete distributions with REPLACE, ADD and MULTIPLY, in right-hand sides, coefficients, costs and bounds.
/// Columns between integer markers without bounds may be any whole number from 0.
/// </remarks>
public static class Smps
{
    /// <summary>Reads three files. Files in which anything is wrong give issues, not exceptions.</summary>
    /// <param name="core">Core file.</param>
    /// <param name="time">Time file.</param>
    /// <param name="stoch">Stoch file; its name without extension names the problem.</param>
    /// <param name="options">Conventions; defaults when null.</param>
    public static FormatReading Read(string core, string time, string stoch, SmpsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(core);
        ArgumentNullException.ThrowIfNull(time);
        ArgumentNullException.ThrowIfNull(stoch);
        var issues = new IssueList();
        var free = ReadAll(core, time, stoch, options ?? new SmpsOptions(), false, issues);
        if (free is not null || !HasNamesWithBlanks(core)) return new FormatReading(free, issues.All);
        var again = new IssueList();
        var byColumns = ReadAll(core, time, stoch, options ?? new SmpsOptions(), true, again);
        return byColumns is not null ? new FormatReading(byColumns, again.All) : new FormatReading(null, issues.All);
    }

    // Such files keep to the fixed columns; a row of theirs then has more than two words.
    private static bool HasNamesWithBlanks(string core)
    {
        if (SmpsText.Read(core, false, new IssueList()) is not { } text) return false;
        return text.Lines.SkipWhile(line => !line.Starts("ROWS")).Skip(1).TakeWhile(line => !line.IsHeader).Any(line => line.Count > 2);
    }

    private static StochasticProblem? ReadAll(string core, string time, string stoch, SmpsOptions options, bool fixedColumns, IssueList issues)
    {
        var (coreText, timeText, stochText) = (SmpsText.Read(core, fixedColumns, issues), SmpsText.Read(time, fixedColumns, issues), SmpsText.Read(stoch, fixedColumns, issues));
        if (coreText is null || timeText is null || stochText is null) return null;
        var programme = new CoreReader(coreText, issues).Read();
        if (issues.Errors > 0 || new TimeReader(timeText, programme, issues).Read() is not { } periods) return null;
        if (new StochReader(stochText, programme, periods, options, issues).Read() is not { } data) return null;
        var problem = new SmpsProblem(stochText, programme, periods, options, issues).Build(data, Path.GetFileNameWithoutExtension(stoch));
        return issues.Errors > 0 ? null : problem;
    }
}
