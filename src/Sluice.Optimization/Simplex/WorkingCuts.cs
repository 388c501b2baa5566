namespace Sluice.Optimization;

/// <summary>The cuts that are rows of a tableau just now: those that bind or did within the last few solves.</summary>
/// <remarks>Cut k of the list has the logical variable <c>first + k</c>; a place in the list is used again after its cut has left.</remarks>
internal sealed class WorkingCuts(CutPool pool, int first, int theta, int[] outgoing)
{
    private const int RestingSolves = 4;
    private const int Empty = -1;

    private readonly List<int> slots = [], resting = [];

    /// <summary>Places in the list, empty ones included.</summary>
    internal int Count => slots.Count;

    internal bool Contains(int slot) => slots.Contains(slot);

    /// <summary>Takes a cut in and returns its place.</summary>
    internal int Take(int slot)
    {
        var k = slots.IndexOf(Empty);
        if (k < 0)
        {
            k = slots.Count;
            slots.Add(Empty);
            resting.Add(0);
        }
        (slots[k], resting[k]) = (slot, 0);
        pool.Use(slot);
        return k;
    }

    /// <summary>Appends the row θ − slope · (outgoing) of one place.</summary>
    internal int Append(int k, Tableau tableau)
    {
        var row = tableau.Open(first + k);
        tableau.Accumulate(row, theta, 1);
        var slope = pool.Slope(slots[k]);
        for (var i = 0; i < slope.Length; i++)
            if (slope[i] != 0) tableau.Accumulate(row, outgoing[i], -slope[i]);
        return row;
    }

    /// <summary>Appends the rows of all.</summary>
    internal void AppendAll(Tableau tableau)
    {
        for (var k = 0; k < slots.Count; k++)
            if (slots[k] != Empty) Append(k, tableau);
    }

    /// <summary>Drops those that have not bound for a few solves.</summary>
    internal void Rest(Tableau tableau)
    {
        for (var k = 0; k < slots.Count; k++)
        {
            if (slots[k] == Empty) continue;
            var place = tableau.Place[first + k];
            if (place >= 0) resting[k] = 0;
            else if (++resting[k] > RestingSolves)
            {
                tableau.Drop(~place);
                Leave(k);
            }
        }
    }

    /// <summary>Lets all go, without touching the tableau.</summary>
    internal void Release()
    {
        for (var k = 0; k < slots.Count; k++)
            if (slots[k] != Empty) Leave(k);
        slots.Clear();
        resting.Clear();
    }

    /// <summary>residual −= dual · row, over all.</summary>
    internal void SubtractPrices(Tableau tableau, Span<double> residual)
    {
        for (var k = 0; k < slots.Count; k++)
        {
            if (slots[k] == Empty || tableau.Price(first + k) is var dual && dual == 0) continue;
            residual[theta] -= dual;
            var slope = pool.Slope(slots[k]);
            for (var i = 0; i < slope.Length; i++) residual[outgoing[i]] += dual * slope[i];
        }
    }

    private void Leave(int k)
    {
        pool.EndUse(slots[k]);
        slots[k] = Empty;
    }
}
