using System.Text;
using Sluice.Reading;

namespace Sluice.Bench.Fuzz;

/// <summary>Damages the files of a case at random, as slips, bad merges and hostile files do. The same seed gives the same damage.</summary>
/// <param name="sound">A case without faults.</param>
/// <param name="seed">Seed.</param>
public sealed class CaseMutator(MemorySource sound, int seed)
{
    static readonly string[] tokens =
        ["{", "}", "[", "]", ":", ",", "\"", "'", "\n", "\n  ", "- ", "#", "&a", "*a", "!!x", "<<: *a", "---\n", "|", ">", "%", "\t", "\0", "\u200B", "é", "\ud800", "none", "value", "1e999", "-1", "0", "k", "per", " per quarter", "2025-13-45", "about "];

    readonly Random random = new(seed);

    /// <summary>The case with one to four pieces of damage, other ones at each call.</summary>
    public MemorySource Next()
    {
        var damaged = sound;
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            var path = damaged.Paths[random.Next(damaged.Paths.Length)];
            if (damaged.TryRead(path, out var bytes)) damaged = random.Next(12) == 0 ? damaged.With(path, Bytes(bytes)) : damaged.With(path, Text(Encoding.UTF8.GetString(bytes)));
        }

        return damaged;
    }

    byte[] Bytes(byte[] bytes)
    {
        var copy = (byte[])bytes.Clone();
        if (copy.Length > 0) copy[random.Next(copy.Length)] = (byte)random.Next(256);
        return copy;
    }

    string Text(string text)
    {
        if (text.Length == 0) return tokens[random.Next(tokens.Length)];
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 30), text.Length - at);
        var lines = text.Split('\n');
        var (one, other) = (random.Next(lines.Length), random.Next(lines.Length));
        return random.Next(9) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, tokens[random.Next(tokens.Length)]),
            2 => text.Insert(at, text.Substring(random.Next(text.Length - length + 1), length)),
            3 => text[..at],
            4 => string.Join('\n', lines.Where((_, i) => i != one)),
            5 => Swapped(lines, one, other),
            6 => text.Remove(at, 1).Insert(at, ((char)random.Next(32, 127)).ToString()),
            7 => text.Remove(at, length).Insert(at, tokens[random.Next(tokens.Length)]),
            _ => string.Join('\n', lines[..one].Append(lines[other]).Concat(lines[one..])),
        };
    }

    static string Swapped(string[] lines, int one, int other)
    {
        (lines[one], lines[other]) = (lines[other], lines[one]);
        return string.Join('\n', lines);
    }
}
