using System.Collections.Immutable;

namespace Sluice.Outlooks;

/// <summary>What can happen to a joint state: moves whose conditions hold, and flags that clear. Every one has a slot in the list of rates.</summary>
internal sealed class JointMoves
{
    readonly ImmutableArray<Driver> drivers;
    readonly Step[][] stepsOf;

    public JointMoves(ImmutableArray<Driver> drivers)
    {
        this.drivers = drivers;
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var d = 0; d < drivers.Length; d++)
            index.Add(drivers[d].Id, d);
        var slots = new List<Slot>();
        stepsOf = new Step[drivers.Length][];
        for (var d = 0; d < drivers.Length; d++)
        {
            var steps = new List<Step>();
            foreach (var move in drivers[d].Moves.Where(m => m.Rate.Value > 0))
            {
                var sets = drivers[d].Recent?.After.Contains(move.Name) == true;
                steps.Add(new(slots.Count, drivers[d].IndexOf(move.From), drivers[d].IndexOf(move.To), sets, [.. move.When.Select(w => Gate(w, index))]));
                slots.Add(new(d, move));
            }
            if (drivers[d].Recent is not null)
            {
                steps.Add(new(slots.Count, Step.Clearing, Step.Clearing, false, []));
                slots.Add(new(d, null));
            }
            stepsOf[d] = [.. steps];
        }
        Slots = [.. slots];
    }

    /// <summary>[slot] driver and move; a move of null clears the driver's flag.</summary>
    public ImmutableArray<Slot> Slots { get; }

    /// <summary>Rates of all slots in a month.</summary>
    public double[] Rates(MoveRates rates, int month) =>
        [.. Slots.Select(s => s.Move is { } move
            ? rates.At(drivers[s.Driver].Id, move, month).Value
            : 1 / drivers[s.Driver].Recent!.Window.Value)];

    /// <summary>Slots open in a state and the states that they lead to; digits are level × 2 + flag, one per driver.</summary>
    public IEnumerable<(int Slot, int Driver, int Digit)> From(int[] state)
    {
        for (var d = 0; d < drivers.Length; d++)
        {
            var (level, flag) = (state[d] / 2, state[d] % 2);
            foreach (var step in stepsOf[d])
            {
                var digit = step.From == Step.Clearing
                    ? level * 2
                    : step.From == level && step.Holds(state) ? step.To * 2 + (step.SetsFlag ? 1 : flag) : state[d];
                if (digit != state[d])
                    yield return (step.Slot, d, digit);
            }
        }
    }

    Condition Gate(When when, Dictionary<string, int> index)
    {
        var other = index[when.Driver.Id];
        var levels = drivers[other].Levels.Select(l => when.Levels.Contains(l.Id)).ToArray();
        return new(other, levels, when.Levels.Contains(When.Recently));
    }

    /// <summary>A way in which a state can change.</summary>
    /// <param name="Driver">Index of the driver.</param>
    /// <param name="Move">Its move; null clears its flag.</param>
    internal sealed record Slot(int Driver, Move? Move);

    sealed record Condition(int Driver, bool[] Levels, bool Recently)
    {
        public bool Holds(int[] state) => Levels[state[Driver] / 2] || (Recently && state[Driver] % 2 == 1);
    }

    sealed record Step(int Slot, int From, int To, bool SetsFlag, Condition[] When)
    {
        public const int Clearing = -1;

        public bool Holds(int[] state) => Array.TrueForAll(When, w => w.Holds(state));
    }
}
