namespace Sluice.Optimization;

/// <summary>Something that one stage leaves to the next, such as a stock.</summary>
public sealed class State
{
    internal State(string name, int index)
    {
        (Name, Index) = (name, index);
        (In, Out) = (Expression.Of(TermKind.Incoming, index), Expression.Of(TermKind.Column, index));
    }

    /// <summary>Name.</summary>
    public string Name { get; }

    /// <summary>Its value on entering a stage; a number there, not a decision.</summary>
    public Expression In { get; }

    /// <summary>Its value on leaving a stage; a variable of that stage.</summary>
    public Expression Out { get; }

    internal int Index { get; }
}
