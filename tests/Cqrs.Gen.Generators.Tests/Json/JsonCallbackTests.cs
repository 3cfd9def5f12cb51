using System.Text.Json;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary><c>IJsonOnSerializing</c> and its like are told what System.Text.Json tells them, on both faces.</summary>
public sealed class JsonCallbackTests
{
    private const string All = "IJsonOnSerializing, IJsonOnSerialized, IJsonOnDeserializing, IJsonOnDeserialized";

    private const string Source = $$"""
        public sealed class Implicit : IEvent<Account>, {{All}}
        {
            public int Value { get; set; } = 1;
            public int Absent { get; set; } = 2;
            public string Log { get; set; } = "";
            public void OnSerializing() => Log += "<";
            public void OnSerialized() => Log += ">";
            public void OnDeserializing() { Absent = 5; Log = "("; Value += 10; }
            public void OnDeserialized() => Log += ")" + Value;
        }
        public class Explicit : IEvent<Account>, {{All}}
        {
            public string Log { get; set; } = "";
            void IJsonOnSerializing.OnSerializing() => Log += "<";
            void IJsonOnSerialized.OnSerialized() => Log += ">";
            void IJsonOnDeserializing.OnDeserializing() => Log = "(";
            void IJsonOnDeserialized.OnDeserialized() => Log += ")";
        }
        public sealed class Inheriting : Explicit, IEvent<Account> { public int More { get; set; } }
        public sealed record Positional(string Log) : IEvent<Account>, IJsonOnSerializing, IJsonOnDeserialized
        {
            private string _log = "";
            public string Seen => _log;
            public void OnSerializing() => _log += "<";
            public void OnDeserialized() => _log += ")" + Log;
        }
        public struct Struct : IEvent<Account>, {{All}}
        {
            public int Value { get; set; }
            public string? Log { get; set; }
            void IJsonOnSerializing.OnSerializing() => Log += "<";
            public void OnSerialized() => Log += ">";
            void IJsonOnDeserializing.OnDeserializing() => Value = 7;
            public void OnDeserialized() => Log += ")" + Value;
        }
        public sealed record Nested(Implicit One, List<Struct> Many, Shape Shape) : IEvent<Account>;
        [JsonDerivedType(typeof(Circle), "circle")] public abstract class Shape;
        public sealed class Circle : Shape, {{All}}
        {
            public string Log { get; set; } = "";
            public void OnSerializing() => Log += "<";
            public void OnSerialized() => Log += ">";
            public void OnDeserializing() => Log = "(";
            public void OnDeserialized() => Log += ")";
        }
        public static class Samples { public static IEnumerable<object> All => [new Implicit(), new Explicit(), new Inheriting { More = 1 }, new Positional("p"), new Struct { Value = 1 }, new Nested(new(), [new() { Value = 2 }, new()], new Circle())]; }
        """;

    [Fact]
    public void Are_told_when_they_are_written_and_read_as_System_Text_Json_tells_them()
    {
        JsonDomain domain = JsonDomain.Of(Source);
        object[] samples = [.. domain.Samples];
        object[] theirs = [.. domain.Samples];
        object[] described = [.. domain.Samples];
        Assert.NotEmpty(samples);
        for (int i = 0; i < samples.Length; i++)
        {
            Type type = samples[i].GetType();
            string json = domain.Account.WriteEvent(samples[i]).Json;
            Assert.Equal(JsonSerializer.Serialize(theirs[i], type, JsonDomain.SystemTextJson), json);
            Assert.Equal(json, JsonSerializer.Serialize(described[i], type, domain.Options));
            Assert.Equivalent(theirs[i], samples[i], strict: true);

            object expected = JsonSerializer.Deserialize(json, type, JsonDomain.SystemTextJson)!;
            EventDescriptor descriptor = domain.Account.Events.Single(e => e.Type == type);
            foreach (string payload in new[] { json, " " + json })
            {
                Assert.Equivalent(expected, domain.Account.ReadEvent(descriptor.Name, 1, payload), strict: true);
            }

            Assert.Equivalent(expected, JsonSerializer.Deserialize(json, type, domain.Options), strict: true);
        }
    }

    [Fact]
    public void What_is_absent_keeps_what_was_set_before_it_was_read()
    {
        JsonDomain domain = JsonDomain.Of(Source);
        object expected = JsonSerializer.Deserialize("""{"log":"x"}""", domain.TypeOf("Implicit"), JsonDomain.SystemTextJson)!;
        Assert.Equivalent(expected, domain.Account.ReadEvent("implicit", 1, """{"log":"x"}"""), strict: true);
    }

    [Fact]
    public void A_state_is_told_too()
    {
        JsonDomain domain = JsonDomain.Of("[Aggregate] public sealed partial class Account : IJsonOnDeserialized { private int _balance = 1; [JsonIgnore] private int _twice; public void OnDeserialized() => _twice = _balance * 2; [JsonIgnore] public int Twice => _twice; }");
        object state = domain.Account.ReadState("""{"_balance":3}""");
        Assert.Equal(6, state.GetType().GetProperty("Twice")!.GetValue(state));
    }

    [Fact]
    public void What_a_type_refuses_once_it_is_read_is_refused_with_its_place()
    {
        JsonDomain domain = JsonDomain.Of("public sealed class Inner : IJsonOnDeserialized { public int From { get; set; } public int To { get; set; } public void OnDeserialized() { if (From > To) throw new ArgumentException(\"It ends before it begins.\"); } } public sealed record Happened(List<Inner> Inner) : IEvent<Account>;");
        Assert.Equal("$.inner[1]", domain.Refused("""{"inner":[{"from":1,"to":2},{"from":2,"to":1}]}""").Path);
    }

    [Fact]
    public void A_type_that_wants_to_be_told_nothing_pays_nothing() =>
        Assert.DoesNotContain("JsonOn", JsonDomain.Of("public sealed record Happened(int A) : IEvent<Account>;").Files["Bank.Happened.Json.g.cs"], StringComparison.Ordinal);
}
