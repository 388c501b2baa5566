namespace Sluice.Reading;

/// <summary>One kind of diagnostic: the page of the reference about it. Each room declares its own in a static list.</summary>
/// <param name="Id">Code of the form <c>SLU0123</c>. The first two digits name the room: 00 reading and syntax, 01 shapes, values and units,
/// 02 references, 03 outlook, 04 planning and market, 05 evidence, 06 files and options.</param>
/// <param name="Severity">Severity of every diagnostic with this code.</param>
/// <param name="Title">A few words, no full stop.</param>
/// <param name="Explanation">What is wrong and why Sluice minds.</param>
/// <param name="Example">A text that causes it.</param>
/// <param name="Mend">What to do about it.</param>
public sealed record DiagnosticCode(string Id, Severity Severity, string Title, string Explanation, string Example, string Mend)
{
    /// <summary>Makes a diagnostic of this kind.</summary>
    /// <param name="at">Where it stands.</param>
    /// <param name="found">What was found; shortened to one line of sixty characters.</param>
    /// <param name="expected">What would have been right.</param>
    /// <param name="message">The sentence for people.</param>
    /// <param name="nearest">The nearest valid name, or null.</param>
    public Diagnostic At(Place at, string found, string expected, string message, string? nearest = null) =>
        new(Id, Severity, at, Excerpts.Short(found), expected, nearest, message);
}
