namespace Sluice.Reading;

/// <summary>A name for readers of English and of Chinese.</summary>
/// <param name="English">In English.</param>
/// <param name="Chinese">In Chinese; null where none is given.</param>
public sealed record Bilingual(string English, string? Chinese)
{
    private static readonly Field<string> en = new("en", Kinds.Text, "in English", "Northstar");
    private static readonly Field<string?> zh = Fields.Maybe("zh", Kinds.Text, "in Chinese", "北辰");

    private static readonly Shape<Bilingual> both = new("name", "A name in English and Chinese.", [en, zh], row => new(row.At(en), row.At(zh)));

    /// <summary>One text, or <c>{en: …, zh: …}</c>.</summary>
    public static Kind<Bilingual> Kind { get; } = Kinds.ByForm(Kinds.Text.Map(text => new Bilingual(text, null)), both);
}
