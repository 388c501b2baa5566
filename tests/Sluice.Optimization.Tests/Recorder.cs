namespace Sluice.Optimization.Tests;

/// <summary>Hands each report on at once, on the training thread.</summary>
internal sealed class Recorder(Action<TrainingProgress> take) : IProgress<TrainingProgress>
{
    public void Report(TrainingProgress value) => take(value);
}
