using Sluice.Quantities;

namespace Sluice.Simulation;

/// <summary>
/// The numbers of the habits. One with a range is drawn once per replication: half of the draws lie below the value and half above, evenly
/// out to the ends of the range. One without a range is itself.
/// </summary>
sealed class DrawnNumbers
{
    readonly List<double> value = [];
    readonly List<double> below = [];
    readonly List<double> above = [];
    readonly List<ulong> key = [];

    /// <summary>How many there are.</summary>
    public int Count => value.Count;

    /// <summary>Adds a number; the draw of a number depends on its path alone.</summary>
    /// <returns>Its index.</returns>
    public int Add(Given<double> given)
    {
        var between = given.Between;
        value.Add(given.Value);
        below.Add(between is { } b ? given.Value - b.Low : 0);
        above.Add(between is { } a ? a.High - given.Value : 0);
        key.Add(CounterRandom.KeyOf(given.Provenance.Path));
        return value.Count - 1;
    }

    /// <summary>The numbers as they hold in a replication.</summary>
    public void Draw(ulong seed, int replication, Spread spread, double[] into)
    {
        for (var i = 0; i < into.Length; i++)
        {
            into[i] = value[i];
            if (spread == Spread.None || (below[i] == 0 && above[i] == 0))
                continue;
            var u = CounterRandom.Uniform(seed, replication, key[i], 0);
            into[i] += u < .5 ? (2 * u - 1) * below[i] : (2 * u - 1) * above[i];
        }
    }
}

/// <summary>Whether numbers with a range are drawn.</summary>
public enum Spread
{
    /// <summary>Drawn once per replication.</summary>
    Drawn,

    /// <summary>Each stands at its value.</summary>
    None,
}
