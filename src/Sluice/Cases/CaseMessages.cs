using Sluice.Reading;

namespace Sluice.Cases;

/// <summary>The wording of faults about the files of a case and about names in it.</summary>
static class CaseMessages
{
    public static Diagnostic NoCase() =>
        CaseCodes.NoCase.At(Place.StartOf(CaseFiles.Header), "no file", CaseFiles.Header, "there is no case.yaml here, so this is no case; name the folder of a case, or write one with `sluice new`.");

    public static Diagnostic Unreadable(string file) =>
        CaseCodes.Unreadable.At(Place.StartOf(file), "a file that cannot be opened", "a readable file", "the file cannot be opened; check that you may read it.");

    public static Diagnostic StrayFile(string file, IEnumerable<string> known)
    {
        var nearest = Nearest.To(file, known);
        return CaseCodes.StrayFile.At(Place.StartOf(file), file, "a file of a case", nearest: nearest,
            message: $"no case has a file '{file}', so it is not read.{Grammar.DidYouMean(nearest)} What-ifs belong into the folder 'whatifs'.");
    }

    public static Diagnostic StraySheet(string sheet)
    {
        var nearest = Nearest.To(sheet, CaseFiles.Tables.Select(t => t.Name));
        return CaseCodes.StrayFile.At(Place.StartOf(CaseFiles.Book) with { Sheet = sheet }, sheet, "a table of a case", nearest: nearest,
            message: $"no case has a table '{Excerpts.Short(sheet)}', so that sheet is not read.{Grammar.DidYouMean(nearest)} Sheets are called {Grammar.AllOf([.. CaseFiles.Tables.Select(t => t.Name)])}.");
    }

    public static Diagnostic TwiceInFiles(Entry entry, Place first) =>
        CaseCodes.TwiceInFiles.At(entry.KeyAt, entry.Key, "each name once", $"'{Excerpts.Short(entry.Key)}' stands here and at {first}; delete one of the two.");

    public static Diagnostic TwoTables(string second, string first) =>
        CaseCodes.TwoTables.At(Place.StartOf(second), second, "one file", $"there are {first} and {second}; only the first was read. Delete one of the two.");

    public static Diagnostic MissingSection(Place at, string section, string file) =>
        CaseCodes.MissingSection.At(at, "nothing", section, $"the case has no '{section}'; write them into {file}{(section == "parts" ? ", or choose those of the atlas, `atlas: [parts, sources]`" : "")}.");

    public static Diagnostic UnknownSection(Entry entry, IReadOnlyList<string> known)
    {
        var nearest = Nearest.To(entry.Key, known);
        return ReadingCodes.UnknownKey.At(entry.KeyAt, entry.Key, "a section of a case", nearest: nearest,
            message: $"a case has no section '{Excerpts.Short(entry.Key)}'.{Grammar.DidYouMean(nearest)} It has {string.Join(", ", known)}.");
    }

    public static Diagnostic NoWhatIf(Place at, string name, IEnumerable<string> known)
    {
        var nearest = Nearest.To(name, known);
        var all = known.ToList();
        return CaseCodes.NoWhatIf.At(at, name, "a what-if", nearest: nearest,
            message: $"the case has no what-if '{Excerpts.Short(name)}'.{Grammar.DidYouMean(nearest)} {(all.Count == 0 ? "It has none; the path of a file is possible too." : $"It has {string.Join(", ", all)}.")}");
    }

    public static Diagnostic NoOverlay(Place at, string file) =>
        CaseCodes.NoOverlay.At(at, file, "a file", $"the overlay '{Excerpts.Short(file)}' cannot be opened; correct the path.");

    public static Diagnostic OptionName(Place at, string what, string name, IEnumerable<string> known)
    {
        var nearest = Nearest.To(name, known);
        return CaseCodes.OptionName.At(at, name, $"a {what} of the case", nearest: nearest,
            message: $"the case has no {what} '{Excerpts.Short(name)}'.{Grammar.DidYouMean(nearest)}");
    }

    public static Diagnostic UnknownName(Ref name, IReadOnlyCollection<string> known)
    {
        var nearest = Nearest.To(name.Id, known);
        var some = known.Order(StringComparer.Ordinal).ToList();
        var instead = nearest is not null ? Grammar.DidYouMean(nearest) : some.Count is > 0 and <= 12 ? $" There are {string.Join(", ", some)}." : "";
        return CaseCodes.UnknownName.At(name.At, name.Id, $"the name of {Grammar.WithArticle(name.List)}", nearest: nearest,
            message: $"there is no {name.List} '{Excerpts.Short(name.Id)}'.{instead}");
    }
}
