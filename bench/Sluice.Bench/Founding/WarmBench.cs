using System.Diagnostics;
using System.Globalization;
using Sluice.Cases;
using Sluice.Optimization;
using Sluice.Planning.Buyer;
using Sluice.Reading;

namespace Sluice.Bench;

/// <summary>
/// A changed rate from warm: the founding case is trained, one rate is set to another number, and the plan's knowledge is made good for it: seconds to the orders of the
/// first period and a lower bound, and how far that bound is below the one of a long training. <c>--assumption PATH --number N</c>, <c>--points</c>, <c>--rare</c>, passes <c>--after</c>.
/// </summary>
internal static class WarmBench
{
    public static int Run(BenchArguments arguments)
    {
        var source = FoundingBench.Source(arguments);
        var world = source.Load().Case ?? throw new InvalidOperationException("The founding case does not load.");
        var outlook = CaseOutlook.Of(world);
        var options = new SddpOptions { Threads = arguments.Count("threads", Environment.ProcessorCount), Seed = 7 };
        using var policy = new Sddp(BuyerProgramme.Compile(world, outlook.Chain, outlook.Conditions).Programme.Graph, options);
        policy.Train(new StoppingRules { Passes = arguments.Count("passes", 100), Bound = null });

        var path = arguments.Text("assumption") ?? "drivers.cac.moves.tighten.chance";
        var assumption = world.Assumptions.First(a => a.Path == path);
        var number = arguments.Number("number", 2 * assumption.Value);
        using var process = Process.GetCurrentProcess();
        var (clock, processor) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var changed = source.Load(o => o with { Patches = [.. o.Patches, Patch.Set(path, assumption.With(number), new Place("bench", 1, 1))] }).Case
            ?? throw new InvalidOperationException($"The case is not sound with {path} = {number}.");
        var read = clock.Elapsed;
        var other = CaseOutlook.Of(changed, changed.Evidence.Weights[0], outlook.Chain);
        var graph = BuyerProgramme.Compile(changed, other.Chain, other.Conditions).Programme.Graph;
        var compiled = clock.Elapsed;
        using var warm = policy.Refreshed(graph, new RefreshOptions { Points = arguments.Count("points", 20), RareBelow = arguments.Number("rare", 2e-3) });
        warm.Train(new StoppingRules { Passes = arguments.Count("after", 8), Bound = null });
        var lower = warm.LowerBound;
        _ = warm.Solve(0, 0, graph.InitialState.AsSpan());
        var answered = clock.Elapsed;
        process.Refresh();
        var work = process.TotalProcessorTime - processor;

        using var cold = new Sddp(graph, options);
        var exact = cold.Train(new StoppingRules { Passes = arguments.Count("passes", 100), Bound = null }).LowerBound;
        var below = (exact - lower) / Math.Abs(exact);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{path} {assumption.Value} -> {number}: read {read.TotalSeconds:0.00} s, compiled {(compiled - read).TotalSeconds:0.00} s, refreshed {(answered - compiled).TotalSeconds:0.00} s; ")
            + string.Create(CultureInfo.InvariantCulture, $"{work.TotalSeconds:0.00} processor s, {work.TotalSeconds / options.Threads:0.00} s of {options.Threads} idle cores; lower bound {lower:0.0}, {below:P2} below {exact:0.0} of {cold.Passes} passes"));
        return below <= 0.01 ? 0 : 1;
    }
}
