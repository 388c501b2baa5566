namespace Sluice.Cli;

/// <summary>Exit codes that scripts may rely on.</summary>
static class ExitCode
{
    public const int Done = 0;
    public const int ThresholdFailed = 1;
    public const int BadInput = 2;
    public const int Ceiling = 3;
    public const int Internal = 4;
}
