using System.Runtime.InteropServices;

namespace Sluice.Optimization;

/// <summary>The functions of the C interface of HiGHS 1.12 that the engine uses.</summary>
/// <remarks>A status is 0 (ok), 1 (warning) or −1 (error). Matrices are row-wise: starts, column indices, values.</remarks>
internal static unsafe partial class HighsApi
{
    internal const int RowWise = 2;
    internal const int Minimise = 1;

    /// <summary>Basis status of a basic variable.</summary>
    internal const int Basic = 1;

    static HighsApi() => NativeLibrary.SetDllImportResolver(typeof(HighsApi).Assembly, HighsLibrary.Resolve);

    [LibraryImport(HighsLibrary.Name)] internal static partial nint Highs_create();
    [LibraryImport(HighsLibrary.Name)] internal static partial void Highs_destroy(nint highs);
    [LibraryImport(HighsLibrary.Name)] internal static partial int Highs_run(nint highs);
    [LibraryImport(HighsLibrary.Name)] internal static partial int Highs_clearSolver(nint highs);
    [LibraryImport(HighsLibrary.Name)] internal static partial int Highs_getModelStatus(nint highs);
    [LibraryImport(HighsLibrary.Name)] internal static partial double Highs_getObjectiveValue(nint highs);

    [LibraryImport(HighsLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_setBoolOptionValue(nint highs, string option, int value);

    [LibraryImport(HighsLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_setIntOptionValue(nint highs, string option, int value);

    [LibraryImport(HighsLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_setDoubleOptionValue(nint highs, string option, double value);

    [LibraryImport(HighsLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_setStringOptionValue(nint highs, string option, string value);

    [LibraryImport(HighsLibrary.Name)]
    internal static partial int Highs_getIntInfoValue(nint highs, byte* info, int* value);

    [LibraryImport(HighsLibrary.Name)]
    internal static partial int Highs_passLp(
        nint highs, int columns, int rows, int entries, int format, int sense, double offset,
        double* cost, double* columnLower, double* columnUpper, double* rowLower, double* rowUpper,
        int* start, int* index, double* value);

    [LibraryImport(HighsLibrary.Name)]
    internal static partial int Highs_addRows(
        nint highs, int rows, double* lower, double* upper, int entries, int* start, int* index, double* value);

    [LibraryImport(HighsLibrary.Name)]
    internal static partial int Highs_deleteRowsBySet(nint highs, int count, int* set);

    [LibraryImport(HighsLibrary.Name)]
    internal static partial int Highs_changeColCost(nint highs, int column, double cost);

    [LibraryImport(HighsLibrary.Name)]
    internal static partial int Highs_changeColBounds(nint highs, int column, double lower, double upper);

    [LibraryImport(HighsLibrary.Name)]
    internal static partial int Highs_changeRowsBoundsBySet(nint highs, int count, int* set, double* lower, double* upper);

    [LibraryImport(HighsLibrary.Name)]
    internal static partial int Highs_changeCoeff(nint highs, int row, int column, double value);

    [LibraryImport(HighsLibrary.Name)]
    internal static partial int Highs_getSolution(
        nint highs, double* columnValue, double* columnDual, double* rowValue, double* rowDual);

    [LibraryImport(HighsLibrary.Name)]
    internal static partial int Highs_getBasis(nint highs, int* columnStatus, int* rowStatus);

    [LibraryImport(HighsLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_passColName(nint highs, int column, string name);

    [LibraryImport(HighsLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_passRowName(nint highs, int row, string name);

    [LibraryImport(HighsLibrary.Name, StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int Highs_writeModel(nint highs, string file);
}
