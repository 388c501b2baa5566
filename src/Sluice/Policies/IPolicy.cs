namespace Sluice.Policies;

/// <summary>How a buyer decides: by habit, or by a plan trained for it.</summary>
/// <remarks>An instance serves one thread; it may keep scratch space, but what it decides must follow from the situation alone.</remarks>
public interface IPolicy
{
    /// <summary>Decides.</summary>
    /// <param name="situation">What the buyer sees.</param>
    /// <param name="decision">Receives the decision.</param>
    void Decide(in Situation situation, in Decision decision);
}
