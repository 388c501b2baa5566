using Sluice.Optimization;

namespace Sluice.Bench;

/// <summary>One problem as files: three of SMPS, or one of StochOptFormat.</summary>
internal sealed record ProblemFile(string Name, string Core, string? Time, string? Stoch)
{
    private static readonly string[] CoreEndings = [".cor", ".core", ".mps"], TimeEndings = [".tim", ".time"], StochEndings = [".sto", ".stoch", ".stoc"];

    public FormatReading Read(SmpsOptions options) =>
        Time is null ? StochOptFormat.Read(Core) : Smps.Read(Core, Time, Stoch!, options);

    /// <summary>Groups files into problems; a core without time or stoch file takes those of the same stem.</summary>
    /// <exception cref="InvalidDataException">A file belongs to no problem.</exception>
    public static List<ProblemFile> Group(IReadOnlyList<string> files)
    {
        var problems = new List<ProblemFile>();
        string? core = null, time = null;
        var stochs = new List<string>();
        foreach (var file in files)
        {
            if (Is(file, CoreEndings))
            {
                if (core is not null) Close();
                core = file;
            }
            else if (Is(file, TimeEndings))
            {
                if (time is not null) Close();
                time = file;
            }
            else if (Is(file, StochEndings)) stochs.Add(file);
            else if (file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || file.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase))
            {
                Close();
                problems.Add(new ProblemFile(Stem(file), file, null, null));
            }
            else throw new InvalidDataException($"{file}: the ending is not known; expected .cor, .tim and .sto, or .sof.json, or .sof.json.gz.");
        }
        Close();
        return problems;

        void Close()
        {
            if (core is null && time is null && stochs.Count == 0) return;
            var any = core ?? time ?? stochs[0];
            var coreFile = core ?? Beside(any, CoreEndings);
            var timeFile = time ?? Beside(coreFile, TimeEndings);
            if (stochs.Count == 0) stochs.Add(Beside(coreFile, StochEndings));
            problems.AddRange(stochs.Select(stoch => new ProblemFile(Path.GetFileNameWithoutExtension(stoch), coreFile, timeFile, stoch)));
            (core, time) = (null, null);
            stochs.Clear();
        }
    }

    private static bool Is(string file, string[] endings) => endings.Contains(Path.GetExtension(file).ToLowerInvariant());

    private static string Beside(string file, string[] endings) =>
        endings.Select(ending => Path.ChangeExtension(file, ending)).FirstOrDefault(File.Exists)
            ?? throw new InvalidDataException($"{file}: no {Path.ChangeExtension(file, endings[0])} beside it; name it as well.");

    private static string Stem(string file)
    {
        var name = Path.GetFileName(file);
        foreach (var ending in (string[])[".gz", ".json", ".sof"])
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) name = name[..^ending.Length];
        return name;
    }
}
