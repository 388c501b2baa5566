using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static Sluice.Optimization.HighsApi;

namespace Sluice.Optimization;

/// <summary>Ends a run from outside.</summary>
internal sealed unsafe partial class Highs
{
    private const int SimplexInterrupt = 1, InteriorPointInterrupt = 2, MipInterrupt = 6;

    /// <summary>Runs until done or cancelled; HiGHS asks between iterations.</summary>
    internal ModelStatus Run(CancellationToken cancellation)
    {
        if (!cancellation.CanBeCanceled) return Run();
        var wish = GCHandle.Alloc(new StrongBox<CancellationToken>(cancellation));
        try
        {
            Check(Highs_setCallback(handle, &Asked, GCHandle.ToIntPtr(wish)), "a callback");
            foreach (var kind in (int[])[SimplexInterrupt, InteriorPointInterrupt, MipInterrupt]) Check(Highs_startCallback(handle, kind), "a callback");
            return Run();
        }
        finally
        {
            foreach (var kind in (int[])[SimplexInterrupt, InteriorPointInterrupt, MipInterrupt]) _ = Highs_stopCallback(handle, kind);
            wish.Free();
        }
    }

    // The first member of the last structure is the wish to stop.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Asked(int kind, byte* message, nint told, int* answer, nint user)
    {
        if (answer is not null && GCHandle.FromIntPtr(user).Target is StrongBox<CancellationToken> { Value.IsCancellationRequested: true }) *answer = 1;
    }
}
