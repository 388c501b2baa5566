using System.Collections.Immutable;
using Sluice.Optimization;
using Sluice.Reading;

namespace Sluice.Planning;

/// <summary>
/// Writes one period's linear programme and its legend together, so that no coefficient lacks a meaning: a column's cost is what the
/// viewpoint pays minus what it receives over the column's cost items.
/// </summary>
sealed class PeriodBuilder
{
    readonly ImmutableArray<Choice>.Builder columns = ImmutableArray.CreateBuilder<Choice>();
    readonly ImmutableArray<Limit>.Builder rows = ImmutableArray.CreateBuilder<Limit>();
    readonly StateLayout incoming;
    readonly StateLayout? outgoing;
    readonly string viewpoint;
    readonly WholePath? path;
    readonly int firstColumn;

    public PeriodBuilder(StateLayout incoming, StateLayout? outgoing, string viewpoint)
    {
        (this.incoming, this.outgoing, this.viewpoint) = (incoming, outgoing, viewpoint);
        Subproblem = new Subproblem(incoming.Keys.Length, outgoing?.Keys.Length ?? 0);
    }

    /// <summary>Writes the period behind those that a path holds already, into one programme.</summary>
    public PeriodBuilder(StateLayout incoming, StateLayout? outgoing, string viewpoint, WholePath path)
    {
        (this.incoming, this.outgoing, this.viewpoint, this.path) = (incoming, outgoing, viewpoint, path);
        Subproblem = path.Subproblem;
        firstColumn = Subproblem.Columns;
        path.Enter(outgoing?.Keys.Length ?? 0);
    }

    public Subproblem Subproblem { get; }

    public Legend Legend => new(columns.ToImmutable(), rows.ToImmutable());

    public int Column(Choice choice)
    {
        var cost = 0.0;
        foreach (var item in choice.Costs)
            cost += item.Payer == viewpoint ? item.PerUnit : item.Payee == viewpoint ? -item.PerUnit : 0;
        var column = Subproblem.AddColumn(cost, 0, choice.Most);
        columns.Add(choice);
        return column;
    }

    /// <summary>Adds the column of a state entry, or returns −1 where no later period remembers it.</summary>
    public int State(StateKey key, ImmutableArray<CostItem> costs, double upper = double.PositiveInfinity, Limit? limit = null)
    {
        var entry = outgoing?.IndexOf(key) ?? -1;
        if (entry < 0)
            return -1;
        var column = Column(new Choice(key.Kind, key.Subject, key.With, key.Period, costs, upper, limit));
        if (path is null)
            Subproblem.SetOutgoing(entry, column);
        else
            path.Leave(entry, column);
        return column;
    }

    public int Row(Limit limit, double lower, double upper)
    {
        rows.Add(limit);
        return path is null ? Subproblem.AddRow(lower, upper) : path.AddRow(lower, upper);
    }

    /// <summary>Adds a column to a row; a column of −1 is one that does not exist.</summary>
    public void Put(int row, int column, double coefficient)
    {
        if (column >= 0 && coefficient != 0)
            Subproblem.Set(row, column, coefficient);
    }

    /// <summary>Adds an entry of the incoming state to a row, where the state has it.</summary>
    public void Take(int row, StateKey key, double coefficient)
    {
        var entry = incoming.IndexOf(key);
        if (entry < 0 || coefficient == 0)
            return;
        if (path is null)
            Subproblem.SetIncoming(row, entry, coefficient);
        else
            path.Take(row, entry, coefficient);
    }

    /// <summary>Columns of one kind written so far for a subject.</summary>
    public IEnumerable<int> Columns(ChoiceKind kind, string subject)
    {
        for (var j = 0; j < columns.Count; j++)
            if (columns[j].Kind == kind && columns[j].Subject == subject)
                yield return firstColumn + j;
    }

    public int Incoming(StateKey key) => incoming.IndexOf(key);

    public static ImmutableArray<Provenance> From(params ReadOnlySpan<Provenance?> provenances)
    {
        var found = ImmutableArray.CreateBuilder<Provenance>(provenances.Length);
        foreach (var provenance in provenances)
            if (provenance is not null)
                found.Add(provenance);
        return found.ToImmutable();
    }
}
