using System.Collections.Immutable;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlScalar = YamlDotNet.Core.Events.Scalar;

namespace Sluice.Reading;

/// <summary>Reads YAML into positioned nodes. The only file that knows the YAML library.</summary>
/// <remarks>Anchors, aliases, tags, merge keys, directives and second documents are not part of the format; each is reported and the rest of the file is still read.
/// A fault of syntax ends its own file only.</remarks>
public static class Yaml
{
    /// <summary>Maps and lists may stand in each other this deep.</summary>
    public const int DeepestNesting = 32;

    /// <summary>Reads the bytes of a file, which must be UTF-8.</summary>
    /// <inheritdoc cref="Read(string, string, string, Diagnostics)"/>
    public static Map? Read(string file, ReadOnlySpan<byte> bytes, string rootPath, Diagnostics into) =>
        TextCheck.Decode(file, bytes, into) is { } text ? Read(file, text, rootPath, into) : null;

    /// <summary>Reads a text.</summary>
    /// <param name="file">The file's name for positions.</param>
    /// <param name="text">Its text.</param>
    /// <param name="rootPath">Path of the outermost map; empty for the root of a case.</param>
    /// <param name="into">Receives the faults: diagnostics SLU0001 to SLU0013.</param>
    /// <returns>The outermost map (without the refused parts); an empty one for an empty file; null when the file could not be read to its end.</returns>
    public static Map? Read(string file, string text, string rootPath, Diagnostics into)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(into);
        if (text.StartsWith('\uFEFF')) text = text[1..];
        if (!TextCheck.Passes(file, text, into)) return null;
        using var characters = new StringReader(text);
        try
        {
            return new EventReader(file, text, new Scanner(characters, skipComments: true), into).Root(rootPath);
        }
        catch (YamlException fault)
        {
            var at = new Place(file, (int)fault.Start.Line, (int)fault.Start.Column);
            into.Add(YamlSyntax.Explain(fault.Message, text, at));
            return null;
        }
    }

    private sealed class EventReader(string file, string text, Scanner scanner, Diagnostics into)
    {
        private readonly Parser parser = new(scanner);
        private bool stopped;

        public Map? Root(string rootPath)
        {
            Next();
            Next();
            if (parser.Current is StreamEnd) return Map.Empty(Place.StartOf(file), rootPath);
            if (parser.Current is DocumentStart { IsImplicit: false } && DirectiveLine() is var line and > 0) into.Add(FileMessages.Directive(new(file, line, 1)));
            Next();
            var root = ReadNode(rootPath, rootPath[(rootPath.LastIndexOf('.') + 1)..], 1);
            if (stopped) return null;
            Next();
            if (parser.Current is DocumentStart second) into.Add(FileMessages.SecondDocument(At(second)));
            if (root is Scalar { Text: "", Quoted: false }) return Map.Empty(Place.StartOf(file), rootPath);
            if (root is not Map and not Refused) into.Add(FileMessages.NotAMap(root));
            return root as Map;
        }

        /// <summary>Reads the node at the current event and moves past it.</summary>
        private Node ReadNode(string path, string name, int depth)
        {
            var begin = parser.Current ?? throw new YamlException(scanner.CurrentPosition, scanner.CurrentPosition, YamlSyntax.OutOfPlace);
            var at = At(begin);
            if (begin is AnchorAlias alias)
            {
                into.Add(FileMessages.Anchor(at, $"*{alias.Value}"));
                Next();
                return new Refused(at, path) { Name = name };
            }

            if (begin is NodeEvent { Anchor.IsEmpty: false } anchored) into.Add(FileMessages.Anchor(at, $"&{anchored.Anchor}"));
            if (begin is NodeEvent { Tag.IsEmpty: false } tagged) into.Add(FileMessages.Tag(at, tagged.Tag.IsNonSpecific ? "!" : tagged.Tag.Value));
            if (begin is YamlScalar scalar)
            {
                Next();
                return new Scalar(scalar.Value, scalar.Style != ScalarStyle.Plain, at, path) { Name = name };
            }

            if (depth > DeepestNesting)
            {
                into.Add(FileMessages.TooDeep(at, DeepestNesting));
                stopped = true;
                return new Refused(at, path);
            }

            return begin switch
            {
                MappingStart => ReadMap(at, path, name, depth),
                SequenceStart => ReadSequence(at, path, name, depth),
                _ => throw new YamlException(begin.Start, begin.End, YamlSyntax.OutOfPlace),
            };
        }

        private Sequence ReadSequence(Place at, string path, string name, int depth)
        {
            var items = ImmutableArray.CreateBuilder<Node>();
            Next();
            while (!stopped && parser.Current is not SequenceEnd)
            {
                var item = ReadNode(path, name, depth + 1);
                if (item is Map or Sequence)
                {
                    if (!stopped) into.Add(FileMessages.ListOfParts(item, path));
                    item = new Refused(item.At, path) { Name = name };
                }

                items.Add(item);
            }

            if (!stopped) Next();
            return new Sequence(items.ToImmutable(), at, path) { Name = name };
        }

        private Map ReadMap(Place at, string path, string name, int depth)
        {
            var entries = ImmutableArray.CreateBuilder<Entry>();
            var keys = new Dictionary<string, Entry>(StringComparer.Ordinal);
            Next();
            while (!stopped && parser.Current is not MappingEnd)
            {
                var key = ReadNode(path, name, depth + 1);
                if (stopped) break;
                var word = (key as Scalar)?.Text ?? "";
                var value = ReadNode(Node.Join(path, word), word, depth + 1);
                if (word == "<<" && key is Scalar { Quoted: false }) into.Add(FileMessages.MergeKey(key.At));
                else if (word.Length == 0) ReportKey(key);
                else if (LacksSpace(key, value)) into.Add(FileMessages.ColonWithoutSpace(key.At, word));
                else if (new Entry(word, key.At, value) is var entry && keys.TryAdd(word, entry)) entries.Add(entry);
                else into.Add(FileMessages.DuplicateKey(key.At, word, keys[word].KeyAt));
            }

            if (!stopped) Next();
            return new Map(entries.ToImmutable(), at, path) { Name = name };
        }

        /// <summary>In brackets <c>{part:h20}</c> is one name without a value.</summary>
        private static bool LacksSpace(Node key, Node value) =>
            key is Scalar { Quoted: false } name && name.Text.AsSpan().IndexOfAny(':', '\uFF1A') > 0 && value is Scalar { Text: "", Quoted: false };

        /// <summary>The line of a directive before the document, or 0. The parser passes over those it does not know.</summary>
        private int DirectiveLine()
        {
            var line = 0;
            foreach (var each in text.AsSpan().EnumerateLines())
            {
                line++;
                if (each.StartsWith("%")) return line;
                if (each.StartsWith("---")) break;
            }

            return 0;
        }

        private void ReportKey(Node key)
        {
            if (key is not Refused) into.Add(FileMessages.KeyForm(key.At));
        }

        /// <summary>Moves on. The scanner throws a bare InvalidOperationException for some unbalanced brackets; it becomes a fault of syntax at the scanner's place.</summary>
        private void Next()
        {
            try
            {
                parser.MoveNext();
            }
            catch (InvalidOperationException fault)
            {
                throw new YamlException(scanner.CurrentPosition, scanner.CurrentPosition, YamlSyntax.Unbalanced, fault);
            }
        }

        private Place At(ParsingEvent parsed) => new(file, (int)parsed.Start.Line, (int)parsed.Start.Column);
    }
}
