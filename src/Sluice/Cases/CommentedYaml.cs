using System.Text;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>Writes YAML in which each key carries its meaning as a comment.</summary>
/// <param name="says">What the file says, its first line.</param>
sealed class CommentedYaml(string says)
{
    const int CommentColumn = 52;

    readonly StringBuilder text = new($"# {says}\n");

    /// <summary>A line as it is.</summary>
    /// <param name="depth">Steps of indentation.</param>
    /// <param name="line">The line.</param>
    public CommentedYaml Line(int depth, string line)
    {
        text.Append(' ', depth * 2).Append(line).Append('\n');
        return this;
    }

    /// <summary>Keys of a shape with values; comments come from the meanings of its fields.</summary>
    /// <exception cref="ArgumentException">The shape has no such key.</exception>
    public CommentedYaml Keys(int depth, IShape shape, params ReadOnlySpan<(string Key, string Value)> values)
    {
        foreach (var (key, value) in values)
        {
            var field = shape.Fields.FirstOrDefault(f => f.Name == key) ?? throw new ArgumentException($"A {shape.Name} has no key '{key}'.", nameof(values));
            var line = $"{new string(' ', depth * 2)}{key}: {value}";
            text.Append(line.PadRight(CommentColumn)).Append("  # ").Append(field.Meaning).Append('\n');
        }

        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
