namespace Cqrs.Gen.Storage;

/// <summary>
/// Shows whether a stored event still is what was appended. A store keeps one number with each event, made of two CRC-32C: the low half is that of its content, what a state is made
/// of (<see cref="OfContent"/>); the high half that of the rest (<see cref="OfEnvelope"/>). So a reading verifies what it reads. Positions and sequences have no part in it: they are
/// not known before the append, and a gap shows that one is wrong.
/// </summary>
/// <remarks>What many events share (their stream, their type, their command) has a sum of its own, which is made once. Nothing here allocates.</remarks>
public static class EventChecksum
{
    /// <summary>In place of a checksum: there is none, so nothing is verified. Stores made by versions that kept none have such events.</summary>
    public const long None = 0;

    /// <summary>In place of a command's sum: of all its events but the last one.</summary>
    public const uint NoCommand = 0;

    /// <summary>The sum of a stream.</summary>
    /// <param name="id">The id of its aggregate.</param>
    public static uint OfStream(string id) => ~Crc32C.Add(Crc32C.Start, id);

    /// <summary>The sum of a stream.</summary>
    /// <param name="id">The id of its aggregate, in UTF-8.</param>
    public static uint OfStream(ReadOnlySpan<byte> id) => Crc32C.Of(id);

    /// <summary>The sum of a type of events.</summary>
    /// <param name="aggregate">The persisted name of the aggregate.</param>
    /// <param name="name">The persisted name of the event.</param>
    public static uint OfType(string aggregate, string name) => ~Crc32C.Add(Crc32C.Add(Crc32C.Add(Crc32C.Start, aggregate), 0), name);

    /// <summary>The sum of a type of events.</summary>
    /// <param name="aggregate">The persisted name of the aggregate, in UTF-8.</param>
    /// <param name="name">The persisted name of the event, in UTF-8.</param>
    public static uint OfType(ReadOnlySpan<byte> aggregate, ReadOnlySpan<byte> name) => ~Crc32C.Add(Crc32C.Add(Crc32C.Add(Crc32C.Start, aggregate), 0), name);

    /// <summary>The sum of a command, for its last event.</summary>
    /// <param name="id">The command's id.</param>
    /// <param name="eventCount">The number of its events.</param>
    public static uint OfCommand(string id, long eventCount) => ~Crc32C.Add(Crc32C.Add(Crc32C.Start, eventCount), id);

    /// <summary>The sum of a command, for its last event.</summary>
    /// <param name="id">The command's id, in UTF-8; if it is empty, the sum is <see cref="NoCommand"/>.</param>
    /// <param name="eventCount">The number of its events.</param>
    public static uint OfCommand(ReadOnlySpan<byte> id, long eventCount) => id.IsEmpty ? NoCommand : ~Crc32C.Add(Crc32C.Add(Crc32C.Start, eventCount), id);

    /// <summary>The sum of what a state is made of.</summary>
    /// <param name="stream">The sum of the stream.</param>
    /// <param name="type">The sum of the type.</param>
    /// <param name="version">The version of the event's shape.</param>
    /// <param name="payload">The payload.</param>
    public static uint OfContent(uint stream, uint type, long version, ReadOnlySpan<byte> payload) =>
        ~Crc32C.Add(Crc32C.Add(Crc32C.Add(~stream, type), version), payload);

    /// <summary>The sum of the rest of an event.</summary>
    /// <param name="command">The sum of the command, or <see cref="NoCommand"/>.</param>
    /// <param name="eventId">The event's id.</param>
    /// <param name="timestamp">When its command was executed, as the store keeps it.</param>
    /// <param name="metadata">The metadata; empty for none.</param>
    public static uint OfEnvelope(uint command, Guid eventId, long timestamp, ReadOnlySpan<byte> metadata) =>
        ~Crc32C.Add(Crc32C.Add(Crc32C.Add(~command, eventId), timestamp), metadata);

    /// <summary>The checksum that is stored with an event.</summary>
    /// <param name="content">The sum of its content.</param>
    /// <param name="envelope">The sum of the rest.</param>
    public static long Join(uint content, uint envelope) => (long)((ulong)envelope << 32 | content);

    /// <summary>Whether the content of an event is what was appended.</summary>
    /// <param name="stored">The checksum that is stored with it, or <see cref="None"/>.</param>
    /// <param name="content">The sum of the content that was read.</param>
    public static bool Holds(long stored, uint content) => (uint)stored == content || stored == None;

    /// <summary>Whether all of an event is what was appended.</summary>
    /// <param name="stored">The checksum that is stored with it, or <see cref="None"/>.</param>
    /// <param name="content">The sum of the content that was read.</param>
    /// <param name="envelope">The sum of the rest that was read.</param>
    public static bool Holds(long stored, uint content, uint envelope) => stored == Join(content, envelope) || stored == None;

    /// <summary>The fault of an event that is not what was appended.</summary>
    /// <param name="store">Which store it is in, for people: <c>the database "bank.db"</c>.</param>
    /// <param name="stream">Its stream.</param>
    /// <param name="sequence">Its sequence there.</param>
    /// <param name="position">Its position in the log.</param>
    public static StoreException Damaged(string store, in StreamId stream, long sequence, long position) => new(
        StoreFault.Corrupt,
        $"Event {sequence} of {stream} (position {position} of the log) in {store} is damaged: it is not what was appended. Other streams are not affected; restore it from a backup.");
}
