using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Sluice.Bench;

/// <summary>Curves over the size of a problem, both axes logarithmic, as SVG; points alone where the sizes are of different shapes.</summary>
internal static class GrowthFigure
{
    private static readonly OxyColor[] Colours = [OxyColor.FromRgb(0, 95, 135), OxyColor.FromRgb(200, 90, 20)];

    public static void Write(string file, string title, string across, string up, bool joined, IReadOnlyList<(string Name, IReadOnlyList<(double X, double Y)> Points)> curves)
    {
        var plot = new PlotModel { Title = title, TitleFontSize = 14, TitleFontWeight = FontWeights.Normal, Background = OxyColors.White, DefaultFont = "Arial" };
        plot.Axes.Add(new LogarithmicAxis { Position = AxisPosition.Bottom, Title = across, MajorGridlineStyle = LineStyle.Dot, MinimumPadding = 0.05, MaximumPadding = 0.05, AxisTitleDistance = 12 });
        plot.Axes.Add(new LogarithmicAxis { Position = AxisPosition.Left, Title = up, MajorGridlineStyle = LineStyle.Dot, MinimumPadding = 0.1, MaximumPadding = 0.1, AxisTitleDistance = 12 });
        plot.Legends.Add(new Legend { LegendPosition = LegendPosition.TopLeft, LegendBackground = OxyColors.White });
        foreach (var (k, (name, points)) in curves.Index())
        {
            // Blanks, since a reader's font may be wider than the one measured here.
            var line = new LineSeries { Title = name + "\u00a0\u00a0\u00a0\u00a0", LineStyle = joined ? LineStyle.Solid : LineStyle.None, Color = Colours[k % Colours.Length], MarkerType = k == 0 ? MarkerType.Circle : MarkerType.Square, MarkerSize = 3.5, MarkerFill = Colours[k % Colours.Length] };
            foreach (var (x, y) in points) line.Points.Add(new DataPoint(x, y));
            plot.Series.Add(line);
        }
        File.WriteAllText(file, SvgExporter.ExportToString(plot, 520, 340, false, new PdfRenderContext(520, 340, OxyColors.White)));
    }
}
