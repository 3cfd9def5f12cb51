using System.Collections.Concurrent;
using Npgsql;

namespace Cqrs.Gen.Benchmarks;

/// <summary>What a good developer writes first: a pool of connections, prepared statements, one transaction a command; its version is checked by the table's key.</summary>
internal sealed class NaiveNpgsqlBank : IBank
{
    private readonly NpgsqlTable _table;
    private readonly ConcurrentDictionary<string, Entry>? _cache;

    private NaiveNpgsqlBank(NpgsqlTable table, bool isCached)
    {
        _table = table;
        _cache = isCached ? [] : null;
    }

    public static async ValueTask<IBank> OpenAsync(string address) => new NaiveNpgsqlBank(await NpgsqlTable.OpenAsync(address), isCached: false);

    public static async ValueTask<IBank> OpenCachedAsync(string address) => new NaiveNpgsqlBank(await NpgsqlTable.OpenAsync(address), isCached: true);

    public ValueTask<long> DepositAsync(string account, decimal amount) =>
        _cache is null ? LoadAndDepositAsync(account, amount) : DepositAsync(_cache.GetOrAdd(account, static _ => new()), account, amount);

    public ValueTask DisposeAsync() => _table.DisposeAsync();

    private async ValueTask<long> LoadAndDepositAsync(string account, decimal amount)
    {
        await using NpgsqlConnection connection = await _table.Connections.OpenConnectionAsync().ConfigureAwait(false);
        while (true)
        {
            AccountState state = await NpgsqlTable.LoadAsync(connection, account).ConfigureAwait(false);
            IEvent e = HandWrittenSwitch.Handle(state.Account, new DepositMoney(amount));
            try
            {
                await NpgsqlTable.AppendAsync(connection, account, state.Version + 1, e).ConfigureAwait(false);
                return state.Version + 1;
            }
            catch (PostgresException conflict) when (conflict.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                // Another caller was faster on this account: again, on what it left.
            }
        }
    }

    private async ValueTask<long> DepositAsync(Entry entry, string account, decimal amount)
    {
        await entry.Turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await using NpgsqlConnection connection = await _table.Connections.OpenConnectionAsync().ConfigureAwait(false);
            AccountState state = entry.State ??= await NpgsqlTable.LoadAsync(connection, account).ConfigureAwait(false);
            IEvent e = HandWrittenSwitch.Handle(state.Account, new DepositMoney(amount));
            await NpgsqlTable.AppendAsync(connection, account, state.Version + 1, e).ConfigureAwait(false);
            state.Apply(state.Version + 1, e);
            return state.Version;
        }
        finally
        {
            entry.Turn.Release();
        }
    }

    private sealed class Entry
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public AccountState? State { get; set; }
    }
}
