using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>How a <see cref="Stack"/> is written.</summary>
public static class StackShape
{
    static readonly Field<ImmutableArray<Keyed<Given<double>>>> ported = new Field<ImmutableArray<Keyed<Given<double>>>>("ported",
        Kinds.MapBy("workload", Given.Of(Measures.Equivalents)), "equivalents ported at the as-of date, by workload", "{inference: 30k H20e}").Optional([], "nothing");
    static readonly Field<ImmutableArray<Keyed<Porting>>> porting = new Field<ImmutableArray<Keyed<Porting>>>("porting",
        Kinds.MapBy("workload", PortingShape.Shape), "terms of porting more, by workload; without them nothing more is ported",
        "{inference: {price: 40 USD per H20e, rate: 20k H20e per month, delay: 1 month}}").Optional([]);

    /// <summary>The shape.</summary>
    public static Shape<Stack> Shape { get; } = new("stack", "A software stack to which programs must be ported before its parts can serve a workload. A stack not listed needs no porting.",
        [ported, porting], row => new(row.Name, row.At(ported).ByName(), row.At(porting).ByName(), row.Place));
}

/// <summary>How <see cref="Porting"/> is written.</summary>
public static class PortingShape
{
    static readonly Field<Given<double>> price = new("price", Given.Of(Measures.MoneyPer(Dimension.Equivalent)), "money per equivalent; linear, which stands in for a fixed cost per model family", "40 USD per H20e");
    static readonly Field<Given<double>> rate = new("rate", Given.Of(Measures.RatePerMonth(Dimension.Equivalent)), "most equivalents per time", "20k H20e per month");
    static readonly Field<Given<double>> delay = new Field<Given<double>>("delay", Given.Of(Measures.Duration), "time from decision to use", "1 month").Optional(Given.Default(0.0), "0 months");

    /// <summary>The shape.</summary>
    public static Shape<Porting> Shape { get; } = new("porting", "Terms of moving programs to a stack.", [price, rate, delay], row => new(row.At(price), row.At(rate), row.At(delay)));
}
