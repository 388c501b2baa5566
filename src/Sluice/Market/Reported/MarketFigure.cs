using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market.Reported;

/// <summary>A figure or statement about the market, as the atlas has it: a price, a rent, a budget, a measured speed, a term of trade.</summary>
/// <param name="Id">Name.</param>
/// <param name="What">What it tells, in words.</param>
/// <param name="Known">Earliest publication or report.</param>
/// <param name="Grade">How it is known.</param>
/// <param name="Amount">What it says, in <paramref name="Unit"/>.</param>
/// <param name="Unit">Unit in words; empty for a statement.</param>
/// <param name="At">Where it stands in its file.</param>
public sealed record MarketFigure(string Id, string What, VagueDate Known, Grade Grade, ReportedAmount Amount, string Unit, Place At)
{
    /// <summary>Parties that it is about.</summary>
    public ImmutableArray<string> Parties { get; init; } = [];

    /// <summary>Parts that it is about.</summary>
    public ImmutableArray<string> Parts { get; init; } = [];

    /// <summary>The part that it is measured against; null: none.</summary>
    public string? Against { get; init; }

    /// <summary>Time that it covers, in words; null where it is not bound to one.</summary>
    public string? Period { get; init; }

    /// <summary>Sources whose own report it is.</summary>
    public ImmutableArray<string> Roots { get; init; } = [];

    /// <summary>References that give it.</summary>
    public ImmutableArray<string> References { get; init; } = [];

    /// <summary>Claims made of it, where it is disputed.</summary>
    public ImmutableArray<string> Claims { get; init; } = [];

    /// <summary>Figures from which it was worked out.</summary>
    public ImmutableArray<string> From { get; init; } = [];

    /// <summary>Figures that answer the same question otherwise; both stand.</summary>
    public ImmutableArray<string> Conflicts { get; init; } = [];

    /// <summary>How it was got, in words.</summary>
    public string? Basis { get; init; }
}

/// <summary>What a reported figure says. A bound is an interval with one end; a statement has neither.</summary>
/// <param name="Value">The number; null where a bound, several numbers or words alone are given.</param>
/// <param name="Low">Low end; null: none.</param>
/// <param name="High">High end; null: none.</param>
/// <param name="Several">Numbers or days by name, in the order of the file.</param>
public sealed record ReportedAmount(double? Value, double? Low, double? High, ImmutableArray<(string Name, ReportedPoint Point)> Several);

/// <summary>One of several things that a figure says: a number, or a day.</summary>
/// <param name="Number">The number; null where it is a day.</param>
/// <param name="Day">The day, perhaps vague; null where it is a number.</param>
public readonly record struct ReportedPoint(double? Number, VagueDate? Day);
