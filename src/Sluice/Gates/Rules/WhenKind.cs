using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Sluice.Gates.Conditions;
using Sluice.Reading;

namespace Sluice.Gates.Rules;

/// <summary>When a policy holds: deliveries, a condition on the part, or both.</summary>
sealed class WhenKind : Kind<(Scope Scope, Condition? Part)>
{
    static readonly ImmutableArray<string> scopeKeys = ["to", "or", "hq", "not-hq"];

    static readonly Shape<Scope> scope = new("scope", "Deliveries that are meant.", [ScopeShape.To, ScopeShape.Or, ScopeShape.Hq, ScopeShape.NotHq], ScopeShape.Of);

    /// <inheritdoc/>
    public override string Words => "deliveries (to, or, hq, not-hq), a condition on the part, or both";

    /// <inheritdoc/>
    public override string Example => "{to: {in: [D5, MO]}, or: {hq: [D5, MO]}}";

    /// <inheritdoc/>
    public override JsonObject Schema() => new() { ["type"] = "object", ["description"] = Words };

    /// <inheritdoc/>
    public override bool TryRead(Node node, Reader reader, [MaybeNullWhen(false)] out (Scope Scope, Condition? Part) value)
    {
        value = (Scope.Everywhere, null);
        if (node is not Map map)
        {
            if (!ConditionKind.Instance.TryRead(node, reader, out var only)) return false;
            value = (Scope.Everywhere, only);
            return true;
        }

        var sound = scope.TryRead(map with { Entries = [.. map.Entries.Where(e => scopeKeys.Contains(e.Key))] }, reader, out var where);
        var rest = map with { Entries = [.. map.Entries.Where(e => !scopeKeys.Contains(e.Key))] };
        Condition? part = null;
        if (!rest.Entries.IsEmpty) sound &= ConditionKind.Instance.TryRead(rest, reader, out part);
        value = (where ?? Scope.Everywhere, part);
        return sound;
    }
}
