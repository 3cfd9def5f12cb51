using System.Diagnostics;
using Npgsql;
using NpgsqlTypes;

namespace Cqrs.Gen.PostgreSql;

/// <summary>
/// After a connection broke while a batch was being committed, the server's process behind it may still be at work, or have yet to begin. What became of the batch is
/// certain only when that process is gone: so it is ended, and its end waited for.
/// </summary>
internal sealed class Fence(PostgreSqlStorageOptions options, Connections connections) : IDisposable
{
    private const string End = "SELECT pg_terminate_backend(pid, 1000) FROM pg_stat_activity WHERE pid = $1 AND backend_start = $2";
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile Lost? _lost;

    /// <summary>Remembers a process that may still commit.</summary>
    public void Lose(Backend backend) => _lost = new(backend, Stopwatch.GetTimestamp());

    /// <summary>Waits until what was being committed is recorded, or never will be.</summary>
    /// <exception cref="StoreException">It could not be found out in the time that is set.</exception>
    public ValueTask PassAsync(CancellationToken cancellationToken) => _lost is null ? ValueTask.CompletedTask : SettleAsync(cancellationToken);

    public void Dispose() => _turn.Dispose();

    private async ValueTask SettleAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (_lost is { } lost)
            {
                try
                {
                    if (await IsGoneAsync(lost.Backend, cancellationToken).ConfigureAwait(false))
                    {
                        _lost = null;
                        return;
                    }

                    if (lost.IsOverdue(options.SettlementTimeout))
                    {
                        throw new StoreException(
                            StoreFault.Unavailable,
                            $"The server's process {lost.Backend.Process} may still commit to {options.Place}, and does not end. End it at the server; then what it recorded can be told.");
                    }
                }
                catch (StoreException e) when (e.Fault is StoreFault.Unavailable or StoreFault.Misconfigured && !lost.IsOverdue(options.SettlementTimeout))
                {
                    // The server may be starting again.
                }

                await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async ValueTask<bool> IsGoneAsync(Backend backend, CancellationToken cancellationToken)
    {
        NpgsqlConnection connection = await connections.OpenSingleAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            try
            {
                NpgsqlCommand end = new(End, connection)
                {
                    Parameters =
                    {
                        new NpgsqlParameter<int> { TypedValue = backend.Process, NpgsqlDbType = NpgsqlDbType.Integer },
                        new NpgsqlParameter<DateTime> { TypedValue = backend.Start, NpgsqlDbType = NpgsqlDbType.TimestampTz },
                    },
                };
                await using (end.ConfigureAwait(false))
                {
                    return await end.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is null or true;
                }
            }
            catch (NpgsqlException e)
            {
                throw PostgreSqlFaults.Translate(e, options);
            }
        }
    }

    private sealed record Lost(Backend Backend, long Since)
    {
        public bool IsOverdue(TimeSpan patience) => Stopwatch.GetElapsedTime(Since) > patience;
    }
}
