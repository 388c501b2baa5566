namespace Sluice.Optimization;

/// <summary>
/// A function of a subproblem's variables that is affine in columns and incoming states once the random variables are known:
/// terms without noise, and products of a random variable with something.
/// </summary>
internal sealed class RandomFunction
{
    /// <summary>Coefficients of columns, of incoming states and of random variables, by index.</summary>
    internal Dictionary<int, double> Columns { get; } = [];
    internal Dictionary<int, double> States { get; } = [];
    internal Dictionary<int, double> Random { get; } = [];

    /// <summary>Products of a random variable with a column, an incoming state or a random variable.</summary>
    internal List<(int Random, int Column, double Value)> RandomColumns { get; } = [];
    internal List<(int Random, int State, double Value)> RandomStates { get; } = [];
    internal List<(int First, int Second, double Value)> RandomPairs { get; } = [];

    internal double Constant { get; set; }

    /// <summary>True when the part without columns and states depends on noise.</summary>
    internal bool ShiftIsRandom => Random.Count + RandomPairs.Count > 0;

    /// <summary>The part without columns and states.</summary>
    internal double Shift(ReadOnlySpan<double> noise)
    {
        var shift = Constant;
        foreach (var (k, value) in Random) shift += value * noise[k];
        foreach (var (a, b, value) in RandomPairs) shift += value * noise[a] * noise[b];
        return shift;
    }

    /// <summary>Coefficients of columns that depend on noise.</summary>
    internal SortedDictionary<int, double> ColumnsUnder(ReadOnlySpan<double> noise) => Under(Columns, RandomColumns, noise);

    /// <summary>Coefficients of incoming states that depend on noise.</summary>
    internal SortedDictionary<int, double> StatesUnder(ReadOnlySpan<double> noise) => Under(States, RandomStates, noise);

    private static SortedDictionary<int, double> Under(Dictionary<int, double> fixedPart, List<(int Random, int At, double Value)> products, ReadOnlySpan<double> noise)
    {
        var result = new SortedDictionary<int, double>();
        foreach (var (random, at, value) in products)
            result[at] = (result.TryGetValue(at, out var sum) ? sum : fixedPart.GetValueOrDefault(at)) + value * noise[random];
        return result;
    }
}
