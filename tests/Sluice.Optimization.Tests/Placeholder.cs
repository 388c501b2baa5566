namespace Sluice.Optimization.Tests;
public class Placeholder { [Fact] public void Solution_builds() => Assert.True(true); }
