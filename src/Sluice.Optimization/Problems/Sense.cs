namespace Sluice.Optimization;

/// <summary>Whether the expected value of a problem is made small or large.</summary>
public enum Sense
{
    /// <summary>Expected cost is minimised.</summary>
    Minimise,

    /// <summary>Expected revenue is maximised. Inside, its negative is minimised.</summary>
    Maximise,
}
