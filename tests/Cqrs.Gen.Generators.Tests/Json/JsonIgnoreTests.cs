using System.Text.Json;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary><c>[JsonIgnore]</c> with every condition, on arguments of constructors and on other members.</summary>
public sealed class JsonIgnoreTests
{
    internal const string Source = """
        public enum Color { Red, Green }
        public readonly record struct Point(int X, int Y);
        public sealed record First([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Note, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Count, int Last) : IEvent<Account>;
        public sealed record OnlyOmittable([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] string? Note, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Count) : IEvent<Account>;
        public sealed record Defaults(
            [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Is, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] decimal Money, string Between,
            [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Guid Id, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Color Color,
            [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Point Point, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Point? Maybe,
            [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] List<int>? Items, [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Always) : IEvent<Account>
        {
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Size { get; init; } = 0;
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Text { get; init; }
            public double Number { get; init; }
        }
        public static class Samples
        {
            public static IEnumerable<object> All =>
            [
                new First(null, null, 0), new First("n", null, 1), new First(null, 3, 0), new First("", 0, 2),
                new OnlyOmittable(null, 0), new OnlyOmittable("n", 0), new OnlyOmittable(null, 1), new OnlyOmittable("n", 1),
                new Defaults(false, 0, "", default, default, default, null, null, null) { Size = 0, Text = null },
                new Defaults(true, 1.50m, "b", Guid.Parse("0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9"), Color.Green, new(1, 2), new Point(), [], 3) { Size = 7, Text = "t", Number = 1.5 },
                new Defaults(false, 1, "b", default, Color.Green, default, new Point(3, 4), [1], null),
            ];
        }
        """;

    [Fact]
    public void What_is_left_out_is_left_out_as_System_Text_Json_does_and_read_back()
    {
        JsonDomain domain = JsonDomain.Of(Source);
        foreach (object sample in domain.Samples)
        {
            Assert.Equal(JsonSerializer.Serialize(sample, sample.GetType(), JsonDomain.SystemTextJson), domain.Write(sample));
            Assert.Equivalent(sample, domain.RoundTrip(sample), strict: true);
        }
    }

    [Fact]
    public void What_is_left_out_is_predicted()
    {
        JsonDomain domain = JsonDomain.Of("""
            public sealed record Happened(
                [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? A, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int B, string C,
                [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] decimal? D, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] int E = 9) : IEvent<Account>;
            public static class Probe { public static bool Scans(byte[] json) { PayloadScanner scanner = new(json); return BankModule.Json.Bank_Happened.Scan(ref scanner, out _) && scanner.IsAtEnd; } }
            """);
        foreach (string json in new[] { """{"c":"x"}""", """{"a":"","c":"x"}""", """{"b":1,"c":"x"}""", """{"a":"y","b":1,"c":"x","d":1.50}""", """{"c":"x","d":0}""" })
        {
            Assert.True(domain.Scans(json), json);
            object read = domain.Read(json);
            Assert.Equal(json, domain.Write(read));
            Assert.Equal(9, read.GetType().GetProperty("E")!.GetValue(read));
        }

        foreach (string json in new[] { """{,"c":"x"}""", """{"a":"y""c":"x"}""", """{"c":"x","d":null}""", """{"b":0,"a":"y","c":"x"}""", """{"c":"x","e":1}""", """{"c":"x",}""", """{"a":null,"c":"x"}""" })
        {
            Assert.False(domain.Scans(json), json);
        }

        Assert.Equal(1, domain.Read("""{"c":"x","e":1}""") is { } e ? e.GetType().GetProperty("E")!.GetValue(e) : null);
        domain.Refused("""{,"c":"x"}""");
    }

    [Theory]
    [InlineData("public sealed record Happened : IEvent<Account> { public string? Note { get; init; } = \"none\"; public int Size { get; init; } = 42; }", """{"note":null,"size":0}""")]
    [InlineData("public sealed record Happened(string? Note = \"none\", int Size = 42, Day Day = Day.Second) : IEvent<Account>; public enum Day { First, Second }", """{"note":null,"size":0,"day":"First"}""")]
    [InlineData("public sealed class Happened : IEvent<Account> { public Happened() => Note = \"none\"; public string? Note { get; set; } }", """{"note":null}""")]
    [InlineData("public sealed class Happened : IEvent<Account> { private string? _note = \"none\"; public string? Note { get => _note; set => _note = value; } }", """{"note":null}""")]
    [InlineData("public abstract class Base { protected Base() => Reset(); private void Reset() => Note = \"none\"; public string? Note { get; set; } } public sealed class Happened : Base, IEvent<Account>;", """{"note":null}""")]
    [InlineData("public sealed class Happened : IEvent<Account>, IJsonOnDeserializing { public string? Note { get; set; } public void OnDeserializing() => Note = \"none\"; }", """{"note":null}""")]
    [InlineData("public sealed record Happened(string? Note = null, int Size = 0, decimal Sum = 0m, Day Day = Day.First, char Sign = '\\0', Guid Id = default) : IEvent<Account> { public double More { get; init; } = 0.0; } public enum Day { First, Second }", "{}")]
    [InlineData("public sealed class Happened : IEvent<Account> { public required string? Note { get; init; } public string? More { get; set; } = null!; }", """{"note":null}""")]
    public void What_would_come_back_as_another_value_is_always_written(string source, string expected)
    {
        JsonDomain domain = JsonDomain.Of(source, "[assembly: JsonDefaults(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]");
        foreach (string json in new[] { expected, " " + expected })
        {
            object read = domain.Read(json);
            Assert.Equal(expected, domain.Write(read));
            Assert.Equivalent(read, JsonSerializer.Deserialize(json, read.GetType(), domain.Options), strict: true);
        }

        if (!source.Contains("required", StringComparison.Ordinal))
        {
            object absent = domain.Read("{}");
            Assert.Equivalent(absent, JsonSerializer.Deserialize("{}", absent.GetType(), domain.Options), strict: true);
        }
    }

    [Fact]
    public void What_is_only_written_is_not_read_and_what_is_only_read_is_not_written()
    {
        JsonDomain domain = JsonDomain.Of("""
            public sealed record Happened([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] int Out = 1, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] string In = "none") : IEvent<Account>
            {
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public int Written { get; init; } = 2;
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] public int Read { get; init; } = 3;
                [JsonIgnore] public string? Never { get; init; }
            }
            """);
        object e = domain.Make("Happened", 7, "in");
        Assert.Equal("""{"out":7,"written":2}""", domain.Write(e));
        Assert.Equal(JsonSerializer.Serialize(e, e.GetType(), JsonDomain.SystemTextJson), domain.Write(e));
        Assert.Equal("Happened { Out = 1, In = none, Written = 2, Read = 3, Never =  }", domain.RoundTrip(e).ToString());
        Assert.Equal("Happened { Out = 1, In = x, Written = 2, Read = 4, Never =  }", domain.Read("""{"out":"what","written":[],"in":"x","read":4}""").ToString());
        Assert.Equal("$.never", domain.Refused("""{"never":"x"}""").Path);
    }

    [Fact]
    public void An_ignored_argument_takes_its_default_or_is_refused_if_it_has_none()
    {
        JsonDomain domain = JsonDomain.Of("public sealed record Happened(int A, [property: JsonIgnore] string? B, [property: JsonIgnore] int C, [property: JsonIgnore] string D = \"d\") : IEvent<Account>;");
        Assert.Equal("Happened { A = 1, B = , C = 0, D = d }", domain.RoundTrip(domain.Make("Happened", 1, "b", 2, "x")).ToString());
        Assert.Contains("give the parameter a default value", JsonDomain.Of("public sealed record Happened([property: JsonIgnore] string A) : IEvent<Account>;").Refused("{}").Problem, StringComparison.Ordinal);
        Assert.Contains("give its parameter a default value", JsonDomain.Of("public sealed record Happened([property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] string A) : IEvent<Account>;").Refused("{}").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_state_keeps_what_its_members_say()
    {
        JsonDomain domain = JsonDomain.Of("""
            public abstract class Root { [JsonIgnore(Condition = JsonIgnoreCondition.WhenWriting)] private int _in = 4; public int In() => _in; }
            [Aggregate] public sealed partial class Account : Root
            {
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] private int _size = 5; [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] private string? _note = "n";
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] private int _out = 6; public string Shown => $"{_size} {_note} {_out} {In()}";
            }
            """);
        object state = domain.Account.ReadState("""{"_out":1}""");
        Assert.Equal("0  6 4", state.GetType().GetProperty("Shown")!.GetValue(state));
        Assert.Equal("""{"_out":6}""", domain.Account.WriteState(state));
    }
}
