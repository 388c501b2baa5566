using System.Text;

namespace Sluice.Reading;

/// <summary>Writes what people read about a shape: the table of the reference, and the commented example that <c>sluice new</c> writes.</summary>
public static class ShapeReference
{
    /// <summary>A Markdown section with a table of the keys: value, default, meaning, example.</summary>
    public static string Markdown(this IShape shape)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var page = new StringBuilder($"## {shape.Name}\n\n{shape.Meaning}\n\n| key | value | default | meaning | example |\n| --- | --- | --- | --- | --- |\n");
        foreach (var field in shape.Fields)
            page.Append($"| `{field.Name}` | {Cell(field.Words)} | {(field.IsRequired ? "**required**" : Cell(field.Default))} | {Cell(field.Meaning)} | `{Cell(field.Example)}` |\n");
        return page.ToString();
    }

    /// <summary>A map of this shape in YAML from the examples of its fields, each with its meaning; optional keys are commented out.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="indent">Spaces before each line.</param>
    public static string YamlExample(this IShape shape, int indent = 0)
    {
        ArgumentNullException.ThrowIfNull(shape);
        var margin = new string(' ', indent);
        var text = new StringBuilder();
        foreach (var field in shape.Fields)
            text.Append(field.IsRequired
                ? $"{margin}{field.Name}: {field.Example}  # {field.Meaning}\n"
                : $"{margin}# {field.Name}: {field.Example}  # {field.Meaning}; default {field.Default}\n");
        return text.ToString();
    }

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');
}
