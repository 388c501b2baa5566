using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Sluice.Reading;

namespace Sluice.Gates.Conditions;

/// <summary>Reads one test: <c>tpp >= 4800</c>, <c>bandwidth + interconnect >= 1700</c>, <c>datacentre = no</c>, <c>class = 3A090.a</c>, <c>us-sale-from &lt;= 2026-01-15</c>. Faults point at the word.</summary>
static class ConditionText
{
    /// <summary>Figures that can be bounded. Numbers are TPP, TPP per mm², GB/s and GB.</summary>
    public static ImmutableArray<string> Figures { get; } = ["tpp", "pd", "bandwidth", "interconnect", "memory", "memory-bandwidth-density"];

    static readonly ImmutableArray<string> others = ["datacentre", "class", "us-sale-from"];

    public static bool TryRead(Scalar text, Reader reader, [MaybeNullWhen(false)] out Condition value)
    {
        value = null;
        var words = Split(text);
        var operation = words.FindIndex(w => w.Text is ">=" or ">" or "<" or "<=" or "=");
        if (operation < 1 || operation != words.Count - 2) return reader.Report(GatesFaults.NoTest(text));
        var (subject, sign, right) = (words[0], words[operation], words[^1]);
        if (others.Contains(subject.Text) && operation != 1) return reader.Report(GatesFaults.NotAdded(words[1]));
        return subject.Text switch
        {
            "datacentre" => TryDatacentre(subject, sign, right, reader, out value),
            "class" => TryClass(subject, sign, right, reader, out value),
            "us-sale-from" => TrySold(subject, sign, right, reader, out value),
            _ => TryFigures(words[..operation], sign, right, reader, out value),
        };
    }

    static bool TryFigures(List<Word> left, Word sign, Word right, Reader reader, [MaybeNullWhen(false)] out Condition value)
    {
        value = null;
        var figures = ImmutableArray.CreateBuilder<string>();
        for (var i = 0; i < left.Count; i++)
            if (i % 2 == 1 && left[i].Text != "+") return reader.Report(GatesFaults.NotAdded(left[i]));
            else if (i % 2 == 0 && !Figures.Contains(left[i].Text)) return reader.Report(GatesFaults.UnknownFigure(left[i], [.. Figures, .. others]));
            else if (i % 2 == 0) figures.Add(left[i].Text);
        if (left.Count % 2 == 0) return reader.Report(GatesFaults.NotAdded(left[^1]));
        if (sign.Text == "=") return reader.Report(GatesFaults.NotEqual(sign));
        if (!double.TryParse(right.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return reader.Report(GatesFaults.NotANumber(right));
        value = new FigureBound(figures.ToImmutable(), sign.Text switch { ">=" => BoundKind.AtLeast, ">" => BoundKind.Above, "<" => BoundKind.Below, _ => BoundKind.AtMost }, number, left[0].At);
        return true;
    }

    static bool TryDatacentre(Word subject, Word sign, Word right, Reader reader, [MaybeNullWhen(false)] out Condition value)
    {
        value = new DatacentreIs(right.Text == "yes", subject.At);
        return sign.Text == "=" && right.Text is "yes" or "no" || reader.Report(GatesFaults.NotYesOrNo(right));
    }

    static bool TryClass(Word subject, Word sign, Word right, Reader reader, [MaybeNullWhen(false)] out Condition value)
    {
        value = new ClassIs(right.Text, subject.At);
        return sign.Text == "=" || reader.Report(GatesFaults.OnlyEqual(sign));
    }

    static bool TrySold(Word subject, Word sign, Word right, Reader reader, [MaybeNullWhen(false)] out Condition value)
    {
        value = null;
        if (sign.Text != "<=" || !DateOnly.TryParseExact(right.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            return reader.Report(GatesFaults.NotByADay(right));
        value = new SoldBy(day, subject.At);
        return true;
    }

    static List<Word> Split(Scalar text)
    {
        var words = new List<Word>();
        var shift = text.Quoted ? 1 : 0;
        for (var i = 0; i < text.Text.Length;)
        {
            var start = i;
            if (char.IsWhiteSpace(text.Text[i]))
            {
                i++;
                continue;
            }

            if (text.Text[i] is '<' or '>' or '=' or '+') i += i + 1 < text.Text.Length && text.Text[i + 1] == '=' && text.Text[i] != '+' ? 2 : 1;
            else
                while (i < text.Text.Length && !char.IsWhiteSpace(text.Text[i]) && text.Text[i] is not ('<' or '>' or '=' or '+')) i++;
            words.Add(new(text.Text[start..i], text.At with { Column = text.At.Column + start + shift }));
        }

        return words;
    }
}

/// <summary>A word of a test, and where it stands.</summary>
readonly record struct Word(string Text, Place At);
