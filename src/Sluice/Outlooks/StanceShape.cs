using Sluice.Reading;

namespace Sluice.Outlooks;

/// <summary>How an answer to guidance is written; the driver is its name.</summary>
/// <param name="Answer">Answer.</param>
/// <param name="Share">Share followed.</param>
/// <param name="Place">Only at this place.</param>
public sealed record StanceSoFar(Answer Answer, double Share, string? Place);

/// <summary>How a <see cref="Stance"/> is written.</summary>
public static class StanceShape
{
    static readonly Field<double> share = new("share", Quantities.Measures.Share, "share that is followed", "60 %");
    static readonly Field<string?> place = Fields.Maybe("place", Kinds.Name("place").Map(p => p.Id), "only at this place", "mainland", "everywhere");

    /// <summary>The part of the shape for following in part.</summary>
    public static Shape<StanceSoFar> InPart { get; } = new("follow-in-part", "Guidance is followed for a share.", [share, place], row => new(Answer.InPart, row.At(share), row.At(place)));

    /// <summary><c>follow</c>, <c>own-judgement</c>, or <c>{follow-in-part: {share: 60 %}}</c>.</summary>
    public static Kind<StanceSoFar> Kind { get; } = Kinds.OneOf("stance",
        Kinds.Word("follow", new StanceSoFar(Answer.Follow, 1, null)), Kinds.Case<StanceSoFar, StanceSoFar>("follow-in-part", InPart),
        Kinds.Word("own-judgement", new StanceSoFar(Answer.OwnJudgement, 0, null)));
}
