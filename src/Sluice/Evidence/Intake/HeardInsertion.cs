using Sluice.Reading;

namespace Sluice.Evidence.Intake;

/// <summary>Adds reports to what an existing claim was heard in, in the text of the file, so that all else stays as it is written.</summary>
public static class HeardInsertion
{
    /// <summary>The text with the reports added; null where the file has no such claim, or the claim was heard in all of them already.</summary>
    public static string? Into(string text, HeardUnder under)
    {
        var changed = text;
        foreach (var (report, how, copies) in under.Origins)
        {
            if (Heard(changed, under.Claim) is not { } heard) return null;
            if (heard[report] is not Map origin)
            {
                changed = First(changed, heard, $"{report}: {{{how}{(copies.IsEmpty ? "" : $", in: [{string.Join(", ", copies)}]")}}}", heard.Entries.IsEmpty, heard.Entries.IsEmpty ? 0 : heard.Entries[0].KeyAt.Column);
                continue;
            }

            var repeated = origin["in"] as Sequence;
            var further = copies.Where(c => c != report && repeated?.Items.OfType<Scalar>().Any(i => i.Text == c) != true).ToList();
            if (further.Count == 0) continue;
            changed = repeated is null
                ? First(changed, origin, $"in: [{string.Join(", ", further)}]", origin.Entries.IsEmpty, origin.Entries.IsEmpty ? 0 : origin.Entries[0].KeyAt.Column)
                : further.Aggregate(changed, (so, copy) => First(so, repeated, IsFlow(so, repeated.At) ? copy : $"- {copy}", repeated.Items.IsEmpty, repeated.At.Column));
        }

        return changed == text ? null : changed;
    }

    static Map? Heard(string text, string claim) =>
        Yaml.Read("evidence.yaml", text, "", new Diagnostics()) is { } tree && (tree["claims"] as Map)?[claim] is Map found ? found["heard"] as Map : null;

    /// <summary>The text with an item put before all others of a node, in the form in which the node is written.</summary>
    static string First(string text, Node node, string item, bool alone, int column)
    {
        var at = Offset(text, node.At);
        return IsFlow(text, node.At) ? text.Insert(at + 1, alone ? item : item + ", ") : text.Insert(LineStart(text, at), new string(' ', Math.Max(0, column - 1)) + item + "\n");
    }

    static bool IsFlow(string text, Place at) => Offset(text, at) is var o && o < text.Length && text[o] is '{' or '[';

    static int Offset(string text, Place at)
    {
        var line = 0;
        for (var i = 1; i < at.Line; i++) line = text.IndexOf('\n', line) + 1;
        return line + at.Column - 1;
    }

    static int LineStart(string text, int at) => text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
}
