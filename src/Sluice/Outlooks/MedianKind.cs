using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>A median length of time in months, above 0: <c>median 82 days</c>. The ends of its range may leave out the word.</summary>
sealed class MedianKind : ScalarKind<double>
{
    const string Word = "median ";

    /// <inheritdoc/>
    public override string Words => "a median length of time above 0";

    /// <inheritdoc/>
    public override string Example => "median 82 days";

    /// <inheritdoc/>
    protected override bool TryReadText(Scalar scalar, Reader reader, out double value)
    {
        var text = scalar.Text.StartsWith(Word, StringComparison.Ordinal) ? scalar.Text[Word.Length..] : scalar.Text;
        return Measures.Duration.TryRead(scalar with { Text = text }, reader, out value) && (value > 0 || reader.Reject(scalar, Words, Example));
    }
}
