using System.Text;
using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite;

/// <summary>A statement whose rows are events, verified and handed on without a copy and without an allocation.</summary>
internal sealed class EventRows(Database database, string sql, EventNames names) : IDisposable
{
    /// <summary>What a state is made of. Each column costs a call into the library, so a replay asks for no more.</summary>
    public const string PayloadColumns = "e.position, e.sequence, e.type, e.version, e.payload, e.checksum";

    /// <summary>The whole event.</summary>
    public const string Columns = $"{PayloadColumns}, e.timestamp, e.event_id, e.metadata, e.events, e.command";

    // In the log the aggregate's id follows.
    private const int Id = 11;

    public Statement Statement { get; } = database.Prepare(sql);

    /// <summary>Hands the rows of one stream to the sink; they have the columns of payloads.</summary>
    /// <exception cref="StoreException">An event is damaged.</exception>
    public void ReadPayloads(in StreamId stream, IEventSink sink, CancellationToken cancellationToken)
    {
        uint streamSum = EventChecksum.OfStream(stream.Id);
        try
        {
            while (Statement.Step())
            {
                cancellationToken.ThrowIfCancellationRequested();
                ref readonly EventName name = ref names.Get(Statement.Long(2), database);
                long version = Statement.Long(3);
                ReadOnlySpan<byte> payload = Statement.Bytes(4);
                if (!EventChecksum.Holds(Statement.Long(5), EventChecksum.OfContent(streamSum, name.Sum, version, payload)) || name.Name is null)
                {
                    throw Damaged(stream);
                }

                sink.OnEvent(new()
                {
                    Position = Statement.Long(0),
                    Sequence = Statement.Long(1),
                    Name = name.Name,
                    Version = (int)version,
                    Payload = payload,
                    Timestamp = default,
                    EventId = default,
                    Metadata = default,
                });
            }
        }
        finally
        {
            Statement.Reset();
        }
    }

    /// <summary>Hands the rows of one stream to the sink; they have all columns.</summary>
    /// <exception cref="StoreException">An event is damaged.</exception>
    public void ReadStream(in StreamId stream, IEventSink sink, CancellationToken cancellationToken)
    {
        uint streamSum = EventChecksum.OfStream(stream.Id);
        try
        {
            while (Statement.Step())
            {
                cancellationToken.ThrowIfCancellationRequested();
                Deliver(stream, streamSum, sink);
            }
        }
        finally
        {
            Statement.Reset();
        }
    }

    /// <summary>Hands the rows of the log to the sink; they have all columns and the aggregate's id.</summary>
    /// <returns>How many there were, and the position of the last.</returns>
    /// <exception cref="StoreException">An event is damaged.</exception>
    public (long Count, long Last) ReadLog(IEventSink sink, CancellationToken cancellationToken)
    {
        long count = 0;
        long position = 0;
        try
        {
            while (Statement.Step())
            {
                cancellationToken.ThrowIfCancellationRequested();
                position = Statement.Long(0);
                count++;
                Deliver(null, EventChecksum.OfStream(Statement.Bytes(Id)), sink);
            }
        }
        finally
        {
            Statement.Reset();
        }

        return (count, position);
    }

    public void Dispose() => Statement.Dispose();

    private void Deliver(StreamId? stream, uint streamSum, IEventSink sink)
    {
        ref readonly EventName name = ref names.Get(Statement.Long(2), database);
        long version = Statement.Long(3);
        ReadOnlySpan<byte> payload = Statement.Bytes(4);
        long timestamp = Statement.Long(6);
        Guid eventId = Statement.Guid(7);
        ReadOnlySpan<byte> metadata = Statement.Bytes(8);
        ReadOnlySpan<byte> command = Statement.Bytes(10);
        uint content = EventChecksum.OfContent(streamSum, name.Sum, version, payload);
        uint envelope = EventChecksum.OfEnvelope(EventChecksum.OfCommand(command, Statement.Long(9)), eventId, timestamp, metadata);
        if (!EventChecksum.Holds(Statement.Long(5), content, envelope) || name.Name is null)
        {
            throw Damaged(stream ?? new(name.Aggregate is null ? "?" : Encoding.UTF8.GetString(name.Aggregate), Statement.Text(Id)));
        }

        sink.OnEvent(new()
        {
            Position = Statement.Long(0),
            Aggregate = stream is null ? name.Aggregate : default(ReadOnlySpan<byte>),
            AggregateId = stream is null ? Statement.Bytes(Id) : default,
            Sequence = Statement.Long(1),
            Name = name.Name,
            Version = (int)version,
            Payload = payload,
            Timestamp = Timestamps.Read(timestamp),
            EventId = eventId,
            CommandId = stream is null ? command : default,
            Metadata = metadata,
        });
    }

    private StoreException Damaged(in StreamId stream) =>
        EventChecksum.Damaged($"the database \"{database.Path}\"", stream, sequence: Statement.Long(1), position: Statement.Long(0));
}
