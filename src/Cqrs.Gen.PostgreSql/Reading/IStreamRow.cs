using Cqrs.Gen.Storage;
using Npgsql;

namespace Cqrs.Gen.PostgreSql;

/// <summary>How the rows of a reading of one stream are laid out: the outcome of a command, the snapshot, and the events.</summary>
internal interface IStreamRow
{
    /// <summary>In place of an event's type: the row is the outcome of a command.</summary>
    const int Repeat = -2;

    /// <summary>In place of an event's type: the row is the snapshot.</summary>
    const int Snapshot = -1;

    /// <summary>The columns of the event that ended the command (c).</summary>
    string RepeatColumns { get; }

    /// <summary>The columns of the snapshot (n).</summary>
    string SnapshotColumns { get; }

    /// <summary>The columns of an event (e).</summary>
    string EventColumns { get; }

    /// <summary>Takes up a row; the other members are about it.</summary>
    /// <returns>The type of the event, <see cref="Repeat"/> or <see cref="Snapshot"/>.</returns>
    int TakeUp(NpgsqlDataReader row);

    /// <summary>Its place in the stream; of a snapshot its version.</summary>
    long Sequence(NpgsqlDataReader row);

    /// <summary>The outcome of the command.</summary>
    AppendOutcome Outcome(NpgsqlDataReader row);

    /// <summary>The snapshot's checksum, or null if it was written without.</summary>
    int? SnapshotChecksum(NpgsqlDataReader row);

    /// <summary>The payload of the snapshot.</summary>
    ReadOnlySpan<byte> SnapshotPayload(NpgsqlDataReader row);

    /// <summary>Hands on the event, if it is what was appended.</summary>
    /// <returns>Whether it was handed on; if not, the whole row tells what is wrong.</returns>
    /// <exception cref="StoreException">The event is damaged, and this was the whole row.</exception>
    bool TryDeliver(NpgsqlDataReader row, EventName? name, in StreamId stream, uint streamSum, IEventSink sink);
}
