namespace Sluice.Optimization;

/// <summary>Runs of HiGHS that nobody waits for any more, since its presolve does not hear that it should stop. The process waits for them before it ends.</summary>
internal static class Stragglers
{
    private static readonly Lock Counting = new();
    private static readonly HashSet<Task> Tasks = [];

    // Static data of HiGHS must not go while a run still uses it.
    static Stragglers() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Settle();

    /// <summary>Waits for all of them.</summary>
    internal static void Settle()
    {
        Task[] waiting;
        lock (Counting) waiting = [.. Tasks];
        Task.WaitAll(waiting);
    }

    /// <summary>Leaves a task alone; once it has ended <paramref name="then"/> is done.</summary>
    internal static void Leave(Task task, Action? then = null)
    {
        lock (Counting) Tasks.Add(task);
        task.ContinueWith(
            ended =>
            {
                _ = ended.Exception;
                lock (Counting) Tasks.Remove(ended);
                then?.Invoke();
            },
            TaskScheduler.Default);
    }
}
