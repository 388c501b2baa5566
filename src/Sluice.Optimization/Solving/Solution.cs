using System.Collections.Immutable;

namespace Sluice.Optimization;

/// <summary>What solving gave. All values are in the sense of the problem.</summary>
/// <param name="Value">Best estimate of the optimal value; NaN when nothing was found.</param>
/// <param name="Lower">The optimal value is at least this.</param>
/// <param name="Upper">The optimal value is at most this; statistical where <paramref name="BoundKind"/> says so.</param>
/// <param name="BoundKind">What is known of the bound that comes from a policy: <c>exact</c> or <c>statistical 97.5 %</c>.</param>
/// <param name="Method">Method used: <c>equivalent</c>, <c>benders</c>, <c>nested benders</c> or <c>sddp</c>.</param>
/// <param name="Reached">True when the bounds met within the tolerance.</param>
/// <param name="Iterations">Iterations of the method: of HiGHS for an equivalent, rounds or passes of a decomposition.</param>
/// <param name="Solves">Linear programmes solved.</param>
/// <param name="FirstDecision">Columns of the first node under its first outcome; empty when nothing was found.</param>
public sealed record Solution(
    double Value, double Lower, double Upper, string BoundKind, string Method, bool Reached, long Iterations, long Solves, ImmutableArray<double> FirstDecision)
{
    /// <summary>Kind of bounds that hold for certain.</summary>
    public const string Exact = "exact";

    /// <summary>(upper − lower) ÷ |value|, not below 0.</summary>
    public double Gap => Math.Max(0, Upper - Lower) / Math.Max(1e-10, Math.Abs(Value));
}
