namespace Sluice.Optimization.Tests;

/// <summary>Writes three small files, reads them, and forgets them.</summary>
/// <remarks>
/// The programme: buy x at 2, at most 10; then sell y ≤ x, y ≤ demand, at a price of 5. Without noise the demand is 4 and the value −12.
/// </remarks>
internal static class SmpsFiles
{
    internal const string Core = """
        NAME          SHOP
        ROWS
         N  COST
         L  CAP
         L  STOCK
         L  DEMAND
        COLUMNS
            X         COST         2.0         CAP          1.0
            X         STOCK       -1.0
            Y         COST        -5.0         STOCK        1.0
            Y         DEMAND       1.0
        RHS
            RHS       CAP         10.0         DEMAND       4.0
        ENDATA
        """;

    internal const string Time = """
        TIME          SHOP
        PERIODS       LP
            X         CAP                      NOW
            Y         STOCK                    LATER
        ENDATA
        """;

    internal const string Independent = """
        STOCH         SHOP
        INDEP         DISCRETE
            RHS       DEMAND       2.0         LATER        0.5
            RHS       DEMAND       6.0         LATER        0.5
        ENDATA
        """;

    internal static FormatReading Read(string core = Core, string time = Time, string stoch = Independent, SmpsOptions? options = null)
    {
        var folder = Directory.CreateTempSubdirectory("sluice");
        try
        {
            string File(string name, string text)
            {
                var path = Path.Combine(folder.FullName, name);
                System.IO.File.WriteAllText(path, text);
                return path;
            }
            return Smps.Read(File("shop.cor", core), File("shop.tim", time), File("shop.sto", stoch), options);
        }
        finally
        {
            folder.Delete(true);
        }
    }

    internal static double Value(string core = Core, string time = Time, string stoch = Independent, SmpsOptions? options = null) =>
        Equivalent.Solve(Read(core, time, stoch, options).Required).Value;

    /// <summary>A stoch file of one section.</summary>
    internal static string Stoch(string body) => $"STOCH SHOP\n{body}\nENDATA\n";
}
