using System.Collections.Immutable;
using System.CommandLine;
using Sluice.Cases;
using Sluice.Cli.Screens;
using Sluice.Reading;

namespace Sluice.Cli.Commands;

/// <summary>Loads the case that a command line names.</summary>
static class CaseLoading
{
    /// <summary>Loads; null where the folder does not exist, which has then been said.</summary>
    public static Loaded? Load(ParseResult line, CommonOptions options, TextWriter errors) => Load(line, options, line.GetValue(options.Case), errors);

    /// <summary>The same for a case whose name was read otherwise.</summary>
    public static Loaded? Load(ParseResult line, CommonOptions options, string? named, TextWriter errors) => Source(line, options, named, errors)?.Load();

    /// <summary>The same with further changes to what is loaded.</summary>
    public static Loaded? Load(ParseResult line, CommonOptions options, string? named, TextWriter errors, Func<LoadOptions, LoadOptions> change) => Source(line, options, named, errors)?.Load(change);

    /// <summary>Where the case is read and what is changed about it; null where the folder does not exist, which has then been said.</summary>
    public static CaseSource? Source(ParseResult line, CommonOptions options, string? named, TextWriter errors)
    {
        if (CaseLocator.Case(named) is not { } folder)
        {
            if (named is ['-', ..])
            {
                var option = Nearest.To(named, [.. line.CommandResult.Command.Options.Select(o => o.Name)]);
                errors.WriteLine(ScreenText.Field($"sluice: there is no option '{named}'.{(option is null ? "" : $" Did you mean {option}?")}"));
                return null;
            }
            var nearest = Nearest.To(named ?? "", [.. CaseLocator.Names()]);
            errors.WriteLine(ScreenText.Clean($"sluice: there is no case '{ScreenText.Field(named)}': no folder of that path, and none of that name ships with Sluice"
                + (nearest is null ? $" ({string.Join(", ", CaseLocator.Names())})." : $". Did you mean {nearest}?")));
            return null;
        }
        return new CaseSource(new FolderSource(folder), new FolderSource(CaseLocator.Atlas()), new LoadOptions
        {
            WhatIfs = [.. line.GetValue(options.With) ?? []],
            Overlay = line.GetValue(options.Overlay),
            AsOf = line.GetValue(options.AsOf),
            Mute = [.. line.GetValue(options.Mute) ?? []],
            Resolve = [.. (line.GetValue(options.Resolve) ?? []).Select(Resolution)],
            Outside = new FolderSource(Directory.GetCurrentDirectory()),
        });
    }

    static (string, string) Resolution(string text) => text.Split('=', 2) is [var dispute, var side] ? (dispute, side) : (text, "");
}
