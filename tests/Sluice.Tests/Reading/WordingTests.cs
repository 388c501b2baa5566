using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Tests.Reading;

/// <summary>The wording is a product: a thoroughly broken offer, and what Sluice says about it.</summary>
public class WordingTests
{
    const string Broken = """
        h20-stock:
          part: nvidia h20
          price: 11,500 USD
          lead: 2
          deposit: 130 %
          rate: 36k units
          recipt: optional
          receipt: volontary
          from: {a: 1}
          fee: 20 HKD
          dwell: 82 days
          chance: 20 %
          growth:
          amount: {value: 5k H20e, between: [6k, 7k]}
          tax: {value: 13 %, bassis: [vat]}
        """;

    const string Said = """
        2:3: error SLU0102: the offer 'h20-stock' lacks 'seller', who sells it; add `seller: nvidia`.
        2:9: error SLU0104: 'part' is 'nvidia h20'; expected the name of a part, such as `some-part`.
        3:10: error SLU0104: 'price' is '11,500 USD': a comma means different things in different countries; write thousands with a space (1 850) and fractions with a point (0.5); expected a price, such as `11 500 USD`.
        4:9: error SLU0122: '2' has no unit; expected a length of time, such as `1 quarter`.
        5:12: error SLU0105: '130 %' is out of range; expected a share from 0 % to 100 %, such as `60 %`.
        6:9: error SLU0121: '36k units' is a number of units; expected a number of units per time, such as `36k units per quarter`.
        7:3: error SLU0101: an offer has no key 'recipt'. Did you mean 'receipt'?
        8:12: error SLU0106: 'volontary' is not possible here; expected optional or take-or-pay.
        9:9: error SLU0103: 'from' is a map with a; expected a date such as 2025-08-21.
        10:8: error SLU0123: the case has no rate for HKD; add it under `rates` in case.yaml, such as `HKD: {per: USD, value: (how many HKD one USD is), on: 2025-08-21}`, or write the amount in USD.
        11:10: error SLU0104: 'dwell' is '82 days': it does not begin with 'median'; expected a length of time above 0, written 'median 82 days'.
        12:11: error SLU0121: '20 %' is a share; expected a chance per time, from 0 % to below 100 %, such as `20 % per quarter`.
        13:10: error SLU0103: 'growth' has no value; expected a growth per time, such as `10 % per year`.
        14:19: error SLU0126: the value '5k H20e' lies outside its own range, '6k' to '7k'; correct one of them.
        15:22: error SLU0101: a given value has no key 'bassis'. Did you mean 'basis'?
        """;

    [Fact]
    public void Every_fault_of_a_broken_offer_is_said_at_once_in_these_words()
    {
        var read = Written.As(Broken, "offers.yaml");
        read.Reader.With(new CurrencyTable("USD", ImmutableDictionary<string, CurrencyRate>.Empty));
        Field[] fields =
        [
            new Field<Ref>("part", Kinds.Name("part"), "what is bought", "nvidia-h20"),
            new Field<double>("price", Measures.Price, "price of one unit", "11 500 USD"),
            new Field<double>("lead", Measures.Duration, "time from order to delivery", "1 quarter"),
            new Field<double>("deposit", Measures.Share, "share paid at order", "30 %"),
            new Field<double>("rate", Measures.RatePerMonth("unit"), "most that can be had", "36k units per quarter"),
            new Field<bool>("receipt", Kinds.Choice(("optional", true), ("take-or-pay", false)), "whether units may be left", "optional"),
            new Field<DateOnly>("from", Kinds.Date, "first day", "2025-08-21"),
            new Field<double>("fee", Measures.Money, "a fee", "20 USD"),
            new Field<Rate>("dwell", Measures.Dwell, "how long it lasts", "median 82 days"),
            new Field<Rate>("chance", Measures.Chance, "how likely it is", "20 % per quarter"),
            new Field<Growth>("growth", Measures.Growth, "how it grows", "10 % per year"),
            new Field<Given<double>>("amount", Given.Of(Measures.Equivalents), "how much", "5k H20e"),
            new Field<Given<double>>("tax", Given.Of(Measures.Share), "tax on top", "13 %"),
            new Field<string>("seller", Kinds.Text, "who sells it", "nvidia"),
        ];
        Assert.False(read.TryRead(new Shape<int>("offer", "Terms on which one can buy.", fields, static _ => 0), "h20-stock", out _));
        Assert.Equal(Said.Split('\n'), read.Diagnostics.Sorted.Select(d => d.ToString()["offers.yaml:".Length..]));
    }
}
