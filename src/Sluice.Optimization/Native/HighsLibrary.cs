using System.Reflection;
using System.Runtime.InteropServices;

namespace Sluice.Optimization;

/// <summary>Finds and loads the HiGHS library of this platform, once.</summary>
internal static class HighsLibrary
{
    internal const string Name = "highs";

    private static readonly Lazy<nint> Handle = new(Load);

    // The runtime asks once per imported function; the handle is therefore kept.
    internal static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) => name == Name ? Handle.Value : 0;

    private static nint Load()
    {
        var (platform, file) = Platform();
        var beside = Path.Combine(AppContext.BaseDirectory, "runtimes", platform, "native", file);
        if (NativeLibrary.TryLoad(beside, out var handle)) return handle;
        if (NativeLibrary.TryLoad(file, typeof(HighsLibrary).Assembly, null, out handle)) return handle;
        throw new SolverNotLoadedException(platform, beside);
    }

    private static (string Platform, string File) Platform()
    {
        var processor = RuntimeInformation.ProcessArchitecture switch
        {
            Architecture.X64 => "x64",
            Architecture.Arm64 => "arm64",
            var other => other.ToString().ToLowerInvariant(),
        };
        if (OperatingSystem.IsWindows()) return ($"win-{processor}", "highs.dll");
        if (OperatingSystem.IsMacOS()) return ($"osx-{processor}", "libhighs.1.dylib");
        return ($"linux-{processor}", "libhighs.so.1");
    }
}
