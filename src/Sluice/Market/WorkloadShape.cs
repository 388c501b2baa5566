using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Market;

/// <summary>How a <see cref="Workload"/> is written.</summary>
public static class WorkloadShape
{
    static readonly Field<string> equivalent = new("equivalent", Kinds.Id, "name of its unit: what one reference part does at this workload; ends in e", "H20e");
    static readonly Field<Ref> reference = new("reference", Kinds.Name("part"), "part whose work is one equivalent", "nvidia-h20");
    static readonly Field<Given<double>> computeBound = new("compute-bound", Given.Of(Measures.Share), "share of the reference part's time that is bound by computing; the rest is bound by memory bandwidth", "30 %");
    static readonly Field<ImmutableArray<string>> precision = new("precision",
        Kinds.ListOf(Kinds.Choice([.. NumberFormat.All.Select(format => (format, format))])), "number formats in order of preference; a part works in the first that it has", "[fp8, fp16]");
    static readonly Field<ImmutableArray<Keyed<Given<double>>>> efficiency = new("efficiency", Kinds.MapBy("stack", Given.Of(Kinds.Number(1e-6, 1000))),
        "by stack: share of the reference stack's efficiency, above 0", "{cuda: 1, cann: 0.8}");
    static readonly Field<ImmutableArray<Keyed<Given<double>>>> speed = new Field<ImmutableArray<Keyed<Given<double>>>>("speed", Kinds.MapBy("part", Given.Of(Kinds.Number(0, 1000))),
        "measured equivalents per unit, by part; overrides what is computed", "{nvidia-h20: 1}").Optional([]);
    static readonly Field<ImmutableArray<Named<ShortageStep>>> shortage = new("shortage", Kinds.MapOf(ShortageShape.Shape),
        "steps of unserved work, each with a price", "{first: {up-to: 5 %, price: 600 USD per H20e-quarter}, rest: {price: 5 700 USD per H20e-quarter}}");
    static readonly Field<MinimumService?> minimumService = Fields.Maybe("minimum-service", MinimumServiceShape.Shape,
        "service below which shortage costs a price of its own", "{level: 160k H20e, price: 20 000 USD per H20e-quarter}");

    /// <summary>The shape.</summary>
    public static Shape<Workload> Shape { get; } = new("workload", "A kind of work with a demand in every period, counted in equivalents of a reference part.",
        [equivalent, reference, computeBound, precision, efficiency, speed, shortage, minimumService], row =>
        {
            if (!Units.IsEquivalent(row.At(equivalent))) row.Reject(equivalent, "a name such as H20e", "the name of an equivalent has a capital or a digit and ends in e");
            if (row.At(precision).IsEmpty) row.Reject(precision, "at least one number format", "it is empty");
            return new(row.Name, row.At(equivalent), row.At(reference), row.At(computeBound), row.At(precision), row.At(efficiency).ByName(), row.At(speed).ByName(),
                Steps(row), row.At(minimumService), row.Place);
        });

    static double End(ShortageStep step) => step.UpTo?.Value ?? double.PositiveInfinity;

    /// <summary>Steps in rising order of share. Exactly one has no end, and prices rise.</summary>
    static ImmutableArray<ShortageStep> Steps(Row row)
    {
        var steps = row.At(shortage).Select(s => s.Value with { Name = s.Id }).Sorted(static (a, b) => End(a).CompareTo(End(b)));
        if (steps.Count(s => s.UpTo is null) != 1) row.Reject(shortage, "exactly one step without 'up-to'", "the last step holds for all that the others leave");
        for (var i = 1; i < steps.Length; i++)
        {
            if (steps[i].UpTo is { } upTo && upTo.Value <= steps[i - 1].UpTo!.Value) row.Report(MarketMessages.StepNotWider(upTo.Provenance.At, steps[i].Name, steps[i - 1].Name));
            if (steps[i].Price.Value < steps[i - 1].Price.Value) row.Report(MarketMessages.StepNotDearer(steps[i].Price.Provenance.At, steps[i].Name, steps[i - 1].Name));
        }

        return steps;
    }
}
