using Bank;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Runtime.Tests;

public sealed class SmokeTests
{
    [Fact]
    public async Task A_command_records_its_event_and_the_query_shows_it()
    {
        await using CqrsApplication bank = CqrsApplication.Create(c => c.AddModule<TestsModule>().UseInMemory());
        CommandResult opened = await bank.Commands.ExecuteAsync("a", new OpenAccount("Ann"));
        Assert.Equal((1, 1), (opened.Version, opened.Position));
        CommandResult result = await bank.Commands.ExecuteAsync("a", new DepositMoney(10m), new(Metadata: Metadata.Create(userId: "u")));
        Assert.True(result.IsSuccess);
        Assert.Equal(new MoneyDeposited(10, 10), Assert.Single(result.Events));
        AccountSummary? summary = await bank.Queries.GetAsync<AccountSummary>("a");
        Assert.Equal((10m, 1, "u"), (summary!.Balance, summary.Transactions, summary.LastUser));
    }
}
