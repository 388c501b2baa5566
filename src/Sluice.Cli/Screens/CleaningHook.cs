using Spectre.Console;
using Spectre.Console.Rendering;

namespace Sluice.Cli.Screens;

/// <summary>Cleans everything that any screen writes: no text reaches a console but through <see cref="ScreenText"/>.</summary>
sealed class CleaningHook : IRenderHook
{
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) => renderables.Select(r => new Cleaned(r));

    sealed class Cleaned(IRenderable what) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => what.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => what.Render(options, maxWidth).Select(s =>
            s.IsControlCode || s.IsLineBreak || ReferenceEquals(ScreenText.Clean(s.Text), s.Text) ? s : new Segment(ScreenText.Clean(s.Text), s.Style));
    }
}
