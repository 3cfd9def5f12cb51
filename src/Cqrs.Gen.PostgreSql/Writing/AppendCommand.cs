using System.Diagnostics;
using Cqrs.Gen.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Cqrs.Gen.PostgreSql;

/// <summary>The call of the function that appends, with room for the batches it carries one after the other.</summary>
internal sealed class AppendCommand : IDisposable
{
    /// <summary>In place of the append that another was decided upon: it was not recorded.</summary>
    private const int CutOff = -1;

    private readonly NpgsqlCommand _command;
    private readonly BatchLinks _links = new();

    private readonly List<int> _aggregates;
    private readonly List<string> _ids;
    private readonly List<string> _commands;
    private readonly List<long> _expected;
    private readonly List<int> _predecessors;
    private readonly List<int> _twins;
    private readonly List<int> _bases;
    private readonly List<int> _counts;
    private readonly List<long> _times;
    private readonly List<ReadOnlyMemory<byte>> _metadata;

    private readonly List<int> _eventOwners;
    private readonly List<int> _eventOrdinals;
    private readonly List<Guid> _eventIds;
    private readonly List<int> _eventTypes;
    private readonly List<int> _eventVersions;
    private readonly List<ReadOnlyMemory<byte>> _eventPayloads;
    private readonly List<long> _eventChecksums;
    private readonly List<long> _eventDigests;

    private readonly List<int> _snapshotOwners;
    private readonly List<long> _snapshotVersions;
    private readonly List<string> _snapshotFingerprints;
    private readonly List<ReadOnlyMemory<byte>> _snapshotPayloads;
    private readonly List<int> _snapshotChecksums;

    private readonly List<int> _documentOwners;
    private readonly List<int> _documentSlots;
    private readonly List<int> _documentQueries;
    private readonly List<string> _documentKeys;
    private readonly List<long> _documentVersions;
    private readonly List<string> _documentFingerprints;
    private readonly List<ReadOnlyMemory<byte>> _documentPayloads;
    private readonly List<int> _documentChecksums;
    private readonly List<bool> _documentDeletions;

    public AppendCommand(PostgreSqlStorageOptions options)
    {
        // In the order of the function's parameters.
        _command = new();
        _aggregates = Add<int>(NpgsqlDbType.Integer);
        _ids = Add<string>(NpgsqlDbType.Text);
        _commands = Add<string>(NpgsqlDbType.Text);
        _expected = Add<long>(NpgsqlDbType.Bigint);
        _predecessors = Add<int>(NpgsqlDbType.Integer);
        _twins = Add<int>(NpgsqlDbType.Integer);
        _bases = Add<int>(NpgsqlDbType.Integer);
        _counts = Add<int>(NpgsqlDbType.Integer);
        _times = Add<long>(NpgsqlDbType.Bigint);
        _metadata = Add<ReadOnlyMemory<byte>>(NpgsqlDbType.Bytea);
        _eventOwners = Add<int>(NpgsqlDbType.Integer);
        _eventOrdinals = Add<int>(NpgsqlDbType.Integer);
        _eventIds = Add<Guid>(NpgsqlDbType.Uuid);
        _eventTypes = Add<int>(NpgsqlDbType.Integer);
        _eventVersions = Add<int>(NpgsqlDbType.Integer);
        _eventPayloads = Add<ReadOnlyMemory<byte>>(NpgsqlDbType.Bytea);
        _eventChecksums = Add<long>(NpgsqlDbType.Bigint);
        _eventDigests = Add<long>(NpgsqlDbType.Bigint);
        _snapshotOwners = Add<int>(NpgsqlDbType.Integer);
        _snapshotVersions = Add<long>(NpgsqlDbType.Bigint);
        _snapshotFingerprints = Add<string>(NpgsqlDbType.Text);
        _snapshotPayloads = Add<ReadOnlyMemory<byte>>(NpgsqlDbType.Bytea);
        _snapshotChecksums = Add<int>(NpgsqlDbType.Integer);
        _documentOwners = Add<int>(NpgsqlDbType.Integer);
        _documentSlots = Add<int>(NpgsqlDbType.Integer);
        _documentQueries = Add<int>(NpgsqlDbType.Integer);
        _documentKeys = Add<string>(NpgsqlDbType.Text);
        _documentVersions = Add<long>(NpgsqlDbType.Bigint);
        _documentFingerprints = Add<string>(NpgsqlDbType.Text);
        _documentPayloads = Add<ReadOnlyMemory<byte>>(NpgsqlDbType.Bytea);
        _documentChecksums = Add<int>(NpgsqlDbType.Integer);
        _documentDeletions = Add<bool>(NpgsqlDbType.Boolean);
        string parameters = string.Join(", ", Enumerable.Range(1, _command.Parameters.Count).Select(static i => $"${i}"));
        _command.CommandText = PostgreSqlSchema.For(options.Schema, $"SELECT results, versions, positions, event_counts FROM {Schema.Name}.append({parameters})");

        // The server ends the waiting for the lock itself; whoever waits longer waits for a server that does not answer.
        int patience = options.Connection.CommandTimeout;
        _command.CommandTimeout = patience == 0 ? 0 : patience + (int)Math.Ceiling(options.LockTimeout.TotalSeconds);
    }

    /// <summary>Puts in a batch.</summary>
    /// <param name="batch">The appends.</param>
    /// <param name="names">The names, with all that the batch uses.</param>
    public void Fill(ReadOnlySpan<AppendRequest> batch, Names names)
    {
        Clear();
        for (int i = 0; i < batch.Length; i++)
        {
            AppendRequest request = batch[i];
            int number = i + 1;
            int aggregate = names.Number(request.Stream.Aggregate);
            (int predecessor, int twin) = batch.Length == 1 ? default : _links.Link(request, number);
            _aggregates.Add(aggregate);
            _ids.Add(request.Stream.Id);
            _commands.Add(request.CommandId);
            _expected.Add(request.ExpectedVersion);
            _predecessors.Add(predecessor);
            _twins.Add(twin);
            _bases.Add(Base(batch, i));
            _counts.Add(request.Events.Length);
            _times.Add(Timestamps.Write(request.Timestamp));
            _metadata.Add(request.Metadata);
            AddEvents(request, number, aggregate, names);
            AddState(request, number, names);
        }
    }

    /// <summary>Sends the batch, and waits for its commit.</summary>
    public async ValueTask ExecuteAsync(NpgsqlConnection connection, Memory<AppendOutcome> outcomes)
    {
        _command.Connection = connection;
        NpgsqlDataReader reader = await _command.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            if (!await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false))
            {
                throw new UnreachableException("A function without a row.");
            }

            Read(reader, outcomes.Span);

            // The row comes before the commit; only with the end of the answer it is known to have happened.
            if (await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false) || await reader.NextResultAsync(CancellationToken.None).ConfigureAwait(false))
            {
                throw new UnreachableException("A function with two rows.");
            }
        }
    }

    public void Dispose() => _command.Dispose();

    private static void Read(NpgsqlDataReader reader, Span<AppendOutcome> outcomes)
    {
        short[] results = reader.GetFieldValue<short[]>(0);
        long[] versions = reader.GetFieldValue<long[]>(1);
        long[] positions = reader.GetFieldValue<long[]>(2);
        int[] counts = reader.GetFieldValue<int[]>(3);
        for (int i = 0; i < results.Length; i++)
        {
            outcomes[i] = new((AppendResult)results[i], versions[i], positions[i], counts[i]);
        }
    }

    // The nearest append before that this one was decided upon; all of a chain are on one stream.
    private int Base(ReadOnlySpan<AppendRequest> batch, int index)
    {
        ChainLink link = batch[index].Link;
        if (link.IsCutOff)
        {
            return CutOff;
        }

        int number = _predecessors[index];
        while (number > 0 && !link.Follows(batch[number - 1].Link))
        {
            number = _predecessors[number - 1];
        }

        return number;
    }

    private List<T> Add<T>(NpgsqlDbType type)
    {
        List<T> values = [];
        _command.Parameters.Add(new NpgsqlParameter<List<T>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });
        return values;
    }

    private void AddEvents(AppendRequest request, int number, int aggregate, Names names)
    {
        int ordinal = 0;
        int count = request.Events.Length;
        long timestamp = Timestamps.Write(request.Timestamp);
        uint stream = EventChecksum.OfStream(request.Stream.Id);
        foreach (ref readonly EventData e in request.Events.Span)
        {
            int type = names.Number(aggregate, e.Name);
            _eventOwners.Add(number);
            _eventOrdinals.Add(++ordinal);
            _eventIds.Add(e.EventId);
            _eventTypes.Add(type);
            _eventVersions.Add(e.Version);
            _eventPayloads.Add(e.Payload);
            uint command = ordinal == count ? EventChecksum.OfCommand(request.CommandId, count) : EventChecksum.NoCommand;
            uint content = EventChecksum.OfContent(stream, names.Event(type)!.Sum, e.Version, e.Payload.Span);
            _eventChecksums.Add(EventChecksum.Join(content, EventChecksum.OfEnvelope(command, e.EventId, timestamp, request.Metadata.Span)));
            _eventDigests.Add(Digest.Of(type, e.Version, content));
        }
    }

    private void AddState(AppendRequest request, int number, Names names)
    {
        if (request.Snapshot is { } snapshot)
        {
            _snapshotOwners.Add(number);
            _snapshotVersions.Add(snapshot.Version);
            _snapshotFingerprints.Add(snapshot.Fingerprint);
            _snapshotPayloads.Add(snapshot.Payload);
            _snapshotChecksums.Add(StateChecksum.OfSnapshot(request.Stream, snapshot.Fingerprint, snapshot.Version, snapshot.Payload.Span));
        }

        foreach (ref readonly DocumentData document in request.Documents.Span)
        {
            int query = names.Number(document.Query);
            _documentOwners.Add(number);
            _documentSlots.Add(_links.Slot(query, document.Key));
            _documentQueries.Add(query);
            _documentKeys.Add(document.Key);
            _documentVersions.Add(document.Version);
            _documentFingerprints.Add(document.Fingerprint);
            ReadOnlyMemory<byte> payload = document.Payload ?? default;
            _documentPayloads.Add(payload);
            _documentChecksums.Add(StateChecksum.OfDocument(document.Query, document.Key, document.Fingerprint, document.Version, payload.Span));
            _documentDeletions.Add(document.Payload is null);
        }
    }

    private void Clear()
    {
        _links.Clear();
        foreach (NpgsqlParameter parameter in _command.Parameters)
        {
            switch (parameter)
            {
                case NpgsqlParameter<List<int>> numbers:
                    numbers.TypedValue!.Clear();
                    break;
                case NpgsqlParameter<List<long>> numbers:
                    numbers.TypedValue!.Clear();
                    break;
                case NpgsqlParameter<List<string>> texts:
                    texts.TypedValue!.Clear();
                    break;
                case NpgsqlParameter<List<ReadOnlyMemory<byte>>> bytes:
                    bytes.TypedValue!.Clear();
                    break;
                case NpgsqlParameter<List<Guid>> ids:
                    ids.TypedValue!.Clear();
                    break;
                case NpgsqlParameter<List<bool>> flags:
                    flags.TypedValue!.Clear();
                    break;
            }
        }
    }
}
