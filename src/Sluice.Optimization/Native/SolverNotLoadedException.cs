namespace Sluice.Optimization;

/// <summary>The HiGHS library could not be loaded on this machine.</summary>
/// <remarks>The message names the platform, the file looked for and what that platform needs.</remarks>
public sealed class SolverNotLoadedException : Exception
{
    internal SolverNotLoadedException(string platform, string file) : base(
        $"HiGHS could not be loaded for {platform}. Looked for {file}, then by name. " +
        "Carried are linux-x64, linux-arm64, osx-x64, osx-arm64 and win-x64. " +
        "Linux needs glibc 2.14 or later and libstdc++ (musl, as in Alpine, does not work); " +
        "Windows needs the Visual C++ runtime (MSVCP140.dll).") => Platform = platform;

    /// <summary>Platform of this process as a runtime identifier, such as <c>linux-x64</c>.</summary>
    public string Platform { get; }
}
