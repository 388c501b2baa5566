using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Sluice.Runs;

/// <summary>The tables of a simulation as CSV. Every row ends with the run that it comes from.</summary>
static class MarketTables
{
    /// <summary>Bands, one row per series and month.</summary>
    public static string Series(MarketRecord record)
    {
        var text = new StringBuilder("series,party,line,part,workload,unit,month,mean,p10,p50,p90,source\n");
        foreach (var s in record.Series)
            for (var t = 0; t < s.Mean.Length; t++)
                Row(text, record, s.Name, s.Party, s.Line, s.Part, s.Workload, s.Unit, record.Start.AddMonths(t).ToString("yyyy-MM", CultureInfo.InvariantCulture),
                    RunFolder.Number(s.Mean[t]), RunFolder.Number(s.P10[t]), RunFolder.Number(s.P50[t]), RunFolder.Number(s.P90[t]));
        return text.ToString();
    }

    /// <summary>What the options change.</summary>
    public static string Differences(MarketRecord record) => Differences(record, record.Differences, "plain");

    /// <summary>The viewpoint by its plan against the same by habit.</summary>
    public static string Trial(MarketRecord record) => Differences(record, record.Trial?.Differences ?? [], "by-habit");

    static string Differences(MarketRecord record, ImmutableArray<MarketDifference> differences, string against)
    {
        var text = new StringBuilder($"series,party,line,part,workload,unit,{against},difference,low,high,source\n");
        foreach (var d in differences)
            Row(text, record, d.Name, d.Party, d.Line, d.Part, d.Workload, d.Unit, RunFolder.Number(d.Plain), RunFolder.Number(d.Mean), RunFolder.Number(d.IntervalLow), RunFolder.Number(d.IntervalHigh));
        return text.ToString();
    }

    /// <summary>What each driver does to each party.</summary>
    public static string Policies(MarketRecord record)
    {
        var text = new StringBuilder("policy,party,series,workload,unit,idle,difference,low,high,source\n");
        foreach (var p in record.Policies)
            Row(text, record, p.Policy, p.Party, p.Name, p.Workload, p.Unit, RunFolder.Number(p.Idle), RunFolder.Number(p.Mean), RunFolder.Number(p.IntervalLow), RunFolder.Number(p.IntervalHigh));
        return text.ToString();
    }

    /// <summary>Reported figures beside the simulation.</summary>
    public static string Record(MarketRecord record)
    {
        var text = new StringBuilder("name,series,item,period,months,unit,reported,reported-low,reported-high,mean,p10,p50,p90,inside,use,known,reported-by,note,source\n");
        foreach (var r in record.Record)
            Row(text, record, r.Name, r.Series, r.Item, r.Period, r.Months, r.Unit, RunFolder.Number(r.Reported), RunFolder.Number(r.ReportedLow), RunFolder.Number(r.ReportedHigh),
                RunFolder.Number(r.Mean), RunFolder.Number(r.P10), RunFolder.Number(r.P50), RunFolder.Number(r.P90), r.Inside ? "yes" : "no", r.Use, r.Known, string.Join("; ", r.Sources), r.Note);
        return text.ToString();
    }

    static void Row(StringBuilder text, MarketRecord record, params string?[] cells) =>
        text.AppendJoin(',', cells.Append($"sluice simulate, run {record.Run}").Select(c => RunFolder.Cell(c ?? ""))).Append('\n');
}
