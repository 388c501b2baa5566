using System.Collections.Immutable;
using Sluice.Planning.BreakEvens;
using Sluice.Planning.Causes;
using Sluice.Planning.Flows;
using Sluice.Planning.Following;
using Sluice.Planning.Hinges;
using Sluice.Planning.News;
using Sluice.Planning.Rivals;
using Sluice.Planning.Unknowns;
using Sluice.Planning.Waiting;

namespace Sluice.Planning.Answers;

/// <summary>What has been answered so far; null: not asked, or not answered (then <see cref="Missing"/> says why).</summary>
public sealed record PlanAnswers
{
    /// <summary>Nothing yet.</summary>
    public static PlanAnswers Empty { get; } = new();

    /// <summary>Who pays whom.</summary>
    public ImmutableArray<Flow>? Flows { get; init; }

    /// <summary>What limits the plan, heaviest first.</summary>
    public ImmutableArray<Cause>? Causes { get; init; }

    /// <summary>What waiting costs, by offer.</summary>
    public ImmutableArray<WaitingPrice>? Waiting { get; init; }

    /// <summary>What following guidance costs: all asks together, then each, then what only their joint removal frees.</summary>
    public ImmutableArray<FollowingCost>? Following { get; init; }

    /// <summary>Whether the decision depends on what is disputed or assumed.</summary>
    public ImmutableArray<Hinge>? Hinges { get; init; }

    /// <summary>What early news is worth, dearest first.</summary>
    public ImmutableArray<NewsPrice>? News { get; init; }

    /// <summary>What moves the cost, highest rank first.</summary>
    public ImmutableArray<Influence>? Influence { get; init; }

    /// <summary>Where the decision turns, nearest first.</summary>
    public ImmutableArray<BreakEven>? BreakEvens { get; init; }

    /// <summary>The plan beside simpler ways.</summary>
    public ImmutableArray<Rival>? Rivals { get; init; }

    /// <summary>What is not known.</summary>
    public ImmutableArray<Unknown>? Unknowns { get; init; }

    /// <summary>Answers that were asked for and not given, or not in full.</summary>
    public ImmutableArray<MissingAnswer> Missing { get; init; } = [];

    /// <summary>The same, with an answer that was not given, or not in full, and why.</summary>
    public PlanAnswers Without(AnswerName name, string why) => this with { Missing = Missing.Add(new MissingAnswer(name, why)) };
}

/// <summary>An answer that was asked for and not given, or not in full.</summary>
/// <param name="Name">Answer.</param>
/// <param name="Why">Why, in words.</param>
public sealed record MissingAnswer(AnswerName Name, string Why);
