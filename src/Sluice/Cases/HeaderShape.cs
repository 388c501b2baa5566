using System.Collections.Immutable;
using Sluice.Outlooks;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>The keys of case.yaml as read, before they are put together.</summary>
sealed record HeaderSoFar(
    string Title, DateOnly AsOf, PeriodPlan Periods, string Currency, ImmutableArray<Named<CurrencyRate>> Rates, Ref Viewpoint,
    ImmutableArray<Named<Party>> Parties, ImmutableArray<Keyed<StanceSoFar>> Stances, ImmutableArray<Keyed<string>> Told,
    double Wait, Given<double> Indifference, Given<double> Discount, Risk? Risk, Budget? Budget, ImmutableArray<string> Atlas, Place At);

/// <summary>How a <see cref="CaseHeader"/> is written.</summary>
static class HeaderShape
{
    static readonly Field<string> title = new("case", Kinds.Text, "title", "H20, August 2025");
    static readonly Field<DateOnly> asOf = new("as-of", Kinds.Date, "day of knowledge: nothing later is used", "2025-08-21");
    static readonly Field<PeriodPlan> periods = new("periods", PeriodPlan.Kind, "how time is divided, on calendar boundaries", "months to 2025-12, then 8 quarters");
    static readonly Field<string> currency = new("currency", CurrencyTable.Code, "currency of all results, ISO 4217", "USD");
    static readonly Field<ImmutableArray<Named<CurrencyRate>>> rates = new Field<ImmutableArray<Named<CurrencyRate>>>("rates",
        Kinds.MapOf(CurrencyRate.Shape), "what other currencies are worth", "{CNY: {per: USD, value: 7.18, on: 2025-08-21}}").Optional([], "one currency only");
    static readonly Field<Ref> viewpoint = new("viewpoint", Kinds.Name("party"), "the buyer through whose eyes the case is seen; described under 'parties'", "northstar");
    static readonly Field<ImmutableArray<Named<Party>>> parties = new("parties", Kinds.MapOf(PartyShape.Shape), "the viewpoint, and others worth describing",
        "{northstar: {country: CN, groups: [large-platform]}}");
    static readonly Field<ImmutableArray<Keyed<StanceSoFar>>> stance = new Field<ImmutableArray<Keyed<StanceSoFar>>>("stance",
        Kinds.MapBy("driver", StanceShape.Kind), "how the viewpoint answers guidance, by driver", "{cac: follow}").Optional([], "all guidance is followed");
    static readonly Field<ImmutableArray<Keyed<string>>> told = new Field<ImmutableArray<Keyed<string>>>("told",
        Kinds.MapBy("driver", Kinds.Id), "level that the viewpoint itself was told, by driver; where that is secret it belongs in an overlay", "{cac: pause}").Optional([], "nothing");
    static readonly Field<double> wait = new Field<double>("wait", Measures.Duration, "the span that stake, waiting and early news speak of", "1 quarter").Optional(3, "1 quarter");
    static readonly Field<Given<double>> indifference = new Field<Given<double>>("indifference", Given.Of(Kinds.Phrase("", Measures.Share, "of planned outlay")),
        "money below which two plans are called equally good", "0.25 % of planned outlay").Optional(Given.Default(0.0025), "0.25 % of planned outlay");
    static readonly Field<Given<double>> discount = new("discount", Given.Of(Measures.Growth.Map(growth => growth.Factor(12) - 1)), "interest", "10 % per year");
    static readonly Field<Risk?> risk = new Field<Risk?>("risk", Kinds.OrNone(RiskShape.Shape), "aversion to bad tails, or none", "{cvar: 90 %, weight: 25 %}").Optional(null);
    static readonly Field<Budget?> budget = new Field<Budget?>("budget", Kinds.OrNone(BudgetShape.Shape), "money that may be committed to orders, or none", "{amount: 2 bn USD, overrun: 1.5}").Optional(null, "not limited");
    static readonly Field<ImmutableArray<string>> atlas = new Field<ImmutableArray<string>>("atlas",
        Kinds.ListOf(Kinds.Choice(AtlasFiles.Sections)), "files of the atlas that the case uses", "[parts, us-rules, cn-measures, sources]").Optional([], "none");

    /// <summary>The shape.</summary>
    public static Shape<HeaderSoFar> Shape { get; } = new("case", "What a case is about: whose view, as of when, over which periods, in which money.",
        [title, asOf, periods, currency, rates, viewpoint, parties, stance, told, wait, indifference, discount, risk, budget, atlas],
        row => new(row.At(title), row.At(asOf), row.At(periods), row.At(currency), row.At(rates), row.At(viewpoint), row.At(parties), row.At(stance), row.At(told),
            row.At(wait), row.At(indifference), row.At(discount), row.At(risk), row.At(budget), row.At(atlas), row.Place));
}

/// <summary>How <see cref="Risk"/> is written.</summary>
static class RiskShape
{
    static readonly Field<double> cvar = new("cvar", Measures.Share, "tail of the conditional value at risk: 90 % is the worst tenth", "90 %");
    static readonly Field<double> weight = new("weight", Measures.Share, "its weight; the rest is expectation", "25 %");

    /// <summary>The shape.</summary>
    public static Shape<Risk> Shape { get; } = new("risk", "Expectation and conditional value at risk, weighed.", [cvar, weight], row =>
    {
        if (row.At(cvar) >= 1) row.Reject(cvar, "below 100 %", "no outcome is worse than all");
        return new(row.At(cvar), row.At(weight));
    });
}

/// <summary>How a <see cref="Budget"/> is written.</summary>
static class BudgetShape
{
    static readonly Field<Given<double>> amount = new("amount", Given.Of(Measures.Money), "money", "2 bn USD");
    static readonly Field<Given<double>> overrun = new("overrun", Given.Of(Kinds.Number(0, 1000)), "what one unit of money above the amount costs besides itself", "1.5");

    /// <summary>The shape.</summary>
    public static Shape<Budget> Shape { get; } = new("budget", "Money that may be committed to orders over the horizon.", [amount, overrun], row => new(row.At(amount), row.At(overrun)));
}
