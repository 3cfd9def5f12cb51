using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite;

/// <summary>A statement whose rows are events, handed on without a copy and without an allocation.</summary>
internal sealed class EventRows(Database database, string sql, EventNames names) : IDisposable
{
    /// <summary>What a state is made of. Each column costs a call into the library, so a replay asks for no more.</summary>
    public const string PayloadColumns = "e.position, e.sequence, e.type, e.version, e.payload";

    public const string Columns = $"{PayloadColumns}, e.timestamp, e.event_id, e.metadata";

    // In the log these follow: the ids of the aggregate and of the command.
    private const int Id = 8;
    private const int Command = 9;

    public Statement Statement { get; } = database.Prepare(sql);

    /// <summary>Hands the rows to the sink; they have the columns of payloads.</summary>
    public void ReadPayloads(IEventSink sink, CancellationToken cancellationToken)
    {
        try
        {
            while (Statement.Step())
            {
                cancellationToken.ThrowIfCancellationRequested();
                sink.OnEvent(new()
                {
                    Position = Statement.Long(0),
                    Sequence = Statement.Long(1),
                    Name = names.Get(Statement.Int(2), database).Name,
                    Version = Statement.Int(3),
                    Payload = Statement.Bytes(4),
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

    /// <summary>Hands the rows to the sink; they have all columns.</summary>
    /// <returns>How many there were, and the position of the last.</returns>
    public (long Count, long Last) Read(IEventSink sink, bool inLog, CancellationToken cancellationToken)
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
                ref readonly EventName name = ref names.Get(Statement.Int(2), database);
                sink.OnEvent(new()
                {
                    Position = position,
                    Aggregate = inLog ? name.Aggregate : default(ReadOnlySpan<byte>),
                    AggregateId = inLog ? Statement.Bytes(Id) : default,
                    Sequence = Statement.Long(1),
                    Name = name.Name,
                    Version = Statement.Int(3),
                    Payload = Statement.Bytes(4),
                    Timestamp = Timestamps.Read(Statement.Long(5)),
                    EventId = Statement.Guid(6),
                    CommandId = inLog ? Statement.Bytes(Command) : default,
                    Metadata = Statement.Bytes(7),
                });
            }
        }
        finally
        {
            Statement.Reset();
        }

        return (count, position);
    }

    public void Dispose() => Statement.Dispose();
}
