namespace Sluice.Optimization.Tests;

public class StudentTTests
{
    [Theory]
    [InlineData(1, 12.7062)]
    [InlineData(4, 2.7764)]
    [InlineData(5, 2.5706)]
    [InlineData(9, 2.2622)]
    [InlineData(39, 2.0227)]
    [InlineData(159, 1.9750)]
    [InlineData(100_000, 1.9600)]
    public void Quantiles_agree_with_the_printed_table(int freedom, double table) => Assert.Equal(table, StudentT.Quantile975(freedom), 0.002);
}
