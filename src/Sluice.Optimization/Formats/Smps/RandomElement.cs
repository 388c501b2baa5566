namespace Sluice.Optimization;

/// <summary>What a stoch file makes random.</summary>
internal enum ElementKind
{
    RightHandSide,
    Coefficient,
    Cost,
    LowerBound,
    UpperBound,
    FixedBound,
}

/// <summary>One random value: a right-hand side (row), a coefficient (row, column), a cost or a bound (column).</summary>
internal readonly record struct RandomElement(ElementKind Kind, int Row, int Column)
{
    /// <summary>Stage in which the value is used.</summary>
    internal int Stage(Periods periods) => Kind is ElementKind.RightHandSide or ElementKind.Coefficient ? periods.StageOfRow[Row] : periods.StageOfColumn[Column];

    internal double CoreValue(CoreProgramme core) => Kind switch
    {
        ElementKind.RightHandSide => core.RightHandSides[Row],
        ElementKind.Coefficient => core.Matrix.GetValueOrDefault((Row, Column)),
        ElementKind.Cost => core.Costs[Column],
        ElementKind.UpperBound => core.Upper[Column],
        _ => core.Lower[Column],
    };
}

/// <summary>How a stated value changes that of the core.</summary>
internal enum Modification
{
    Replace,
    Add,
    Multiply,
}

/// <summary>One value list with its probability.</summary>
internal sealed record Realisation(double Probability, int Line, Dictionary<RandomElement, double> Values);

/// <summary>A random variable or block: its realisations, of which one happens, in a stage.</summary>
internal sealed record RandomSource(string Name, int Stage, int Line, List<Realisation> Realisations);

/// <summary>A scenario: it leaves its parent (−1: the root) at a stage and lists values.</summary>
internal sealed record Scenario(string Name, int Parent, double Probability, int Stage, int Line, Dictionary<RandomElement, double> Values);

/// <summary>All that a stoch file says.</summary>
internal sealed record StochData(List<RandomSource> Sources, List<Scenario> Scenarios);
