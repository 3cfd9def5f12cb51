using System.Text.Json;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary><c>[JsonExtensionData]</c>: members that a type does not have, kept and written back.</summary>
public sealed class JsonExtensionDataTests
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    [Theory]
    [InlineData("public sealed record Happened(int Count) : IEvent<Account> { [JsonExtensionData] public Dictionary<string, System.Text.Json.JsonElement>? Rest { get; set; } }")]
    [InlineData("public sealed record Happened(int Count) : IEvent<Account> { [JsonExtensionData] public IDictionary<string, System.Text.Json.JsonElement> Rest { get; set; } = new Dictionary<string, System.Text.Json.JsonElement>(); }")]
    public void Unknown_members_are_kept_and_written_behind_the_others(string type)
    {
        JsonDomain domain = JsonDomain.Of(type);
        object e = domain.Read("""{"b":[1.50,{"x":null}],"count":3,"a":"\u00e9","Count":1e2}""");
        const string expected = """{"count":3,"b":[1.50,{"x":null}],"a":"\u00E9","Count":1e2}""";
        Assert.Equal(expected, domain.Write(e));
        Assert.Equal(JsonSerializer.Serialize(e, e.GetType(), Options), domain.Write(e));
        Assert.Equal(expected, JsonSerializer.Serialize(e, e.GetType(), domain.Options));
        Assert.Equal("""{"count":3}""", domain.Write(domain.Read("""{"count":3}""")));
        Assert.Equal("$.b", domain.Refused("""{"count":3,"b":1,"b":2}""").Path);
        Assert.Equal("$.b.x", domain.Refused("""{"count":3,"b":{"x":1,"x":2}}""").Path);
    }

    [Fact]
    public void A_kept_member_may_not_have_the_name_of_another()
    {
        JsonDomain domain = JsonDomain.Of("public sealed record Happened(int Count) : IEvent<Account> { [JsonExtensionData] public Dictionary<string, System.Text.Json.JsonElement>? Rest { get; set; } }");
        object e = domain.Make("Happened", 1);
        e.GetType().GetProperty("Rest")!.SetValue(e, new Dictionary<string, JsonElement> { ["count"] = JsonDocument.Parse("1").RootElement });
        Assert.Contains("a member count of its own", Assert.Throws<PayloadException>(() => domain.Write(e)).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Dictionary<string, object>? Rest { get; set; }", "make it a Dictionary<string, JsonElement>")]
    [InlineData("Dictionary<string, System.Text.Json.JsonElement>? Rest { get; }", "give it a getter and a setter")]
    public void What_could_not_keep_them_is_refused_with_the_reason(string member, string reason) => Assert.Contains(
        reason,
        JsonDomain.Of($"public sealed class Happened : IEvent<Account> {{ [JsonExtensionData] public {member} }}").Refused("{}").Problem,
        StringComparison.Ordinal);
}
