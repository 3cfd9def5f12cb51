using Npgsql;

namespace Cqrs.Gen.Benchmarks;

/// <summary>Replays an account as fast as one can by hand over Npgsql: one prepared statement on an open connection, binary values, and JSON read from one buffer.</summary>
internal sealed class NpgsqlReplay : IAsyncDisposable
{
    private readonly NpgsqlCommand _load;
    private readonly NpgsqlParameter<string> _account = new();
    private readonly byte[] _buffer = new byte[4096];
    private readonly byte[] _name = new byte[64];

    private NpgsqlReplay(NpgsqlConnection connection)
    {
        Connection = connection;
        _load = new(NpgsqlTable.Load, connection) { Parameters = { _account } };
    }

    public NpgsqlConnection Connection { get; }

    public static async ValueTask<NpgsqlReplay> OpenAsync(NpgsqlTable table) => new(await table.Connections.OpenConnectionAsync());

    public async ValueTask<AccountState> LoadAsync(string account)
    {
        AccountState state = new();
        _account.TypedValue = account;
        await using NpgsqlDataReader reader = await _load.ExecuteReaderAsync().ConfigureAwait(false);
        while (await reader.ReadAsync().ConfigureAwait(false))
        {
            Apply(state, reader);
        }

        return state;
    }

    public async ValueTask DisposeAsync()
    {
        await _load.DisposeAsync();
        await Connection.DisposeAsync();
    }

    private void Apply(AccountState state, NpgsqlDataReader reader)
    {
        long version = reader.GetInt64(0);
        int name = (int)reader.GetBytes(1, 0, _name, 0, _name.Length);
        int length = (int)reader.GetBytes(2, 0, _buffer, 0, _buffer.Length);
        state.Apply(version, _name.AsSpan(0, name).SequenceEqual("money-deposited"u8)
            ? HandWrittenJson.ReadDeposited(_buffer.AsSpan(0, length))
            : throw new InvalidOperationException("Unknown event."));
    }
}
