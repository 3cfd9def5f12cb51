namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>What has no JSON still compiles: the build names the member, and code that is run all the same refuses the type and names it too.</summary>
public sealed class JsonUnsupportedTests
{
    [Theory]
    [InlineData("object Member", "Member: it may be anything", "{\"inner\":{}}")]
    [InlineData("dynamic Member", "Member:", "{\"inner\":{}}")]
    [InlineData("IDisposable Member", "Member: it is an interface", "{\"inner\":{}}")]
    [InlineData("Action Member", "Member: a delegate is code", "{\"inner\":{}}")]
    [InlineData("int[,] Member", "Member: an array of several dimensions has no JSON: use an array of arrays", "{\"inner\":{}}")]
    [InlineData("(int, string) Member", "Member: its items are fields, which are left out", "{\"inner\":{}}")]
    [InlineData("nint Member", "Member: its size depends on the machine", "{\"inner\":{}}")]
    [InlineData("System.IO.Stream Member", "Member: this type of the framework is not supported", "{\"inner\":{}}")]
    [InlineData("System.Numerics.BigInteger Member", "Member: System.Text.Json has no converter for it: use Int128", "{\"inner\":{}}")]
    [InlineData("System.Text.Rune Member", "Member: System.Text.Json has no converter for it: use a string", "{\"inner\":{}}")]
    [InlineData("Type Member", "Member: no JSON may name a type of the program", "{\"inner\":{}}")]
    [InlineData("Dictionary<object, string> Member", "object: it cannot be the name of a member", "{\"inner\":{\"member\":{}}}")]
    [InlineData("System.Collections.ArrayList Member", "Member: it does not say what its items are", "{\"inner\":{}}")]
    [InlineData("System.Collections.IEnumerable Member", "Member: it does not say what its items are", "{\"inner\":{}}")]
    [InlineData("System.Collections.Hashtable Member", "Member: it does not say what its items are", "{\"inner\":{}}")]
    [InlineData("IAsyncEnumerable<int> Member", "Member: its items come one after another", "{\"inner\":{}}")]
    [InlineData("List<object> Member", "object: it may be anything", "{\"inner\":{\"member\":[]}}")]
    [InlineData("Shape Member", "Member: it is abstract", "{\"inner\":{}}")]
    [InlineData("Lines Member", "Member: it is a collection without a public constructor that takes nothing", "{\"inner\":{}}")]
    [InlineData("Sequence Member", "Member: it can be written but not filled when it is read", "{\"inner\":{}}")]
    [InlineData("Demanding Member", "Member: it is a collection with required members", "{\"inner\":{}}")]
    [InlineData("IOwnList Member", "Member: it is an interface", "{\"inner\":{}}")]
    [InlineData("Hard Member", "there is no constructor to make it by", "{\"inner\":{\"member\":{}}}")]
    [InlineData("Unbound Member", "the constructor's parameter other has no member", "{\"inner\":{\"member\":{}}}")]
    [InlineData("Lost Member", "Id: it would be written but could not be read back", "{\"inner\":{\"member\":{}}}")]
    [InlineData("Twins Member", "another member is written as a too", "{\"inner\":{\"member\":{}}}")]
    [InlineData("[property: JsonPropertyName(\"$type\")] int Member", "the name $type tells the types of a closed set apart", "{\"inner\":{}}")]
    [InlineData("[property: Obsolete(\"gone\", true)] int Member", "Member: it is obsolete in a way that forbids its use", "{\"inner\":{}}")]
    [InlineData("List<List<Shape>> Member", "Shape", "{\"inner\":{\"member\":[[]]}}")]
    public void Is_refused_with_the_reason(string parameter, string reason, string json)
    {
        JsonDomain domain = JsonDomain.Of($$"""
            public sealed record Happened(Inner Inner) : IEvent<Account>;
            public sealed record Inner({{parameter}});
            public abstract record Shape; public sealed class Lines(int capacity) : List<int>(capacity);
            public sealed class Sequence : IEnumerable<int> { public IEnumerator<int> GetEnumerator() => throw new InvalidOperationException(); System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }
            public sealed class Demanding : List<int> { public required string Name { get; init; } }
            public interface IOwnList : IList<int>;
            public sealed class Hard { private Hard() { } }
            public sealed class Unbound(int other) { public int Value { get; set; } = other; }
            public sealed class Lost { public Guid Id { get; } = Guid.NewGuid(); }
            public sealed class Twins { public int A { get; set; } [JsonPropertyName("a")] public int B { get; set; } }
            """);
        Assert.Contains(domain.Files.Values, text => text.Contains(".Unsupported(", StringComparison.Ordinal) && text.Contains(reason.Replace("\"", "\\\"", StringComparison.Ordinal), StringComparison.Ordinal));
        PayloadException refusal = domain.Refused(json);
        Assert.Contains("has no JSON", refusal.Problem, StringComparison.Ordinal);
        Assert.Contains(reason, refusal.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_derived_type_without_JSON_is_refused_among_others()
    {
        JsonDomain domain = JsonDomain.Of("""
            [JsonDerivedType(typeof(Square), "square")] [JsonDerivedType(typeof(Odd), "odd")] public abstract record Shape;
            public sealed record Square(int Size) : Shape; public sealed record Odd(int Size, object Any) : Shape;
            public sealed record Happened(Shape Shape) : IEvent<Account>;
            """);
        Assert.Contains("Any: it may be anything", domain.Refused("""{"shape":{"$type":"odd","size":1,"any":1}}""").Problem, StringComparison.Ordinal);
        Assert.Equal("""{"shape":{"$type":"square","size":1}}""", domain.Account.WriteEvent(domain.Read("""{"shape":{"$type":"square","size":1}}""")).Json);
    }

    [Fact]
    public void A_message_that_its_aggregate_does_not_see_has_no_code() => Assert.DoesNotContain(
        "Fake",
        string.Concat(JsonDomain.Of("public sealed class Tests { private sealed record Fake(int A) : IEvent<Account>; private sealed record FakeCommand : ICommand<Account>; } public sealed record Happened(int A) : IEvent<Account>;").Files.Values),
        StringComparison.Ordinal);

    [Fact]
    public void An_event_that_is_a_collection_is_refused()
    {
        JsonDomain domain = JsonDomain.Of("public sealed class Happened : List<int>, IEvent<Account>;");
        Assert.Contains("it is a collection, but an event or a command is written as an object", domain.Refused("[]").Problem, StringComparison.Ordinal);
    }
}
