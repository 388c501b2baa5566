using System.Collections.Immutable;

namespace Sluice.Outlooks;

/// <summary>Joint states reachable from the root, in the order of their digits, and the arcs between them in compressed rows.</summary>
internal sealed class JointSpace
{
    readonly Dictionary<string, int> index;

    JointSpace(List<int[]> states, int[] root, JointMoves moves)
    {
        States = states;
        index = new(states.Count, StringComparer.Ordinal);
        for (var s = 0; s < states.Count; s++)
            index.Add(Key(states[s]), s);
        Root = index[Key(root)];
        Start = new int[states.Count + 1];
        var (to, slot) = (new List<int>(), new List<int>());
        for (var s = 0; s < states.Count; s++)
        {
            foreach (var (step, driver, digit) in moves.From(states[s]))
            {
                to.Add(IndexWith(states[s], driver, digit));
                slot.Add(step);
            }
            Start[s + 1] = to.Count;
        }
        (To, Slot) = ([.. to], [.. slot]);
    }

    /// <summary>[state][driver] level × 2 + flag.</summary>
    public List<int[]> States { get; }

    public int Root { get; }

    /// <summary>[state] first arc; one longer than the states.</summary>
    public int[] Start { get; }

    /// <summary>[arc] state that it leads to.</summary>
    public int[] To { get; }

    /// <summary>[arc] slot whose rate it has.</summary>
    public int[] Slot { get; }

    /// <summary>The state that differs from another in one driver.</summary>
    public int IndexWith(int[] state, int driver, int digit) => index[Key(With(state, driver, digit))];

    /// <summary>The state with these digits, or −1 where it cannot be reached.</summary>
    public int Find(int[] state) => index.GetValueOrDefault(Key(state), -1);

    /// <summary>Explores by moves and by jumps at scheduled events, whatever their rates and days.</summary>
    /// <exception cref="OutlookTooLargeException">More than <paramref name="most"/> states are reachable.</exception>
    public static JointSpace Reach(JointState root, JointMoves moves, ImmutableArray<JumpTable> jumps, int most, ImmutableArray<Driver> drivers)
    {
        var start = StageWalk.ToDigits(root);
        var found = new List<int[]> { start };
        var seen = new HashSet<string>(StringComparer.Ordinal) { Key(start) };
        for (var next = 0; next < found.Count; next++)
        {
            var state = found[next];
            foreach (var (_, driver, digit) in moves.From(state))
                Add(With(state, driver, digit));
            foreach (var table in jumps)
                foreach (var (driver, digit, _) in table.From(state))
                    Add(With(state, driver, digit));
        }
        found.Sort(static (a, b) => a.AsSpan().SequenceCompareTo(b));
        return new(found, start, moves);

        void Add(int[] reached)
        {
            if (!seen.Add(Key(reached)))
                return;
            found.Add(reached);
            if (found.Count > most)
                throw new OutlookTooLargeException("or more within reach", found.Count, most, drivers);
        }
    }

    static int[] With(int[] state, int driver, int digit)
    {
        var copy = (int[])state.Clone();
        copy[driver] = digit;
        return copy;
    }

    static string Key(int[] state) => string.Create(state.Length, state, static (span, digits) =>
    {
        for (var d = 0; d < digits.Length; d++)
            span[d] = (char)digits[d];
    });
}
