namespace Sluice.Optimization;

/// <summary>Values and gradients of one round, one for each cut variable, and cuts against infeasible states.</summary>
internal sealed class BendersCuts
{
    private double[] values = [], gradients = [];
    private bool[] incomplete = [];
    private int states;

    internal List<(double Value, double[] Gradient)> Rejections { get; } = [];

    internal int Count { get; private set; }

    /// <summary>True when every scenario is feasible.</summary>
    internal bool Feasible => Rejections.Count == 0;

    internal double Value(int cut) => values[cut];

    internal ReadOnlySpan<double> Gradient(int cut) => gradients.AsSpan(cut * states, states);

    /// <summary>False when a scenario of the cut variable was infeasible.</summary>
    internal bool IsWhole(int cut) => !incomplete[cut];

    internal double Total
    {
        get
        {
            var total = 0.0;
            for (var k = 0; k < Count; k++) total += values[k];
            return total;
        }
    }

    internal void Clear(int cuts, int withStates)
    {
        (Count, states) = (cuts, withStates);
        if (values.Length != cuts) (values, gradients, incomplete) = (new double[cuts], new double[cuts * states], new bool[cuts]);
        Array.Clear(values);
        Array.Clear(gradients);
        Array.Clear(incomplete);
        Rejections.Clear();
    }

    internal void Add(int cut, double value, ReadOnlySpan<double> gradient)
    {
        values[cut] += value;
        Vectors.AddScaled(gradients.AsSpan(cut * states, states), 1, gradient);
    }

    internal void Reject(double value, ReadOnlySpan<double> gradient, int cut)
    {
        Rejections.Add((value, [.. gradient]));
        incomplete[cut] = true;
    }

    /// <summary>A cut variable with scenarios that were not evaluated.</summary>
    internal void LeaveOut(int cut) => incomplete[cut] = true;
}
