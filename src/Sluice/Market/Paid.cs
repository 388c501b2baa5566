using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>What is paid on an order so far.</summary>
/// <param name="Share">Share of the price; null where money is stated.</param>
/// <param name="Money">Money, all units together; null where a share is stated.</param>
public sealed record Paid(Given<double>? Share, Given<double>? Money);

/// <summary>A row of orders before the offers are known.</summary>
/// <param name="Offer">Terms of the order.</param>
/// <param name="Units">Units.</param>
/// <param name="Due">Day on which they fall due.</param>
/// <param name="Paid">What is paid so far.</param>
/// <param name="At">Where the day stands.</param>
public sealed record OnOrderSoFar(Ref Offer, Given<double> Units, DateOnly Due, Paid? Paid, Place At)
{
    /// <summary>The row with money for a share, at the price of its offer.</summary>
    /// <param name="price">Money per unit; null where the offer is unknown.</param>
    public OnOrderRow Priced(double? price) =>
        new(Offer, Units, Due, Paid switch
        {
            { Money: { } money } => money,
            { Share: { } share } when price is { } each => share.Map(s => s * each * Units.Value),
            _ => null,
        }) { At = At };
}

/// <summary>A share of the price, or money.</summary>
sealed class PaidKind : Kind<Paid>
{
    static readonly Kind<Given<double>> share = Given.Of(Measures.Share);
    static readonly Kind<Given<double>> money = Given.Of(Measures.Money);

    /// <inheritdoc/>
    public override string Words => "a share of the price, or an amount of money for all units together";

    /// <inheritdoc/>
    public override string Example => "30 %";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(share.Schema(), money.Schema()) };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out Paid value)
    {
        value = null;
        var text = ((node as Map)?["value"] ?? node) is Scalar scalar ? scalar.Text : "";
        if (text.Contains('%', StringComparison.Ordinal))
        {
            if (!share.TryRead(node, reader, out var part)) return false;
            value = new(part, null);
        }
        else
        {
            if (!money.TryRead(node, reader, out var amount)) return false;
            value = new(null, amount);
        }

        return true;
    }
}
