namespace Sluice.Reading;

/// <summary>One cell of a table that was read.</summary>
internal sealed record Cell(string Text, bool Quoted, Place At);
