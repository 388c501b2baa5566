using System.Text.Json;

namespace Sluice.Optimization;

/// <summary>Reads functions of MathOptFormat: Variable, ScalarAffineFunction, and ScalarQuadraticFunction whose products have a random factor.</summary>
internal sealed class MofFunctions(JsonReading read, IReadOnlyDictionary<string, (char Kind, int Index)> variables)
{
    internal RandomFunction? Read(PlacedJson function)
    {
        var result = new RandomFunction();
        switch (read.Text(function, "type"))
        {
            case "Variable": return Term(result, function, read.Text(function, "name"), 1) ? result : null;
            case "SingleVariable": return Term(result, function, read.Text(function, "variable"), 1) ? result : null;
            case "ScalarAffineFunction": return Affine(result, function, "terms") ? result : null;
            case "ScalarQuadraticFunction": return Affine(result, function, "affine_terms") && Quadratic(result, function) ? result : null;
            case null: return null;
            case var other:
                read.Error(function["type"]!, $"A function of type {other} is not read; expected Variable, ScalarAffineFunction or ScalarQuadraticFunction.");
                return null;
        }
    }

    private bool Affine(RandomFunction result, PlacedJson function, string terms)
    {
        if (read.Need(function, terms, JsonValueKind.Array) is not { } list) return false;
        foreach (var term in list.Items)
        {
            if (!read.Is(term, JsonValueKind.Object, "A term") || read.Number(term, "coefficient") is not { } value) return false;
            if (!Term(result, term, read.Text(term, "variable"), value)) return false;
        }
        if (function["constant"] is null) return true;
        if (read.Number(function, "constant") is not { } constant) return false;
        result.Constant += constant;
        return true;
    }

    private bool Term(RandomFunction result, PlacedJson at, string? name, double value)
    {
        if (Find(at, name) is not var (kind, index)) return false;
        var into = kind == 'c' ? result.Columns : kind == 's' ? result.States : result.Random;
        into[index] = into.GetValueOrDefault(index) + value;
        return true;
    }

    // A product of two variables needs one that is random; a square counts half, as the format says.
    private bool Quadratic(RandomFunction result, PlacedJson function)
    {
        if (read.Need(function, "quadratic_terms", JsonValueKind.Array) is not { } list) return false;
        foreach (var term in list.Items)
        {
            if (!read.Is(term, JsonValueKind.Object, "A term") || read.Number(term, "coefficient") is not { } value) return false;
            if (Find(term, read.Text(term, "variable_1")) is not { } first || Find(term, read.Text(term, "variable_2")) is not { } second) return false;
            if (first == second) value /= 2;
            if (first.Kind != 'r') (first, second) = (second, first);
            if (first.Kind != 'r') { read.Error(term, "Neither factor of this product is random; only linear problems are read."); return false; }
            if (second.Kind == 'c') result.RandomColumns.Add((first.Index, second.Index, value));
            else if (second.Kind == 's') result.RandomStates.Add((first.Index, second.Index, value));
            else result.RandomPairs.Add((first.Index, second.Index, value));
        }
        return true;
    }

    private (char Kind, int Index)? Find(PlacedJson at, string? name)
    {
        if (name is null) return null;
        if (variables.TryGetValue(name, out var variable)) return variable;
        read.Error(at, $"Variable {name} is not known.{IssueList.Nearest(name, variables.Keys)}");
        return null;
    }
}

/// <summary>A set of MathOptFormat as bounds.</summary>
internal sealed record MofSet(double Lower, double Upper, bool IsInteger)
{
    internal static MofSet? Read(JsonReading read, PlacedJson set)
    {
        const double Least = double.NegativeInfinity, Most = double.PositiveInfinity;
        switch (read.Text(set, "type"))
        {
            case "GreaterThan": return read.Number(set, "lower") is { } least ? new MofSet(least, Most, false) : null;
            case "LessThan": return read.Number(set, "upper") is { } most ? new MofSet(Least, most, false) : null;
            case "EqualTo": return read.Number(set, "value") is { } value ? new MofSet(value, value, false) : null;
            case "Interval" when read.Number(set, "lower") is { } lower && read.Number(set, "upper") is { } upper:
                if (lower <= upper) return new MofSet(lower, upper, false);
                read.Error(set, $"The interval from {lower} to {upper} is empty.");
                return null;
            case "Interval" or null: return null;
            case "Integer": return new MofSet(Least, Most, true);
            case "ZeroOne": return new MofSet(0, 1, true);
            case var other:
                read.Error(set["type"]!, $"A set of type {other} is not read; expected GreaterThan, LessThan, EqualTo, Interval, Integer or ZeroOne.");
                return null;
        }
    }
}
