using System.Text;
using Cqrs.Gen.Storage;
using Npgsql;

namespace Cqrs.Gen.Faults;

/// <summary>A bug on purpose: positions come from a sequence, which gives them in another order than that of the commits.</summary>
internal sealed class SequenceStorage(string connectionString) : IEventStorage
{
    private readonly NpgsqlDataSource _source = NpgsqlDataSource.Create(connectionString);

    public async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        await using NpgsqlCommand create = _source.CreateCommand("CREATE TABLE IF NOT EXISTS sequenced (position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text, event_id uuid, payload text)");
        await create.ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask AppendAsync(ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes, CancellationToken cancellationToken)
    {
        await using NpgsqlConnection connection = await _source.OpenConnectionAsync(cancellationToken);
        await using NpgsqlTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        for (int i = 0; i < batch.Length; i++)
        {
            AppendRequest request = batch.Span[i];
            await using NpgsqlCommand insert = new("INSERT INTO sequenced (id, event_id, payload) VALUES ($1, $2, $3) RETURNING position", connection)
            {
                Parameters = { new() { Value = request.Stream.Id }, new() { Value = request.Events.Span[0].EventId }, new() { Value = Encoding.UTF8.GetString(request.Events.Span[0].Payload.Span) } },
            };
            long position = (long)(await insert.ExecuteScalarAsync(cancellationToken))!;
            outcomes.Span[i] = new(AppendResult.Appended, request.ExpectedVersion + 1, position, 1);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public async ValueTask<long> ReadLogAsync(LogReadRequest request, IEventSink sink, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand read = _source.CreateCommand("SELECT position, event_id FROM sequenced WHERE position > $1 ORDER BY position LIMIT $2");
        read.Parameters.Add(new() { Value = request.AfterPosition });
        read.Parameters.Add(new() { Value = (long)request.MaxCount });
        await using NpgsqlDataReader reader = await read.ExecuteReaderAsync(cancellationToken);
        long position = request.AfterPosition;
        while (await reader.ReadAsync(cancellationToken))
        {
            position = reader.GetInt64(0);
            sink.OnEvent(new() { Position = position, EventId = reader.GetGuid(1), Sequence = 0, Name = default, Version = 1, Timestamp = default, Payload = default, Metadata = default });
        }

        return position;
    }

    public ValueTask ReadStreamAsync(StreamReadRequest request, IStreamSink sink, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask<StoredDocument?> ReadDocumentAsync(string query, string key, CancellationToken cancellationToken) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => _source.DisposeAsync();
}
