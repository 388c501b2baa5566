using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>Keys that all offers have.</summary>
static class OfferFields
{
    public static Field<Tax> Tax { get; } = new Field<Tax>("tax", Kinds.Choice(("out", Market.Tax.Out), ("in", Market.Tax.In)),
        "whether prices hold tax; for readers, nothing is computed from it", "out").Optional(Market.Tax.Out, "out");

    public static Field<Given<DateOnly>?> From { get; } = Fields.Maybe("from", Given.Of(Kinds.Date), "first day on which it can be had", "2026-04-01", "from the start");

    public static Field<string?> Note { get; } = Fields.Maybe("note", Kinds.Text, "remark for readers", "terms by word of mouth");
}
