using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>What money and equivalents need before anything else is read. Faults in it are reported where it stands, not at every number that leans on it.</summary>
static class HeaderServices
{
    /// <summary>Gives a reader what the header says of money and equivalents.</summary>
    public static void Give(Reader reader, Map tree)
    {
        reader.With(Currencies(tree));
        if (Equivalents(tree) is { } equivalents) reader.With(equivalents);
    }

    /// <summary>The table of currencies. Without a sound currency of the case every amount passes, and the case does not.</summary>
    public static CurrencyTable Currencies(Map tree)
    {
        var quiet = new Reader(new Diagnostics());
        if (tree["currency"] is not { } own || !CurrencyTable.Code.TryRead(own, quiet, out var currency))
            return new("USD", Quantities.Currencies.Codes.ToDictionary(code => code, _ => new CurrencyRate("USD", 1, default), StringComparer.Ordinal));
        var rates = new Dictionary<string, CurrencyRate>(StringComparer.Ordinal);
        foreach (var entry in (tree["rates"] as Map)?.Entries ?? [])
            if (CurrencyRate.Shape.TryRead(entry.Value, quiet, out var rate)) rates[entry.Key] = rate;
        return new(currency, rates);
    }

    /// <summary>The equivalents that workloads declare; null where one of them declares none that can be read.</summary>
    static EquivalentNames? Equivalents(Map tree)
    {
        var names = new List<string>();
        foreach (var entry in (tree["workloads"] as Map)?.Entries ?? [])
        {
            if ((entry.Value as Map)?["equivalent"] is not Scalar name || !Units.IsEquivalent(name.Text)) return null;
            names.Add(name.Text);
        }

        return names.Count == 0 ? null : new(names);
    }
}
