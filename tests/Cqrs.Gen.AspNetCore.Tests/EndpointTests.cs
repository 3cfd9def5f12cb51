using System.Net;
using System.Text;

namespace Bank;

/// <summary>Commands, events and query documents in the bodies of requests and responses.</summary>
public sealed class EndpointTests(BankApi api) : IClassFixture<BankApi>
{
    [Theory]
    [InlineData("""{"$type":"deposit-money","amount":1.50}""", """{"$type":"deposit-money","amount":1.50}""")]
    [InlineData("""{"amount":1.50,"$type":"deposit-money"}""", """{"$type":"deposit-money","amount":1.50}""")]
    [InlineData(
        """{"$type":"open-account","owner":"Ann","kind":"Savings","tags":["a"]}""",
        """{"$type":"open-account","owner":"Ann","kind":"Savings","tags":["a"],"nickname":null}""")]
    public async Task Any_command_of_an_aggregate_is_bound_by_its_type(string json, string echo)
    {
        using HttpResponseMessage response = await Post("/commands", json);

        Assert.Equal((HttpStatusCode.OK, echo), (response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    [Theory]
    [InlineData("""{"amount":1.50}""")]
    [InlineData("""{"$type":"withdraw-money","amount":1.50}""")]
    [InlineData("""{"$type":"Bank.DepositMoney","amount":1.50}""")]
    [InlineData("""{"$type":"deposit-money"}""")]
    [InlineData("""{"$type":"deposit-money","amount":null}""")]
    [InlineData("""{"$type":"deposit-money","amount":"1.50"}""")]
    [InlineData("""{"$type":"deposit-money","amount":1,"amount":2}""")]
    [InlineData("""{"$type":"deposit-money","amount":1,"more":2}""")]
    [InlineData("""{"$type":"deposit-money","$type":"deposit-money","amount":1}""")]
    [InlineData("""{"$type":"open-account","owner":null,"kind":"Savings","tags":[]}""")]
    [InlineData("""{"$type":"open-account","owner":"Ann","kind":1,"tags":[]}""")]
    [InlineData("""{"$type":"open-account","owner":"Ann","kind":"Savings","tags":[null]}""")]
    public async Task What_is_no_command_is_a_bad_request(string json)
    {
        using HttpResponseMessage response = await Post("/commands", json);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_command_is_bound_as_itself()
    {
        using HttpResponseMessage response = await Post("/deposits", """{"amount":2}""");

        Assert.Equal("""{"amount":2,"balance":2}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_event_says_what_it_is() =>
        Assert.Equal("""{"$type":"account-opened","owner":"Ann","kind":"Savings","nickname":null}""", await api.Client.GetStringAsync("/events"));

    [Fact]
    public async Task A_query_document_shows_what_is_public() =>
        Assert.Equal("""{"owner":"Ann","balance":1.50,"isUsed":false}""", await api.Client.GetStringAsync("/summary"));

    private async Task<HttpResponseMessage> Post(string path, string json)
    {
        using StringContent content = new(json, Encoding.UTF8, "application/json");
        return await api.Client.PostAsync(path, content);
    }
}
