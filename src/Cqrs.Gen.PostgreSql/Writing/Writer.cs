using System.Diagnostics;
using System.Runtime.CompilerServices;
using Cqrs.Gen.Storage;
using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>The connection that writes: one batch, one round trip, one transaction, one flush. Opened anew after it broke. Used by one caller at a time.</summary>
internal sealed class Writer(PostgreSqlStorageOptions options, Connections connections, NameTable names, Fence fence) : IAsyncDisposable
{
    // PostgreSQL takes messages of up to 1 GiB; the rest is for what surrounds the payloads.
    private const long MostBytes = 1_000_000_000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    private readonly SessionCheck _check = new(options);
    private readonly AppendCommand _command = new(options);
    private readonly EarlierAttempts _attempts = new(options);
    private WriterSession? _session;
    private bool _hadSession;

    /// <summary>Makes sure that the database can be written to, and creates the schema or brings it up to date if need be.</summary>
    /// <exception cref="StoreException">It cannot.</exception>
    public async ValueTask OpenAsync(CancellationToken cancellationToken) => await SessionAsync(cancellationToken).ConfigureAwait(false);

    /// <exception cref="StoreException">Nothing was recorded.</exception>
    /// <exception cref="CommitUncertainException">It is not known whether the batch was recorded.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    public async ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken)
    {
        CheckSize(batch.Span);
        await fence.PassAsync(cancellationToken).ConfigureAwait(false);
        WriterSession session = _session is { IsBroken: false } open ? open : await SessionAsync(cancellationToken).ConfigureAwait(false);
        await FillAsync(session, batch, cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            await _command.ExecuteAsync(session.Connection, outcomes).ConfigureAwait(false);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedFunction)
        {
            // A program of a newer version may have brought the schema up to date: the check of a new session says so.
            await CloseAsync().ConfigureAwait(false);
            await SessionAsync(cancellationToken).ConfigureAwait(false);
            throw PostgreSqlFaults.Translate(e, options);
        }
        catch (Exception e) when (PostgreSqlFaults.IsAnswer(e))
        {
            throw PostgreSqlFaults.Translate(e, options);
        }
        catch (Exception e)
        {
            await LoseAsync(session).ConfigureAwait(false);
            await RepeatAsync(batch, outcomes, e).ConfigureAwait(false);
        }

        CutOff(batch.Span, outcomes.Span);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync().ConfigureAwait(false);
        _command.Dispose();
    }

    private async ValueTask<WriterSession> SessionAsync(CancellationToken cancellationToken)
    {
        if (_session is { IsBroken: false } session)
        {
            return session;
        }

        await CloseAsync().ConfigureAwait(false);
        NpgsqlConnection connection = await connections.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (await _check.RunAsync(connection, cancellationToken).ConfigureAwait(false) is not { } backend)
            {
                await new SchemaInstaller(options, connections).InstallAsync(cancellationToken).ConfigureAwait(false);
                backend = await _check.RunAsync(connection, cancellationToken).ConfigureAwait(false) ?? throw PostgreSqlFaults.Altered(options, "it was dropped or put back as soon as it was created or brought up to date");
            }

            if (_hadSession)
            {
                // Another server may have taken the place of the one before, or a backup that of the schema: then what was known of names may be of another log.
                await names.LoadAsync(connection, cancellationToken).ConfigureAwait(false);
            }

            _hadSession = true;
            return _session = new(connection, backend);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // Once the first attempt is certain to have ended, a second one is safe, and tells what became of the first: the commands that it recorded are repeats now.
    private async ValueTask RepeatAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, Exception cause)
    {
        long since = Stopwatch.GetTimestamp();
        while (!await TryRepeatAsync(batch, outcomes).ConfigureAwait(false))
        {
            if (Stopwatch.GetElapsedTime(since) >= options.SettlementTimeout)
            {
                throw new CommitUncertainException($"The connection to {options.Place} broke while appending: {cause.Message}", cause);
            }

            await Task.Delay(Pause).ConfigureAwait(false);
        }
    }

    private async ValueTask<bool> TryRepeatAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes)
    {
        WriterSession? session = null;
        try
        {
            await fence.PassAsync(CancellationToken.None).ConfigureAwait(false);
            session = await SessionAsync(CancellationToken.None).ConfigureAwait(false);
            await FillAsync(session, batch, CancellationToken.None).ConfigureAwait(false); // names may have other numbers there
            await _command.ExecuteAsync(session.Connection, outcomes).ConfigureAwait(false);
            await _attempts.RecogniseAsync(session.Connection, batch, outcomes).ConfigureAwait(false);
            return true;
        }
        catch (StoreException e) when (e.Fault is StoreFault.Unsafe or StoreFault.Newer or StoreFault.Foreign or StoreFault.Corrupt)
        {
            // Time does not mend this; whoever is told asks what was recorded.
            throw new CommitUncertainException($"The connection to {options.Place} broke while appending, and then: {e.Message}", e);
        }
        catch (Exception e) when (e is StoreException || PostgreSqlFaults.IsAnswer(e))
        {
            return false; // the server may be starting again, or another one take its place
        }
        catch (NpgsqlException)
        {
            await LoseAsync(session!).ConfigureAwait(false);
            return false;
        }
    }

    private ValueTask FillAsync(WriterSession session, ReadOnlyMemory<AppendRequest> batch, CancellationToken cancellationToken)
    {
        Names known = names.Known;
        if (MissingNames.Find(batch.Span, known) is { } missing)
        {
            return FillAsync(session, batch, missing, cancellationToken);
        }

        _command.Fill(batch.Span, known);
        return ValueTask.CompletedTask;
    }

    private async ValueTask FillAsync(WriterSession session, ReadOnlyMemory<AppendRequest> batch, HashSet<EventSource> missing, CancellationToken cancellationToken)
    {
        Names known = await RegisterAsync(session, missing, cancellationToken).ConfigureAwait(false);
        _command.Fill(batch.Span, known);
    }

    private ValueTask LoseAsync(WriterSession session)
    {
        fence.Lose(session.Backend);
        return CloseAsync();
    }

    // What fails here happens before the append begins.
    private async ValueTask<Names> RegisterAsync(WriterSession session, HashSet<EventSource> missing, CancellationToken cancellationToken)
    {
        Names known = await names.LoadAsync(session.Connection, cancellationToken).ConfigureAwait(false);
        missing.RemoveWhere(name => known.Number(name.AggregateName) is > 0 and int owner && (name.EventName.Length == 0 || known.Number(owner, name.EventName) > 0));
        return missing.Count == 0 ? known : await names.RegisterAsync(session.Connection, missing, cancellationToken).ConfigureAwait(false);
    }

    private static void CutOff(ReadOnlySpan<AppendRequest> batch, ReadOnlySpan<AppendOutcome> outcomes)
    {
        for (int i = 0; i < batch.Length; i++)
        {
            if (outcomes[i].Result != AppendResult.Appended)
            {
                batch[i].Link.Break();
            }
        }
    }

    private void CheckSize(ReadOnlySpan<AppendRequest> batch)
    {
        long size = 0;
        foreach (AppendRequest request in batch)
        {
            size += request.Metadata.Length + (request.Snapshot?.Payload.Length ?? 0);
            foreach (ref readonly EventData e in request.Events.Span)
            {
                size += e.Payload.Length;
            }

            foreach (ref readonly DocumentData document in request.Documents.Span)
            {
                size += document.Payload?.Length ?? 0;
            }
        }

        if (size > MostBytes)
        {
            throw new StoreException(StoreFault.Refused, $"The append is larger than PostgreSQL takes at once: {size:N0} bytes, at most {MostBytes:N0}. Nothing was sent to {options.Place}.");
        }
    }

    private ValueTask CloseAsync() => Interlocked.Exchange(ref _session, null)?.DisposeAsync() ?? ValueTask.CompletedTask;
}
