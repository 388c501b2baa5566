using Sluice.Reading;

namespace Sluice.Tests.Reading;

/// <summary>A text that was read, with what was found wrong in it.</summary>
internal sealed class Written
{
    public Diagnostics Diagnostics { get; } = new();

    public Map? Map { get; }

    public Reader Reader { get; }

    private Written(string file, string text)
    {
        Map = Yaml.Read(file, text, "", Diagnostics);
        Reader = new(Diagnostics);
    }

    public static Written As(string text, string file = "drivers.yaml") => new(file, text);

    public bool TryRead<T>(Kind<T> kind, string path, out T? value) => kind.TryRead(Map!.FindPath(path)!.Value, Reader, out value);

    /// <summary>Each fault as <c>line:column code</c>.</summary>
    public string[] Faults => [.. Diagnostics.Sorted.Select(d => $"{d.At.Line}:{d.At.Column} {d.Code}")];

    public string Message => Assert.Single(Diagnostics.Sorted).Message;
}
