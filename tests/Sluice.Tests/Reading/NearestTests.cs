using Sluice.Reading;

namespace Sluice.Tests.Reading;

public class NearestTests
{
    private static readonly string[] names = ["as-of", "stop-orders", "cap-orders", "cac", "ndrc-nvidia", "tighten", "price"];

    [Theory]
    [InlineData("stop_orders", "stop-orders")]
    [InlineData("stopOrders", "stop-orders")]
    [InlineData("asOf", "as-of")]
    [InlineData("tigthen", "tighten")]
    [InlineData("prize", "price")]
    [InlineData("ndrc-nvida", "ndrc-nvidia")]
    [InlineData("CAC", "cac")]
    [InlineData("bis", null)]
    [InlineData("unrelated", null)]
    [InlineData("", null)]
    public void A_slip_finds_its_name_and_another_word_finds_none(string word, string? nearest) => Assert.Equal(nearest, Nearest.To(word, names));

    [Fact]
    public void Ties_do_not_depend_on_the_order_of_the_names()
    {
        Assert.Equal("bar", Nearest.To("baz", ["bat", "bar"]));
        Assert.Equal("bar", Nearest.To("baz", ["bar", "bat"]));
    }
}
