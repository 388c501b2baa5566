namespace Sluice.Runs;

/// <summary>What a decision moves, so that two of them can be set side by side.</summary>
public static class DecisionAmounts
{
    /// <summary>Units ordered or rented; of what is on order, those given back or held, none where all is kept.</summary>
    public static double Of(DecisionRecord decision) => decision is null ? throw new ArgumentNullException(nameof(decision)) : IsInHand(decision) && decision.Action == "keep" ? 0 : decision.Quantity;

    /// <summary>Whether it is about what is on order already. A rental that is kept is no order.</summary>
    public static bool IsInHand(DecisionRecord decision) => decision is { Part: not null, Action: "keep" or "hold" or "cancel" };

    /// <summary>Words for the amount.</summary>
    public static string Name(DecisionRecord decision) => decision is null ? throw new ArgumentNullException(nameof(decision)) : IsInHand(decision) ? $"{decision.Title}, given back or held" : decision.Title;
}
