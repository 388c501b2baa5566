namespace Sluice.Simulation;

/// <summary>Who holds what money, in minor units. Every payment takes from one account what it gives to another.</summary>
sealed class Ledger(int accounts)
{
    readonly long[] paid = new long[accounts];
    readonly long[] received = new long[accounts];

    /// <summary>Empties all accounts.</summary>
    public void Clear()
    {
        Array.Clear(paid);
        Array.Clear(received);
    }

    /// <summary>Pays.</summary>
    public void Pay(int from, int to, long amount)
    {
        paid[from] += amount;
        received[to] += amount;
    }

    /// <summary>What an account has paid so far.</summary>
    public long PaidBy(int account) => paid[account];

    /// <summary>What an account has received so far.</summary>
    public long ReceivedBy(int account) => received[account];

    /// <summary>Received less paid over all accounts: nought.</summary>
    public long Error()
    {
        var error = 0L;
        for (var a = 0; a < paid.Length; a++)
            error += received[a] - paid[a];
        return error;
    }
}
