using System.Collections.Immutable;
using Sluice.Gates;
using Sluice.Reading;
using Sluice.Runs;

namespace Sluice.Tests.Gates;

/// <summary>Laws of screening, over all parts, many days and destinations.</summary>
public class LawTests
{
    static readonly string[] destinations = ["CN", "HK", "MO", "VN", "SA", "SG", "MY", "RU", "JP"];

    static readonly DateOnly[] days = [.. Enumerable.Range(0, 25).Select(i => new DateOnly(2022, 8, 27).AddDays(i * 61))];

    static readonly MemorySource files = MemorySource.Of(new FolderSource(Repository.At("atlas")));

    static IEnumerable<string> All(GateBook book, DateOnly asOf, Func<DateOnly, bool> judged, string? parent = null) =>
        from part in book.Parts
        let screening = PartScreening.Of(book, part, asOf)
        from to in destinations
        from day in days
        where judged(day)
        let found = screening.On(to, new Buyer(parent, ["large-platform"], null), day)
        select $"{part.Id} to {to} on {day:yyyy-MM-dd}: {string.Join("; ", found.Verdicts.Select(v => $"{TheAtlas.Words(v)} {v.Strength} {string.Join(",", v.Rules)} {string.Join(",", v.Missing)}"))}";

    [Theory]
    [InlineData("2023-01-15")]
    [InlineData("2024-01-15")]
    [InlineData("2025-04-12")]
    [InlineData("2025-08-21")]
    public void A_verdict_uses_nothing_known_later(string asOfText)
    {
        var asOf = TheAtlas.Day(asOfText);
        var cut = files;
        foreach (var path in files.Paths.Where(p => p.StartsWith("us/", StringComparison.Ordinal) || p.StartsWith("cn/", StringComparison.Ordinal)))
            cut = cut.With(path, string.Join("\n", Without(files.Text(path), asOf)));
        Assert.Equal(All(TheAtlas.Book, asOf, d => d <= asOf), All(TheAtlas.Read(cut), asOf, d => d <= asOf));
    }

    /// <summary>A file without its entries that were known after a day; rules that others speak of stay with nothing in force.</summary>
    static IEnumerable<string> Without(string text, DateOnly asOf)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length;)
        {
            var next = i + 1;
            if (lines[i].StartsWith("  ", StringComparison.Ordinal) && lines[i].Length > 2 && lines[i][2] is not (' ' or '#') && lines[i].TrimEnd().EndsWith(':'))
            {
                while (next < lines.Length && !(lines[next].StartsWith("  ", StringComparison.Ordinal) && lines[next].Length > 2 && lines[next][2] is not (' ' or '#'))) next++;
                var known = lines[i..next].FirstOrDefault(l => l.StartsWith("    known: ", StringComparison.Ordinal));
                if (known is not null && VagueDate.TryParse(known[11..].Split('#')[0].Trim(), out var day) && day.To > asOf)
                {
                    i = next;
                    continue;
                }
            }

            for (; i < next; i++) yield return lines[i];
        }
    }

    [Fact]
    public void The_order_of_files_and_entries_changes_no_verdict()
    {
        var turned = new Turned(files);
        Assert.Equal(All(TheAtlas.Book, TheAtlas.Book.LastKnowledge, _ => true), All(TheAtlas.Read(turned), TheAtlas.Book.LastKnowledge, _ => true));
    }

    [Fact]
    public void Unknown_figures_never_give_an_all_clear_that_known_ones_do_not()
    {
        var text = files.Text("parts/nvidia.yaml");
        foreach (var figure in new[] { "dense", "bandwidth", "interconnect", "die-area", "datacentre" })
        {
            var blank = TheAtlas.Read(files.With("parts/nvidia.yaml", string.Join("\n", Blank(text, figure))));
            foreach (var part in TheAtlas.Book.Parts.Where(p => p.Maker == "nvidia"))
            {
                var known = PartScreening.Of(TheAtlas.Book, part, TheAtlas.Book.LastKnowledge);
                var less = PartScreening.Of(blank, blank.Parts.First(p => p.Id == part.Id), blank.LastKnowledge);
                foreach (var day in days)
                    if (known.On("CN", Buyer.Unknown, day).Verdicts[0] is { Word: VerdictWord.Licence } licence && less.On("CN", Buyer.Unknown, day).Verdicts[0] is { Word: VerdictWord.NoRequirement } clear)
                        Assert.Fail($"{part.Id} without {figure} on {day:yyyy-MM-dd}: {licence.Why} became {clear.Why} {string.Join("; ", clear.Trace)}");
            }
        }
    }

    [Fact]
    public void A_buyer_of_whom_less_is_known_is_never_cleared_where_a_known_one_is_not()
    {
        var book = TheAtlas.Book;
        string?[] firms = [null, "bytedance", "tencent"];
        string?[] uses = [null, "inference", "training"];
        var known = from g in book.BuyerGroups from f in firms from u in uses select new Buyer("CN", [g], u) { Firm = f };
        foreach (var part in book.Parts)
        {
            var screening = PartScreening.Of(book, part, book.LastKnowledge);
            foreach (var day in Enumerable.Range(0, 26).Select(i => new DateOnly(2024, 8, 27).AddDays(i * 30)).Where(d => d <= book.Horizon))
            {
                var clear = (Buyer buyer) => screening.On("CN", buyer, day).Verdicts[1].Word == VerdictWord.NoRequirement;
                var caught = known.Where(b => b.Firm is not null && b.Use is not null && !clear(b)).ToArray();
                foreach (var buyer in caught)
                {
                    Assert.False(clear(buyer with { Groups = [] }), $"{part.Id} on {day:yyyy-MM-dd} for {buyer}: no group");
                    Assert.False(clear(buyer with { Firm = null }), $"{part.Id} on {day:yyyy-MM-dd} for {buyer}: no firm");
                    Assert.False(clear(buyer with { Use = null }), $"{part.Id} on {day:yyyy-MM-dd} for {buyer}: no use");
                    Assert.False(clear(Buyer.Unknown), $"{part.Id} on {day:yyyy-MM-dd} for {buyer}: nothing");
                }
            }
        }
    }

    /// <summary>A file of parts without one figure, and without records of sales.</summary>
    static IEnumerable<string> Blank(string text, string figure)
    {
        var skipping = false;
        foreach (var line in text.Split('\n'))
        {
            var own = line.StartsWith("    ", StringComparison.Ordinal) && line.Length > 4 && line[4] != ' ';
            if (own || !line.StartsWith("     ", StringComparison.Ordinal))
                skipping = line.StartsWith($"    {figure}:", StringComparison.Ordinal) || line.StartsWith("    sold-without-licence:", StringComparison.Ordinal);
            if (!skipping) yield return line;
        }
    }

    [Fact]
    public void Over_a_span_each_day_has_the_verdict_of_its_interval()
    {
        var book = TheAtlas.Book;
        var (from, until) = (TheAtlas.Day("2022-08-01"), TheAtlas.Day("2026-10-01"));
        foreach (var name in new[] { "h20", "a800", "h200", "rtx-4090", "910c", "mi308" })
        {
            var screening = PartScreening.Of(book, book.Parts.First(p => p.Id == book.Names.Find(name)), book.LastKnowledge);
            var spans = screening.Over("CN", Buyer.Unknown, from, until);
            Assert.Equal((from, until), (spans[0].On, spans[^1].Until));
            foreach (var (one, next) in spans.Zip(spans.Skip(1)))
            {
                Assert.Equal(one.Until.AddDays(1), next.On);
                Assert.False(one.Says(next));
            }
            for (var day = from; day <= until; day = day.AddDays(13))
                Assert.True(spans.Single(s => s.On <= day && s.Until >= day).Says(screening.On("CN", Buyer.Unknown, day)), $"{name} on {day:yyyy-MM-dd}");
        }
    }

    [Fact]
    public void Beyond_the_horizon_nothing_is_cleared()
    {
        var verdict = TheAtlas.Export("l20", "CN", "2027-01-01");
        Assert.Equal(VerdictWord.Unknown, verdict.Word);
        Assert.Equal(TheAtlas.Book.RulesHorizon, TheAtlas.Export("h100", "CN", "2027-01-01").LastKnown);
    }

    [Fact]
    public void The_all_clear_names_how_many_rules_were_read_and_as_of_when() => Assert.Matches("^No requirement found among [0-9]+ rules as of 2024-02-01\\.$", TheAtlas.Export("l20", "CN", "2024-02-01", asOf: "2024-02-01").Why);

    /// <summary>The same files, entries and files in the opposite order.</summary>
    sealed class Turned(MemorySource files) : IFileSource
    {
        public ImmutableArray<string> Paths { get; } = [.. files.Paths.Reverse()];

        public bool TryRead(string path, [System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out byte[] bytes)
        {
            bytes = null;
            if (!files.TryRead(path, out var read)) return false;
            bytes = path.StartsWith("us/", StringComparison.Ordinal) || path.StartsWith("cn/", StringComparison.Ordinal) || path.StartsWith("parts/", StringComparison.Ordinal) ? System.Text.Encoding.UTF8.GetBytes(Backwards(files.Text(path))) : read;
            return true;
        }

        static string Backwards(string text)
        {
            var lines = text.Split('\n');
            var head = Array.FindIndex(lines, l => l.Length > 0 && l[0] is not ('#' or ' ')) + 1;
            var blocks = new List<List<string>>();
            foreach (var line in lines[head..])
                if (blocks.Count > 0 && !(line.StartsWith("  ", StringComparison.Ordinal) && line.Length > 2 && line[2] is not (' ' or '#'))) blocks[^1].Add(line);
                else if (line.Length > 0) blocks.Add([line]);
            blocks.Reverse();
            return string.Join("\n", lines[..head].Concat(blocks.SelectMany(b => b))) + "\n";
        }
    }
}
