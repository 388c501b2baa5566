namespace Sluice.Evidence.Intake;

/// <summary>Reports under which an existing claim was heard as well.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Origins">Each origin, how it says it as the format writes it, and the reports that repeat it.</param>
public sealed record HeardUnder(string Claim, ImmutableArray<(string Report, string Text, ImmutableArray<string> Copies)> Origins)
{
    /// <summary>All reports that it names.</summary>
    public IEnumerable<string> Reports => Origins.SelectMany(o => o.Copies.Prepend(o.Report));
}
