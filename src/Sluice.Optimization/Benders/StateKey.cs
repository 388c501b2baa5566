namespace Sluice.Optimization;

/// <summary>A number and a state rounded to about ten digits: states that differ by rounding only count as one.</summary>
internal sealed class StateKey : IEquatable<StateKey>
{
    private readonly int number;
    private readonly double[] rounded;
    private readonly int hash;

    internal StateKey(int number, ReadOnlySpan<double> state)
    {
        this.number = number;
        rounded = new double[state.Length];
        var code = new HashCode();
        code.Add(number);
        for (var i = 0; i < state.Length; i++)
        {
            var digits = Math.Clamp(9 - (int)Math.Ceiling(Math.Log10(Math.Max(1, Math.Abs(state[i])))), 0, 9);
            rounded[i] = Math.Round(state[i], digits) + 0.0;
            code.Add(rounded[i]);
        }
        hash = code.ToHashCode();
    }

    public bool Equals(StateKey? other) => other is not null && hash == other.hash && number == other.number && rounded.AsSpan().SequenceEqual(other.rounded);

    public override bool Equals(object? obj) => Equals(obj as StateKey);

    public override int GetHashCode() => hash;
}
