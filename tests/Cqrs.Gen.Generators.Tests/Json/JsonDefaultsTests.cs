using System.Text.Json;
using System.Text.Json.Serialization;

namespace Cqrs.Gen.Generators.Tests.Json;

/// <summary>What <c>[assembly: JsonDefaults]</c> changes, beside System.Text.Json with the options of the same names.</summary>
public sealed class JsonDefaultsTests
{
    private static readonly string[] Names =
    [
        "A", "AB", "ABC", "Ab", "AbC", "ABc", "aB", "a", "IPAddress", "URL", "XMLReader", "Html5Page", "Page2B", "PAGE2b", "A1B2", "Snake_Case", "__x", "_x", "X_", "Élan", "ÉLAN", "éLan",
        "ǅungla", "Straße", "İi", "I", "Ii", "日本", "A日B", "MixedUPPERCase", "lowerUPPER", "Numbers123And4", "Z9Y8z7", "iOS", "ID", "UserID", "IDs", "A_B", "a_B", "Aé", "A_1b", "B̈c",
    ];

    [Theory]
    [InlineData(JsonKnownNamingPolicy.Unspecified)]
    [InlineData(JsonKnownNamingPolicy.CamelCase)]
    [InlineData(JsonKnownNamingPolicy.SnakeCaseLower)]
    [InlineData(JsonKnownNamingPolicy.SnakeCaseUpper)]
    [InlineData(JsonKnownNamingPolicy.KebabCaseLower)]
    [InlineData(JsonKnownNamingPolicy.KebabCaseUpper)]
    public void A_naming_policy_names_members_as_System_Text_Json_does(JsonKnownNamingPolicy policy)
    {
        JsonSerializerOptions options = new()
        {
            PropertyNamingPolicy = policy switch
            {
                JsonKnownNamingPolicy.CamelCase => JsonNamingPolicy.CamelCase,
                JsonKnownNamingPolicy.SnakeCaseLower => JsonNamingPolicy.SnakeCaseLower,
                JsonKnownNamingPolicy.SnakeCaseUpper => JsonNamingPolicy.SnakeCaseUpper,
                JsonKnownNamingPolicy.KebabCaseLower => JsonNamingPolicy.KebabCaseLower,
                JsonKnownNamingPolicy.KebabCaseUpper => JsonNamingPolicy.KebabCaseUpper,
                _ => null,
            },
        };
        // Some policies give two of them one name.
        IEnumerable<string> names = Names.DistinctBy(name => options.PropertyNamingPolicy?.ConvertName(name) ?? name);
        JsonDomain domain = JsonDomain.Of(
            $"public sealed class Happened : IEvent<Account> {{ {string.Concat(names.Select(static name => $"public int {name} {{ get; set; }} "))} }} public static class Samples {{ public static IEnumerable<object> All => [new Happened()]; }}",
            $"[assembly: JsonDefaults(PropertyNamingPolicy = JsonKnownNamingPolicy.{policy})]");

        AssertAsSystemTextJson(domain, options);
    }

    [Fact]
    public void Enumerations_may_be_written_as_numbers() => AssertAsSystemTextJson(
        JsonDomain.Of(
            """
            public enum Color { Red, Green = 7 }
            [JsonConverter(typeof(JsonStringEnumConverter<Size>))] public enum Size { Small, Large }
            public sealed record Happened(Color Color, Color? None, DayOfWeek Day, Size Size, List<Color> Colors) : IEvent<Account>;
            public static class Samples { public static IEnumerable<object> All => [new Happened(Color.Green, null, DayOfWeek.Friday, Size.Large, [Color.Red, Color.Green])]; }
            """,
            "[assembly: JsonDefaults(EnumFormat = JsonEnumFormat.Number)]"),
        new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });

    [Theory]
    [InlineData(JsonIgnoreCondition.Never)]
    [InlineData(JsonIgnoreCondition.WhenWritingNull)]
    [InlineData(JsonIgnoreCondition.WhenWritingDefault)]
    public void Members_may_be_left_out(JsonIgnoreCondition condition) => AssertAsSystemTextJson(
        JsonDomain.Of(JsonIgnoreTests.Source, $"[assembly: JsonDefaults(DefaultIgnoreCondition = JsonIgnoreCondition.{condition})]"),
        new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = condition });

    [Fact]
    public void Public_fields_may_be_members() => AssertAsSystemTextJson(
        JsonDomain.Of(
            """
            public sealed class Happened : IEvent<Account> { public int Count; public string? Note = "n"; [JsonIgnore] public int Hidden; public int Property { get; set; } }
            public static class Samples { public static IEnumerable<object> All => [new Happened { Count = 3, Note = null, Property = 4 }]; }
            """,
            "[assembly: JsonDefaults(IncludeFields = true)]"),
        new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, IncludeFields = true });

    [Theory]
    [InlineData("JsonDefaults(UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)", "", true)]
    [InlineData("JsonDefaults", "[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Skip)]", true)]
    [InlineData("JsonDefaults(UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)", "[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]", false)]
    [InlineData("JsonDefaults", "", false)]
    public void Members_that_a_type_does_not_have_are_refused_or_passed_over(string defaults, string attribute, bool isRead)
    {
        JsonDomain domain = JsonDomain.Of(attribute + " public sealed record Happened(int Count) : IEvent<Account>;", $"[assembly: {defaults}]");
        foreach (string json in new[] { """{"other":{"count":[1,{}]},"count":1}""", """{"count":1,"$type":"x","other":null}""", """{"count":1,"Count":2,"other":1,"other":2}""" })
        {
            if (isRead)
            {
                Assert.Equal("""{"count":1}""", domain.Write(domain.Read(json)));
            }
            else
            {
                domain.Refused(json);
            }
        }

        Assert.Equal(isRead ? "$.count" : "$.other", domain.Refused("""{"other":1,"count":"x"}""").Path);
        Assert.NotNull(domain.Refused("""{"count":1,"other":[}"""));
    }

    [Fact]
    public void A_command_keeps_one_discriminator_when_unknown_members_are_passed_over()
    {
        JsonDomain domain = JsonDomain.Of(
            "public sealed record Open(int Count) : ICommand<Account>; [Aggregate] public sealed partial class Account { Decision<Account> Handle(Open c) => []; }",
            "[assembly: JsonDefaults(UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip)]");
        Assert.NotNull(domain.Account.ReadCommand("""{"other":1,"count":2,"$type":"open"}"""));
        Assert.Throws<PayloadException>(() => domain.Account.ReadCommand("""{"$type":"open","count":2,"$type":"open"}"""));
    }

    [Fact]
    public void The_defaults_of_the_assembly_that_declares_a_type_go_before_those_of_the_one_that_uses_it()
    {
        GeneratorRun library = GeneratorRun.Of(
            "using System.Text.Json.Serialization; [assembly: JsonDefaults(PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseUpper, EnumFormat = JsonEnumFormat.Number)] namespace Shared; public enum Kind { A, B } public sealed record Money(decimal NetAmount, Kind Kind);",
            "Shared");
        GeneratorRun silent = GeneratorRun.Of("namespace Silent; public sealed record Weight(decimal NetAmount, DayOfWeek Day);", "Silent");
        GeneratorRun run = GeneratorRun.Of(
            "using System.Text.Json.Serialization; [assembly: JsonDefaults(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)] namespace Bank; public sealed record Happened(Shared.Money TheMoney, Silent.Weight TheWeight, Shared.Kind TheKind) : IEvent<Account>; [Aggregate] public sealed partial class Account;",
            "Bank",
            library.ImageReference,
            silent.ImageReference);
        Assert.Contains("NET-AMOUNT", run.Files["Shared.Money.Json.g.cs"], StringComparison.Ordinal);
        Assert.Contains("net_amount", run.Files["Silent.Weight.Json.g.cs"], StringComparison.Ordinal);
        Assert.Contains("the_money", run.Files["Bank.Happened.Json.g.cs"], StringComparison.Ordinal);
        Assert.Contains("IsDeclared", run.Files["Shared.Kind.Json.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("IsDeclared", run.Files["System.DayOfWeek.Json.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower")]
    [InlineData("EnumFormat = JsonEnumFormat.Number")]
    [InlineData("DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull")]
    [InlineData("UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip")]
    public void A_change_changes_the_fingerprint_of_a_state(string defaults)
    {
        const string source = "public enum Kind { A } [Aggregate] public sealed partial class Account { public string? TheOwner { get; private set; } private Kind _kind; }";
        Assert.NotEqual(JsonDomain.Of(source).Account.Fingerprint, JsonDomain.Of(source, $"[assembly: JsonDefaults({defaults})]").Account.Fingerprint);
        Assert.Equal(JsonDomain.Of(source).Account.Fingerprint, JsonDomain.Of(source, "[assembly: JsonDefaults]").Account.Fingerprint);
    }

    private static void AssertAsSystemTextJson(JsonDomain domain, JsonSerializerOptions options)
    {
        Assert.NotEmpty(domain.Samples);
        foreach (object sample in domain.Samples)
        {
            Assert.Equal(JsonSerializer.Serialize(sample, sample.GetType(), options), domain.Write(sample));
            Assert.Equivalent(sample, domain.RoundTrip(sample), strict: true);
        }
    }
}
