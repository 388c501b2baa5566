namespace Sluice.Optimization;

/// <summary>One way forward through all stages, over every state that the policy meets or a sample of them, and the way back with cuts.</summary>
internal sealed class NestedSweep(NestedStage[] stages, WorkerPool pool, double[] initialState)
{
    private readonly List<Departure>[] departures = [.. stages.Select(_ => new List<Departure>())];

    /// <summary>Expected cost of the policy, when <see cref="IsExact"/>.</summary>
    internal double Cost { get; private set; }

    /// <summary>True when no state was left out on the way forward.</summary>
    internal bool IsExact { get; private set; }

    /// <summary>Solves on the way forward.</summary>
    internal long Visits { get; private set; }

    /// <summary>Expected use of slack columns by the policy.</summary>
    internal double Slack { get; private set; }

    /// <summary>Goes forward. Where more than <paramref name="most"/> solves of a stage are wanted, a systematic sample of that many is drawn.</summary>
    internal bool Forward(int most, ref RandomStream random, int[][]? slackFrom, CancellationToken cancellation)
    {
        (Cost, IsExact, Visits, Slack) = (0, true, 0, 0);
        var arriving = new List<Visit> { new(0, initialState, 1) };
        for (var t = 0; t < stages.Length; t++)
        {
            departures[t].Clear();
            var jobs = Jobs(arriving, t);
            if (jobs.Count > most) (jobs, IsExact) = (Sample(jobs, job => job.Weight, (job, w) => job with { Weight = w }, most, ref random), false);
            Visits += jobs.Count;
            var leaving = new double[jobs.Count][];
            var (costs, slacks) = (new double[jobs.Count], new double[jobs.Count]);
            var byNode = jobs.Index().GroupBy(job => job.Item.Visit.Node).Select(group => group.ToArray()).ToArray();
            var stage = stages[t];
            var firstSlack = slackFrom?[t];
            if (!pool.Run(byNode.Length, (g, room) =>
            {
                foreach (var (k, job) in byNode[g])
                {
                    var node = stage.Nodes[job.Visit.Node];
                    room.Cancellation.ThrowIfCancellationRequested();
                    node.Solve(job.Visit.State, job.Outcome, null, room.Cancellation);
                    costs[k] = node.StageCost;
                    node.CopyOutgoing(leaving[k] = new double[stage.Outgoing]);
                    if (firstSlack is not null)
                        for (var j = firstSlack[job.Visit.Node]; j < node.Columns.Length; j++) slacks[k] += node.Columns[j];
                }
            }, cancellation)) return false;
            for (var k = 0; k < jobs.Count; k++)
            {
                Cost += jobs[k].Weight * costs[k];
                Slack += jobs[k].Weight * slacks[k];
            }
            if (t == stages.Length - 1) break;
            arriving = Arrive(jobs, leaving, t);
        }
        return true;
    }

    /// <summary>Goes backward over the states of the last way forward and gives each class of nodes its cuts.</summary>
    internal bool Backward(CancellationToken cancellation)
    {
        for (var t = stages.Length - 2; t >= 0; t--)
        {
            var (stage, next, list) = (stages[t], stages[t + 1], departures[t]);
            foreach (var departure in list) stage.Points[departure.Class].Add(WithOne(departure.State));
            // Both by departure and place in its reach: in a tree every departure reaches few of very many nodes.
            double[][] values = [.. list.Select(departure => new double[stage.Reach[departure.Class].Length])];
            double[][] gradients = [.. values.Select(reached => new double[reached.Length * next.Incoming])];
            var wanted = new List<(int Departure, int Place)>[next.Nodes.Length];
            for (var d = 0; d < list.Count; d++)
                foreach (var (place, to) in stage.Reach[list[d].Class].Index()) (wanted[to] ??= []).Add((d, place));
            if (!pool.Run(next.Nodes.Length, (to, room) =>
            {
                foreach (var (d, place) in wanted[to] ?? []) values[d][place] = next.Nodes[to].Expected(list[d].State, gradients[d].AsSpan(place * next.Incoming, next.Incoming), room.Cancellation);
            }, cancellation)) return false;
            var ofClass = Enumerable.Range(0, list.Count).ToLookup(d => list[d].Class);
            if (!pool.Run(stage.Nodes.Length, (n, room) =>
            {
                foreach (var d in ofClass[stage.ClassOf[n]]) AddCut(t, n, list[d].State, values[d], gradients[d], room);
            }, cancellation)) return false;
        }
        return true;
    }

    private void AddCut(int t, int n, double[] state, double[] values, double[] gradients, Workspace room)
    {
        var (stage, next) = (stages[t], stages[t + 1]);
        var function = room.Function(Vectors.Width(state.Length));
        function.Clear();
        var slope = function[..state.Length];
        var value = 0.0;
        foreach (var (place, to) in stage.Reach[stage.ClassOf[n]].Index())
        {
            value += stage.Chance(n, to) * values[place];
            Vectors.AddScaled(slope, stage.Chance(n, to), gradients.AsSpan(place * next.Incoming, next.Incoming));
        }
        function[state.Length] = value - Vectors.Dot(slope, state);
        stage.Nodes[n].Cuts!.Add(function);
    }

    private static double[] WithOne(double[] state)
    {
        var point = new double[Vectors.Width(state.Length)];
        state.CopyTo(point, 0);
        point[state.Length] = 1;
        return point;
    }

    private List<(Visit Visit, int Outcome, double Weight)> Jobs(List<Visit> arriving, int t)
    {
        var jobs = new List<(Visit, int, double)>();
        foreach (var visit in arriving)
        {
            var outcomes = stages[t].Nodes[visit.Node].Programme.Outcomes;
            for (var w = 0; w < outcomes.Length; w++)
                if (outcomes[w].Probability > 0) jobs.Add((visit, w, visit.Weight * outcomes[w].Probability));
        }
        return jobs;
    }

    private List<Visit> Arrive(List<(Visit Visit, int Outcome, double Weight)> jobs, double[][] leaving, int t)
    {
        var stage = stages[t];
        var met = new Dictionary<StateKey, (int Node, double[] State, double Weight)>();
        var order = new List<StateKey>();
        var departed = new HashSet<StateKey>();
        for (var k = 0; k < jobs.Count; k++)
        {
            var from = jobs[k].Visit.Node;
            if (departed.Add(new StateKey(stage.ClassOf[from], leaving[k]))) departures[t].Add(new Departure(stage.ClassOf[from], leaving[k]));
            foreach (var to in stage.Reach[stage.ClassOf[from]])
            {
                var key = new StateKey(to, leaving[k]);
                var weight = jobs[k].Weight * stage.Chance(from, to);
                if (met.TryGetValue(key, out var known)) met[key] = known with { Weight = known.Weight + weight };
                else
                {
                    met.Add(key, (to, leaving[k], weight));
                    order.Add(key);
                }
            }
        }
        return [.. order.Select(key => met[key]).Select(visit => new Visit(visit.Node, visit.State, visit.Weight))];
    }

    // Every so much of the weight one is taken, so that heavy ones are never left out.
    private static List<T> Sample<T>(List<T> all, Func<T, double> weight, Func<T, double, T> with, int most, ref RandomStream random)
    {
        var (total, share) = (all.Sum(weight), 0.0);
        share = total / most;
        var (next, sum) = (random.Next() * share, 0.0);
        var sample = new List<T>();
        foreach (var item in all)
        {
            sum += weight(item);
            var taken = 0;
            for (; next < sum; next += share) taken++;
            if (taken > 0) sample.Add(with(item, taken * share));
        }
        return sample;
    }
}
