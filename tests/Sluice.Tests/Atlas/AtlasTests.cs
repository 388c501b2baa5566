using System.Globalization;
using Sluice.Cases;
using Sluice.Gates;
using Sluice.Gates.Conditions;
using Sluice.Market;
using Sluice.Outlooks;
using Sluice.Quantities;
using Sluice.Reading;
using static Sluice.Tests.Atlas.WholeAtlas;

namespace Sluice.Tests.Atlas;

public class AtlasTests
{
    /// <summary>
    /// Total processing performance and performance density (per mm²) as stated or worked out apart from this program, and how far what is
    /// computed here may lie from the former, with the reason. Density is stated to two decimals; null where no area is known.
    /// </summary>
    public static TheoryData<string, double, double?, double, string> Expected => new()
    {
        { "nvidia-a100-sxm4-80gb", 4992, 6.04, 0, "" },
        { "nvidia-a800-sxm4-80gb", 4992, 6.04, 0, "" },
        { "nvidia-h100-sxm5", 15832, 19.45, 0, "" },
        { "nvidia-h100-pcie", 12104, 14.87, 0, "" },
        { "nvidia-h800-sxm5", 15832, 19.45, 0, "" },
        { "nvidia-h200-sxm", 15832, 19.45, 0, "" },
        { "nvidia-gh200", 15832, 19.45, 0, "" },
        { "nvidia-h20", 2368, 2.91, 0, "" },
        { "nvidia-l40", 2896.8, 4.76, 0, "" },
        { "nvidia-l40s", 5864, 9.63, 0, "" },
        { "nvidia-l20", 1912, 3.14, 0.002, "32-bit vector rate, rounded, times 32 tops the 8-bit rate by two" },
        { "nvidia-l2", 1544, null, 0, "" },
        { "nvidia-l4", 1936, 6.59, 0, "" },
        { "nvidia-rtx-4090", 5284.8, 8.69, 0, "" },
        { "nvidia-rtx-4090-d", 4706.8, 7.74, 0.0001, "stated rounded to one decimal" },
        { "nvidia-rtx-5090", 6707.2, 8.94, 0, "" },
        { "nvidia-rtx-5090-d", 4750, 6.33, 0, "" },
        { "nvidia-rtx-5090-d-v2", 4750, 6.33, 0, "" },
        { "nvidia-rtx-pro-6000d", 2324, 3.1, 0, "" },
        { "nvidia-b100", 28000, 17.28, 0, "" },
        { "nvidia-b200", 36000, 22.22, 0, "" },
        { "nvidia-gb200", 40000, 24.69, 0, "" },
        { "nvidia-b300", 52500, 32.41, 0, "" },
        { "nvidia-gb300", 60000, 37.04, 0, "" },
        { "nvidia-b30a", 30000, 37.04, 0, "" },
        { "nvidia-rubin", 140000, null, 0, "" },
        { "amd-mi250", 5793.6, 4.0, 0, "" },
        { "amd-mi250x", 6128, 4.23, 0, "" },
        { "amd-mi300x", 20919.2, 20.57, 0, "" },
        { "amd-mi325x", 20919.2, 20.57, 0, "" },
        { "amd-mi350x", 36953.6, null, 0, "" },
        { "amd-mi355x", 40265.6, null, 0, "" },
        { "intel-gaudi2", 6920, 8.38, 0, "" },
        { "intel-gaudi2-hl-225b", 6920, null, 0, "" },
        { "intel-gaudi3", 26848, null, 0, "" },
        { "huawei-ascend-910a", 4096, 8.98, 0, "" },
        { "huawei-ascend-910b", 5120, 7.69, 0, "" },
        { "huawei-ascend-910c", 12032, 9.04, 0, "" },
        { "huawei-ascend-920", 14400, null, 0, "" },
        { "huawei-ascend-950pr", 7776, null, 0.12, "matrix units alone, 865 × 8; the stated figure adds the vector units, 486 × 16, and is the upper end of the 16-bit range" },
        { "huawei-ascend-950dt", 8000, null, 0, "" },
        { "huawei-ascend-960", 16000, null, 0, "" },
        { "huawei-ascend-970", 32000, null, 0, "" },
        { "cambricon-mlu370-x8", 2048, null, 0, "" },
        { "cambricon-mlu590", 4493, null, 0.0001, "the rate is stored as 4493 ÷ 16, rounded" },
        { "hygon-dcu-z100", 392, null, 0, "" },
        { "hygon-dcu-k100", 1600, null, 0, "" },
        { "hygon-dcu-k100-ai", 3136, null, 0, "" },
        { "hygon-bw1000", 7680, null, 0, "" },
        { "biren-br100", 16384, 15.26, 0, "" },
        { "mthreads-mtt-s4000", 1600, null, 0, "" },
        { "mthreads-mtt-s5000", 8000, null, 0, "" },
        { "metax-c500", 4480, null, 0, "" },
        { "alibaba-zhenwu-810e", 1899.2, null, 0, "" },
        { "huawei-ascend-910-pro-a", 4608, null, 0, "" },
        { "huawei-ascend-910-premium-a", 5120, null, 0, "" },
        { "huawei-ascend-910b1", 6400, null, 0, "" },
        { "huawei-ascend-910b2", 6016, null, 0, "" },
        { "huawei-ascend-910b3", 5008, null, 0, "" },
        { "huawei-ascend-910b4", 4480, null, 0, "" },
        { "huawei-ascend-910b-pro", 4480, null, 0, "" },
        { "huawei-atlas-350", 6800, null, 0.12, "matrix units alone, 378 × 16 and 1513 × 4; the stated figure adds the vector units, 425 × 16" },
        { "metax-c500-pcie", 3840, null, 0, "" },
        { "iluvatar-bi-v100", 2048, null, 0, "" },
    };

    [Fact]
    public void Every_file_reads_without_diagnostics() => Assert.Empty(Found.Select(d => $"{d.At.File}:{d.At.Line} {d.Message}"));

    [Fact]
    public void Every_text_file_belongs_to_a_section() =>
        Assert.Empty(Files.Paths.Where(f => f.EndsWith(".yaml", StringComparison.Ordinal)).Except(Sluice.Cases.AtlasFiles.Needed(Sluice.Cases.AtlasFiles.Sections, Files.Paths)));

    [Fact]
    public void Every_horizon_belongs_to_a_section() => Assert.Empty(Dated.Horizons.Select(h => h.Id).Except(Sluice.Cases.AtlasFiles.Sections));

    [Fact]
    public void Every_figure_of_every_part_has_a_source_that_resolves()
    {
        var known = Names("references");
        Assert.Empty(
            from part in Parts
            from figure in Figures(part)
            where figure.Backing.References.IsEmpty || figure.Backing.References.Any(r => !known.Contains(r.Id)) || figure.Backing.Others.Any(o => !known.Contains(o.Key.Id))
            select $"{part.Id}: {figure.Name}");
    }

    [Fact]
    public void Every_figure_of_every_part_has_a_grade() =>
        Assert.Empty(from part in Parts from figure in Figures(part) where figure.Backing.Grade == Grade.Unstated && figure.Name != "sold" select $"{part.Id}: {figure.Name}");

    [Fact]
    public void What_another_source_says_lies_within_the_range_of_a_figure() =>
        Assert.Empty(
            from part in Parts
            from fact in Facts(part)
            where fact.Fact.Value is { } value && (value < (fact.Fact.Low ?? value) || value > (fact.Fact.High ?? value)
                || fact.Fact.Backing.Others.Any(o => Numerals.TryReadPrefix(o.Value, out var other, out _) && fact.Unit(other) is var said && (said < (fact.Fact.Low ?? value) || said > (fact.Fact.High ?? value))))
            select $"{part.Id}: {fact.Name}");

    [Theory]
    [MemberData(nameof(Expected))]
    public void Performance_and_density_agree_with_what_is_stated(string id, double tpp, double? density, double tolerance, string reason)
    {
        var part = Assert.Single(Parts, p => p.Id == id);
        Assert.NotNull(part.Tpp);
        Assert.InRange(part.Tpp.Value, tpp * (1 - tolerance) - 1e-6, tpp * (1 + tolerance) + 1e-6);
        Assert.Equal(tolerance > 0, reason.Length > 0);

        Assert.Equal(density is null, PartFigures.Span(part, "density") == FigureSpan.Anything);
        if (density is { } stated) Assert.InRange(part.Tpp.Value / part.DieArea!.Value!.Value, stated * (1 - tolerance) - .0051, stated * (1 + tolerance) + .0051);
    }

    [Fact]
    public void A_part_without_expected_performance_has_no_exact_rate() =>
        Assert.Equal(Expected.Select(row => row.Data.Item1).Order(StringComparer.Ordinal), Parts.Where(p => p.Tpp is not null).Select(p => p.Id).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_source_has_a_reason_for_its_grade() => Assert.Empty(Sources.Where(s => string.IsNullOrWhiteSpace(s.Why)).Select(s => s.Id));

    [Fact]
    public void Every_claim_is_heard_in_reports_whose_sources_exist()
    {
        var reports = Reports.ToDictionary(r => r.Id);
        var sources = Names("sources");
        Assert.All(AllClaims, claim =>
        {
            Assert.NotEmpty(claim.Heard);
            Assert.All(claim.Heard, heard => Assert.Contains(reports[heard.Origin.Id].Source.Id, sources));
            Assert.All(claim.Heard.SelectMany(h => h.In), copy => Assert.Contains(copy.Id, reports));
        });
    }

    [Fact]
    public void Every_report_is_the_origin_or_a_copy_of_a_claim_and_says_where_it_is_read_or_what_it_is()
    {
        var heard = AllClaims.SelectMany(c => c.Heard).SelectMany(h => h.In.Select(i => i.Id).Append(h.Origin.Id)).ToHashSet();
        Assert.Empty(Reports.Select(r => r.Id).Except(heard));
        Assert.Empty(Entries("reports").Where(r => Text(r, "address").Length == 0 && Text(r, "title").Length == 0 && Texts(r, "source").Any(s => s is "copies" or "unnamed-outlet")).Select(r => r.Name));
    }

    [Fact]
    public void Every_who_of_a_claim_has_a_name() =>
        Assert.Empty(AllClaims.Select(c => c.Who).Except(Dated.Parties));

    [Fact]
    public void No_claim_stands_on_two_sides_of_a_dispute() =>
        Assert.Empty(Disputes.Where(d => d.Sides.SelectMany(s => s.Claims).GroupBy(c => c.Id).Any(g => g.Count() > 1)).Select(d => d.Id));

    [Fact]
    public void A_measure_is_known_before_it_takes_effect_only_where_its_text_was_published() =>
        Assert.Empty(Dated.Measures.Where(m => m.Effective is { } effective && m.Known.To < effective.From && Text(m.Written, "form") is not ("published-rule" or "purchase-preference" or "law" or "official-notice")).Select(m => m.Id));

    [Fact]
    public void A_measure_that_was_not_published_is_known_from_the_first_report_of_it()
    {
        var reports = Reports.ToDictionary(r => r.Id);
        var claims = AllClaims.ToDictionary(c => c.Id);
        Assert.All(Dated.Measures.Where(m => Text(m.Written, "form") is not ("published-rule" or "purchase-preference")), measure =>
        {
            var first = Texts(measure.Written, "claims").SelectMany(c => claims[c].Heard).Min(h => reports[h.Origin.Id].Published);
            Assert.True(first == measure.Known.To, $"{measure.Id} is known from {measure.Known}, its first report is of {first}");
        });
    }

    [Fact]
    public void Every_measure_is_complete()
    {
        Assert.Equal(36, Dated.Measures.Length);
        Assert.All(Dated.Measures, measure =>
        {
            var written = measure.Written;
            Assert.Contains(measure.Issuer, Dated.Parties);
            Assert.Contains(Text(written, "form"), new[] { "law", "published-rule", "purchase-preference", "official-notice", "summons", "window-guidance", "oral-instruction", "draft", "commentary" });
            Assert.Contains(Text(written, "state"), new[] { "in-force", "eased", "superseded", "not-enforced", "draft", "open", "unknown" });
            Assert.Contains(Text(written, "ground"), new[] { "security", "self-reliance", "energy", "competition", "trade" });
            Assert.Contains(Text(written, "deniable"), new[] { "yes", "no" });
            Assert.NotEmpty(Texts(written, "claims"));
            Assert.All(((Map)written["audience"]!).Entries, entry =>
            {
                Assert.Contains(entry.Key, Dated.BuyerGroups);
                Assert.InRange(int.Parse(((Scalar)entry.Value).Text, CultureInfo.InvariantCulture), 0, Dated.Ladder.Max(l => l.Value));
            });
            Assert.Equal(written["named"] is null, written["strength"] is null);
            Assert.True(measure.End != KnownEnd.Dated || (measure.Ended is { } ended && (Date(written, "ended-known") ?? ended).To >= ended.From), $"{measure.Id}: its end is known before it came");
        });
    }

    [Fact]
    public void Every_event_has_claims_and_is_not_known_before_it_happened_unless_planned()
    {
        Assert.Equal(113, Dated.Events.Length);
        Assert.All(Dated.Events, happened =>
        {
            var certainty = Text(happened.Written, "certainty");
            Assert.Contains(certainty, new[] { "firm", "reported", "planned", "estimate", "opinion", "denied", "unverified" });
            Assert.NotEmpty(Texts(happened.Written, "claims"));
            Assert.NotEmpty(Texts(happened.Written, "roots"));
            Assert.True(certainty is "planned" or "unverified" || happened.Known.To >= happened.Effective!.Value.From, $"{happened.Id} is known before it happened");
        });
    }

    [Fact]
    public void A_denied_event_has_a_claim_in_dispute()
    {
        var disputed = Disputes.SelectMany(d => d.Sides).SelectMany(s => s.Claims).Select(c => c.Id).ToHashSet();
        Assert.Empty(Dated.Events.Where(e => Text(e.Written, "certainty") == "denied" && !Texts(e.Written, "claims").Any(disputed.Contains)).Select(e => e.Id));
    }

    [Fact]
    public void Every_event_belongs_to_a_measure_or_rule_of_the_atlas_where_it_names_one()
    {
        var known = Dated.Measures.Concat(Dated.Rules).Select(m => m.Id).ToHashSet();
        Assert.Empty(Dated.Events.Where(e => Text(e.Written, "of") is { Length: > 0 } of && !known.Contains(of)).Select(e => $"{e.Id}: {Text(e.Written, "of")}"));
    }

    [Fact]
    public void Every_entry_of_the_market_keeps_its_shape_and_names_who_stands_behind_it()
    {
        Assert.Equal(Entries("market").Length, Dated.Figures.Length);
        Assert.All(Dated.Figures.Where(f => f.References.IsEmpty), figure => Assert.True(!figure.Roots.IsEmpty && !figure.Parties.IsEmpty && Texts((Map)((Map)Root["market"]!)[figure.Id]!, "addresses").All(a => a.StartsWith("http", StringComparison.Ordinal)), figure.Id));
    }

    [Fact]
    public void Entries_of_the_market_that_conflict_name_each_other()
    {
        var entries = Entries("market").ToDictionary(e => e.Name);
        Assert.Empty(from entry in entries.Values from other in Texts(entry, "conflicts") where !entries.TryGetValue(other, out var against) || !Texts(against, "conflicts").Contains(entry.Name) select $"{entry.Name}: {other}");
        Assert.Empty(from entry in entries.Values from input in Texts(entry, "from") where !entries.ContainsKey(input) select $"{entry.Name}: {input}");
    }

    [Fact]
    public void Every_file_of_rows_belongs_to_a_series()
    {
        Assert.NotEmpty(Dated.Series);
        Assert.Equal(Entries("series").Length, Dated.Series.Length);
        Assert.Equal(Files.Paths.Where(f => f.EndsWith(".csv", StringComparison.Ordinal)).Order(StringComparer.Ordinal), Dated.Series.Select(s => "series/" + s.File).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_rows_of_a_series_keep_their_shape_and_rise_in_date()
    {
        var diagnostics = new Diagnostics();
        Assert.All(Dated.Series, series =>
        {
            var rows = series.Rows(Files, new Reader(diagnostics));
            Assert.Equal(Lines("series/" + series.File).Length - 1, rows.Length);
            Assert.Equal(rows.Select(r => r.Until).Order(), rows.Select(r => r.Until));
        });
        Assert.Empty(diagnostics.Sorted);
    }

    [Fact]
    public void A_row_without_a_number_and_a_series_without_rows_are_faults()
    {
        var diagnostics = new Diagnostics();
        var files = MemorySource.Empty.With("series/price-h20.csv", "period,until,known,item,value,low,high,basis,grade,note\n2024,2024-12-31,2024-12-31,,,,,dealer,press,\n");
        Assert.Empty(Dated.Series.Single(s => s.Id == "price-h20").Rows(files, new Reader(diagnostics)));
        Assert.Empty(Dated.Series.First(s => s.Id != "price-h20").Rows(files, new Reader(diagnostics)));
        Assert.Equal(2, diagnostics.ErrorCount);
    }

    static IEnumerable<(string Name, Backing Backing)> Figures(Part part)
    {
        foreach (var (name, fact, _) in Facts(part)) yield return (name, fact.Backing);
        if (part.Process is { } process) yield return ("process", process.Backing);
        if (part.Announced is { } announced) yield return ("announced", announced.Backing);
        if (part.AvailableFrom is { } available) yield return ("available-from", available.Backing);
        if (part.UsSaleFrom is { } sale) yield return ("us-sale-from", sale.Backing);
        foreach (var (_, span) in part.SoldWithoutLicence) yield return ("sold", span.Backing);
    }

    /// <summary>The figures of a part, with what turns a number as printed into the unit that it is kept in.</summary>
    static IEnumerable<(string Name, Fact Fact, Func<double, double> Unit)> Facts(Part part)
    {
        foreach (var (format, rate) in part.Dense) yield return (format, rate, n => n);
        foreach (var (name, fact, unit) in new[] { ("die-area", part.DieArea, 1d), ("memory", part.Memory, 1d), ("bandwidth", part.Bandwidth, 1d), ("interconnect", part.Interconnect, 1d), ("tdp", part.BoardPower, .001) })
            if (fact is not null) yield return (name, fact, n => n * unit);
    }
}
