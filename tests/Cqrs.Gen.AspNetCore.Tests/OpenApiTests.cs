using System.Text.Json.Nodes;

namespace Bank;

/// <summary>The OpenAPI document that ASP.NET Core makes of the generated descriptions.</summary>
public sealed class OpenApiTests(BankApi api) : IClassFixture<BankApi>
{
    [Fact]
    public async Task A_command_is_described_with_all_that_it_must_have()
    {
        JsonNode command = (await Schemas())["DepositMoney"]!;

        Assert.Equal(["amount"], command["required"]!.AsArray().Select(static n => n!.GetValue<string>()));
        Assert.Equal(("number", "double"), (command["properties"]!["amount"]!["type"]!.GetValue<string>(), command["properties"]!["amount"]!["format"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_closed_set_of_commands_names_each_by_its_type()
    {
        JsonNode schemas = await Schemas();
        JsonNode set = schemas["ICommandOfBankAccount"]!;

        Assert.Equal("$type", set["discriminator"]!["propertyName"]!.GetValue<string>());
        Assert.Equal(["deposit-money", "open-account"], set["discriminator"]!["mapping"]!.AsObject().Select(static m => m.Key).Order(StringComparer.Ordinal));
        Assert.Equal(["$type"], set["required"]!.AsArray().Select(static n => n!.GetValue<string>()));
        JsonNode open = schemas["ICommandOfBankAccountOpenAccount"]!;
        Assert.Contains("owner", open["required"]!.AsArray().Select(static n => n!.GetValue<string>()));
        Assert.DoesNotContain("nickname", open["required"]!.AsArray().Select(static n => n!.GetValue<string>()));
    }

    [Fact]
    public async Task An_event_knows_names_and_nulls()
    {
        JsonNode schemas = await Schemas();
        JsonNode opened = schemas["IEventOfBankAccountAccountOpened"]!;

        Assert.Equal("string", opened["properties"]!["owner"]!["type"]!.GetValue<string>());
        Assert.Equal("""["null","string"]""", opened["properties"]!["nickname"]!["type"]!.ToJsonString());
        Assert.Equal("""["Current","Savings"]""", schemas["AccountKind"]!["enum"]!.ToJsonString());
    }

    [Fact]
    public async Task A_query_document_is_described_by_what_is_public() => Assert.Equal(
        ["owner", "balance", "isUsed"],
        (await Schemas())["AccountSummary"]!["properties"]!.AsObject().Select(static p => p.Key));

    private async Task<JsonNode> Schemas() => JsonNode.Parse(await api.Client.GetStringAsync("/openapi/v1.json"))!["components"]!["schemas"]!;
}
