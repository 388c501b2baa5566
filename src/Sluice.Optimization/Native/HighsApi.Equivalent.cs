using System.Runtime.InteropServices;

namespace Sluice.Optimization;

/// <summary>Functions for whole programmes, bases and whole-number columns.</summary>
internal static unsafe partial class HighsApi
{
    /// <summary>Integrality of a column that takes whole numbers.</summary>
    internal const int Integer = 1;

    [LibraryImport(HighsLibrary.Name)]
    internal static partial int Highs_changeColsIntegralityBySet(nint highs, int count, int* set, int* integrality);

    [LibraryImport(HighsLibrary.Name)]
    internal static partial int Highs_getDoubleInfoValue(nint highs, byte* info, double* value);

    [LibraryImport(HighsLibrary.Name)] internal static partial void Highs_resetGlobalScheduler(int blocking);

    [LibraryImport(HighsLibrary.Name)] internal static partial int Highs_setBasis(nint highs, int* columnStatus, int* rowStatus);

    [LibraryImport(HighsLibrary.Name)] internal static partial int Highs_getBasicVariables(nint highs, int* basic);

    [LibraryImport(HighsLibrary.Name)]
    internal static partial int Highs_getBasisInverseCol(nint highs, int column, double* value, int* count, int* index);

    [LibraryImport(HighsLibrary.Name)]
    internal static partial int Highs_setCallback(nint highs, delegate* unmanaged[Cdecl]<int, byte*, nint, int*, nint, void> callback, nint user);

    [LibraryImport(HighsLibrary.Name)] internal static partial int Highs_startCallback(nint highs, int kind);

    [LibraryImport(HighsLibrary.Name)] internal static partial int Highs_stopCallback(nint highs, int kind);
}
