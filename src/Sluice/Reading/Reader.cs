namespace Sluice.Reading;

/// <summary>What travels with the nodes while they are read: the collector of diagnostics, and services that some kinds need (a table of currencies, say).</summary>
/// <param name="diagnostics">Receives every fault.</param>
public sealed class Reader(Diagnostics diagnostics)
{
    private readonly Dictionary<Type, object> services = [];

    /// <summary>Receives every fault.</summary>
    public Diagnostics Diagnostics { get; } = diagnostics;

    /// <summary>Adds a service, or replaces the one of the same type, and returns this reader.</summary>
    public Reader With<T>(T service) where T : class
    {
        ArgumentNullException.ThrowIfNull(service);
        services[typeof(T)] = service;
        return this;
    }

    /// <summary>The service of that type, or null when none was added.</summary>
    public T? Find<T>() where T : class => services.TryGetValue(typeof(T), out var service) ? (T)service : null;

    /// <summary>The service of that type; an empty one is made and kept when none was added.</summary>
    public T Get<T>() where T : class, new()
    {
        if (Find<T>() is { } known) return known;
        var made = new T();
        services[typeof(T)] = made;
        return made;
    }

    /// <summary>Reports that a text is not what is expected. A value already refused is not reported again.</summary>
    /// <param name="node">What was found.</param>
    /// <param name="expected">What was expected, as in <see cref="Kind{T}.Words"/>.</param>
    /// <param name="example">An example, or empty.</param>
    /// <param name="why">What is wrong with it, a clause without full stop, or empty.</param>
    /// <returns>Always false, so that a kind can return it.</returns>
    public bool Reject(Node node, string expected, string example = "", string why = "")
    {
        if (node is not Scalar { Text.Length: > 0 } text) return RejectForm(node, expected, example);
        Diagnostics.Add(ReadingMessages.NotExpected(text, expected, example, why));
        return false;
    }

    /// <summary>Reports that a node has another form than expected: a plain value for a map, say. A value already refused is not reported again.</summary>
    /// <param name="node">What was found.</param>
    /// <param name="expected">What was expected, as in <see cref="Kind{T}.Words"/>.</param>
    /// <param name="example">An example, or empty.</param>
    /// <returns>Always false, so that a kind can return it.</returns>
    public bool RejectForm(Node node, string expected, string example = "")
    {
        if (node is not Refused) Diagnostics.Add(ReadingMessages.WrongForm(node, expected, example));
        return false;
    }

    /// <summary>Reports a diagnostic about a node, and returns false, so that a kind can return it.</summary>
    public bool Report(Diagnostic diagnostic)
    {
        Diagnostics.Add(diagnostic);
        return false;
    }
}
