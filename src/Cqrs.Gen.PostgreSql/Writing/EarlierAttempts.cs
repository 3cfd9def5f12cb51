using Cqrs.Gen.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Cqrs.Gen.PostgreSql;

/// <summary>Tells commands that an earlier attempt of the same batch recorded from those that were recorded long before: by the ids of their events.</summary>
internal sealed class EarlierAttempts(PostgreSqlStorageOptions options)
{
    private readonly string _sql = PostgreSqlSchema.For(options.Schema, "SELECT position, event_id FROM {schema}.events WHERE position = ANY ($1)");

    /// <summary>Makes repeats of an earlier attempt what they are: appended.</summary>
    public async ValueTask RecogniseAsync(NpgsqlConnection connection, ReadOnlyMemory<AppendRequest> batch, Memory<AppendOutcome> outcomes)
    {
        long[] positions = Positions(outcomes.Span);
        if (positions.Length == 0)
        {
            return;
        }

        Dictionary<long, Guid> recorded = new(positions.Length);
        NpgsqlCommand command = new(_sql, connection) { Parameters = { new NpgsqlParameter<long[]> { TypedValue = positions, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint } } };
        await using (command.ConfigureAwait(false))
        {
            NpgsqlDataReader reader = await command.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false))
                {
                    recorded.Add(reader.GetInt64(0), reader.GetGuid(1));
                }
            }
        }

        Recognise(batch.Span, outcomes.Span, recorded);
    }

    private static void Recognise(ReadOnlySpan<AppendRequest> batch, Span<AppendOutcome> outcomes, Dictionary<long, Guid> recorded)
    {
        for (int i = 0; i < batch.Length; i++)
        {
            if (outcomes[i].Result == AppendResult.Repeat && recorded[outcomes[i].Position] == batch[i].Events.Span[^1].EventId)
            {
                outcomes[i] = outcomes[i] with { Result = AppendResult.Appended };
            }
        }
    }

    private static long[] Positions(ReadOnlySpan<AppendOutcome> outcomes)
    {
        HashSet<long> positions = [];
        foreach (AppendOutcome outcome in outcomes)
        {
            if (outcome.Result == AppendResult.Repeat)
            {
                positions.Add(outcome.Position);
            }
        }

        return [.. positions];
    }
}
