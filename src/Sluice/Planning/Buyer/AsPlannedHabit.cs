using System.Collections.Immutable;
using Sluice.Optimization;

namespace Sluice.Planning.Buyer;

/// <summary>
/// The habit that stands for "as planned": order what the plan of before the news says, up to what is offered and passes; take everything
/// that comes; look no further than the period. The yardstick of indifference.
/// </summary>
sealed class AsPlannedHabit
{
    // Rewards in millions per thousand units: large against any price, so that they decide, and small against the solver's tolerance.
    const double OrderReward = 1_000;
    const double PortReward = 0.001;

    readonly ImmutableArray<ImmutableArray<ImmutableArray<Edit>>> edits;

    public AsPlannedHabit(BuyerTerms terms, Programme programme)
    {
        var planned = Planned(terms);
        edits = [.. programme.Legends.Select((nodes, t) =>
            nodes.Select(legend => EditsOf(legend, offer => planned.GetValueOrDefault((offer, t)))).ToImmutableArray())];
    }

    readonly record struct Edit(int Column, double? Most, double? Cost);

    /// <summary>The rule as the simulator takes it.</summary>
    public void Decide(int stage, int node, int outcome, ReadOnlySpan<double> state, RuleEdit edit)
    {
        foreach (var change in edits[stage][node])
        {
            if (change.Most is { } most)
                edit.SetBounds(change.Column, 0, most);
            if (change.Cost is { } cost)
                edit.SetCost(change.Column, cost);
        }
        edit.IgnoreCostToGo();
    }

    static Dictionary<(string Offer, int Period), double> Planned(BuyerTerms terms)
    {
        var planned = new Dictionary<(string, int), double>();
        foreach (var row in terms.World.Market.Planned)
        {
            var period = terms.Periods.FirstOrDefault(p => row.OrderBy <= p.End) ?? terms.Periods[^1];
            planned[(row.Offer.Id, period.Index)] = planned.GetValueOrDefault((row.Offer.Id, period.Index)) + row.Units.Value / Programme.UnitScale;
        }
        return planned;
    }

    static ImmutableArray<Edit> EditsOf(Legend legend, Func<string, double> planned)
    {
        var edits = ImmutableArray.CreateBuilder<Edit>();
        for (var j = 0; j < legend.Columns.Length; j++)
        {
            var choice = legend.Columns[j];
            switch (choice.Kind)
            {
                case ChoiceKind.Order:
                    edits.Add(new Edit(j, Math.Min(planned(choice.Subject), choice.Most), -OrderReward));
                    break;
                case ChoiceKind.Receive:
                    edits.Add(new Edit(j, null, -OrderReward));
                    break;
                case ChoiceKind.Cancel or ChoiceKind.CancelHeld:
                    edits.Add(new Edit(j, 0, null));
                    break;
                case ChoiceKind.Port:
                    edits.Add(new Edit(j, null, -PortReward));
                    break;
                default:
                    break;
            }
        }
        return edits.ToImmutable();
    }
}
