using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Tests.Cases;

/// <summary>The small case with something broken, and every error and warning that is then expected, each at the place where a marker begins.</summary>
public sealed class BrokenCase(string name, string because)
{
    readonly List<(string File, string? From, string? To)> edits = [];
    readonly List<(string Code, string File, string Marker)> expected = [];
    readonly List<string> fixedPlaces = [];

    public string Name { get; } = name;

    /// <summary>The lead of the message, where it is worth holding.</summary>
    public string Because { get; } = because;

    /// <summary>Puts another text in place of one that occurs once.</summary>
    public BrokenCase Edit(string file, string from, string to) => With(file, from, to);

    /// <summary>Writes a whole file.</summary>
    public BrokenCase Write(string file, string text) => With(file, null, text);

    /// <summary>Takes a file out.</summary>
    public BrokenCase Delete(string file) => With(file, null, null);

    /// <summary>Adds lines at the end of a file.</summary>
    public BrokenCase Add(string file, string text) => With(file, "", text);

    /// <summary>Expects a diagnostic where the marker begins; an empty marker is the start of the file.</summary>
    public BrokenCase Expect(string code, string file, string marker)
    {
        expected.Add((code, file, marker));
        return this;
    }

    /// <summary>Expects a diagnostic at a place that no marker can name.</summary>
    public BrokenCase ExpectAt(string code, string file, int line, int column)
    {
        fixedPlaces.Add($"{new Place(file, line, column)} {code}");
        return this;
    }

    internal MemorySource Files()
    {
        var files = TestCases.Small;
        foreach (var (file, from, to) in edits)
            files = (from, to) switch
            {
                (null, null) => files.Without(file),
                (null, { } whole) => files.With(file, whole),
                ("", { } more) => files.With(file, (files.Paths.Contains(file) ? files.Text(file) : "") + more),
                ({ } old, { } text) => files.Edit(file, old, text),
                _ => files,
            };
        return files;
    }

    internal ImmutableArray<string> Expected(MemorySource files) =>
        [.. expected.Select(e => $"{(e.Marker.Length == 0 ? Place.StartOf(e.File) : files.PlaceOf(e.File, e.Marker))} {e.Code}").Concat(fixedPlaces).Order(StringComparer.Ordinal)];

    BrokenCase With(string file, string? from, string? to)
    {
        edits.Add((file, from, to));
        return this;
    }
}
