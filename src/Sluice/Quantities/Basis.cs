
namespace Sluice.Quantities;

/// <summary>What a number rests on.</summary>
public abstract record Basis
{
    private protected Basis()
    {
    }

    /// <summary>Nothing was said: the number is counted and shown as "without basis".</summary>
    public static Basis None { get; } = new NoBasis();

    /// <summary>The author's words beside claims or a source: how the number follows from them; empty where nothing was added.</summary>
    public string Remark { get; init; } = "";

    /// <summary>Whether something was said.</summary>
    public bool IsStated => this is not NoBasis;
}
