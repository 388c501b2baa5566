using System.Diagnostics.CodeAnalysis;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>Country codes.</summary>
public static class Countries
{
    /// <summary>Two capitals, ISO 3166 alpha-2: <c>CN</c>.</summary>
    public static Kind<string> Code { get; } = Kinds.ParsedValue("the two capitals of a country, ISO 3166", "CN",
        static (Scalar scalar,  [MaybeNullWhen(false)] out string code) => (code = scalar.Text) is [>= 'A' and <= 'Z', >= 'A' and <= 'Z']);
}
