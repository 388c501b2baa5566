using System.Text.Json.Nodes;

namespace Sluice.Reading;

/// <summary>A number without a unit.</summary>
internal sealed class NumberKind(double min, double max, bool whole = false) : ScalarKind<double>
{
    /// <inheritdoc/>
    public override string Words => (whole ? "a whole number" : "a number") + Range();

    /// <inheritdoc/>
    public override string Example => Numerals.Print(double.IsFinite(min) ? min : double.IsFinite(max) ? max : 1);

    /// <inheritdoc/>
    public override JsonObject Schema()
    {
        var schema = new JsonObject { ["type"] = new JsonArray(whole ? "integer" : "number", "string"), ["description"] = Words };
        if (IsBound(min)) schema["minimum"] = min;
        if (IsBound(max)) schema["maximum"] = max;
        return schema;
    }

    /// <inheritdoc/>
    protected override bool TryReadText(Scalar scalar, Reader reader, out double value)
    {
        if (!Numerals.TryParse(scalar.Text, out value)) return reader.Reject(scalar, Words, Example, ReadingMessages.WhyNotANumber(scalar.Text));
        if (whole && value != Math.Floor(value)) return reader.Reject(scalar, Words, Example, "it is not whole");
        return (value >= min && value <= max) || reader.Report(ReadingMessages.OutOfRange(scalar.At, scalar.Text, Words));
    }

    private bool IsBound(double bound) => double.IsFinite(bound) && !(whole && bound is int.MinValue or int.MaxValue);

    private string Range() => (IsBound(min), IsBound(max)) switch
    {
        (true, true) => $" from {Numerals.Print(min)} to {Numerals.Print(max)}",
        (true, false) => $" of at least {Numerals.Print(min)}",
        (false, true) => $" of at most {Numerals.Print(max)}",
        _ => "",
    };
}
