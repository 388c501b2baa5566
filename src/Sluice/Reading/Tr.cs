namespace Sluice.Reading;
/// <summary>x</summary>
public static class Tr
{
    static readonly DateTime start = System.Diagnostics.Process.GetCurrentProcess().StartTime.ToUniversalTime();
    static readonly List<string> lines = [];
    /// <summary>x</summary>
    public static void At(string what) { lock (lines) lines.Add($"{(DateTime.UtcNow - start).TotalMilliseconds,6:0} cpu {System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds,5:0} jit {System.Runtime.JitInfo.GetCompilationTime().TotalMilliseconds,4:0} n {System.Runtime.JitInfo.GetCompiledMethodCount(),4} t{Environment.CurrentManagedThreadId} {what}"); }
    /// <summary>x</summary>
    public static void Out() { foreach (var l in lines) Console.Error.WriteLine(l); }
}
