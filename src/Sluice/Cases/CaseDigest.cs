using System.Security.Cryptography;
using System.Text;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>SHA-256 of what a tree says: comments, order of names, quotation marks and layout do not count, except the order of levels, which is a ladder.</summary>
static class CaseDigest
{
    /// <summary>The digest in lower-case hexadecimal.</summary>
    public static string Of(Map tree)
    {
        var text = new StringBuilder(1 << 16);
        Write(tree, text, ordered: false);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    static void Write(Node node, StringBuilder text, bool ordered)
    {
        switch (node)
        {
            case Scalar scalar:
                text.Append('"').Append(scalar.Text.Length).Append(':').Append(scalar.Text);
                break;
            case Sequence list:
                text.Append('[').Append(list.Items.Length);
                foreach (var item in list.Items) Write(item, text, ordered: false);
                break;
            case Map map:
                text.Append('{').Append(map.Entries.Length);
                var entries = map.Entries.AsSpan().ToArray();
                if (!ordered) Array.Sort(entries, static (a, b) => string.CompareOrdinal(a.Key, b.Key));
                foreach (var entry in entries)
                {
                    text.Append('"').Append(entry.Key.Length).Append(':').Append(entry.Key);
                    Write(entry.Value, text, ordered: entry.Key == "levels");
                }

                break;
        }
    }
}
