using System.Text.Json;

namespace Sluice.Optimization;

/// <summary>Writes the parts of a MathOptFormat model.</summary>
internal sealed class MofWriter(Utf8JsonWriter json)
{
    internal void Version()
    {
        json.WriteStartObject("version");
        json.WriteNumber("major", 1);
        json.WriteNumber("minor", 2);
        json.WriteEndObject();
    }

    internal void Variables(IEnumerable<string> names)
    {
        json.WriteStartArray("variables");
        foreach (var name in names)
        {
            json.WriteStartObject();
            json.WriteString("name", name);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal void Objective(bool maximise, Action<MofTerms> terms)
    {
        json.WriteStartObject("objective");
        json.WriteString("sense", maximise ? "max" : "min");
        Function(terms);
        json.WriteEndObject();
    }

    /// <summary>A constraint lower ≤ function ≤ upper; nothing when both are infinite.</summary>
    internal void Row(string? name, double lower, double upper, Action<MofTerms> terms)
    {
        if (double.IsInfinity(lower) && double.IsInfinity(upper)) return;
        json.WriteStartObject();
        if (name is not null) json.WriteString("name", name);
        Function(terms);
        Set(lower, upper);
        json.WriteEndObject();
    }

    internal void Bound(string variable, double lower, double upper)
    {
        if (double.IsInfinity(lower) && double.IsInfinity(upper)) return;
        json.WriteStartObject();
        Variable(variable);
        Set(lower, upper);
        json.WriteEndObject();
    }

    internal void Whole(string variable)
    {
        json.WriteStartObject();
        Variable(variable);
        json.WriteStartObject("set");
        json.WriteString("type", "Integer");
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Variable(string name)
    {
        json.WriteStartObject("function");
        json.WriteString("type", "Variable");
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    private void Function(Action<MofTerms> fill)
    {
        var terms = new MofTerms();
        fill(terms);
        var quadratic = terms.Products.Count > 0;
        json.WriteStartObject("function");
        json.WriteString("type", quadratic ? "ScalarQuadraticFunction" : "ScalarAffineFunction");
        json.WriteStartArray(quadratic ? "affine_terms" : "terms");
        foreach (var (name, value) in terms.Affine)
        {
            json.WriteStartObject();
            json.WriteString("variable", name);
            json.WriteNumber("coefficient", value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        if (quadratic) Products(terms);
        json.WriteNumber("constant", 0);
        json.WriteEndObject();
    }

    private void Products(MofTerms terms)
    {
        json.WriteStartArray("quadratic_terms");
        foreach (var (first, second, value) in terms.Products)
        {
            json.WriteStartObject();
            json.WriteString("variable_1", first);
            json.WriteString("variable_2", second);
            json.WriteNumber("coefficient", value);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void Set(double lower, double upper)
    {
        json.WriteStartObject("set");
        if (lower == upper)
        {
            json.WriteString("type", "EqualTo");
            json.WriteNumber("value", lower);
        }
        else
        {
            json.WriteString("type", double.IsInfinity(upper) ? "GreaterThan" : double.IsInfinity(lower) ? "LessThan" : "Interval");
            if (!double.IsInfinity(lower)) json.WriteNumber("lower", lower);
            if (!double.IsInfinity(upper)) json.WriteNumber("upper", upper);
        }
        json.WriteEndObject();
    }
}

/// <summary>Terms of one function.</summary>
internal sealed class MofTerms
{
    internal List<(string Name, double Value)> Affine { get; } = [];

    internal List<(string First, string Second, double Value)> Products { get; } = [];

    internal void Add(string name, double value)
    {
        if (value != 0) Affine.Add((name, value));
    }

    internal void Product(string first, string second, double value) => Products.Add((first, second, value));
}
