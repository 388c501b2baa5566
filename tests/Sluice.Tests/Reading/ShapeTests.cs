using System.Collections.Immutable;
using Sluice.Quantities;
using Sluice.Reading;

namespace Sluice.Tests.Reading;

public class ShapeTests
{
    [Fact]
    public void A_sound_map_becomes_its_record()
    {
        var read = Written.As("tighten: {from: pause, to: bar, chance: 20 % per quarter, because: {remark: {event: lutnick-remark, times: 1.5}}}");
        Assert.True(read.TryRead(TestMove.Shape, "tighten", out var move));
        Assert.Equal(("tighten", "pause", "bar"), (move!.Name, move.From.Id, move.To.Id));
        Assert.Equal(0.2, move.Chance.Value.ChanceOver(3), 1e-12);
        var (id, at, reason) = Assert.Single(move.Because);
        Assert.Equal(("remark", new Place("drivers.yaml", 1, 69), 1.5), (id, at, reason.Times));
    }

    [Fact]
    public void All_faults_of_one_map_come_at_once_each_in_its_place()
    {
        var read = Written.As("""
            tighten:
              from: [a, b]
              chance: 120 % per quarter
              because: {remark: {event: two words, tims: 2, times: 1000}, other: 3}
              frmo: pause
            """);
        Assert.False(read.TryRead(TestMove.Shape, "tighten", out _));
        Assert.Equal(["2:3 SLU0102", "2:9 SLU0103", "3:11 SLU0105", "4:29 SLU0104", "4:40 SLU0101", "4:56 SLU0105", "4:70 SLU0103", "5:3 SLU0101"], read.Faults);
    }

    [Fact]
    public void An_unknown_key_names_the_nearest_one_that_is_still_free()
    {
        var read = Written.As("m: {from: a, to: b, chanse: 1}");
        Assert.False(read.TryRead(TestMove.Shape, "m", out _));
        var fault = read.Diagnostics.Sorted.Single(d => d.Code == "SLU0101");
        Assert.Equal("chance", fault.Nearest);
        Assert.Equal("a move has no key 'chanse'. Did you mean 'chance'?", fault.Message);
        var other = Written.As("m: {from: a, to: b, chance: 0, elsewhere: 1}");
        Assert.False(other.TryRead(TestMove.Shape, "m", out _));
        Assert.Equal("a move has no key 'elsewhere'. It has only from, to, chance and because.", other.Message);
    }

    [Fact]
    public void A_missing_key_is_shown_with_its_meaning_and_an_example()
    {
        var read = Written.As("m: {from: a, chance: 1 % per month}");
        Assert.False(read.TryRead(TestMove.Shape, "m", out _));
        Assert.Equal("the move 'm' lacks 'to', the level after the move; add `to: bar`.", read.Message);
    }

    [Fact]
    public void Faults_that_only_several_fields_show_drop_the_record()
    {
        var read = Written.As("m: {from: a, to: a, chance: 1 % per month}");
        Assert.False(read.TryRead(TestMove.Shape, "m", out _));
        Assert.Equal(["1:18 SLU0108"], read.Faults);
        Assert.Equal("'to' is 'a', but that is where the move begins; expected another level.", read.Message);
    }

    [Fact]
    public void A_shape_prints_its_schema_its_reference_and_an_example()
    {
        var schema = TestMove.Shape.Schema();
        Assert.Equal("[\"from\",\"to\",\"chance\"]", schema["required"]!.ToJsonString());
        Assert.False((bool)schema["additionalProperties"]!);
        Assert.Equal("from, to, chance, because", string.Join(", ", ((System.Text.Json.Nodes.JsonObject)schema["properties"]!).Select(p => p.Key)));
        Assert.Contains("| `chance` | a chance per time, from 0 % to below 100 % | **required** | the chance while nothing else happens | `20 % per quarter` |", TestMove.Shape.Markdown(), StringComparison.Ordinal);
        Assert.Contains("# because: {remark: {event: lutnick-remark, times: 1.5}}  # what moves the chance; default none", TestMove.Shape.YamlExample(), StringComparison.Ordinal);
        var example = Written.As("m:\n" + TestMove.Shape.YamlExample(2).Replace("from: pause", "from: ask", StringComparison.Ordinal));
        Assert.True(example.TryRead(TestMove.Shape, "m", out _), string.Join('\n', example.Diagnostics.Sorted));
    }

    [Fact]
    public void The_order_of_entries_means_nothing_unless_it_is_asked_for()
    {
        var read = Written.As("a: {z: 1, b: 2}");
        Assert.True(read.TryRead(Kinds.MapOf(Kinds.Number()), "a", out var byId));
        Assert.True(read.TryRead(Kinds.MapOf(Kinds.Number(), MapOrder.AsWritten), "a", out var asWritten));
        Assert.Equal(["b", "z"], byId.Select(e => e.Id));
        Assert.Equal(["z", "b"], asWritten.Select(e => e.Id));
    }

    private sealed record TestReason(Ref Event, double Times)
    {
        private static readonly Field<Ref> @event = new("event", Kinds.Name("claim"), "the claim", "lutnick-remark");
        private static readonly Field<double> times = new("times", Kinds.Number(0.01, 100), "factor when fully supported", "1.5");

        public static Shape<TestReason> Shape { get; } = new("reason", "A claim that moves a chance.", [@event, times], row => new(row.At(@event), row.At(times)));
    }

    private sealed record TestMove(string Name, Ref From, Ref To, Given<Rate> Chance, ImmutableArray<Named<TestReason>> Because)
    {
        private static readonly Field<Ref> from = new("from", Kinds.Name("level"), "the level before the move", "pause");
        private static readonly Field<Ref> to = new("to", Kinds.Name("level"), "the level after the move", "bar");
        private static readonly Field<Given<Rate>> chance = new("chance", Given.Of(Measures.Chance), "the chance while nothing else happens", "20 % per quarter");
        private static readonly Field<ImmutableArray<Named<TestReason>>> because =
            new Field<ImmutableArray<Named<TestReason>>>("because", Kinds.MapOf(TestReason.Shape), "what moves the chance", "{remark: {event: lutnick-remark, times: 1.5}}").Optional([]);

        public static Shape<TestMove> Shape { get; } = new("move", "A change of level, at a rate.", [from, to, chance, because], row =>
        {
            if (row.At(from).Id == row.At(to).Id) row.Reject(to, "another level", "that is where the move begins");
            return new(row.Name, row.At(from), row.At(to), row.At(chance), row.At(because));
        });
    }
}
