using System.Collections.Immutable;

namespace Sluice.Evidence;

/// <summary>A weight, 0 to 1, for each of a few grades.</summary>
/// <param name="Grades">The grades as written, for example <c>A</c>.</param>
/// <param name="Values">Their weights, in the same order.</param>
public sealed record WeightTable(ImmutableArray<string> Grades, ImmutableArray<double> Values)
{
    /// <summary>The weight of a grade.</summary>
    /// <exception cref="ArgumentException">There is no such grade.</exception>
    public double this[string grade] =>
        Grades.IndexOf(grade) is var i and >= 0 ? Values[i] : throw new ArgumentException($"There is no grade '{grade}' among {string.Join(", ", Grades)}.", nameof(grade));

    /// <summary>A table by grade.</summary>
    public static WeightTable Of(params ReadOnlySpan<(string Grade, double Weight)> entries)
    {
        var (grades, values) = (ImmutableArray.CreateBuilder<string>(entries.Length), ImmutableArray.CreateBuilder<double>(entries.Length));
        foreach (var (grade, weight) in entries)
        {
            grades.Add(grade);
            values.Add(weight);
        }

        return new(grades.MoveToImmutable(), values.MoveToImmutable());
    }
}
