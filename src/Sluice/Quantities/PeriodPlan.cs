using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Sluice.Reading;

namespace Sluice.Quantities;

/// <summary>How the time of a case is divided, as written: <c>months to 2025-12, then 8 quarters</c>. With an as-of date it becomes a <see cref="Clock"/>.</summary>
/// <param name="Blocks">The blocks in order; at least one.</param>
/// <param name="At">Where it was written.</param>
public sealed record PeriodPlan(ImmutableArray<PeriodBlock> Blocks, Place At)
{
    /// <summary>Reads <c>months to 2025-12, then 8 quarters</c>. Diagnostic SLU0130.</summary>
    public static Kind<PeriodPlan> Kind { get; } = new PlanKind();

    private static readonly ImmutableArray<(string Word, PeriodLength Length)> words =
        [("month", PeriodLength.Month), ("months", PeriodLength.Month), ("quarter", PeriodLength.Quarter), ("quarters", PeriodLength.Quarter), ("year", PeriodLength.Year), ("years", PeriodLength.Year)];

    private static PeriodBlock? Block(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (parts is [var number, var counted] && int.TryParse(number, out var count) && count is > 0 and <= 600 && Length(counted) is { } each) return new(each, count, null, text);
        if (parts is [var length, "to", ..] && Length(length) is { } run && VagueDate.TryParse(string.Join(' ', parts.Skip(2)), out var to) && !to.About) return new(run, null, to.To, text);
        return null;
    }

    private static PeriodLength? Length(string word)
    {
        foreach (var (known, length) in words)
            if (known == word) return length;
        return null;
    }

    private sealed class PlanKind : ScalarKind<PeriodPlan>
    {
        public override string Words => "periods in blocks, such as months to 2025-12, then 8 quarters";

        public override string Example => "months to 2025-12, then 8 quarters";

        protected override bool TryReadText(Scalar scalar, Reader reader, [MaybeNullWhen(false)] out PeriodPlan value)
        {
            var blocks = ImmutableArray.CreateBuilder<PeriodBlock>();
            value = null;
            foreach (var part in scalar.Text.Split(','))
            {
                var text = part.Trim();
                if (text.StartsWith("then ", StringComparison.Ordinal)) text = text[5..].Trim();
                if (Block(text) is not { } block) return reader.Report(QuantityMessages.Periods(scalar.At, scalar.Text, text));
                blocks.Add(block);
            }

            value = new(blocks.ToImmutable(), scalar.At);
            return true;
        }
    }
}
