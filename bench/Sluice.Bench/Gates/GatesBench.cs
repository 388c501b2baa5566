using System.Diagnostics;
using System.Globalization;
using Sluice.Gates;
using Sluice.Reading;
using Sluice.Runs;

namespace Sluice.Bench;

/// <summary>All parts of the atlas before both gates on every day of four years, on one core. Reading the files is timed apart.</summary>
internal static class GatesBench
{
    static readonly DateOnly from = new(2022, 8, 1);
    static readonly DateOnly until = new(2026, 7, 31);

    public static int Run(BenchArguments arguments)
    {
        var to = arguments.Text("to") ?? "CN";
        var repeats = arguments.Count("repeats", 5);
        var clock = Stopwatch.StartNew();
        var (book, _) = GatesRecords.Read(new FolderSource(Path.Combine(Root(), "atlas")), new Diagnostics());
        var reading = clock.Elapsed.TotalSeconds;
        var times = new double[repeats];
        var (days, intervals) = (0, 0);
        for (var i = 0; i < repeats; i++)
        {
            clock.Restart();
            (days, intervals) = (0, 0);
            foreach (var part in book.Parts)
            {
                var spans = PartScreening.Of(book, part, book.LastKnowledge).Over(to, Buyer.Unknown, from, until);
                intervals += spans.Length;
                foreach (var span in spans) days += span.Until.DayNumber - span.On.DayNumber + 1;
            }

            times[i] = clock.Elapsed.TotalSeconds;
        }

        var (first, best) = (times[0], times.Min());
        Console.WriteLine(arguments.Json
            ? string.Create(CultureInfo.InvariantCulture, $"{{\"name\": \"gates\", \"parts\": {book.Parts.Length}, \"partDays\": {days}, \"intervals\": {intervals}, \"readSeconds\": {reading:0.000}, \"firstSeconds\": {first:0.000}, \"seconds\": {best:0.000}}}")
            : string.Create(CultureInfo.InvariantCulture, $"gates: {book.Parts.Length} parts, {days} part-days to {to}, {intervals} intervals: first {first:0.000} s, best of {repeats} {best:0.000} s; atlas read in {reading:0.000} s"));
        return first < 1 ? 0 : 1;
    }

    static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Sluice.slnx")))
                return folder.FullName;
        throw new InvalidOperationException("The bench runs outside the repository: no Sluice.slnx above it.");
    }
}
