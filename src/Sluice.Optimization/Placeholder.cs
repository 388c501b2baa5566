namespace Sluice.Optimization;
internal static class Placeholder;
