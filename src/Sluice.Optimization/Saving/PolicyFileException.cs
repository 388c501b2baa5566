namespace Sluice.Optimization;

/// <summary>A saved policy cannot be loaded: the text is no saved policy, of a schema unknown here, or of another graph.</summary>
public sealed class PolicyFileException : Exception
{
    internal PolicyFileException(string message, Exception? inner = null) : base(message, inner) { }
}
