namespace Sluice.Evidence.Intake;

/// <summary>Puts a scene into the house's own words: not a word of the article is copied but names.</summary>
static class Wording
{
    public static string Of(Scene scene, Certainty certainty, Named? speaker)
    {
        var thing = Thing(scene);
        if (scene.Deed.Family == DeedFamily.Deny) return scene.About is { } denied ? $"denies what is said about {denied.English}" : "denies what is said of it";
        if (scene.Deed.Family == DeedFamily.Say) return Turned(scene, certainty, scene.Deed.Id == "say" ? thing.Length > 0 ? $"say something about {thing}" : "make a statement" : scene.Deed.Id == "hope" ? $"hope for {(thing.Length > 0 ? thing : "a change")}" : scene.Deed.Infinitive + (thing.Length > 0 ? $", about {thing}" : ""));
        if (scene.Deed.Family != DeedFamily.Ask) return Turned(scene, certainty, Act(scene.Deed, thing));
        var wish = scene.Asked is { } asked ? $"{(scene.AsksNot ? "not " : "")}to {Act(asked, thing)}" : thing.Length > 0 ? $"something about {thing}" : "something";
        if ((scene.Turn & Turn.Suffered) != 0) return $"{(scene.Turn.HasFlag(Turn.Not) ? "is not" : "is")} asked {wish}";
        var whom = scene.To is { } to ? to.English : "others";
        var deed = new Deed("ask", scene.Asked is null ? $"ask {whom} for {wish}" : $"ask {whom} {wish}", DeedFamily.Ask);
        return Turned(scene, certainty, deed.Infinitive);
    }

    static string Act(Deed deed, string thing) => (deed.Id, thing) switch
    {
        ("avoid", "") => "refrain from buying",
        ("avoid", _) => $"refrain from buying {thing}",
        ("summon" or "wait", "") => deed.Infinitive,
        ("summon", _) => $"call in others about {thing}",
        ("wait", _) => $"wait for {thing}",
        ("meet", _) => thing.Length > 0 ? $"meet others about {thing}" : "meet others",
        (_, "") => deed.Infinitive.EndsWith(" on", StringComparison.Ordinal) || deed.Infinitive.EndsWith(" of", StringComparison.Ordinal) || deed.Infinitive.EndsWith(" for", StringComparison.Ordinal) ? deed.Infinitive + " parts" : deed.Infinitive,
        _ => $"{deed.Infinitive} {thing}",
    };

    static string Thing(Scene scene) => (scene.About, scene.Noun) switch
    {
        (null, "") => "",
        (null, var noun) => noun,
        ({ } about, "") => about.Kind == MentionKind.Party ? $"{about.English} parts" : about.English,
        ({ } about, var noun) => $"{about.English} {noun}",
    };

    static string Turned(Scene scene, Certainty certainty, string infinitive)
    {
        var deed = new Deed("", infinitive, DeedFamily.Act);
        if ((scene.Turn & Turn.Suffered) != 0) return scene.Turn.HasFlag(Turn.Not) ? $"is not {deed.Participle}" : $"is {deed.Participle}";
        if (scene.Turn.HasFlag(Turn.Not)) return $"does not {infinitive}";
        return certainty switch
        {
            Certainty.Planned => $"plans to {infinitive}",
            Certainty.Estimate => $"is expected to {infinitive}",
            Certainty.Opinion when !scene.Lead.Contains("argu", StringComparison.Ordinal) => $"may {infinitive}",
            _ => deed.Third,
        };
    }
}
