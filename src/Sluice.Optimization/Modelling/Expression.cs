namespace Sluice.Optimization;

/// <summary>What a term of an expression stands for; the index counts within its kind.</summary>
internal enum TermKind
{
    Column,
    Incoming,
    Random,
}

/// <summary>A linear expression in the variables, states and random values of a stage; a random value may multiply a variable or a state.</summary>
/// <remarks>Comparisons make constraints: <c>sold &lt;= stock.In</c>. Nothing is evaluated.</remarks>
#pragma warning disable CA1046, CA2225 // Comparing expressions states a constraint; named methods beside the operators would be in nobody's way of writing.
public sealed class Expression
{
    private readonly Dictionary<(TermKind Kind, int Index), double> terms = [];
    private readonly List<(int Random, (TermKind Kind, int Index) With, double Value)> products = [];
    private double constant;

    private Expression() { }

    internal static Expression Of(TermKind kind, int index)
    {
        var expression = new Expression();
        expression.terms[(kind, index)] = 1;
        return expression;
    }

    /// <summary>A number is an expression.</summary>
    public static implicit operator Expression(double value) => new() { constant = value };

    /// <summary>The sum.</summary>
    public static Expression operator +(Expression left, Expression right) => Combine(left, right, 1);

    /// <summary>The difference.</summary>
    public static Expression operator -(Expression left, Expression right) => Combine(left, right, -1);

    /// <summary>The negative.</summary>
    public static Expression operator -(Expression value) => Combine(0, value, -1);

    /// <summary>The product; one side must be a number, or random values alone.</summary>
    /// <exception cref="ArgumentException">Both sides hold variables or states.</exception>
    public static Expression operator *(Expression left, Expression right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var (factor, other) = left.IsRandom ? (left, right) : (right, left);
        if (!factor.IsRandom || factor.products.Count > 0 || (other.products.Count > 0 && factor.terms.Count > 0))
            throw new ArgumentException("Both sides of a product hold variables or states; only linear models can be stated.");
        var result = Combine(0, other, factor.constant);
        foreach (var ((_, random), weight) in factor.terms)
        {
            foreach (var (term, value) in other.terms) result.products.Add((random, term, weight * value));
            result.Add((TermKind.Random, random), weight * other.constant);
        }
        return result;
    }

    /// <summary>The quotient by a number.</summary>
    public static Expression operator /(Expression left, double right) => left * (1 / right);

    /// <summary>left ≤ right.</summary>
    public static Constraint operator <=(Expression left, Expression right) => new(left - right, double.NegativeInfinity, 0);

    /// <summary>left ≥ right.</summary>
    public static Constraint operator >=(Expression left, Expression right) => new(left - right, 0, double.PositiveInfinity);

    /// <summary>left = right.</summary>
    public static Constraint operator ==(Expression left, Expression right) => new(left - right, 0, 0);

    /// <summary>Not a constraint.</summary>
    /// <exception cref="NotSupportedException">Always: what differs from something is no linear set.</exception>
    public static Constraint operator !=(Expression left, Expression right) => throw new NotSupportedException("≠ is not a linear constraint.");

    /// <inheritdoc/>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    /// <summary>The sum of several expressions.</summary>
    /// <param name="expressions">Expressions; none give 0.</param>
    public static Expression Sum(IEnumerable<Expression> expressions)
    {
        ArgumentNullException.ThrowIfNull(expressions);
        var result = new Expression();
        foreach (var expression in expressions) result.AddAll(expression, 1);
        return result;
    }

    internal RandomFunction Compile()
    {
        var function = new RandomFunction { Constant = constant };
        foreach (var ((kind, index), value) in terms)
        {
            var into = kind == TermKind.Column ? function.Columns : kind == TermKind.Incoming ? function.States : function.Random;
            into[index] = into.GetValueOrDefault(index) + value;
        }
        foreach (var (random, (kind, index), value) in products)
        {
            if (kind == TermKind.Column) function.RandomColumns.Add((random, index, value));
            else if (kind == TermKind.Incoming) function.RandomStates.Add((random, index, value));
            else function.RandomPairs.Add((random, index, value));
        }
        return function;
    }

    private bool IsRandom => terms.Keys.All(term => term.Kind == TermKind.Random);

    private static Expression Combine(Expression left, Expression right, double factor)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var result = new Expression();
        result.AddAll(left, 1);
        result.AddAll(right, factor);
        return result;
    }

    private void AddAll(Expression other, double factor)
    {
        constant += factor * other.constant;
        foreach (var (term, value) in other.terms) Add(term, factor * value);
        foreach (var (random, with, value) in other.products) products.Add((random, with, factor * value));
    }

    private void Add((TermKind, int) term, double value)
    {
        if (value != 0) terms[term] = terms.GetValueOrDefault(term) + value;
    }
}

/// <summary>A linear constraint, made by comparing two expressions.</summary>
public sealed class Constraint
{
    internal Constraint(Expression expression, double lower, double upper) => (Expression, Lower, Upper) = (expression, lower, upper);

    internal Expression Expression { get; }
    internal double Lower { get; }
    internal double Upper { get; }
}
