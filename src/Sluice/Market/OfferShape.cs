using Sluice.Reading;

namespace Sluice.Market;

/// <summary>How an <see cref="Offer"/> is written.</summary>
public static class OfferShape
{
    /// <summary>With <c>part</c> a purchase, with <c>rent</c> a rental.</summary>
    public static Kind<Offer> Kind { get; } = Kinds.ByKey("offer", Kinds.Case<Offer, Rental>("rent", RentalShape.Shape), Kinds.Case<Offer, Purchase>("part", PurchaseShape.Shape));
}
