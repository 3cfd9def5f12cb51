using Bank;
using Cqrs.Gen.Sqlite;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Runtime.Tests;

/// <summary>An application goes on over a log that was copied from another store, as if nothing had happened.</summary>
public sealed class CopiedLogTests
{
    [Fact]
    public async Task Queries_commands_and_repeats_are_in_the_copy_what_they_were_in_the_source()
    {
        await using TestStore source = new(StoreKind.Memory);
        await using TestStore target = new(StoreKind.Sqlite);
        CqrsApplication before = source.Start();
        await before.Commands.ExecuteAsync("a", new OpenAccount("Ann"));
        for (int i = 1; i <= 20; i++)
        {
            await before.Commands.ExecuteAsync("a", new DepositMoney(i), new(CommandId: $"deposit {i}"));
        }

        await using (SqliteEventStorage file = new(new(target.Path)))
        {
            await file.OpenAsync(CancellationToken.None);
            Assert.Equal(new(21, 21, 21), await LogCopy.CopyAsync(source.Connect(), file));
        }

        Assert.Null(await target.ReadDocumentAsync("account-summary", "a"));
        CqrsApplication after = target.Start();
        Assert.Equivalent(await before.Queries.GetAsync<AccountSummary>("a"), await after.Queries.GetAsync<AccountSummary>("a"), strict: true);
        foreach (CqrsApplication bank in (CqrsApplication[])[before, after])
        {
            CommandResult repeat = await bank.Commands.ExecuteAsync("a", new DepositMoney(7), new(CommandId: "deposit 7"));
            CommandResult next = await bank.Commands.ExecuteAsync("a", new WithdrawMoney(10));
            Assert.Equal((8L, 8L, 22L, 22L), (repeat.Version, repeat.Position, next.Version, next.Position));
        }

        Assert.Equal(22, (await target.ReadDocumentAsync("account-summary", "a"))!.Version);
        Assert.Equal((200m, "Ann"), ((await after.Queries.GetAsync<AccountSummary>("a"))!.Balance, (await after.Queries.GetAsync<AccountSummary>("a"))!.Owner));
    }
}
