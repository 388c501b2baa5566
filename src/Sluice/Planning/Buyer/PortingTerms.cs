using System.Collections.Immutable;
using Sluice.Market;

namespace Sluice.Planning.Buyer;

/// <summary>Porting to one stack for one workload in the programme's units.</summary>
sealed class PortingTerms
{
    PortingTerms(Stack stack, string workload, BuyerTerms terms)
    {
        Opening = (stack.Ported.TryGetValue(workload, out var ported) ? ported.Value : 0) / Programme.UnitScale;
        if (!stack.Porting.TryGetValue(workload, out var porting))
        {
            Arrivals = [.. terms.Periods.Select(_ => ImmutableArray<(int, double)>.Empty)];
            return;
        }
        Terms = porting;
        Price = porting.Price.Value / 1_000;
        Rate = porting.Rate.Value / Programme.UnitScale;
        Arrivals = [.. terms.Periods.Select(p => ArrivalSplit.Within(terms.Periods, p.StartMonth + porting.Delay.Value))];
    }

    public Porting? Terms { get; }

    /// <summary>Thousands of equivalents ported at the as-of date.</summary>
    public double Opening { get; }

    /// <summary>Millions per thousand equivalents.</summary>
    public double Price { get; }

    /// <summary>Most thousands per month.</summary>
    public double Rate { get; }

    /// <summary>[period] where porting that starts in the period becomes usable; empty where that is beyond the horizon.</summary>
    public ImmutableArray<ImmutableArray<(int Period, double Share)>> Arrivals { get; }

    /// <summary>Every pair of stack and workload that needs porting.</summary>
    public static IEnumerable<(Stack Stack, Workload Workload, PortingTerms Terms)> All(BuyerTerms terms) =>
        from stack in terms.World.Market.Stacks
        from workload in terms.Workloads
        select (stack, workload, new PortingTerms(stack, workload.Id, terms));
}
