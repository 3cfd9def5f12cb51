using Cqrs.Gen.Storage;

namespace Cqrs.Gen.Sqlite;

/// <summary>Writes appends within a transaction: decides whether each may happen, numbers its events and writes what goes with them.</summary>
internal sealed class StreamAppender(Database database) : IDisposable
{
    private readonly Statement _find = database.Prepare(
        """
        SELECT s.stream,
            (SELECT e.sequence FROM events e WHERE e.stream = s.stream ORDER BY e.sequence DESC LIMIT 1),
            c.sequence, c.position, c.events
        FROM streams s LEFT JOIN events c ON c.stream = s.stream AND c.command = ?3
        WHERE s.aggregate = ?1 AND s.id = ?2
        """);

    private readonly Statement _addStream = database.Prepare("INSERT INTO streams (aggregate, id) VALUES (?1, ?2)");

    private readonly Statement _addEvent = database.Prepare(
        "INSERT INTO events (position, stream, sequence, type, version, timestamp, event_id, metadata, payload, checksum, events, command) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)");

    private readonly EventTypes _types = new(database);
    private readonly StateWriter _state = new(database);

    /// <summary>The log's last position, with what was appended since the start.</summary>
    public long LastPosition { get; private set; }

    public void Start(long lastPosition) => LastPosition = lastPosition;

    /// <summary>Forgets what it knows of rows that may have been rolled back.</summary>
    public void Forget() => _types.Forget();

    public AppendOutcome Append(AppendRequest request)
    {
        long stream = 0;
        long version = 0;
        try
        {
            if (_find.Bind(1, request.Stream.Aggregate).Bind(2, request.Stream.Id).Bind(3, request.CommandId).Step())
            {
                stream = _find.Long(0);
                version = _find.Long(1);
                if (_find.Long(2) is > 0 and long recorded)
                {
                    return new(AppendResult.Repeat, recorded, _find.Long(3), _find.Int(4));
                }
            }
        }
        finally
        {
            _find.Reset();
        }

        if (request.Link.IsCutOff || (request.ExpectedVersion != AppendRequest.AnyVersion && request.ExpectedVersion != version))
        {
            return new(AppendResult.Conflict, version, 0, 0);
        }

        return Write(request, stream == 0 ? AddStream(request.Stream) : stream, version);
    }

    public void Dispose()
    {
        _find.Dispose();
        _addStream.Dispose();
        _addEvent.Dispose();
        _types.Dispose();
        _state.Dispose();
    }

    private long AddStream(in StreamId stream)
    {
        _addStream.Bind(1, stream.Aggregate).Bind(2, stream.Id).Run();
        return database.LastInsertedRow;
    }

    private AppendOutcome Write(AppendRequest request, long stream, long version)
    {
        ReadOnlySpan<EventData> events = request.Events.Span;
        long timestamp = Timestamps.Write(request.Timestamp);
        uint streamSum = EventChecksum.OfStream(request.Stream.Id);
        uint commandSum = EventChecksum.NoCommand;
        _addEvent.Bind(2, stream).Bind(6, timestamp);
        _ = request.Metadata.IsEmpty ? _addEvent.BindNull(8) : _addEvent.Bind(8, request.Metadata.Span);
        _addEvent.BindNull(11).BindNull(12);
        long last = version + events.Length;
        foreach (ref readonly EventData e in events)
        {
            if (++version == last)
            {
                _addEvent.Bind(11, events.Length).Bind(12, request.CommandId);
                commandSum = EventChecksum.OfCommand(request.CommandId, events.Length);
            }

            EventType type = _types.Get(new(request.Stream.Aggregate, e.Name));
            uint content = EventChecksum.OfContent(streamSum, type.Sum, e.Version, e.Payload.Span);
            uint envelope = EventChecksum.OfEnvelope(commandSum, e.EventId, timestamp, request.Metadata.Span);
            _addEvent
                .Bind(1, ++LastPosition)
                .Bind(3, version)
                .Bind(4, type.Number)
                .Bind(5, e.Version)
                .Bind(7, e.EventId)
                .Bind(9, e.Payload.Span)
                .Bind(10, EventChecksum.Join(content, envelope))
                .Run();
        }

        _state.Write(request, stream);
        return new(AppendResult.Appended, version, LastPosition, events.Length);
    }
}
