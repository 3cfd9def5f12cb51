using System.Text.Json;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>Tuples are objects of their items, under the names that the framework gives them.</summary>
public sealed class JsonTupleTests
{
    private const string Source = """
        public sealed record Held(
            (int Count, string? Name) Pair, ValueTuple<int> One, (int, int, int, int, int, int, int, string Eighth, decimal Ninth) Long, List<(string Key, Line? Line)> Items, List<(int, string?)> Unnamed, (int Other, string? Names) Renamed, (int X, int Y)? Maybe,
            Tuple<int, string?> Class, Tuple<int, int, int, int, int, int, int, Tuple<string>> LongClass, KeyValuePair<string, (int, bool)> Entry) : IEvent<Account>;
        public sealed record Line(string Product);
        public static class Samples
        {
            public static IEnumerable<object> All =>
            [
                new Held((1, "a"), new(2), (1, 2, 3, 4, 5, 6, 7, "8", 9.0m), [("k", new("p")), ("l", null)], [(1, null)], (3, "c"), (1, 2), new(1, null), new(1, 2, 3, 4, 5, 6, 7, new("8")), new("e", (1, true))),
                new Held(default, default, (1, 2, 3, 4, 5, 6, 7, "", 0), [], [], default, null, new(0, ""), new(0, 0, 0, 0, 0, 0, 0, new("")), new("", default)),
            ];
        }
        """;

    [Fact]
    public void Is_written_as_System_Text_Json_writes_it_and_read_back_equal()
    {
        JsonSerializerOptions options = new(JsonDomain.SystemTextJson) { IncludeFields = true };
        JsonDomain domain = JsonDomain.Of(Source, "[assembly: JsonDefaults(IncludeFields = true)]");
        foreach (object sample in domain.Samples)
        {
            string expected = JsonSerializer.Serialize(sample, sample.GetType(), options);
            Assert.Equal(expected, domain.Write(sample));
            foreach (string json in new[] { expected, " " + expected })
            {
                object read = domain.Read(json);
                Assert.Equal(expected, JsonSerializer.Serialize(read, read.GetType(), options));
            }
        }
    }

    [Theory]
    [InlineData("""{"pair":{"item1":1}}""", "$.pair.item2", "missing")]
    [InlineData("""{"pair":{"count":1}}""", "$.pair.count", "no such member")]
    [InlineData("""{"pair":[1,"a"]}""", "$.pair", "Expected an object")]
    public void Is_refused_with_its_place(string json, string path, string problem)
    {
        JsonDomain domain = JsonDomain.Of("public sealed record Held((int Count, string? Name) Pair) : IEvent<Account>;", "[assembly: JsonDefaults(IncludeFields = true)]");
        PayloadException refusal = domain.Refused(json);
        Assert.Equal(path, refusal.Path);
        Assert.Contains(problem, refusal.Problem, StringComparison.Ordinal);
    }
}
