using System.Text.Json;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>Enumerations by name, by the names of their flags, as numbers and as keys.</summary>
public sealed class JsonEnumTests
{
    private const string Declared = """
        [JsonConverter(typeof(JsonStringEnumConverter<Status>))] public enum Status { Open, [JsonStringEnumMemberName("closed \"é\"")] Closed = 5, Shut = 5, @Default }
        [JsonConverter(typeof(JsonNumberEnumConverter<Small>))] public enum Small : sbyte { Least = -128, None = 0, Most = 127 }
        [JsonConverter(typeof(JsonNumberEnumConverter<Large>))] public enum Large : ulong { None = 0, Most = ulong.MaxValue }
        [Flags, JsonConverter(typeof(JsonStringEnumConverter<Rights>))] public enum Rights { None = 0, Read = 1, Write = 2, Exec = 4, [JsonStringEnumMemberName("read-write")] Both = 3, Change = 2, [JsonStringEnumMemberName("é & <b>")] Odd = 8 }
        [Flags, JsonConverter(typeof(JsonStringEnumConverter<Marks>))] public enum Marks : sbyte { A = 1, B = 2, Top = -128 }
        [Flags] public enum Bits : uint { A = 1, B = 2, Top = 0x80000000 }
        public enum Nothing;
        """;

    // A converter in the options would come before those on the types.
    private static readonly JsonSerializerOptions SystemTextJson = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    [Fact]
    public void Is_written_as_System_Text_Json_writes_it_and_read_back_equal()
    {
        JsonDomain domain = JsonDomain.Of(Declared + """
            public sealed record Held(Status Status, Status? Maybe, Small Small, Large Large, Rights Rights, Marks Marks, List<Status> All) : IEvent<Account>;
            public sealed record Chosen(
                [property: JsonConverter(typeof(JsonStringEnumConverter<Small>))] Small Named, [property: JsonConverter(typeof(JsonNumberEnumConverter<Status>))] Status? Numbered,
                [property: JsonConverter(typeof(JsonStringEnumConverter<Bits>))] Bits Bits, [property: JsonConverter(typeof(JsonNumberEnumConverter<Bits>))] Bits Number) : IEvent<Account>;
            public sealed record Keyed(Dictionary<Status, int> Status, SortedDictionary<Small, Status> Small, Dictionary<Rights, int> Rights, Dictionary<Bits, int> Bits) : IEvent<Account>;
            public static class Samples
            {
                public static IEnumerable<object> All =>
                [
                    new Held(Status.Open, null, Small.Least, Large.Most, Rights.None, default, []),
                    new Held(Status.Closed, Status.Shut, Small.Most, Large.None, Rights.Both, Marks.A | Marks.Top, [Status.Default, Status.Open]),
                    new Held(Status.Default, Status.Open, Small.None, Large.None, Rights.Read | Rights.Exec, Marks.A | Marks.B, []),
                    new Held(Status.Default, Status.Open, Small.None, Large.None, Rights.Both | Rights.Exec | Rights.Odd, Marks.Top, []),
                    new Chosen(Small.Least, Status.Closed, Bits.A | Bits.Top, Bits.A | Bits.Top), new Chosen(Small.Most, null, 0, 0),
                    new Keyed([], [], [], []),
                    new Keyed(new() { [Status.Closed] = 1, [Status.Open] = 2 }, new() { [Small.Most] = Status.Open, [Small.Least] = Status.Closed },
                        new() { [Rights.None] = 0, [Rights.Both | Rights.Odd] = 1, [Rights.Write | Rights.Exec] = 2 }, new() { [0] = 0, [Bits.A | Bits.B] = 3, [Bits.Top] = 4 }),
                ];
            }
            """);
        foreach (object sample in domain.Samples)
        {
            EventDescriptor descriptor = domain.Account.WriteEvent(sample).Descriptor;
            string expected = JsonSerializer.Serialize(sample, sample.GetType(), SystemTextJson);
            Assert.Equal(expected, domain.Write(sample));
            foreach (string json in new[] { expected, " " + expected })
            {
                Assert.Equivalent(sample, domain.Account.ReadEvent(descriptor.Name, descriptor.Version, json), strict: true);
            }
        }
    }

    [Theory]
    [InlineData("Status", "\"open\"", "a name that the enumeration Bank.Status declares")]
    [InlineData("Status", "\"Closed\"", "a name that")]
    [InlineData("Status", "\"\"", "a name that")]
    [InlineData("Status", "0", "a name that")]
    [InlineData("Small", "1", "none that the enumeration Bank.Small declares")]
    [InlineData("Small", "128", "-128 to 127")]
    [InlineData("Small", "\"None\"", "Expected")]
    [InlineData("Large", "1", "none that")]
    [InlineData("Rights", "\"Read,Write\"", "a name that")]
    [InlineData("Rights", "\"Read, write\"", "a name that")]
    [InlineData("Rights", "\"Read, \"", "a name that")]
    [InlineData("Rights", "\"\"", "a name that")]
    [InlineData("Rights", "\"16\"", "a name that")]
    [InlineData("Rights", "0", "a name that")]
    [InlineData("Rights", "\"\\ud800\"", "no valid Unicode")]
    [InlineData("Marks", "1", "a name that")]
    [InlineData("Marks", "\"0\"", "a name that")]
    [InlineData("Bits", "4", "none that")]
    [InlineData("Nothing", "\"\"", "a name that")]
    [InlineData("Dictionary<Status, int>", "{\"open\":1}", "a name that")]
    [InlineData("Dictionary<Status, int>", "{\"0\":1}", "a name that")]
    [InlineData("Dictionary<Status, int>", "{\"Open\":1,\"\\u004fpen\":2}", "second time")]
    [InlineData("Dictionary<Status, int>", "{\"Shut\":1,\"closed \\\"é\\\"\":2}", "second time")]
    [InlineData("Dictionary<Rights, int>", "{\"Read,Write\":1}", "a name that")]
    public void Is_refused_unless_it_is_declared(string type, string json, string problem)
    {
        JsonDomain domain = JsonDomain.Of(Declared + $"public sealed record Held({type} Value) : IEvent<Account>;");
        PayloadException refusal = domain.Refused($$"""{"value":{{json}}}""");
        Assert.Contains(problem, refusal.Problem, StringComparison.Ordinal);
        Assert.StartsWith("$.value", refusal.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Flags, JsonConverter(typeof(JsonStringEnumConverter<E>))] public enum E { [JsonStringEnumMemberName(\"a,b\")] A = 1 }", "'a,b' cannot be the name of a value")]
    [InlineData("public enum E { [JsonStringEnumMemberName(\"\")] A }", "'' cannot be the name of a value")]
    [InlineData("public enum E { A, [JsonStringEnumMemberName(\"A\")] B }", "two of its values are written as A")]
    public void Names_that_cannot_be_told_apart_are_refused(string declaration, string reason)
    {
        JsonDomain domain = JsonDomain.Of(declaration + " public sealed record Held(E Value) : IEvent<Account>;");
        Assert.Contains(reason, domain.Refused("""{"value":"A"}""").Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_is_not_declared_is_not_written()
    {
        JsonDomain domain = JsonDomain.Of(Declared + "public sealed record Held(Rights Rights, Dictionary<Status, int> Keys, Small Small) : IEvent<Account>;");
        object Held(int rights, int key, int small) => domain.Make(
            "Held",
            Enum.ToObject(domain.Account.Contract.Assembly.GetType("Bank.Rights")!, rights),
            KeyedBy(domain.Account.Contract.Assembly.GetType("Bank.Status")!, key),
            Enum.ToObject(domain.Account.Contract.Assembly.GetType("Bank.Small")!, small));
        Assert.Equal("""{"rights":"read-write","keys":{"Open":1},"small":127}""", domain.Write(Held(3, 0, 127)));
        Assert.Throws<PayloadException>(() => domain.Write(Held(16, 0, 127)));
        Assert.Throws<PayloadException>(() => domain.Write(Held(3, 4, 127)));
        Assert.Throws<PayloadException>(() => domain.Write(Held(3, 0, 1)));
    }

    private static object KeyedBy(Type type, int key)
    {
        System.Collections.IDictionary result = (System.Collections.IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(type, typeof(int)))!;
        result.Add(Enum.ToObject(type, key), 1);
        return result;
    }
}
