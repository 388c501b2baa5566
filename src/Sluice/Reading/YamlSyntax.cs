namespace Sluice.Reading;

/// <summary>Puts the parser's messages about syntax into words that say what to do.</summary>
internal static class YamlSyntax
{
    /// <summary>Stands for the parser's failure at brackets that do not balance.</summary>
    public const string Unbalanced = "unbalanced brackets";

    /// <summary>One clause without full stop.</summary>
    public static string Explain(string message, string text, Place at) => message;
}
