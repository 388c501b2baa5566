using Sluice.Quantities;

namespace Sluice.Runs;

/// <summary>
/// Takes out of a result what must not leave the house: what an overlay sets, whom reports name as their sources, prices and what follows
/// from them line by line. Advice, ranges and totals stay.
/// </summary>
public static class Sharing
{
    /// <summary>A result fit to be shared.</summary>
    /// <param name="Plan">What is left.</param>
    /// <param name="Removed">What was taken out, each in words of the language; the same list whatever its values were.</param>
    public readonly record struct Shared(PlanRecord Plan, ImmutableArray<string> Removed);

    /// <summary>Takes it out.</summary>
    public static Shared Of(PlanRecord plan, Wording words)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(words);
        if (plan.Grounds is not { } grounds)
            return new(plan with { Told = plan.Told.Clear(), With = [], Muted = [], Resolved = [], Flows = null }, [words["What the viewpoint was told"], words["Who pays whom (money ÷ units gives prices)"], words["Names of what-ifs"]]);
        var secret = new Secrets(grounds.Private);
        var removed = ImmutableArray.CreateBuilder<string>();
        void List(bool any, string text)
        {
            if (any) removed.Add(text);
        }

        var numbers = grounds.Assumptions.Where(a => secret.IsPrivate(a.Path)).ToList();
        var prices = grounds.Assumptions.Where(a => Secrets.IsPrice(a) && !secret.IsPrivate(a.Path)).ToList();
        var claims = grounds.Claims.Where(c => secret.IsPrivate("claims." + c.Id)).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var speakers = grounds.Claims.Sum(c => c.Heard.Count(h => h.SaidBy is not null));
        var reports = grounds.Claims.SelectMany(c => c.Heard).Where(h => secret.IsPrivate("reports." + h.Report)).Select(h => h.Report).Distinct().Count();
        var offers = grounds.Offers.Where(o => secret.Made(o.Id)).Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        List(numbers.Count > 0, words.Count(numbers.Count, "private number"));
        List(claims.Count > 0, words.Count(claims.Count, "private claim"));
        List(reports > 0, words.Count(reports, "private report"));
        List(speakers > 0, words.Say("Whom reports name as their source: {0}", speakers));
        List(prices.Count > 0, words.Count(prices.Count, "price"));
        List(offers.Count > 0, words.Count(offers.Count, "private offer"));
        var told = plan.Told.Keys.Where(d => secret.IsPrivate("told." + d)).ToHashSet(StringComparer.Ordinal);
        List(told.Count > 0, words["What the viewpoint was told, and what would show it: levels, chances and asks of those drivers"]);
        List(plan.Stance.Keys.Any(d => secret.IsPrivate("stance." + d)), words["How guidance is answered"]);
        List(plan.Flows is not null, words["Who pays whom (money ÷ units gives prices)"]);
        var hidden = numbers.Concat(prices).Select(a => a.Path).ToHashSet(StringComparer.Ordinal);
        var answers = (plan.BreakEvens?.Count(b => hidden.Contains(b.Assumption)) ?? 0) + (plan.Influence?.Count(i => hidden.Contains(i.Assumption)) ?? 0);
        List(answers > 0, words.Say("Answers about those numbers: {0}", answers));
        var books = plan.Decisions.Count(d => !offers.Contains(d.Offer) && secret.IsBook(d));
        List(books > 0, words.Say("Quantities planned or on order: {0}", books));
        List(!plan.With.IsEmpty, words["Names of what-ifs"]);
        List(plan.Muted.Any(IsPrivateClaim) || plan.Resolved.Any(IsPrivateDispute), words["Private claims left out, and private disputes taken as settled"]);
        var open = plan with { Muted = [.. plan.Muted.Where(c => !IsPrivateClaim(c))], Resolved = [.. plan.Resolved.Where(d => !IsPrivateDispute(d))] };
        return new(Stripped(open, grounds, secret, claims, offers, hidden, told), removed.ToImmutable());

        bool IsPrivateClaim(string claim) => secret.IsPrivate("claims." + claim);
        bool IsPrivateDispute(string resolved) => secret.IsPrivate("disputes." + resolved.Split('=')[0]);
    }

    static PlanRecord Stripped(PlanRecord plan, GroundsRecord grounds, Secrets secret, HashSet<string> claims, HashSet<string> offers, HashSet<string> hidden, HashSet<string> told) => plan with
    {
        Told = plan.Told.RemoveRange(told),
        Stance = plan.Stance.RemoveRange(plan.Stance.Keys.Where(d => secret.IsPrivate("stance." + d))),
        With = [],
        Flows = null,
        Decisions = [.. plan.Decisions.Where(d => !offers.Contains(d.Offer) && !(secret.IsBook(d) && Secrets.IsInHand(d))).Select(d => Untold(secret.IsBook(d) ? d with { Planned = 0 } : d, told, plan.Cost.Currency))],
        Next = [.. plan.Next.Where(n => !told.Contains(n.Driver)).Select(n => n with { Actions = [.. n.Actions.Where(a => !offers.Contains(a.Offer))] })],
        Following = Kept(plan.Following, f => f.Driver is null || !told.Contains(f.Driver)),
        News = Kept(plan.News, n => !told.Contains(n.Driver)),
        Waiting = Kept(plan.Waiting, w => !offers.Contains(w.Offer)),
        Why = Kept(plan.Why, w => w.Offer is null || !offers.Contains(w.Offer)),
        Calendar = Kept(plan.Calendar, c => c.Offer is null || !offers.Contains(c.Offer)),
        BreakEvens = Kept(plan.BreakEvens, b => !hidden.Contains(b.Assumption)),
        Influence = Kept(plan.Influence, i => !hidden.Contains(i.Assumption)),
        Unknowns = Kept(plan.Unknowns, u => !hidden.Contains(u.Assumption)),
        Hinges = plan.Hinges is { } hinges ? [.. hinges.Where(h => !claims.Concat(told).Any(c => h.About.Contains(c, StringComparison.Ordinal))).Select(h => h with { Changes = [.. h.Changes.Where(c => !offers.Contains(c.Offer))] })] : null,
        Grounds = grounds with
        {
            Levels = [.. grounds.Levels.Where(l => !told.Contains(l.Driver))],
            Assumptions = [.. grounds.Assumptions.Where(a => !secret.IsPrivate(a.Path)).Select(a => Plain(Secrets.IsPrice(a) ? a with { Text = "", Low = null, High = null, Words = null } : a, claims))],
            Claims = [.. grounds.Claims.Where(c => !claims.Contains(c.Id)).Select(c => c with { Heard = [.. c.Heard.Where(h => !secret.IsPrivate("reports." + h.Report)).Select(h => h with { SaidBy = null })] })],
            Disputes = [.. grounds.Disputes.Where(d => !secret.IsPrivate("disputes." + d.Id)).Select(d => d with { Sides = [.. d.Sides.Select(s => s with { Claims = [.. s.Claims.Where(c => !claims.Contains(c))] })] })],
            Offers = [.. grounds.Offers.Where(o => !offers.Contains(o.Id))],
            Private = [],
        },
    };

    static AssumptionRecord Plain(AssumptionRecord number, HashSet<string> claims) =>
        number.Claims is { } rests ? number with { Claims = [.. rests.Where(c => !claims.Contains(c))] } : number;

    static DecisionRecord Untold(DecisionRecord decision, HashSet<string> told, string currency)
    {
        if (!decision.Reasons.Any(r => r.Driver is { } driver && told.Contains(driver)))
            return decision;
        var reasons = decision.Reasons.Where(r => !r.Kind.StartsWith("following-", StringComparison.Ordinal)).Select(r => r.Driver is { } driver && told.Contains(driver) ? r with { Level = null } : r).ToImmutableArray();
        return decision with { Reasons = reasons, Reason = ReasonWords.Of(reasons, Wording.English, currency) };
    }

    static ImmutableArray<T>? Kept<T>(ImmutableArray<T>? rows, Func<T, bool> keep) => rows is { } all ? [.. all.Where(keep)] : null;

    /// <summary>What is secret in a result.</summary>
    sealed class Secrets(ImmutableArray<string> paths)
    {
        /// <summary>Whether an overlay sets the value at the path, a part of it, or a whole of which it is part.</summary>
        public bool IsPrivate(string path) => paths.Any(p => p == path || p.StartsWith(path + ".", StringComparison.Ordinal) || path.StartsWith(p + ".", StringComparison.Ordinal));

        /// <summary>Whether an overlay made the offer, not only some of its terms.</summary>
        public bool Made(string offer) => paths.Contains($"offers.{offer}.seller");

        /// <summary>Terms of an offer in money: price, deposit, refund, fees, and shares of the price.</summary>
        public static bool IsPrice(AssumptionRecord number) =>
            number.Path.StartsWith("offers.", StringComparison.Ordinal) && (number.Path.Split('.')[2..].Any(n => n is "price" or "deposit" or "refund" or "fee" or "discount" or "fit-out")
                || number.Text.Split(' ').Any(Currencies.Codes.Contains));

        /// <summary>Whether the overlay says what was planned or is on order.</summary>
        public bool IsBook(DecisionRecord d) => paths.Any(p => p.StartsWith($"{(IsInHand(d) ? "on-order" : "planned")}.{d.Offer}@", StringComparison.Ordinal));

        public static bool IsInHand(DecisionRecord d) => d.Title.EndsWith(" on order", StringComparison.Ordinal);
    }
}
