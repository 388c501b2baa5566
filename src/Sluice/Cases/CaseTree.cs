using System.Collections.Immutable;
using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>Puts the files of a case together into one tree of nodes.</summary>
/// <param name="files">The files.</param>
/// <param name="into">Receives the faults.</param>
sealed class CaseTree(IFileSource files, Diagnostics into)
{
    readonly HashSet<string> broken = new(StringComparer.Ordinal);
    readonly HashSet<string> unread = new(StringComparer.Ordinal);
    Map? header;
    byte[]? book;
    IReadOnlyList<string> sheets = [];

    /// <summary>Whether parts of a file were refused, so that what it should hold is not missed as well.</summary>
    public bool IsBroken(string file) => broken.Contains(file);

    /// <summary>Whether nothing of a file could be read.</summary>
    public bool IsUnread(string file) => unread.Contains(file);

    /// <summary>Reads the header first: it says what else is to be read.</summary>
    /// <param name="header">Its outermost map; null where it could not be read.</param>
    /// <returns>Whether there is a case at all.</returns>
    public bool ReadHeader(out Map? header)
    {
        header = null;
        if (!files.Paths.Contains(CaseFiles.Header))
        {
            into.Add(CaseMessages.NoCase());
            return false;
        }

        var (root, faults) = YamlFiles.Read(files, [new(CaseFiles.Header, CaseFiles.Header, "")])[0];
        header = this.header = Text(CaseFiles.Header, root, faults);
        return true;
    }

    /// <summary>The tree, after the header was read: tables beside texts.</summary>
    public Map Read()
    {
        var present = files.Paths.ToHashSet(StringComparer.Ordinal);
        var entries = new List<Entry>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var texts = CaseFiles.Texts.Where(t => t.File != CaseFiles.Header && present.Contains(t.File)).Select(t => new YamlFile(t.File, t.File, t.Root)).ToImmutableArray();
        var beside = Task.Run(() => YamlFiles.Read(files, texts));
        ReadBook(present);
        var tables = CaseFiles.Tables.Select(t => Table(present, t)).ToList();
        var maps = beside.GetAwaiter().GetResult();
        foreach (var entry in header?.Entries ?? []) Add(entry);
        for (var i = 0; i < texts.Length; i++)
            if (Text(texts[i].Path, maps[i].Root, maps[i].Faults) is { } map)
                foreach (var entry in texts[i].Root.Length == 0 ? map.Entries : [new Entry(texts[i].Root, map.At, map)]) Add(entry);
        for (var i = 0; i < tables.Count; i++)
            if (tables[i] is { } rows) Add(new(CaseFiles.Tables[i].Name, rows.At, rows));
        Strays();
        return new Map([.. entries], Place.StartOf(CaseFiles.Header), "");

        void Add(Entry entry)
        {
            if (places.TryAdd(entry.Key, entries.Count)) entries.Add(entry);
            else if (entries[places[entry.Key]].Value is Map first && entry.Value is Map second) entries[places[entry.Key]] = new(entry.Key, entries[places[entry.Key]].KeyAt, Joined(first, second));
            else into.Add(CaseMessages.TwiceInFiles(entry, entries[places[entry.Key]].KeyAt));
        }
    }

    /// <summary>Entries of one section from two files. A name in both is a fault.</summary>
    Map Joined(Map first, Map second)
    {
        var all = first.Entries.ToBuilder();
        foreach (var entry in second.Entries)
        {
            if (first.Find(entry.Key) is { } earlier) into.Add(CaseMessages.TwiceInFiles(entry, earlier.KeyAt));
            else all.Add(entry);
        }

        return first with { Entries = all.ToImmutable() };
    }

    Map? Text(string file, Map? map, Diagnostics? faults)
    {
        if (faults is null) into.Add(CaseMessages.Unreadable(file));
        else into.AddRange(faults.Sorted);
        if (map is null) unread.Add(file);
        if (faults is not { HasErrors: false }) broken.Add(file);
        return map;
    }

    Map? Table(HashSet<string> present, TableFile table)
    {
        var before = into.ErrorCount;
        var sheet = sheets.FirstOrDefault(s => IsSheetOf(s, table.Name));
        var inBook = sheet is null ? null : Tables.ReadSheet(CaseFiles.Book, new MemoryStream(book!), sheet, table.Name, table.Keys, into, table.Value);
        var file = present.Contains(table.Csv) ? table.Csv : present.Contains(table.Xlsx) ? table.Xlsx : null;
        var second = file == table.Csv && present.Contains(table.Xlsx) ? table.Xlsx : inBook is null ? null : $"{CaseFiles.Book}, sheet {sheet}";
        if (file is not null && second is not null) into.Add(CaseMessages.TwoTables(second, file));
        var map = file is null ? inBook
            : !files.TryRead(file, out var bytes) ? Unreadable(file)
            : file == table.Csv ? Tables.ReadCsv(file, bytes, table.Name, table.Keys, into, table.Value)
            : Tables.ReadXlsx(file, new MemoryStream(bytes), table.Name, table.Keys, into, table.Value);
        if (into.ErrorCount > before) broken.Add(table.Csv);
        return map;
    }

    /// <summary>The workbook that may hold the tables: its sheets; one that is no table of a case gets a word.</summary>
    void ReadBook(HashSet<string> present)
    {
        if (!present.Contains(CaseFiles.Book)) return;
        if (!files.TryRead(CaseFiles.Book, out book)) Unreadable(CaseFiles.Book);
        else sheets = Tables.Sheets(CaseFiles.Book, new MemoryStream(book), into) ?? [];
        // Where the book cannot be read, nothing that it should hold is missed as well.
        if (sheets.Count == 0)
            foreach (var table in CaseFiles.Tables) broken.UnionWith([table.Csv, CaseFiles.Of(table.Name)]);
        foreach (var sheet in sheets.Where(s => !CaseFiles.Tables.Any(t => IsSheetOf(s, t.Name)))) into.Add(CaseMessages.StraySheet(sheet));
    }

    static bool IsSheetOf(string sheet, string table) => string.Equals(sheet.Trim(), table, StringComparison.OrdinalIgnoreCase);

    Map? Unreadable(string file)
    {
        into.Add(CaseMessages.Unreadable(file));
        return null;
    }

    void Strays()
    {
        var known = CaseFiles.Texts.Select(t => t.File).Concat(CaseFiles.Others).Append(CaseFiles.Book)
            .Concat(CaseFiles.Tables.Select(t => t.Csv)).Concat(CaseFiles.Tables.Select(t => t.Xlsx)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files.Paths)
            if (CaseFiles.LooksLikeData(file) && !known.Contains(file)) into.Add(CaseMessages.StrayFile(file, known));
    }
}
