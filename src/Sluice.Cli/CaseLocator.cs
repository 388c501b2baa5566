namespace Sluice.Cli;

/// <summary>Finds the folders of cases and of the atlas: beside where one works, else those that ship with the program.</summary>
static class CaseLocator
{
    /// <summary>Name of the case that is meant where none is named.</summary>
    public const string FoundingCase = "h20-2025-08";

    /// <summary>Folder of a case by path or name; null where there is none.</summary>
    public static string? Case(string? named)
    {
        if (named is not null && Directory.Exists(named))
            return Path.GetFullPath(named);
        var name = named ?? FoundingCase;
        return Roots().Select(root => Path.Combine(root, "cases", name)).FirstOrDefault(Directory.Exists);
    }

    /// <summary>Folder of the atlas.</summary>
    public static string Atlas() => Roots().Select(root => Path.Combine(root, "atlas")).FirstOrDefault(Directory.Exists)
        ?? Path.Combine(AppContext.BaseDirectory, "atlas");

    /// <summary>Names of the cases that ship, for messages.</summary>
    public static IEnumerable<string> Names() =>
        Roots().Select(root => Path.Combine(root, "cases")).Where(Directory.Exists).SelectMany(Directory.GetDirectories)
            .Select(d => Path.GetFileName(d)!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    static IEnumerable<string> Roots()
    {
        yield return Directory.GetCurrentDirectory();
        yield return AppContext.BaseDirectory;
    }
}
