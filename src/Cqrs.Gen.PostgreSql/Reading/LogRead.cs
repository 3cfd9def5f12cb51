using System.Runtime.CompilerServices;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Reads the log.</summary>
internal sealed class LogRead(ReaderConnection connection, EventRow row) : IDisposable
{
    // The most names that are looked up in the index; a filter with more lets so much through that walking the whole log is cheaper.
    private const int MostNames = 32;
    private readonly LogQuery _all = new(connection, LogQuery.All);
    private readonly Dictionary<int, LogQuery> _filtered = [];

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<long> ReadAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Names names = connection.Names.Known;
        LogQuery used = _all;
        long upTo = long.MaxValue;
        if (!request.Events.IsEmpty)
        {
            if (!names.HaveAll(request.Events.Span))
            {
                // What gets a name from now on stands behind the log's end of now.
                names = await connection.Names.LoadAsync(connection.Connection, cancellationToken).ConfigureAwait(false);
                upTo = names.HaveAll(request.Events.Span) ? long.MaxValue : names.LastPosition;
            }

            used = Filtered(names.Numbers(request.Events.Span));
        }

        used.Bind(request, upTo);
        return await ReadAsync(used.Query, request, names, sink, cancellationToken).ConfigureAwait(false);
    }

    public void Dispose()
    {
        _all.Query.Dispose();
        foreach (LogQuery filtered in _filtered.Values)
        {
            filtered.Query.Dispose();
        }
    }

    // The first row tells the log's end, as of the moment of the others.
    private async ValueTask<long> ReadAsync(Query query, LogReadRequest request, Names names, IEventSink sink, CancellationToken cancellationToken)
    {
        bool isComplete = false;
        try
        {
            await query.ExecuteAsync(cancellationToken).ConfigureAwait(false);
            long end = -1;
            long count = 0;
            long position = request.AfterPosition;
            while (await query.NextAsync(cancellationToken).ConfigureAwait(false))
            {
                cancellationToken.ThrowIfCancellationRequested();
                int type = EventRow.Type(query.Row);
                long at = EventRow.Position(query.Row);
                bool isEvent = type != LogQuery.NoEvent;
                if (isEvent != end >= 0 || (isEvent && at <= position))
                {
                    throw new StoreException(StoreFault.Corrupt, $"The server sent the log of {connection.Options.Place} out of order after position {position}.");
                }

                if (!isEvent)
                {
                    end = at;
                    continue;
                }

                if (names.Event(type) is null)
                {
                    names = await connection.Names.WithAsync(type, cancellationToken).ConfigureAwait(false);
                }

                position = at;
                count++;
                row.DeliverInLog(query.Row, names.Event(type), sink);
            }

            isComplete = true;
            return count == request.MaxCount ? position : Math.Max(end, request.AfterPosition);
        }
        finally
        {
            await query.EndAsync(isComplete, cancellationToken).ConfigureAwait(false);
        }
    }

    private LogQuery Filtered(int[] types)
    {
        int places = types.Length <= MostNames ? types.Length : LogQuery.Scanned;
        if (!_filtered.TryGetValue(places, out LogQuery? query))
        {
            _filtered.Add(places, query = new(connection, places));
        }

        query.BindTypes(types);
        return query;
    }
}
