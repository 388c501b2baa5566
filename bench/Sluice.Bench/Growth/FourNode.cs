using System.Globalization;

namespace Sluice.Bench;

/// <summary>Larger versions of the public instance 4node-512, by splitting its independent right-hand sides.</summary>
internal static class FourNode
{
    /// <summary>
    /// A stoch file with so many times the scenarios, a power of 2 up to 64: in the order of the file, right-hand sides with one value v become 0.9 v and 1.1 v, and then
    /// those with two values of mean m become 0.85, 0.95, 1.05 and 1.15 m, as the file's own four-valued ones are.
    /// </summary>
    public static string Split(string stoch, int times)
    {
        var lines = File.ReadAllLines(stoch);
        var values = lines.Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)).Where(words => words is [_, _, _, "PERIOD2", _])
            .GroupBy(words => (Column: words[0], Row: words[1]))
            .Select(group => (group.Key, Values: group.Select(words => (Value: Number(words[2]), Chance: Number(words[4]))).ToList())).ToList();
        foreach (var size in (int[])[1, 2])
        {
            for (var k = 0; k < values.Count && times > 1; k++)
            {
                if (values[k].Values.Count != size) continue;
                var mean = values[k].Values.Average(v => v.Value);
                double[] factors = size == 1 ? [0.9, 1.1] : [0.85, 0.95, 1.05, 1.15];
                values[k] = (values[k].Key, [.. factors.Select(factor => (factor * mean, 1.0 / factors.Length))]);
                times /= 2;
            }
        }
        if (times > 1) throw new InvalidDataException($"{stoch}: there are too few right-hand sides to split.");
        var body = values.SelectMany(source => source.Values.Select(v => string.Create(CultureInfo.InvariantCulture, $"    {source.Key.Column,-8}  {source.Key.Row,-8}  {v.Value,-12:R}   PERIOD2   {v.Chance}")));
        return string.Join('\n', (IEnumerable<string>)[lines[0], "INDEP         DISCRETE", .. body, "ENDATA", ""]);

        static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
    }
}
