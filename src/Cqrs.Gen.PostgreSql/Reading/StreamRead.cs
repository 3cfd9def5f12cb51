using System.Runtime.CompilerServices;
using Cqrs.Gen.Storage;
using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Reads one stream.</summary>
internal sealed class StreamRead(ReaderConnection connection, EventRow whole) : IDisposable
{
    private readonly ReplayRow _replay = new(connection.Buffer);

    // One for each kind of row, each with the events alone or with all parts.
    private readonly StreamQuery?[] _queries = new StreamQuery?[4];

    /// <returns>What is left to be read: null for nothing; the events without the snapshot, if that is damaged; the whole events, if one is not what its digest says.</returns>
    /// <exception cref="StoreException">The database cannot be read, or an event is damaged.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<StreamReadRequest?> ReadAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken)
    {
        StreamQuery used = For(request);
        Query query = used.Query;
        IStreamRow row = used.Row;
        used.Bind(request);
        bool isComplete = false;
        try
        {
            await query.ExecuteAsync(cancellationToken).ConfigureAwait(false);
            Names names = connection.Names.Known;
            long last = long.MinValue;
            string? untold = request.CommandId;
            uint streamSum = EventChecksum.OfStream(request.Stream.Id);
            while (await query.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                int type = row.TakeUp(query.Row);
                long sequence = row.Sequence(query.Row);
                long place = type is IStreamRow.Repeat or IStreamRow.Snapshot ? type : sequence;
                if (place <= last)
                {
                    throw new StoreException(StoreFault.Corrupt, $"The server sent the parts of a stream out of order: {place} after {last}.");
                }

                switch (type)
                {
                    case IStreamRow.Repeat:
                        sink.OnRepeat(row.Outcome(query.Row));
                        untold = null;
                        break;
                    case IStreamRow.Snapshot when !IsIntact(row, query.Row, request):
                        sink.OnDamagedSnapshot(sequence);
                        return request with { SnapshotFingerprint = null, CommandId = untold };
                    case IStreamRow.Snapshot:
                        sink.OnSnapshot(sequence, row.SnapshotPayload(query.Row));
                        break;
                    default:
                        if (names.Event(type) is null)
                        {
                            names = await connection.Names.WithAsync(type, cancellationToken).ConfigureAwait(false);
                        }

                        if (!row.TryDeliver(query.Row, names.Event(type), request.Stream, streamSum, sink))
                        {
                            return request with { PayloadsOnly = false, AfterSequence = sequence - 1, SnapshotFingerprint = null, CommandId = untold };
                        }

                        break;
                }

                last = place;
            }

            isComplete = true;
            return null;
        }
        finally
        {
            await query.EndAsync(isComplete, cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        foreach (StreamQuery? query in _queries)
        {
            query?.Query.Dispose();
        }
    }

    private static bool IsIntact(IStreamRow row, NpgsqlDataReader current, in StreamReadRequest request) =>
        row.SnapshotChecksum(current) is not { } stored
        || stored == StateChecksum.OfSnapshot(request.Stream, request.SnapshotFingerprint!, row.Sequence(current), row.SnapshotPayload(current));

    private StreamQuery For(in StreamReadRequest request)
    {
        bool hasEventsOnly = StreamQuery.HasEventsOnly(request);
        ref StreamQuery? query = ref _queries[(request.PayloadsOnly ? 2 : 0) + (hasEventsOnly ? 1 : 0)];
        return query ??= new(connection, request.PayloadsOnly ? _replay : whole, hasEventsOnly);
    }
}
