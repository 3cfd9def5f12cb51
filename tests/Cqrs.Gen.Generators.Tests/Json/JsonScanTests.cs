using System.Reflection;
using System.Text;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>Payloads whose bytes are predicted, and how they are still read when they are not as predicted.</summary>
public sealed class JsonScanTests
{
    private static readonly Assembly Domain = GeneratorRun.Of("""
        namespace Bank;
        public enum Color { Red, Green }
        public sealed record Item(string Name, decimal Price, Color Color);
        public sealed record Empty;
        public sealed record Ordered(Guid Id, int Count, long Large, bool Is, string? Note, DateTimeOffset At, int? Maybe, Item First, List<Item> Items, string[] Tags, IReadOnlyList<int?> Numbers, Empty Nothing) : IEvent<Order>;
        public sealed record Chain(int Level, Chain? Next) : IEvent<Order>;
        public sealed record Odd([property: System.Text.Json.Serialization.JsonPropertyName("a\"bé\\")] double Number, string Text) : IEvent<Order>;
        [Aggregate] public sealed partial class Order { void Apply(Ordered e) { } void Apply(Chain e) { } void Apply(Odd e) { } }
        public static class Probe
        {
            public static bool Scans(byte[] json) { PayloadScanner scanner = new(json); return BankModule.Json.Bank_Ordered.Scan(ref scanner, out _) && scanner.IsAtEnd; }
            public static bool ScansOdd(byte[] json) { PayloadScanner scanner = new(json); return BankModule.Json.Bank_Odd.Scan(ref scanner, out _); }
        }
        """).Load();

    private const string Payload = """{"id":"0a1b2c3d-0000-4444-8888-0123456789ab","count":3,"large":-9000000000,"is":true,"note":null,"at":"2026-05-01T12:30:15+02:00","maybe":5,"first":{"name":"a","price":1.50,"color":"Green"},"items":[{"name":"b","price":2,"color":"Red"},{"name":"\u00E9","price":0.1,"color":"Red"}],"tags":[],"numbers":[1,null],"nothing":{}}""";

    private readonly AggregateProbe _order = AggregateProbe.Of(Domain, "Bank.Order");

    [Fact]
    public void What_was_written_here_is_read_as_predicted()
    {
        object read = _order.ReadEvent("ordered", 1, Payload)!;

        Assert.True(Scans("Scans", Payload));
        Assert.Equal(Payload, _order.WriteEvent(read).Json);
    }

    [Theory]
    [InlineData("\"count\":3", "\"count\": 3")]
    [InlineData("\"count\":3", "\"count\":3.0")]
    [InlineData("\"count\":3,\"large\":-9000000000", "\"large\":-9000000000,\"count\":3")]
    [InlineData("\"is\":true", "\"\\u0069s\":true")]
    [InlineData("{\"id\"", " {\"id\"")]
    [InlineData("\"nothing\":{}}", "\"nothing\":{} }")]
    public void What_is_as_good_but_not_as_predicted_is_read_all_the_same(string original, string other)
    {
        string payload = Payload.Replace(original, other, StringComparison.Ordinal);

        Assert.False(Scans("Scans", payload));
        if (other.EndsWith("3.0", StringComparison.Ordinal))
        {
            Assert.Equal("$.count", Assert.Throws<PayloadException>(() => _order.ReadEvent("ordered", 1, payload)).Path);
        }
        else
        {
            Assert.Equal(Payload, _order.WriteEvent(_order.ReadEvent("ordered", 1, payload)!).Json);
        }
    }

    [Theory]
    [InlineData("\"color\":\"Green\"", "\"color\":\"Blue\"", "$.first.color")]
    [InlineData("\"first\":{", "\"first\":{\"name\":\"twice\",", "$.first.name")]
    [InlineData("\"nothing\":{}}", "\"nothing\":{}}}", "$")]
    [InlineData("\"note\":null", "\"note\":7", "$.note")]
    [InlineData("[1,null]", "[1,null,]", "$.numbers[1]")]
    public void What_is_wrong_is_refused_as_the_general_reader_does(string original, string other, string path) =>
        Assert.Equal(path, Assert.Throws<PayloadException>(() => _order.ReadEvent("ordered", 1, Payload.Replace(original, other, StringComparison.Ordinal))).Path);

    [Fact]
    public void Deep_nesting_is_refused_and_does_no_harm()
    {
        string Nested(int depth) => string.Concat(Enumerable.Repeat("{\"level\":1,\"next\":", depth)) + "null" + new string('}', depth);

        Assert.NotNull(_order.ReadEvent("chain", 1, Nested(64)));
        Assert.Throws<PayloadException>(() => _order.ReadEvent("chain", 1, Nested(65)));
        Assert.Throws<PayloadException>(() => _order.ReadEvent("chain", 1, Nested(100_000)));
    }

    [Fact]
    public void Names_are_predicted_as_they_are_escaped()
    {
        const string payload = """{"a\u0022b\u00E9\\":1.5,"text":"t"}""";

        Assert.True(Scans("ScansOdd", payload));
        Assert.Equal(payload, _order.WriteEvent(_order.ReadEvent("odd", 1, payload)!).Json);
    }

    private static bool Scans(string probe, string payload) =>
        (bool)Domain.GetType("Bank.Probe")!.GetMethod(probe)!.Invoke(null, [Encoding.UTF8.GetBytes(payload)])!;
}
