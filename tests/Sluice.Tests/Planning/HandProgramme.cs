using Sluice.Optimization;

namespace Sluice.Tests.Planning;

/// <summary>A linear programme written by hand, all periods and histories in one: the witness against what is compiled.</summary>
internal sealed class HandProgramme
{
    readonly Subproblem subproblem = new(0, 0);

    public int Add(double cost, double most = double.PositiveInfinity) => subproblem.AddColumn(cost, 0, most);

    public void AtMost(double most, params ReadOnlySpan<(int Column, double Coefficient)> terms) => Row(double.NegativeInfinity, most, terms);

    public void AtLeast(double least, params ReadOnlySpan<(int Column, double Coefficient)> terms) => Row(least, double.PositiveInfinity, terms);

    public void Equal(double value, params ReadOnlySpan<(int Column, double Coefficient)> terms) => Row(value, value, terms);

    public double Solve() => DeterministicEquivalent.Solve(new PolicyGraph([new Stage([new StageNode(subproblem, 0)])], [])).Value;

    void Row(double lower, double upper, ReadOnlySpan<(int Column, double Coefficient)> terms)
    {
        var row = subproblem.AddRow(lower, upper);
        foreach (var (column, coefficient) in terms)
            if (column >= 0)
                subproblem.Set(row, column, coefficient);
    }
}
