using Cqrs.Gen.PostgreSql;
using Cqrs.Gen.Storage;
using Npgsql;

namespace Cqrs.Gen.Faults;

/// <summary>The connection is cut while an append goes over it, most often when it was committed and nobody heard.</summary>
public sealed class CutConnectionTests(SharedServer shared)
{
    private const int Lanes = 4;
    private static readonly Cut[] Cuts = [Cut.BeforeRequest, Cut.WithinRequest, Cut.AfterRequest, Cut.AfterRequest, Cut.BeforeReply, Cut.BeforeReply, Cut.BeforeReply, Cut.WithinReply];

    [Fact]
    public async Task Every_append_is_recorded_once_and_its_caller_hears_so()
    {
        int[] acknowledged = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => CutAsync(Counts.Of(500, 10_000) / Lanes, new(lane))));
        TestContext.Current.TestOutputHelper?.WriteLine($"{Counts.Of(500, 10_000)} cuts, {acknowledged.Sum()} acknowledged");
    }

    [Fact]
    public async Task A_caller_who_hears_that_the_outcome_is_unknown_sends_the_same_command_again_and_it_is_recorded_once()
    {
        (IReadOnlyList<Breach> breaches, Ledger ledger) = await BlindAsync(renames: false);

        Assert.Contains("OutcomeUnknownException", ledger.Faults);
        Assert.Empty(breaches);
    }

    [Fact]
    public async Task A_caller_who_then_sends_a_new_command_is_found_out()
    {
        (IReadOnlyList<Breach> breaches, _) = await BlindAsync(renames: true);

        Assert.Contains(breaches, static breach => breach.Promise == Promise.NothingTwice);
    }

    private async Task<int> CutAsync(int rounds, Random random)
    {
        await using CutProxy proxy = new(shared.Server.Folder);
        string store = shared.NewStore();
        Ledger ledger = new();
        await using (Crowd crowd = await Crowd.StartAsync(() => Through(proxy, store), ledger, new() { Store = store, Callers = 16, Aggregates = 4 }))
        {
            for (int round = 0; round < rounds; round++)
            {
                await proxy.CutAsync(Cuts[random.Next(Cuts.Length)]);
                await ledger.AdvanceAsync(1);
            }
        }

        Assert.Empty(ledger.Faults);
        await LogCheck.PassAsync(() => Orders.Open(store), ledger);
        return ledger.Count;
    }

    // After the cut the server cannot be asked for longer than the store is patient.
    private async Task<(IReadOnlyList<Breach> Breaches, Ledger Ledger)> BlindAsync(bool renames)
    {
        await using CutProxy proxy = new(shared.Server.Folder);
        string store = shared.NewStore();
        Ledger ledger = new();
        await using (Crowd crowd = await Crowd.StartAsync(() => Through(proxy, store, TimeSpan.FromMilliseconds(50)), ledger, new() { Store = store, Callers = 8, Aggregates = 4, RenamesRetries = renames }))
        {
            for (int round = 0; round < 10; round++)
            {
                await proxy.CutAsync(Cut.BeforeReply, thenBlocks: true);
                await Task.Delay(200);
                proxy.Unblock();
                await ledger.AdvanceAsync(8);
            }
        }

        return ((await LogCheck.RunAsync(() => Orders.Open(store), ledger.Acks)).Breaches, ledger);
    }

    private static PostgreSqlEventStorage Through(CutProxy proxy, string store, TimeSpan? patience = null)
    {
        string[] parts = store.Split(':', 3);
        NpgsqlConnectionStringBuilder connection = new(parts[2]) { Host = proxy.Folder };
        return new(new PostgreSqlStorageOptions(connection.ConnectionString) { Schema = parts[1], SettlementTimeout = patience ?? TimeSpan.FromSeconds(30) });
    }
}
