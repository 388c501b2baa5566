namespace Sluice.Reading;

/// <summary>One cell of a table that was read.</summary>
internal readonly record struct Cell(string Text, bool Quoted, Place At);
