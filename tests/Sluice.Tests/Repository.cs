namespace Sluice.Tests;

/// <summary>The repository that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>Folder that holds Sluice.slnx.</summary>
    public static string Root { get; } = Find();

    public static string At(params string[] names) => Path.Combine([Root, .. names]);

    static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Sluice.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("The tests run outside the repository: no Sluice.slnx above them.");
    }
}
