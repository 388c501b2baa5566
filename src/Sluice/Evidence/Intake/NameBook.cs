using Sluice.Reading;

namespace Sluice.Evidence.Intake;

/// <summary>Names of parties, outlets, parts and places in English and Chinese, and what each is the name of.</summary>
public sealed class NameBook
{
    const int Longest = 48;

    readonly Dictionary<string, Named> byName = new(StringComparer.Ordinal);
    readonly Dictionary<string, Named> byId = new(StringComparer.Ordinal);

    /// <summary>Reads the names of the atlas.</summary>
    /// <param name="names">Its file of names: parties, parts and places, each with en, zh and aliases.</param>
    /// <param name="sources">Sources, for their kinds and names.</param>
    public NameBook(Map names, IEnumerable<Source> sources)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(sources);
        var known = sources.ToDictionary(s => s.Id, StringComparer.Ordinal);
        foreach (var (section, kind) in new[] { ("parts", MentionKind.Part), ("parties", MentionKind.Party), ("places", MentionKind.Place) })
            foreach (var entry in (names[section] as Map)?.Entries ?? [])
                if (entry.Value is Map written) Enter(entry.Key, kind, known.GetValueOrDefault(entry.Key), written);
        foreach (var source in known.Values)
        {
            var named = byId.GetValueOrDefault(source.Id) ?? new(source.Id, source.Title, source.Kind == SourceKind.Outlet ? MentionKind.Outlet : MentionKind.Party, Role(source.Id, source.Kind));
            byId.TryAdd(source.Id, named);
            foreach (var name in new[] { source.Title, source.Chinese }) Add(name, named);
        }

        foreach (var section in new[] { "parties", "parts", "places" })
            foreach (var entry in (names[section] as Map)?.Entries ?? [])
                if (entry.Value is Map written && byId.TryGetValue(entry.Key, out var named))
                    foreach (var alias in (written["aliases"] as Sequence)?.Items.OfType<Scalar>() ?? []) Add(alias.Text, named);
        foreach (var (id, phrases) in Phrases.ById)
            if (byId.TryGetValue(id, out var named))
                foreach (var phrase in phrases) Add(phrase, named);
    }

    /// <summary>What bears an id; null: nothing.</summary>
    public Named? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The source that a name stands for; null: none is known.</summary>
    public Named? SourceNamed(string name)
    {
        var key = Key(name);
        if (byName.TryGetValue(key, out var named)) return named;
        return byId.Values.FirstOrDefault(n => Key(n.Id) == key) ?? byName.Where(n => n.Value.Kind == MentionKind.Outlet && n.Key.Length >= 5 && key.Contains(n.Key, StringComparison.Ordinal)).OrderByDescending(n => n.Key.Length).Select(n => n.Value).FirstOrDefault();
    }

    /// <summary>All names in a sentence, the longest at each place, from left to right.</summary>
    internal List<Mention> In(string text)
    {
        var found = new List<Mention>();
        var key = new char[Longest];
        var lookup = byName.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < text.Length;)
        {
            var (length, named) = (0, (Named?)null);
            if (Starts(text, at))
                for (int to = at, used = 0; to < text.Length && to - at < Longest && used < Longest; to++)
                {
                    if (char.IsLetterOrDigit(text[to])) key[used++] = char.ToLowerInvariant(text[to]);
                    else if (text[to] is not (' ' or '-' or '\u00A0' or '\'' or '’' or '.' or '\n')) break;
                    if (char.IsLetterOrDigit(text[to]) && Ends(text, to) && lookup.TryGetValue(key.AsSpan(0, used), out var hit) && Fits(text.AsSpan(at, to + 1 - at), hit)) (length, named) = (to + 1 - at, hit);
                }

            if (named is not null) found.Add(new(at, length, named));
            at += Math.Max(1, length);
        }

        return found;
    }

    /// <summary>Whether the words are written as the name is: a name in capitals is not the word in small letters.</summary>
    static bool Fits(ReadOnlySpan<char> words, Named named)
    {
        if (words.ContainsAnyInRange('0', '9') || words.Contains(' ') || words[0] >= '\u2E80' || !named.IsProper(words)) return true;
        return named.IsShout(words) ? !words.ContainsAnyInRange('a', 'z') : char.IsUpper(words[0]);
    }

    static bool Starts(string text, int at) =>
        char.IsLetterOrDigit(text[at]) && (at == 0 || IsWide(text[at]) || IsWide(text[at - 1]) || !char.IsLetterOrDigit(text[at - 1]));

    static bool Ends(string text, int at) => at + 1 == text.Length || IsWide(text[at]) || IsWide(text[at + 1]) || !char.IsLetterOrDigit(text[at + 1]);

    static bool IsWide(char c) => c is >= '\u3400' and <= '\u9FFF';

    void Enter(string id, MentionKind kind, Source? source, Map written)
    {
        var english = (written["en"] as Scalar)?.Text ?? id;
        var named = new Named(id, english, source?.Kind == SourceKind.Outlet ? MentionKind.Outlet : kind, kind == MentionKind.Party ? Role(id, source?.Kind) : PartyRole.None)
        { Maker = kind == MentionKind.Part ? id.Split('-')[0] : null };
        byId.TryAdd(id, named);
        Add(english, named);
        Add((written["zh"] as Scalar)?.Text, named);
    }

    void Add(string? name, Named named)
    {
        if (name is null) return;
        var key = Key(name);
        // A number alone, a single character or a common word names nothing.
        if (key.Length < 2 || key.Length > Longest - 2 || key.All(char.IsAsciiDigit) || Phrases.TooCommon.Contains(key)) return;
        if (!byName.TryAdd(key, named)) return;
        named.Write(name);
        if (named.Kind == MentionKind.Part && char.IsAsciiDigit(key[^1])) byName.TryAdd(key + "s", named);
    }

    static PartyRole Role(string id, SourceKind? kind) => kind switch
    {
        SourceKind.Authority => PartyRole.Authority,
        SourceKind.Person => PartyRole.Person,
        SourceKind.Firm => PartyRole.Firm,
        SourceKind.Analyst => PartyRole.Analyst,
        _ => Phrases.Authorities.Contains(id) ? PartyRole.Authority : Phrases.Groups.Contains(id) ? PartyRole.Group : Phrases.Persons.Contains(id) ? PartyRole.Person : PartyRole.Firm,
    };

    static string Key(string name) => string.Concat(name.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}

/// <summary>Something that has names.</summary>
/// <param name="Id">Id.</param>
/// <param name="English">Name in English.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Role">What sort of party it is.</param>
public sealed record Named(string Id, string English, MentionKind Kind, PartyRole Role)
{
    readonly List<string> written = [];

    /// <summary>Who makes the part; null: it is no part.</summary>
    public string? Maker { get; init; }

    internal void Write(string name) => written.Add(name);

    internal bool IsProper(ReadOnlySpan<char> words)
    {
        foreach (var name in written)
            if (words.Equals(name, StringComparison.OrdinalIgnoreCase)) return char.IsUpper(name[0]);
        return true;
    }

    internal bool IsShout(ReadOnlySpan<char> words)
    {
        foreach (var name in written)
            if (words.Equals(name, StringComparison.OrdinalIgnoreCase)) return name.Length <= 5 && !name.Any(char.IsLower);
        return false;
    }
}

/// <summary>What a name stands for.</summary>
public enum MentionKind
{
    /// <summary>Somebody who acts or speaks.</summary>
    Party,

    /// <summary>Somebody who publishes.</summary>
    Outlet,

    /// <summary>An accelerator.</summary>
    Part,

    /// <summary>A place.</summary>
    Place,
}

/// <summary>What sort of party a name stands for.</summary>
public enum PartyRole
{
    /// <summary>None: a part or a place.</summary>
    None,

    /// <summary>A state body.</summary>
    Authority,

    /// <summary>A company.</summary>
    Firm,

    /// <summary>Several of a kind.</summary>
    Group,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A house that measures or estimates.</summary>
    Analyst,
}

/// <summary>A name in a sentence.</summary>
/// <param name="Start">Where it begins in the sentence.</param>
/// <param name="Length">Its length.</param>
/// <param name="Named">What it is the name of.</param>
readonly record struct Mention(int Start, int Length, Named Named)
{
    public int End => Start + Length;

    public string Id => Named.Id;

    public bool IsParty => Named.Kind == MentionKind.Party;

    public bool IsPart => Named.Kind == MentionKind.Part;
}
