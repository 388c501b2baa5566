using System.Runtime.CompilerServices;
using PublicApiGenerator;

namespace Sluice.Optimization.Tests;

public class PublicSurfaceTests
{
    [Fact]
    public void The_public_surface_is_the_one_on_file()
    {
        var surface = typeof(Sddp).Assembly.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }).ReplaceLineEndings("\n");
        var file = Path.Combine(Path.GetDirectoryName(Here())!, "PublicSurface.txt");
        if (Environment.GetEnvironmentVariable("SLUICE_ACCEPT") == "1") File.WriteAllText(file, surface);
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), surface);
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
